import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreDifference } from './score-difference.ts';

describe('the difference of two printed scores', () => {
  it('has its sign and as many places', () => {
    expect(scoreDifference('86.5', '81.0')).toBe('-5.5');
    expect(scoreDifference('9.9', '100.0')).toBe('+90.1');
    expect(scoreDifference('88.0', '88.0')).toBe('0.0');
    expect(scoreDifference('88.05', '88.00')).toBe('-0.05');
    expect(scoreDifference('88', '90')).toBe('+2');
  });

  it('added to the first gives the second, exactly', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.integer({ min: 1, max: 3 }), (a, b, digits) => {
        const print = (units: number) => (units / 10 ** digits).toFixed(digits);
        const difference = scoreDifference(print(a), print(b));
        expect(Math.round(Number(difference) * 10 ** digits)).toBe(b - a);
        expect(difference.startsWith('-')).toBe(b < a);
        expect(difference.startsWith('+')).toBe(b > a);
      }),
    );
  });

  it('is not made of scores of editions with different places', () => {
    expect(() => scoreDifference('88.0', '88.00')).toThrow(RangeError);
    expect(() => scoreDifference('', '88.0')).toThrow(RangeError);
  });
});
