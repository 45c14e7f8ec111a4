import { err, ok, type Result } from './result.ts';

/** Why a text is refused as JSON; `line` counts from 1. */
export type JsonFault =
  | { readonly code: 'json.syntax'; readonly reason: string }
  | { readonly code: 'json.duplicateName'; readonly name: string; readonly line: number };

/**
 * Reads JSON text in which no object names a member twice (RFC 8259 §4, RFC 7493 §2.3): a plain parser keeps the last of two
 * silently, so two readers could score different answers. One leading byte-order mark is dropped.
 */
export const parseJsonText = (input: string): Result<unknown, JsonFault> => {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    return err({ code: 'json.syntax', reason: thrown.message });
  }
  const duplicate = duplicateName(text);
  return duplicate ? err({ code: 'json.duplicateName', ...duplicate }) : ok(value);
};

const STRING_OR_BRACKET = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/** The first member named twice in its object; expects valid JSON. */
const duplicateName = (text: string): { name: string; line: number } | undefined => {
  const open: (Set<string> | null)[] = [];
  for (const match of text.matchAll(STRING_OR_BRACKET)) {
    const token = match[0];
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (match[1] !== undefined) {
      const name = JSON.parse(token.slice(0, -match[1].length)) as string;
      const names = open.at(-1)!;
      if (names?.has(name)) return { name, line: text.slice(0, match.index).split('\n').length };
      names?.add(name);
    }
  }
  return undefined;
};

/** Path of the first value that canonical JSON (RFC 8785) cannot carry: a text with a lone surrogate, a number beyond double range. */
export const uncanonicalPath = (root: unknown): string | undefined => {
  const waiting: { value: unknown; path: string }[] = [{ value: root, path: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !value.isWellFormed()) return path;
    if (typeof value === 'number' && !Number.isFinite(value)) return path;
    if (Array.isArray(value)) {
      for (const [index, part] of value.entries()) waiting.push({ value: part, path: `${path}[${index}]` });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        if (!name.isWellFormed()) return path;
        waiting.push({ value: part, path: path === '' ? name : `${path}.${name}` });
      }
    }
  }
  return undefined;
};
