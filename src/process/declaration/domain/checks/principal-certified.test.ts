import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { principalCertified } from './principal-certified.ts';

it('has nothing against a mine whose principal is certified', () => {
  expect(foundBy(principalCertified, checkInput())).toEqual([]);
});

it('asks other trades for no certificate', () => {
  expect(
    foundBy(
      principalCertified,
      checkInput({ principalCertificate: undefined }, { setting: { industry: 'machinery' } as never }),
    ),
  ).toEqual([]);
});

it('warns of a mine whose principal is not', () => {
  expect(foundBy(principalCertified, checkInput({ principalCertificate: undefined }))).toEqual([
    'registration.principalCertificate checks.principalNotCertified',
  ]);
});
