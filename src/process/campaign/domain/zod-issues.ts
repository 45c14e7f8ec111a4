import type { z } from 'zod';
import type { Issue } from '#lib/result.ts';

/**
 * What zod found in a scheme file, as coded issues: `path` as in `routing[0].to`, `keys` the unknown keys,
 * `expected` the wanted kind or an example (the message given to a pattern).
 */
export const zodIssues = (prefix: string, error: z.ZodError): readonly Issue[] =>
  error.issues.map((issue) => ({
    path: written(issue.path),
    code: `${prefix}.${issue.code}`,
    params: { expected: expectedOf(issue), keys: 'keys' in issue ? issue.keys.join(', ') : '' },
  }));

const written = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : before ? `${before}.${String(part)}` : String(part),
    '',
  );

const expectedOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_format':
      return issue.message ?? issue.format;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    default:
      return '';
  }
};
