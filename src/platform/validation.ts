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
/** Digits, points or minus signs of a Chinese keyboard's full width: `１２．５`. */
export const hasFullWidth = (value: unknown): boolean => typeof value === 'string' && /[０-９．－]/.test(value);
const isDecimal = (value: unknown): boolean => typeof value === 'string' && /^[-+]?\d*\.\d+$/.test(value.trim());

const wrongType = (expected: string, value: unknown): string => {
  if (isMissing(value)) return 'input.required';
  if (expected !== 'number' && expected !== 'int') return 'input.wrongKind';
  if (hasFullWidth(value)) return 'input.fullWidth';
  if (expected === 'int' && (typeof value === 'number' || isDecimal(value))) return 'input.notWhole';
  return 'input.notANumber';
};

const bound = (
  issue: { origin: string; inclusive?: boolean },
  limit: number | bigint,
  side: 'min' | 'max',
  value: unknown,
) => {
  const params: Params = { limit: Number(limit) };
  const low = side === 'min';
  if (issue.origin === 'string') {
    // What has nothing but blanks is trimmed before it is measured.
    if (low && (isMissing(value) || Number(limit) === 1)) return { code: 'input.required' };
    return { code: low ? 'input.tooShort' : 'input.tooLong', params };
  }
  if (issue.origin === 'array' || issue.origin === 'set')
    return { code: low ? 'input.tooFew' : 'input.tooMany', params };
  if (low && Number(limit) === 0) return { code: issue.inclusive === false ? 'input.notPositive' : 'input.negative' };
  return { code: low ? 'input.tooSmall' : 'input.tooLarge', params };
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
      return {
        code: isMissing(value) ? 'input.required' : issue.format === 'date' ? 'input.notADay' : 'input.wrongFormat',
      };
    case 'invalid_value':
      if (issue.values.includes(true) && value !== true) return { code: 'input.mustAgree' };
      return { code: isMissing(value) ? 'input.required' : 'input.notAChoice' };
    case 'invalid_union':
      return { code: isMissing(value) ? 'input.required' : 'input.notAChoice' };
    case 'not_multiple_of':
      return { code: 'input.step', params: { step: issue.divisor } };
    case 'unrecognized_keys':
      return { code: 'input.unknownField', params: { name: issue.keys.join(', ') } };
    default:
      return { code: 'input.wrongKind' };
  }
};

/** A message such as `creditCode.checkDigit` is the schema's own code; zod's English sentences are never shown. */
const OWN_CODE = /^[a-z][\w-]*(\.[\w-]+)+$/;

/**
 * The faults that a schema found, with codes of the catalogue `platform/ui/ui.text.ts` or the schema's own
 * (`z.string().regex(pattern, 'login.wrongFormat')`; a check that adds an issue of its own gives its parameters along).
 * `input`: what was parsed, needed to tell missing from wrong.
 */
export const issuesOfSchema = (error: z.ZodError, input: unknown): readonly Issue[] =>
  error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    const value = at(input, issue.path);
    if (issue.code === 'custom' && OWN_CODE.test(issue.message))
      return { path, code: issue.message, ...(issue.params ? { params: issue.params as Params } : {}) };
    return OWN_CODE.test(issue.message) && !isMissing(value)
      ? { path, code: issue.message }
      : { path, ...coded(issue, value) };
  });
