import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUtf8, decodeUtf8, encodeUtf8 } from './utf8.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const reference = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (thrown) {
    if (thrown instanceof TypeError) return null;
    throw thrown;
  }
};

describe('UTF-8', () => {
  it('is written as the platform writes it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text));
      }),
    );
  });

  it('is read as the platform reads it, and refused where the platform refuses it', () => {
    const nearly = fc.array(
      fc.constantFrom(
        0x41,
        0x80,
        0x8f,
        0x90,
        0x9f,
        0xa0,
        0xbf,
        0xc0,
        0xc2,
        0xdf,
        0xe0,
        0xe1,
        0xed,
        0xef,
        0xf0,
        0xf1,
        0xf4,
        0xf5,
        0xff,
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          nearly,
          anyText.map((text) => [...encodeUtf8(text)]),
        ),
        (list) => {
          const result = decodeUtf8(Uint8Array.from(list));
          expect(result.ok ? result.value : null).toBe(reference(Uint8Array.from(list)));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('names the first invalid byte', () => {
    expect(decodeUtf8(Uint8Array.from([0xe7, 0x9f, 0xbf, 0xff]))).toEqual({ ok: false, error: { offset: 3 } });
  });

  it('reads texts longer than one piece', () => {
    const text = '矿山😀a'.repeat(5000);
    expect(decodeUtf8(encodeUtf8(text))).toEqual({ ok: true, value: text });
  });

  it('does not hold lone surrogates', () => {
    expect(() => encodeUtf8('a\ud800')).toThrow(RangeError);
    expect(() => encodeUtf8('\udc00a')).toThrow(RangeError);
  });

  it('orders by bytes, not by UTF-16 units', () => {
    expect(compareUtf8('\uFF01', '😀')).toBe(-1);
    expect('\uFF01' < '😀').toBe(false);
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(compareUtf8(a, b)).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});
