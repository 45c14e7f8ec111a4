import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchPatterns, searchText } from './search-text.ts';

/** `like` as the database does it, for patterns without `_`. */
const matches = (text: string, query: string): boolean =>
  searchPatterns(query).every((pattern) => text.includes(pattern.replaceAll('%', '')));

const text = searchText(['攀枝花市银江矿业（集团）有限公司', '银江一号露天采场'], '91510400MA60000011');

describe('what a unit is found by', () => {
  it.each([
    '银江',
    '银',
    '银江矿业',
    '银江矿业(集团)',
    'yinjiang',
    'yjyhltcc',
    '91510400ma6',
    '集团 露天',
    'ＹＩＮＪＩＡＮＧ',
    '',
  ])('contains “%s”', (query) => expect(matches(text, query)).toBe(true));
  it.each(['江银', '银业', '东区', '银江 尾矿库', '91510400MB'])('does not contain “%s”', (query) =>
    expect(matches(text, query)).toBe(false),
  );

  it('contains every stretch of a name', () => {
    const name = fc.string({ unit: fc.constantFrom(...'攀枝花东区银江矿业露天采场A1'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (whole, from, length) => {
        const characters = [...whole];
        const start = from % characters.length;
        const part = characters.slice(start, start + 1 + (length % characters.length)).join('');
        expect(matches(searchText([whole], ''), part)).toBe(true);
      }),
    );
  });

  it('gives no signs of a pattern to the database but its own', () => {
    expect(searchPatterns('%_\\ 100%')).toEqual(['%100%']);
  });
});
