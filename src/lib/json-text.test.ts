import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonText, uncanonicalPath } from './json-text.ts';

describe('JSON text', () => {
  it('is read as the platform reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
        const value: unknown = JSON.parse(text);
        expect(parseJsonText(JSON.stringify(value, null, indent))).toEqual({ ok: true, value });
      }),
    );
  });

  it('may start with one byte-order mark', () => {
    expect(parseJsonText('\uFEFF[1]')).toEqual({ ok: true, value: [1] });
    expect(parseJsonText('\uFEFF\uFEFF[1]').ok).toBe(false);
  });

  it.each([
    ['{"a":1,\n"b":{"c":1,\n"c" :2}}', 'c', 3],
    ['[{"a":1},{"a":1,"\\u0061":2}]', 'a', 1],
    ['{"x":"\\"}{","x":1}', 'x', 1],
  ])('is refused when an object names a member twice: %s', (text, name, line) => {
    expect(parseJsonText(text)).toEqual({ ok: false, error: { code: 'json.duplicateName', name, line } });
  });

  it.each(['', '{', "{'a':1}", '[1,]', 'NaN'])('is refused when it is %j', (text) => {
    expect(parseJsonText(text)).toMatchObject({ ok: false, error: { code: 'json.syntax' } });
  });

  it('may use one name in different objects, and in strings', () => {
    expect(parseJsonText('{"a":{"a":["a","a"]},"b":{"a":"\\\\"}}').ok).toBe(true);
  });
});

describe('what canonical JSON cannot carry', () => {
  it('is found with its path', () => {
    expect(uncanonicalPath({ a: [{ b: '\udc00' }] })).toBe('a[0].b');
    expect(uncanonicalPath(JSON.parse('{"a":{"n":1e999}}'))).toBe('a.n');
    expect(uncanonicalPath({ a: { '\ud800': 1 } })).toBe('a');
    expect(uncanonicalPath({ a: ['😀', null, 1e308] })).toBeUndefined();
  });
});
