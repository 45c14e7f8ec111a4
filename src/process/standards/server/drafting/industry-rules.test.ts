import { expect, it } from 'vitest';
import { smallEdition } from '../../testing/small-edition.ts';
import { draftFaults, type IndustryRules } from './industry-rules.ts';

const rules: IndustryRules = {
  names: new Map(),
  conflicts: () => [
    { path: 'classes', code: 'scheme.classMissing', params: { value: 'E' } },
    { path: 'industry', code: 'scheme.editionOfOtherIndustry' },
  ],
};
const faultsOf = (content: object) =>
  draftFaults(content as Readonly<Record<string, unknown>>, 'opencast-mine', rules).map(
    ({ path, code }) => `${path} ${code}`,
  );

it('the faults of a draft name another industry once, and what the scheme asks for beside what any edition needs', () => {
  const found = faultsOf({ ...smallEdition({ industry: 'metallurgy' }) });
  expect(found.filter((line) => line.startsWith('industry'))).toEqual(['industry drafting.industryDiffers']);
  expect(found).toEqual(expect.arrayContaining(['classes scheme.classMissing', 'title edition.titleMissing']));
});

it('another industry is named even where the document does not read, and the scheme is not asked then', () => {
  const found = faultsOf({ ...smallEdition({ industry: 'metallurgy' }), items: 'none' });
  expect(found).toEqual(expect.arrayContaining(['items edition.notAList', 'industry drafting.industryDiffers']));
  expect(found).not.toContain('classes scheme.classMissing');
});
