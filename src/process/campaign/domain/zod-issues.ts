import type { z } from 'zod';
import type { Issue } from '#lib/result.ts';

/** What zod found in a scheme file, as coded issues: `path` in dots, `keys` the unknown keys, `expected` the wanted kind or pattern. */
export const zodIssues = (prefix: string, error: z.ZodError): readonly Issue[] =>
  error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: `${prefix}.${issue.code}`,
    params: { expected: expectedOf(issue), keys: 'keys' in issue ? issue.keys.join(', ') : '' },
  }));

const expectedOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_format':
      return issue.pattern ?? issue.format;
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
