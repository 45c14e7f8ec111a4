import { expect, it } from 'vitest';
import { checksTexts } from '../../checks.text.ts';
import { checkInput } from '../../testing/check-input.ts';
import { checkRules, checks } from './index.ts';

it('find nothing in a declaration that is as it should be', () => {
  const { errors, warnings } = checks(checkInput({ certificates: checkInput().form.certificates?.slice(1) }));
  expect([
    errors.map(({ path, code }) => `${path} ${code}`),
    warnings.map(({ path, code }) => `${path} ${code}`),
  ]).toEqual([
    ['registration.certificates registration.businessLicenceMissing'],
    ['register.creditCode checks.creditCodeWrong'],
  ]);
});

it('tell errors and warnings apart', () => {
  const { errors, warnings } = checks(checkInput({ staffCount: undefined, liabilityInsurance: false }));
  expect(errors.map(({ path }) => path)).toContain('registration.staffCount');
  expect(warnings.map(({ code }) => code)).toContain('checks.notInsured');
});

it('have each a code of their own', () => {
  expect(new Set(checkRules.map(({ code }) => code)).size).toBe(checkRules.length);
});

it('have wording for every code they find of their own', () => {
  for (const { code } of checks(checkInput({ liabilityInsurance: false, attachments: undefined })).warnings)
    expect(checksTexts['zh-CN']).toHaveProperty([code]);
});
