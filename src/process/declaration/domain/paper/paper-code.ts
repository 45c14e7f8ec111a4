import { type Issues, issues, ok, type Result } from '#lib/result.ts';

/**
 * The code on a page of the printed declaration: which version, which copy, which page, and a check character. 31 characters, a prime
 * number of them, without those that are taken for one another (0 O, 1 I L).
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const RADIX = ALPHABET.length;

/** 48 bits of the digest are ten characters. */
const KEY_DIGITS = 10;
const HEX_DIGITS = 12;
const LENGTH = KEY_DIGITS + 4;
const MOST_COPIES = RADIX - 1;
export const MOST_PAGES = RADIX * RADIX - 1;

export interface PaperPlace {
  /** The first twelve hexadecimal digits of the content digest of the submission. */
  readonly key: string;
  /** From 1. */
  readonly copy: number;
  readonly page: number;
}

/** The part of a content digest (SHA-256, lower-case hex) that its paper is known by. */
export const keyOf = (contentDigest: string): string => contentDigest.slice(0, HEX_DIGITS);

/** The same as it is printed: `3f9a 01bc 77de`. */
export const shortDigest = (contentDigest: string): string => keyOf(contentDigest).replace(/(.{4})(?=.)/g, '$1 ');

/** Every position weighs another amount, so that one wrong character, or two that changed places, never leave the sum as it was. */
const checkOf = (body: string): string => {
  const sum = [...body].reduce((total, character, at) => total + (at + 2) * ALPHABET.indexOf(character), 0);
  return ALPHABET.charAt((RADIX - (sum % RADIX)) % RADIX);
};

const digits = (value: bigint, count: number): string => {
  let [rest, text] = [value, ''];
  for (let at = 0; at < count; at += 1) {
    text = ALPHABET.charAt(Number(rest % BigInt(RADIX))) + text;
    rest /= BigInt(RADIX);
  }
  return text;
};

const numberOf = (text: string): bigint =>
  [...text].reduce((value, character) => value * BigInt(RADIX) + BigInt(ALPHABET.indexOf(character)), 0n);

/**
 * The code without separators, 14 characters.
 * @throws RangeError if the key is not twelve hexadecimal digits, or copy or page cannot be written
 */
export const paperCode = ({ key, copy, page }: PaperPlace): string => {
  if (!/^[0-9a-f]{12}$/.test(key)) throw new RangeError(`not a key: ${key}`);
  if (!Number.isInteger(copy) || copy < 1 || copy > MOST_COPIES) throw new RangeError(`not a copy: ${copy}`);
  if (!Number.isInteger(page) || page < 1 || page > MOST_PAGES) throw new RangeError(`not a page: ${page}`);
  const body = digits(BigInt(`0x${key}`), KEY_DIGITS) + digits(BigInt(copy), 1) + digits(BigInt(page), 2);
  return body + checkOf(body);
};

/** `K7M3P-Q9W2T-42A7`, as it is printed for typing. */
export const grouped = (code: string): string => `${code.slice(0, 5)}-${code.slice(5, 10)}-${code.slice(10)}`;

/** What a scanner read or a person typed, reduced to the code: the address before it, spaces, dashes, case and full width do not count. */
const bare = (given: string): string => {
  const text = given.normalize('NFKC').trim();
  const inAddress = /\/check\/([^/?#\s]+)/i.exec(text)?.[1];
  return (inAddress ?? text).replace(/[\s\-‐-―_.]/g, '').toUpperCase();
};

const fault = (code: string, params: Record<string, string | number>): Result<never, Issues> =>
  issues([{ path: 'code', code, params }]);

/**
 * Reads a code in whatever form it comes. Issues at `code`:
 * - `paper.code.length` {length, wanted}
 * - `paper.code.character` {character, position}: one that no code has
 * - `paper.code.checksum`: mistyped somewhere
 */
export const readPaperCode = (given: string): Result<PaperPlace & { readonly code: string }, Issues> => {
  const code = bare(given);
  const strange = [...code].findIndex((character) => !ALPHABET.includes(character));
  if (strange >= 0)
    return fault('paper.code.character', { character: [...code][strange] ?? '', position: strange + 1 });
  if (code.length !== LENGTH) return fault('paper.code.length', { length: code.length, wanted: LENGTH });
  const body = code.slice(0, -1);
  const value = numberOf(code.slice(0, KEY_DIGITS));
  const copy = Number(numberOf(code.slice(KEY_DIGITS, KEY_DIGITS + 1)));
  const page = Number(numberOf(code.slice(KEY_DIGITS + 1, -1)));
  if (checkOf(body) !== code.slice(-1) || value >= 2n ** 48n || copy < 1 || page < 1)
    return fault('paper.code.checksum', {});
  return ok({ key: value.toString(16).padStart(HEX_DIGITS, '0'), copy, page, code });
};
