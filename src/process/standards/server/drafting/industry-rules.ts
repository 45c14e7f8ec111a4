import type { Issue } from '#lib/result.ts';
import type { Reader } from '#platform/db/tx.ts';
import { type Edition, editionFaults, parseEdition } from '../../domain/index.ts';

/** What the scheme knows of industries and asks of their editions. */
export interface IndustryRules {
  /** Names of the industries by code, in the order of the scheme. */
  readonly names: ReadonlyMap<string, string>;
  /** Where a valid edition disagrees with the scheme, such as in its classes. */
  readonly conflicts: (industry: string, edition: Edition) => readonly Issue[];
}

/** The scheme belongs to a later stage; `app` passes this in. */
export type ReadIndustryRules = (reader: Reader, cityId: number) => Promise<IndustryRules>;

/** Everything that keeps a document from being the edition of an industry. */
export const draftFaults = (
  content: Readonly<Record<string, unknown>>,
  industry: string,
  rules: IndustryRules,
): readonly Issue[] => {
  const faults = [...editionFaults(content)];
  const said = new Set(faults.map(({ path }) => path));
  if (content.industry !== industry && !said.has('industry')) {
    const value = typeof content.industry === 'string' ? content.industry : '';
    faults.push({ path: 'industry', code: 'drafting.industryDiffers', params: { expected: industry, value } });
    said.add('industry');
  }
  const parsed = parseEdition(content);
  const conflicts = parsed.ok ? rules.conflicts(industry, parsed.value) : [];
  return [...faults, ...conflicts.filter(({ path }) => !said.has(path))];
};
