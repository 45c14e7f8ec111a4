import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitraries.ts';
import { smallEdition, smallGate, smallItem } from '../testing/small-edition.ts';
import { differenceOf, isSame } from './edition-difference.ts';
import { effectOnPoints } from './item-points.ts';

const edition = smallEdition({
  title: '露天矿山',
  elements: [
    { id: '1', parent: null, title: '责任' },
    { id: '1.1', parent: '1', title: '机构' },
    { id: '2', parent: null, title: '现场' },
  ],
  items: [
    smallItem('a', { element: '1.1', text: '设置安全管理机构' }),
    smallItem('b', { element: '1.1', text: '配备安全总监' }),
    smallItem('c', { element: '2', text: '边坡监测', kind: 'veto', onFail: [{ cap: 'D' }] }),
  ],
  gates: [smallGate('g', { effects: [{ cap: 'C' }] })],
});
const [a, b, c] = edition.items as [(typeof edition.items)[0], (typeof edition.items)[0], (typeof edition.items)[0]];

describe('the difference of two editions', () => {
  it('names the fields of an item that changed, with old and new', () => {
    const { items } = differenceOf(edition, {
      ...edition,
      items: [{ ...a, text: '设置安全机构', method: '查文件' }, b, c],
    });
    expect(items.changed.map(({ fields }) => fields)).toEqual([
      [
        { field: 'text', before: '设置安全管理机构', after: '设置安全机构' },
        { field: 'method', before: undefined, after: '查文件' },
      ],
    ]);
    expect(items.unchanged).toHaveLength(2);
  });

  it('takes a renumbered item of the same content as moved, and one of another element too', () => {
    const { items } = differenceOf(edition, { ...edition, items: [{ ...a, id: 'z' }, { ...b, element: '2' }, c] });
    expect(
      items.moved.map(({ before, after, place }) => [before.id, after.id, place.map(({ field }) => field)]),
    ).toEqual([
      ['a', 'z', ['id']],
      ['b', 'b', ['element']],
    ]);
    expect([...items.added, ...items.removed, ...items.changed]).toEqual([]);
  });

  it('tells added from removed where neither id nor content is known', () => {
    const fresh = smallItem('n', { text: '新增要求' });
    const { items } = differenceOf(edition, { ...edition, items: [a, c, fresh] });
    expect([items.added, items.removed]).toEqual([[fresh], [b]]);
  });

  it('finds what changed in head, classes with their thresholds, elements and gates', () => {
    const found = differenceOf(edition, {
      ...edition,
      title: '露天矿山（2026）',
      classes: edition.classes.map((one) => (one.code === 'B' ? { ...one, from: '80' } : one)),
      elements: [...edition.elements, { id: '3', parent: null }],
      gates: [],
    });
    expect(found.head).toEqual([{ field: 'title', before: '露天矿山', after: '露天矿山（2026）' }]);
    expect(found.classes.changed[0]?.fields).toEqual([{ field: 'from', before: '75', after: '80' }]);
    expect(found.elements.added).toEqual([{ id: '3', parent: null }]);
    expect(found.gates.removed).toEqual(edition.gates);
  });

  it('notices that the items of an element change their order', () => {
    const turned = differenceOf(edition, { ...edition, items: [b, a, c] });
    expect([turned.reordered, isSame(turned)]).toEqual([['1.1'], false]);
  });

  it('compares points, not units', () => {
    const finer = {
      ...edition,
      unitsPerPoint: 4,
      items: edition.items.map((item) => ({ ...item, full: item.full * 2 })),
    };
    const found = differenceOf(edition, finer);
    expect(found.items.changed).toEqual([]);
    expect(found.head.map(({ field }) => field)).toEqual(['unitsPerPoint']);
    expect(effectOnPoints(edition, finer).total).toEqual({ before: 15, after: 15 });
  });

  it('tells how points and kinds shift, by top-level element', () => {
    const after = { ...edition, items: [{ ...a, full: 20, kind: 'mandatory' as const }, b] };
    expect(effectOnPoints(edition, after)).toEqual({
      total: { before: 15, after: 15 },
      itemCount: { before: 3, after: 2 },
      mandatory: { before: 0, after: 1 },
      veto: { before: 1, after: 0 },
      elements: [
        { id: '1', title: '责任', before: 10, after: 15 },
        { id: '2', title: '现场', before: 5, after: 0 },
      ],
    });
  });
});

describe('for any two editions', () => {
  it('an edition does not differ from itself', () => {
    fc.assert(
      fc.property(anyEdition, (any) => {
        expect(isSame(differenceOf(any, structuredClone(any)))).toBe(true);
      }),
    );
  });

  it('the way back swaps added and removed, old and new', () => {
    const swapped = (changes: readonly { before: unknown; after: unknown }[]) =>
      changes.map((change) => JSON.stringify([change.after, change.before])).toSorted();
    const straight = (changes: readonly { before: unknown; after: unknown }[]) =>
      changes.map((change) => JSON.stringify([change.before, change.after])).toSorted();
    fc.assert(
      fc.property(anyEdition, anyEdition, (one, other) => {
        const there = differenceOf(one, other);
        const back = differenceOf(other, one);
        for (const list of ['classes', 'elements', 'items', 'gates'] as const) {
          expect(back[list].added).toEqual(there[list].removed);
          expect(back[list].removed).toEqual(there[list].added);
          expect(swapped(back[list].changed)).toEqual(straight(there[list].changed));
        }
        expect(swapped(back.items.moved)).toEqual(straight(there.items.moved));
        expect(swapped(back.head)).toEqual(straight(there.head));
        expect(back.reordered.toSorted()).toEqual(there.reordered.toSorted());
      }),
    );
  });

  it('every item of both is accounted for once', () => {
    fc.assert(
      fc.property(anyEdition, anyEdition, (one, other) => {
        const { added, removed, changed, moved, unchanged } = differenceOf(one, other).items;
        const pairs = [...changed, ...moved, ...unchanged];
        expect(new Set([...removed, ...pairs.map(({ before }) => before)]).size).toBe(one.items.length);
        expect(new Set([...added, ...pairs.map(({ after }) => after)]).size).toBe(other.items.length);
        expect(removed.length + pairs.length).toBe(one.items.length);
      }),
    );
  });
});
