import { describe, expect, it } from 'vitest';
import {
  changeElement,
  changeItem,
  type Draft,
  insertItems,
  mergeDrafts,
  moveItems,
  newItem,
  openDraft,
  removeItems,
} from './draft-editing.ts';

const base: Draft = openDraft(
  {
    title: '标准',
    elements: [{ id: 'e', parent: null, title: '要素' }],
    items: [
      { id: 'a', element: 'e', text: '甲', full: 10 },
      { id: 'b', element: 'e', text: '乙', full: 10 },
      { id: 'c', element: 'e', text: '丙', full: 10 },
    ],
  },
  () => 'x',
).draft;

describe('two drafts that began as one', () => {
  it('keep what either side changed', () => {
    const mine = { ...changeItem(base, 'a', { text: '甲一' }), title: '新标准' };
    const theirs = changeElement(changeItem(base, 'a', { full: 20 }), 'e', { title: '别的要素' });
    const { draft, conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(draft.items[0]).toEqual({ id: 'a', element: 'e', text: '甲一', full: 20 });
    expect([draft.title, draft.elements[0]?.title]).toEqual(['新标准', '别的要素']);
  });

  it('name what both changed, mine standing', () => {
    const { draft, conflicts } = mergeDrafts(
      base,
      changeItem(base, 'b', { full: 4 }),
      changeItem(base, 'b', { full: 6 }),
    );
    expect(draft.items[1]?.full).toBe(4);
    expect(conflicts).toEqual([{ list: 'items', id: 'b', field: 'full', mine: 4, theirs: 6 }]);
  });

  it('have what either added, in its place, and lose what either took out', () => {
    const mine = insertItems(base, [newItem('m', 'e')], 'e', 'a');
    const theirs = removeItems(insertItems(base, [newItem('t', 'e')], 'e', 'b'), new Set(['c']));
    const { draft, conflicts } = mergeDrafts(base, mine, theirs);
    expect(draft.items.map(({ id }) => id)).toEqual(['a', 'm', 'b', 't']);
    expect(conflicts).toEqual([]);
  });

  it('keep what one took out and the other changed, and say so', () => {
    const mine = changeItem(base, 'c', { text: '丙一' });
    const { draft, conflicts } = mergeDrafts(base, mine, removeItems(base, new Set(['c'])));
    expect(draft.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(conflicts).toEqual([{ list: 'items', id: 'c', field: '', mine: mine.items[2], theirs: undefined }]);
  });

  it('have the order of the side that moved something', () => {
    const moved = moveItems(base, new Set(['c']), 'e', 'a');
    const added = insertItems(base, [newItem('n', 'e')], 'e', 'a');
    expect(mergeDrafts(base, moved, added).draft.items.map(({ id }) => id)).toEqual(['c', 'a', 'n', 'b']);
    expect(mergeDrafts(base, added, moved).draft.items.map(({ id }) => id)).toEqual(['c', 'a', 'n', 'b']);
  });

  it('are the same draft if only one side changed', () => {
    const mine = changeItem(base, 'a', { text: undefined });
    expect(mergeDrafts(base, mine, base).draft).toEqual(mine);
    expect(mergeDrafts(base, base, mine).draft).toEqual(mine);
  });
});
