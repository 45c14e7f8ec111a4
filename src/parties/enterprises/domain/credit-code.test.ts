import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, makeCreditCode, normaliseCreditCode } from './credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const first17 = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 17, maxLength: 17 });
const faultOf = (text: string) => {
  const result = checkCreditCode(text);
  return result.ok ? undefined : result.error;
};

/*
 * Worked by hand with the weights 1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28:
 * 91510400000000001 → 9·1 + 1·3 + 5·9 + 1·27 + 4·26 + 1·28 = 216 = 6·31 + 30 → 1
 * 91510400MA6000000 → 9·1 + 1·3 + 5·9 + 1·27 + 4·26 + M(21)·20 + A(10)·29 + 6·25 = 1048 = 33·31 + 25 → 6
 * 91510400000000000 → 188 = 6·31 + 2 → 29 → X
 * 00000000000000000 → 0 → 0
 */
const VECTORS = ['915104000000000011', '91510400MA60000006', '91510400000000000X', '000000000000000000'];

describe('a credit code', () => {
  it.each(VECTORS)('%s has the check character worked out by hand', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
    expect(makeCreditCode(code.slice(0, 17))).toBe(code);
  });

  it('is accepted when made from any 17 characters', () => {
    fc.assert(
      fc.property(first17, (start) => {
        expect(checkCreditCode(makeCreditCode(start)).ok).toBe(true);
      }),
    );
  });

  it('is refused when one character was mistyped', () => {
    fc.assert(
      fc.property(first17, fc.nat(17), fc.integer({ min: 1, max: 30 }), (start, at, shift) => {
        const code = makeCreditCode(start);
        const other = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(at)) + shift) % 31);
        const typed = code.slice(0, at) + other + code.slice(at + 1);
        expect(faultOf(typed)?.code).toBe('creditCode.checkDigit');
      }),
    );
  });

  it('is refused when two neighbours changed places', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), (start, at) => {
        const code = makeCreditCode(start);
        fc.pre(code.charAt(at) !== code.charAt(at + 1));
        const typed = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(faultOf(typed)?.code).toBe('creditCode.checkDigit');
      }),
    );
  });

  it('names the check character that was expected', () => {
    expect(faultOf('915104000000000012')).toEqual({
      code: 'creditCode.checkDigit',
      params: { found: '2', expected: '1' },
    });
  });

  it('names its length when that is wrong', () => {
    expect(faultOf('91510400000000001')).toEqual({ code: 'creditCode.length', params: { length: 17, expected: 18 } });
    expect(faultOf('')).toEqual({ code: 'creditCode.length', params: { length: 0, expected: 18 } });
  });

  it.each(['I', 'O', 'S', 'V', 'Z', '-', '中'])('never contains %s', (character) => {
    expect(faultOf(`91510400${character}000000011`)).toEqual({
      code: 'creditCode.character',
      params: { position: 9, character },
    });
  });

  it('names a blank inside instead of a wrong length', () => {
    expect(faultOf('9151 0400 0000 000011')).toEqual({
      code: 'creditCode.character',
      params: { position: 5, character: ' ' },
    });
  });

  it('names the first full-width character and what to type instead', () => {
    expect(faultOf('91510400000000001１')).toEqual({
      code: 'creditCode.fullWidth',
      params: { position: 18, character: '１', halfWidth: '1' },
    });
    expect(faultOf('91510400ＭA60000006')?.params).toMatchObject({ position: 9, halfWidth: 'M' });
  });

  it('names a small letter, and only the explicit function makes it a capital', () => {
    expect(faultOf('91510400ma60000006')).toEqual({
      code: 'creditCode.lowerCase',
      params: { position: 9, character: 'm', upperCase: 'M' },
    });
    expect(checkCreditCode(normaliseCreditCode(' 91510400ma60000006 ')).ok).toBe(true);
    expect(faultOf(normaliseCreditCode('９1510400ma60000006'))?.code).toBe('creditCode.fullWidth');
  });

  it('recognises what a spreadsheet makes of a code that was typed as a number', () => {
    expect(faultOf('9.15104E+17')).toEqual({ code: 'creditCode.scientific', params: { text: '9.15104E+17' } });
  });

  it('cannot be made from a wrong beginning', () => {
    expect(() => makeCreditCode('123')).toThrow(RangeError);
    expect(() => makeCreditCode('9151040000000000O')).toThrow(RangeError);
  });
});
