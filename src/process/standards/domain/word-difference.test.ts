import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stretch, wordDifference } from './word-difference.ts';

const side = (stretches: readonly Stretch[], other: Stretch['kind']): string =>
  stretches
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

const text = fc.array(fc.constantFrom('主要', '负责人', '应当', '每年', '培训', '，', 'A', ' ', '𠮷'), {
  maxLength: 12,
});

describe('the difference of two texts', () => {
  it('marks the word that was put in place of another', () => {
    expect(wordDifference('每季度检查一次。', '每月检查一次。')).toEqual([
      { kind: 'removed', text: '每季度' },
      { kind: 'added', text: '每月' },
      { kind: 'same', text: '检查一次。' },
    ]);
  });

  it('keeps both texts whole, and neighbours are never of one kind', () => {
    fc.assert(
      fc.property(text, text, (some, other) => {
        const [before, after] = [some.join(''), other.join('')];
        const found = wordDifference(before, after);
        expect(side(found, 'added')).toBe(before);
        expect(side(found, 'removed')).toBe(after);
        expect(found.some((each, at) => each.kind === found[at + 1]?.kind || each.text === '')).toBe(false);
      }),
    );
  });

  it('finds nothing between equal texts', () => {
    expect(wordDifference('设置安全总监。', '设置安全总监。')).toEqual([{ kind: 'same', text: '设置安全总监。' }]);
    expect(wordDifference('', '')).toEqual([]);
  });

  it('does not patch together texts of enormous length', () => {
    const long = '检查'.repeat(3_000);
    expect(wordDifference(long, `${long}。`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
