import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitraries.ts';
import { smallEdition, smallItem } from '../testing/small-edition.ts';
import { canonicalEdition } from './canonical.ts';
import { contentChange } from './content-change.ts';

const asContent = (value: object) => value as Readonly<Record<string, unknown>>;

describe('what a save changed', () => {
  it('is nothing between two documents that differ in the order of members only', () => {
    const turned = Object.fromEntries(Object.entries(smallEdition()).toReversed());
    expect(contentChange(asContent(smallEdition()), turned)).toBeNull();
  });

  it('names members of the head, and of lists what was put and what was taken, whole', () => {
    const before = smallEdition({ title: '甲' });
    const after = { ...smallEdition({ items: [smallItem('b', { full: 8 }), smallItem('a')] }), digits: 2 };
    expect(contentChange(asContent(before), asContent(after))).toEqual({
      head: { title: { before: '甲', after: null }, digits: { before: 1, after: 2 } },
      lists: { items: { put: [smallItem('b', { full: 8 })], taken: [smallItem('b')] } },
    });
  });

  it('gives the new order where only the order changed', () => {
    const items = smallEdition().items.toReversed();
    expect(contentChange(asContent(smallEdition()), asContent(smallEdition({ items })))).toEqual({
      head: {},
      lists: { items: { put: [], taken: [], order: ['b', 'a'] } },
    });
  });

  it('takes a list that is none as a member of the head', () => {
    expect(contentChange({ items: [] }, { items: 'x' })?.head.items).toEqual({ before: [], after: 'x' });
  });

  it('is found between any two documents exactly if they differ', () => {
    fc.assert(
      fc.property(anyEdition, anyEdition, (before, after) => {
        expect(contentChange(asContent(before), asContent(before))).toBeNull();
        const same = canonicalEdition(before) === canonicalEdition(after);
        expect(contentChange(asContent(before), asContent(after)) === null).toBe(same);
      }),
    );
  });
});
