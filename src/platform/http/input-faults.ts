import type { z } from 'zod';
import type { Issue } from '#lib/result.ts';

type ZodIssue = z.core.$ZodIssue;

const sizeCode = (issue: { origin: string; inclusive?: boolean }, bound: 'Big' | 'Small'): string => {
  if (issue.origin === 'string') return bound === 'Big' ? 'input.tooLong' : 'input.tooShort';
  if (issue.origin === 'array' || issue.origin === 'set') return bound === 'Big' ? 'input.tooMany' : 'input.tooFew';
  return bound === 'Big' ? 'input.tooLarge' : 'input.tooSmall';
};

const codeOf = (issue: ZodIssue): Pick<Issue, 'code' | 'params'> => {
  switch (issue.code) {
    case 'too_big':
      return { code: sizeCode(issue, 'Big'), params: { limit: Number(issue.maximum) } };
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return { code: 'input.required' };
      return { code: sizeCode(issue, 'Small'), params: { limit: Number(issue.minimum) } };
    case 'invalid_type':
      if (issue.input === undefined) return { code: 'input.required' };
      if (issue.expected === 'int') return { code: 'input.notWhole' };
      return { code: issue.expected === 'number' ? 'input.notANumber' : 'input.wrongKind' };
    case 'invalid_value':
      return { code: 'input.notAChoice' };
    case 'custom':
      // A schema's own check names the code itself.
      return { code: issue.message, params: (issue.params ?? {}) as Issue['params'] };
    case 'invalid_format':
      return {
        code: issue.message.includes('.') && !issue.message.includes(' ') ? issue.message : 'input.wrongFormat',
      };
    default:
      return { code: 'input.wrongKind' };
  }
};

/** Every fault of a refused input, as a path and a code; the wording is the catalogue's. */
export const inputIssues = (error: z.ZodError, prefix = ''): Issue[] =>
  error.issues.map((issue) => {
    const { code, params } = codeOf(issue);
    const path = [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    return params ? { path, code, params } : { path, code };
  });
