import { err, ok, type Params, type Result } from '#lib/result.ts';

/** A unified social credit code (统一社会信用代码), 18 characters, check character verified. */
export type CreditCode = string & { readonly __brand: 'CreditCode' };

/** Why a text is no credit code. Positions count from 1. */
export interface CreditCodeFault {
  readonly code:
    | 'creditCode.scientific'
    | 'creditCode.fullWidth'
    | 'creditCode.lowerCase'
    | 'creditCode.length'
    | 'creditCode.character'
    | 'creditCode.checkDigit';
  readonly params: Params;
}

const LENGTH = 18;
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = Array.from({ length: LENGTH - 1 }, (_, index) => {
  let weight = 1;
  for (let power = 0; power < index; power += 1) weight = (weight * 3) % 31;
  return weight;
});

/**
 * Checks a unified social credit code by GB 32100-2015: 18 characters out of 31 (no I, O, S, V, Z), the last one such that
 * Σ value(i) · 3^(i−1) over the first 17 plus it is divisible by 31. Nothing is mended silently; the fault names the first thing
 * that is wrong:
 * - `creditCode.scientific` {text}: a spreadsheet turned it into a number (`9.15104E+17`) and lost digits
 * - `creditCode.fullWidth` {position, character, halfWidth}
 * - `creditCode.lowerCase` {position, character, upperCase}
 * - `creditCode.length` {length, expected}
 * - `creditCode.character` {position, character}
 * - `creditCode.checkDigit` {found, expected}
 */
export const checkCreditCode = (text: string): Result<CreditCode, CreditCodeFault> => {
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) return fault('creditCode.scientific', { text });
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const position = index + 1;
    const halfWidth = halfWidthOf(character);
    if (halfWidth !== undefined) return fault('creditCode.fullWidth', { position, character, halfWidth });
    if (/\s/u.test(character)) return fault('creditCode.character', { position, character });
  }
  if (characters.length !== LENGTH) {
    return fault('creditCode.length', { length: characters.length, expected: LENGTH });
  }
  for (const [index, character] of characters.entries()) {
    const position = index + 1;
    if (ALPHABET.includes(character)) continue;
    const upperCase = character.toUpperCase();
    if (ALPHABET.includes(upperCase)) return fault('creditCode.lowerCase', { position, character, upperCase });
    return fault('creditCode.character', { position, character });
  }
  const expected = checkCharacter(text.slice(0, -1));
  const found = text.slice(-1);
  if (found !== expected) return fault('creditCode.checkDigit', { found, expected });
  return ok(text as CreditCode);
};

/** Without surrounding blanks and in capitals, for places where a person types a code; a file is checked as it stands. */
export const normaliseCreditCode = (text: string): string =>
  text.trim().replace(/[a-z]/g, (letter) => letter.toUpperCase());

/**
 * The code whose first 17 characters are given, for invented enterprises.
 * @throws RangeError if they are not 17 characters of the alphabet
 */
export const makeCreditCode = (first17: string): CreditCode => {
  if (first17.length !== LENGTH - 1 || [...first17].some((character) => !ALPHABET.includes(character))) {
    throw new RangeError(`not the beginning of a credit code: ${first17}`);
  }
  return `${first17}${checkCharacter(first17)}` as CreditCode;
};

const checkCharacter = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first17.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
};

/** The half-width twin of a full-width digit or Latin letter (U+FF10–FF19, FF21–FF3A, FF41–FF5A). */
const halfWidthOf = (character: string): string | undefined =>
  /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u.test(character)
    ? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
    : undefined;

const fault = (code: CreditCodeFault['code'], params: Params) => err<CreditCodeFault>({ code, params });
