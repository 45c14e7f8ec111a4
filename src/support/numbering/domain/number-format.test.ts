import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDocumentNumber, parseDocumentNumber } from './number-format.ts';

describe('a document number', () => {
  it('puts the full year into tortoise-shell brackets and writes no leading zero', () => {
    expect(formatDocumentNumber({ prefix: '攀应急评公示', year: 2026, seq: 3 })).toBe('攀应急评公示〔2026〕3号');
    expect(formatDocumentNumber({ prefix: '攀安监', year: 2009, seq: 166 })).toBe('攀安监〔2009〕166号');
  });

  it('cannot be made without prefix, with a short year or from running number 0', () => {
    expect(() => formatDocumentNumber({ prefix: '', year: 2026, seq: 1 })).toThrow(RangeError);
    expect(() => formatDocumentNumber({ prefix: '攀', year: 26, seq: 1 })).toThrow(RangeError);
    expect(() => formatDocumentNumber({ prefix: '攀', year: 2026, seq: 0 })).toThrow(RangeError);
  });

  it('is read back into its parts', () => {
    const prefix = fc.string({ unit: fc.constantFrom('攀', '应', '急', '评', '函', 'A'), minLength: 1, maxLength: 8 });
    const parts = fc.record({
      prefix,
      year: fc.integer({ min: 1000, max: 9999 }),
      seq: fc.integer({ min: 1, max: 99_999 }),
    });
    fc.assert(
      fc.property(parts, (number) => {
        expect(parseDocumentNumber(formatDocumentNumber(number))).toEqual(number);
      }),
    );
  });

  it('is not recognised in square brackets, with leading zeros or with a two-digit year', () => {
    for (const text of ['攀应急[2026]3号', '攀应急〔2026〕03号', '攀应急〔26〕3号', '〔2026〕3号', '']) {
      expect(parseDocumentNumber(text)).toBeUndefined();
    }
  });
});
