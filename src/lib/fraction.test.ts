import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDecimals,
  compareFractions,
  compareProducts,
  compareWithDecimal,
  fraction,
  parseDecimal,
  printUnits,
  roundHalfUp,
} from './fraction.ts';

const natural = fc.oneof(fc.nat({ max: 1000 }), fc.maxSafeNat());
const positive = natural.map((number) => Math.max(1, number));
const print = (num: number, den: number, digits: number) => printUnits(roundHalfUp(fraction(num, den), digits), digits);

describe('a fraction', () => {
  it('is kept in lowest terms', () => {
    expect(fraction(250800, 3657)).toEqual({ num: 83600, den: 1219 });
    expect(fraction(0, 7)).toEqual({ num: 0, den: 1 });
  });

  it.each([
    [1, 0],
    [-1, 2],
    [0.5, 1],
    [2 ** 53, 1],
  ])('of %d and %d is refused as a bug', (num, den) => {
    expect(() => fraction(num, den)).toThrow(RangeError);
  });

  it('compares exactly beyond the range of doubles', () => {
    fc.assert(
      fc.property(natural, positive, natural, positive, (a, b, c, d) => {
        const [left, right] = [BigInt(a) * BigInt(d), BigInt(c) * BigInt(b)];
        const sign = left < right ? -1 : left > right ? 1 : 0;
        expect(compareFractions({ num: a, den: b }, { num: c, den: d })).toBe(sign);
        expect(compareProducts(a, d, c, b)).toBe(sign);
      }),
    );
  });

  it.each([
    [1, 8, 2, '0.13'],
    [1, 2, 0, '1'],
    [1005, 1000, 2, '1.01'],
    [250800, 3657, 1, '68.6'],
    [0, 1, 3, '0.000'],
    [1, 3, 15, '0.333333333333333'],
    [179899, 2000, 1, '89.9'],
  ])('%d/%d to %d digits is %s, half up', (num, den, digits, text) => {
    expect(print(num, den, digits)).toBe(text);
  });

  it('rounds half up as exact integers do', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 6 }), positive, fc.integer({ min: 0, max: 9 }), (num, den, digits) => {
        const exact = (2n * BigInt(num) * 10n ** BigInt(digits) + BigInt(den)) / (2n * BigInt(den));
        expect(BigInt(roundHalfUp(fraction(num, den), digits))).toBe(exact);
      }),
    );
  });

  it('refuses to print more than exact integers can hold', () => {
    expect(() => roundHalfUp(fraction(2 ** 52, 1), 3)).toThrow(RangeError);
  });
});

describe('a decimal', () => {
  it.each(['', '-1', '+1', '01', '1.', '.5', '1e3', ' 1', '１'])('is not read from %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it('is read without rounding', () => {
    expect(parseDecimal('89.950')).toEqual({ units: 89950n, digits: 3 });
    expect(compareDecimals(parseDecimal('89.95')!, parseDecimal('89.950')!)).toBe(0);
    expect(compareWithDecimal(fraction(2, 3), parseDecimal('0.6666666666666666666666')!)).toBe(1);
    expect(compareWithDecimal(fraction(2, 3), parseDecimal('0.6666666666666666666667')!)).toBe(-1);
  });
});
