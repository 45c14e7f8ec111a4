import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramsOf, foldName, searchKeys } from './name-search.ts';

describe('search keys of a name', () => {
  it('are its pairs of characters, its pinyin and its initials', () => {
    expect(searchKeys('攀西矿业')).toEqual({ bigrams: '攀西 西矿 矿业', pinyin: 'panxikuangye', initials: 'pxky' });
  });

  it('do not depend on the width of brackets, on blanks or on case', () => {
    expect(searchKeys('攀西矿业（集团） No.2')).toEqual(searchKeys('攀西矿业(集团)NO.2'));
  });

  it('keep letters and digits as they are', () => {
    const keys = searchKeys('A1尾矿库');
    expect(keys.pinyin).toBe('a1weikuangku');
    expect(keys.initials).toBe('a1wkk');
  });

  it('read ü as v, as people type it', () => {
    expect(searchKeys('绿源').pinyin).toBe('lvyuan');
  });

  it('of a single character are that character', () => {
    expect(searchKeys('钒').bigrams).toBe('钒');
    expect(searchKeys('（）')).toEqual({ bigrams: '', pinyin: '', initials: '' });
  });

  it('contain every pair of any part of the name, so that a part finds the whole', () => {
    const name = fc.string({
      unit: fc.constantFrom('攀', '西', '钒', '钛', '矿', '业', '𠮷'),
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (text, start, length) => {
        const characters = [...text];
        const from = start % (characters.length - 1);
        const part = characters.slice(from, from + 2 + (length % characters.length)).join('');
        const whole = searchKeys(text).bigrams.split(' ');
        for (const pair of bigramsOf(foldName(part))) expect(whole).toContain(pair);
      }),
    );
  });
});
