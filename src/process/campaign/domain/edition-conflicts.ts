import type { Issue } from '#lib/result.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import type { Scheme } from './scheme-form.ts';

const SHARED = ['rank', 'from', 'name', 'colour', 'meaning'] as const;

/** Where an edition disagrees with the scheme that puts it in force: another industry, or other classes. */
export const editionConflicts = (scheme: Scheme, industry: string, edition: Edition): readonly Issue[] => {
  const found: Issue[] = [];
  if (edition.industry !== industry)
    found.push({
      path: 'industry',
      code: 'scheme.editionOfOtherIndustry',
      params: { expected: industry, value: edition.industry ?? '' },
    });
  const known = new Map(scheme.classes.map((entry) => [entry.code, entry]));
  edition.classes.forEach((entry, at) => {
    const own = known.get(entry.code);
    known.delete(entry.code);
    if (!own) found.push({ path: `classes[${at}].code`, code: 'scheme.unknown', params: { value: entry.code } });
    else
      for (const field of SHARED)
        if (own[field] !== entry[field])
          found.push({
            path: `classes[${at}].${field}`,
            code: 'scheme.classDiffers',
            params: { expected: String(own[field] ?? ''), value: String(entry[field] ?? '') },
          });
  });
  for (const code of known.keys())
    found.push({ path: 'classes', code: 'scheme.classMissing', params: { value: code } });
  return found;
};
