import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitraries.ts';
import { smallEdition, smallItem } from '../testing/small-edition.ts';
import { alignedEditions } from './aligned-editions.ts';
import { differenceOf } from './edition-difference.ts';

const edition = smallEdition({
  elements: [
    { id: '1', parent: null },
    { id: '2', parent: null },
  ],
  items: ['a', 'b', 'c'].map((id) => smallItem(id, { text: id })),
});

it('what was removed stands where it stood, what moved at its new place', () => {
  const [first, , third] = edition.items;
  const after = {
    ...edition,
    elements: [
      { id: '2', parent: null },
      { id: '3', parent: null },
    ],
    items: [{ ...first!, element: '2' }, smallItem('n', { element: '3', text: 'n' }), { ...third!, element: '3' }],
  };
  const found = alignedEditions(differenceOf(edition, after), edition, after).map(({ id, kind, rows }) => [
    id,
    kind,
    rows.map((row) => `${row.kind} ${(row.after ?? row.before)?.id}`),
  ]);
  expect(found).toEqual([
    ['1', 'removed', ['removed b']],
    ['2', 'unchanged', ['moved a']],
    ['3', 'added', ['added n', 'moved c']],
  ]);
});

it('every item of both stands once, those of the later edition in its order within their element', () => {
  fc.assert(
    fc.property(anyEdition, anyEdition, (before, after) => {
      const aligned = alignedEditions(differenceOf(before, after), before, after);
      const rows = aligned.flatMap((element) => element.rows);
      expect(new Set(rows.flatMap((row) => row.before ?? [])).size).toBe(before.items.length);
      for (const { id, rows: own } of aligned) {
        const shown = own.flatMap((row) => row.after ?? []);
        expect(shown).toEqual(after.items.filter((item) => item.element === id));
      }
    }),
  );
});
