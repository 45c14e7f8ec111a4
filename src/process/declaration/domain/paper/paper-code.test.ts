import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, MOST_PAGES, paperCode, readPaperCode, shortDigest } from './paper-code.ts';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const places = fc.record({
  key: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 12 }),
  copy: fc.integer({ min: 1, max: 9 }),
  page: fc.integer({ min: 1, max: MOST_PAGES }),
});
const faultOf = (given: string) => {
  const read = readPaperCode(given);
  return read.ok ? null : read.error.issues[0];
};
const sample = paperCode({ key: '3f9a01bc77de', copy: 2, page: 14 });

describe('the code on a page', () => {
  it('says version, copy and page again when it is read', () => {
    fc.assert(
      fc.property(places, (place) => {
        const code = paperCode(place);
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{14}$/);
        expect(readPaperCode(code)).toEqual({ ok: true, value: { ...place, code } });
      }),
    );
  });

  it('is told from every code that one character makes of it', () => {
    fc.assert(
      fc.property(places, (place) => {
        const code = paperCode(place);
        for (let at = 0; at < code.length; at += 1)
          for (const other of ALPHABET)
            if (other !== code[at])
              expect(faultOf(code.slice(0, at) + other + code.slice(at + 1))?.code).toBe('paper.code.checksum');
      }),
      { numRuns: 30 },
    );
  });

  it('is told from what becomes of it when two characters change places', () => {
    fc.assert(
      fc.property(places, fc.nat(13), fc.nat(13), (place, one, other) => {
        const code = [...paperCode(place)];
        const [a = '', b = ''] = [code[one], code[other]];
        fc.pre(a !== b);
        code[one] = b;
        code[other] = a;
        expect(faultOf(code.join(''))?.code).toBe('paper.code.checksum');
      }),
    );
  });

  it.each([
    ['as it is printed', grouped(sample)],
    ['in small letters with spaces', grouped(sample).toLowerCase().replaceAll('-', '  ')],
    ['in full width', sample.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))],
    ['as a scanner types it, with the address', `https://anping.example:8443/check/${sample}\r\n`],
    ['with another kind of dash', grouped(sample).replaceAll('-', '—')],
  ])('is read %s', (_, given) =>
    expect(readPaperCode(given)).toMatchObject({ ok: true, value: { key: '3f9a01bc77de', copy: 2, page: 14 } }),
  );

  it.each([
    ['', 'paper.code.length', { length: 0, wanted: 14 }],
    [sample.slice(1), 'paper.code.length', { length: 13, wanted: 14 }],
    [`${sample}2`, 'paper.code.length', { length: 15, wanted: 14 }],
    [`0${sample.slice(1)}`, 'paper.code.character', { character: '0', position: 1 }],
    [`${sample.slice(0, 13)}I`, 'paper.code.character', { character: 'I', position: 14 }],
    ['第一份', 'paper.code.character', { character: '第', position: 1 }],
    ['ZZZZZZZZZZZZZZ', 'paper.code.checksum', {}],
  ])('is not %j', (given, code, params) => expect(faultOf(given)).toEqual({ path: 'code', code, params }));

  it('cannot be made of what is no place', () => {
    const place = { key: '3f9a01bc77de', copy: 1, page: 1 };
    for (const wrong of [{ key: '3F9A01BC77DE' }, { key: '3f' }, { copy: 0 }, { copy: 31 }, { page: 0 }, { page: 961 }])
      expect(() => paperCode({ ...place, ...wrong })).toThrow(RangeError);
  });
});

it('a version is shown by the first twelve digits of its digest', () => {
  expect(shortDigest('3f9a01bc77de0123'.repeat(4))).toBe('3f9a 01bc 77de');
});
