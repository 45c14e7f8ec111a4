import type { Issue } from '#lib/result.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import { editionConflicts } from '../domain/edition-conflicts.ts';
import { newestScheme } from './campaign-setup.queries.ts';

/** What the scheme that was published last knows of industries and asks of their editions. */
export const industryRules = async (reader: Reader, cityId: number) => {
  const { scheme } = await newestScheme(reader, cityId);
  return {
    /** Names by code, in the order of the scheme. */
    names: new Map(scheme.industries.map(({ code, name }) => [code, name] as const)),
    /** Where a valid edition disagrees with the scheme. */
    conflicts: (industry: string, edition: Edition): readonly Issue[] => editionConflicts(scheme, industry, edition),
  };
};
