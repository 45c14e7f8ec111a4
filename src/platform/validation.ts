import type { z } from 'zod';
import type { Issue, Params } from '#lib/result.ts';

type ZodIssue = z.core.$ZodIssue;

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';
const hasFullWidth = (value: unknown): boolean => typeof value === 'string' && /[０-９．－]/.test(value);
const isDecimal = (value: unknown): boolean => typeof value === 'string' && /^[-+]?\d*\.\d+$/.test(value.trim());

const wrongType = (expected: string, value: unknown): string => {
  if (isMissing(value)) return 'input.required';
  if (expected !== 'number' && expected !== 'int') return 'input.wrong-type';
  if (hasFullWidth(value)) return 'input.full-width';
  if (expected === 'int' && (typeof value === 'number' || isDecimal(value))) return 'input.not-whole';
  return 'input.not-a-number';
};

const bound = (
  issue: { origin: string; inclusive?: boolean },
  limit: number | bigint,
  side: 'min' | 'max',
  value: unknown,
) => {
  const params: Params = { [side]: Number(limit) };
  const low = side === 'min';
  if (issue.origin === 'string') {
    if (low && isMissing(value)) return { code: 'input.required' };
    return { code: low ? 'input.too-short' : 'input.too-long', params };
  }
  if (issue.origin === 'array' || issue.origin === 'set')
    return { code: low ? 'input.too-few' : 'input.too-many', params };
  if (low && Number(limit) === 0) return { code: issue.inclusive === false ? 'input.not-positive' : 'input.negative' };
  return { code: low ? 'input.too-small' : 'input.too-large', params };
};

const coded = (issue: ZodIssue, value: unknown): { readonly code: string; readonly params?: Params } => {
  switch (issue.code) {
    case 'invalid_type':
      return { code: wrongType(issue.expected, value) };
    case 'too_small':
      return bound(issue, issue.minimum, 'min', value);
    case 'too_big':
      return bound(issue, issue.maximum, 'max', value);
    case 'invalid_format':
      return { code: isMissing(value) ? 'input.required' : issue.format === 'date' ? 'input.not-a-day' : 'input.form' };
    case 'invalid_value':
    case 'invalid_union':
      return { code: isMissing(value) ? 'input.required' : 'input.not-offered' };
    case 'not_multiple_of':
      return { code: 'input.step', params: { step: issue.divisor } };
    case 'unrecognized_keys':
      return { code: 'input.unknown-field', params: { name: issue.keys.join(', ') } };
    default:
      return { code: 'input.wrong-type' };
  }
};

/** A message such as `credit-code.check-digit` is the schema's own code; zod's English sentences are never shown. */
const OWN_CODE = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;

/**
 * The faults that a schema found, with codes of the catalogue `platform/ui/ui.text.ts` or the schema's own
 * (`z.string().regex(pattern, 'login.form')`). `input`: what was parsed, needed to tell missing from wrong.
 */
export const issuesOfSchema = (error: z.ZodError, input: unknown): readonly Issue[] =>
  error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    const value = at(input, issue.path);
    return OWN_CODE.test(issue.message) && !isMissing(value)
      ? { path, code: issue.message }
      : { path, ...coded(issue, value) };
  });
