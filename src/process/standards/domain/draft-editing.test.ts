import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeClass,
  changeItem,
  type Draft,
  draftTotals,
  elementRows,
  insertClass,
  insertElement,
  insertItems,
  moveElement,
  moveItems,
  newItem,
  openDraft,
  removeElement,
  renumbered,
  repeatItem,
  stepClass,
  stepElement,
  stepItem,
  withUnitsPerPoint,
} from './draft-editing.ts';

const draftOf = (
  elements: [id: string, parent: string | null][],
  items: [id: string, element: string][] = [],
): Draft => {
  const content = {
    unitsPerPoint: 2,
    classes: [],
    gates: [],
    elements: elements.map(([id, parent]) => ({ id, parent })),
    items: items.map(([id, element]) => ({ ...newItem(id, element), full: 10 })),
  };
  return openDraft(content, () => 'new').draft;
};

const shape = (draft: Draft) => elementRows(draft).map(({ element, level }) => `${'·'.repeat(level - 1)}${element.id}`);
const items = (draft: Draft) => draft.items.map(({ id, element }) => `${element}/${id}`);

const tree = draftOf(
  [
    ['a', null],
    ['a1', 'a'],
    ['a2', 'a'],
    ['b', null],
    ['b1', 'b'],
    ['b11', 'b1'],
  ],
  [
    ['x', 'a1'],
    ['y', 'a1'],
    ['z', 'b11'],
  ],
);

const placed = (result: ReturnType<typeof moveElement> | undefined): Draft => {
  if (!result?.ok) throw new Error(`not moved: ${result?.error}`);
  return result.value;
};

describe('taking up a document', () => {
  it('gives an id to what has none of its own, and says how many', () => {
    const { draft, mended } = openDraft({ items: [{ id: 'a', element: 'e' }, { id: 'a' }, 'what'] }, () => 'fresh');
    expect(draft.items).toEqual([
      { id: 'a', element: 'e' },
      { id: 'fresh', element: '' },
      { id: 'fresh', element: '' },
    ]);
    expect(mended).toBe(2);
    expect([draft.classes, draft.elements, draft.gates]).toEqual([[], [], []]);
  });

  it('keeps everything that it does not know', () => {
    const content = {
      title: 7,
      own: { x: 1 },
      classes: [{ code: 'A', more: true }],
      items: [],
      elements: [],
      gates: [],
    };
    expect(openDraft(content, () => '').draft).toEqual(content);
  });
});

describe('elements', () => {
  it('are listed from above to below, those with a lost or circular parent on the first level', () => {
    expect(shape(tree)).toEqual(['a', '·a1', '·a2', 'b', '·b1', '··b11']);
    expect(
      shape(
        draftOf([
          ['a', 'gone'],
          ['c', 'd'],
          ['d', 'c'],
        ]),
      ),
    ).toEqual(['a', 'c', '·d']);
  });

  it('move with what is below them, and their items follow', () => {
    const moved = placed(moveElement(tree, 'b', null, 'a'));
    expect(shape(moved)).toEqual(['b', '·b1', '··b11', 'a', '·a1', '·a2']);
    expect(items(moved)).toEqual(['b11/z', 'a1/x', 'a1/y']);
    expect(shape(placed(moveElement(tree, 'a2', 'a', 'a1')))).toEqual(['a', '·a2', '·a1', 'b', '·b1', '··b11']);
    expect(shape(placed(moveElement(tree, 'a1', 'b', null)))).toEqual(['a', '·a2', 'b', '·b1', '··b11', '·a1']);
  });

  it('go neither into themselves nor below the third level', () => {
    expect(moveElement(tree, 'b', 'b11', null)).toEqual({ ok: false, error: 'into-itself' });
    expect(moveElement(tree, 'b', 'a', null)).toEqual({ ok: false, error: 'too-deep' });
    expect(moveElement(tree, 'b1', 'a1', null)).toEqual({ ok: false, error: 'too-deep' });
  });

  it('step up, down, in and out, as far as there is a place', () => {
    expect(shape(placed(stepElement(tree, 'a1', 'down')))).toEqual(['a', '·a2', '·a1', 'b', '·b1', '··b11']);
    expect(shape(placed(stepElement(tree, 'a2', 'in')))).toEqual(['a', '·a1', '··a2', 'b', '·b1', '··b11']);
    expect(shape(placed(stepElement(tree, 'a1', 'out')))).toEqual(['a', '·a2', 'a1', 'b', '·b1', '··b11']);
    expect(shape(placed(stepElement(tree, 'b11', 'out')))).toEqual(['a', '·a1', '·a2', 'b', '·b1', '·b11']);
    expect([stepElement(tree, 'a', 'up'), stepElement(tree, 'b', 'down'), stepElement(tree, 'a', 'out')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(stepElement(tree, 'b', 'in')).toEqual({ ok: false, error: 'too-deep' });
  });

  it('are inserted last in their place, and leave with their items', () => {
    expect(shape(insertElement(tree, 'a', { id: 'n', parent: null }))).toContain('·n');
    const left = removeElement(tree, 'b');
    expect(shape(left)).toEqual(['a', '·a1', '·a2']);
    expect(items(left)).toEqual(['a1/x', 'a1/y']);
  });

  it('lose nothing, whatever is moved where', () => {
    const ids = ['a', 'a1', 'a2', 'b', 'b1', 'b11'];
    const move = fc.record({
      id: fc.constantFrom(...ids),
      parent: fc.option(fc.constantFrom(...ids)),
      before: fc.option(fc.constantFrom(...ids)),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let draft = tree;
        for (const { id, parent, before } of moves) {
          const moved = moveElement(draft, id, parent, before);
          if (moved.ok) draft = moved.value;
        }
        expect(draft.elements.map(({ id }) => id).sort()).toEqual(ids);
        expect(Math.max(...elementRows(draft).map(({ level }) => level))).toBeLessThanOrEqual(3);
        expect(items(draft).sort()).toEqual(['a1/x', 'a1/y', 'b11/z']);
        expect(elementRows(draft).map(({ index }) => index)).toEqual(ids.map((_, index) => index));
      }),
    );
  });
});

describe('items', () => {
  it('move before another one, to the end, and into another element', () => {
    expect(items(moveItems(tree, new Set(['y']), 'a1', 'x'))).toEqual(['a1/y', 'a1/x', 'b11/z']);
    expect(items(moveItems(tree, new Set(['x']), 'b11', null))).toEqual(['a1/y', 'b11/z', 'b11/x']);
    expect(items(moveItems(tree, new Set(['x', 'z']), 'a2', null))).toEqual(['a1/y', 'a2/x', 'a2/z']);
    expect(moveItems(tree, new Set(['x']), 'a1', 'x')).toBe(tree);
  });

  it('step within their element only', () => {
    expect(items(stepItem(tree, 'x', 'down') ?? tree)).toEqual(['a1/y', 'a1/x', 'b11/z']);
    expect(items(stepItem(tree, 'y', 'up') ?? tree)).toEqual(['a1/y', 'a1/x', 'b11/z']);
    expect([stepItem(tree, 'x', 'up'), stepItem(tree, 'y', 'down'), stepItem(tree, 'z', 'down')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are inserted behind another one, and repeated without its number', () => {
    expect(items(insertItems(tree, [newItem('n', '')], 'a1', 'x'))).toEqual(['a1/x', 'a1/n', 'a1/y', 'b11/z']);
    const numbered = changeItem(tree, 'x', { clause: '1.1', text: '要求' });
    const repeated = repeatItem(numbered, 'x', 'x2').items[1];
    expect(repeated).toMatchObject({ id: 'x2', element: 'a1', clause: '', text: '要求' });
  });

  it('stay the very same where nothing changes, so that only what changed is drawn again', () => {
    expect(changeItem(tree, 'x', { full: 10 })).toBe(tree);
    const next = changeItem(tree, 'x', { full: undefined, text: '新' });
    expect('full' in next.items[0]!).toBe(false);
    expect(next.items[1]).toBe(tree.items[1]);
  });
});

describe('classes', () => {
  const classes = [{ code: 'A', rank: 1 }, { code: 'B', rank: 2 }, { code: '停' }];
  const draft = openDraft(
    {
      classes,
      items: [{ id: 'i', element: 'e', onFail: [{ cap: 'B' }, { down: 1 }] }],
      gates: [{ id: 'g', effects: [{ status: '停' }] }],
      elements: [{ id: 'e', parent: null, floor: { percent: 60, effects: [{ cap: 'B' }] } }],
    },
    () => '',
  ).draft;

  it('have the rank of their place, statuses behind them', () => {
    expect(stepClass(draft, 1, 'up').classes.map(({ code, rank }) => [code, rank])).toEqual([
      ['B', 1],
      ['A', 2],
      ['停', undefined],
    ]);
    expect(stepClass(draft, 1, 'down')).toBe(draft);
    expect(insertClass(draft, 'ranked').classes.map(({ rank }) => rank)).toEqual([1, 2, 3, undefined]);
  });

  it('take along the effects that name them', () => {
    const next = changeClass(changeClass(draft, 1, { code: 'Z' }), 2, { code: '停产' });
    expect(next.items[0]?.onFail).toEqual([{ cap: 'Z' }, { down: 1 }]);
    expect(next.elements[0]?.floor).toEqual({ percent: 60, effects: [{ cap: 'Z' }] });
    expect(next.gates[0]?.effects).toEqual([{ status: '停产' }]);
  });
});

describe('numbers', () => {
  it('are given by place, items before the elements below', () => {
    const draft = draftOf(
      [
        ['a', null],
        ['a1', 'a'],
        ['b', null],
      ],
      [
        ['x', 'a'],
        ['y', 'a1'],
        ['z', 'b'],
        ['w', 'nowhere'],
      ],
    );
    const { draft: next, changes } = renumbered(draft);
    expect([...next.elements, ...next.items].map(({ id, clause }) => `${id} ${clause}`)).toEqual([
      'a 1',
      'a1 1.2',
      'b 2',
      'x 1.1',
      'y 1.2.1',
      'z 2.1',
      'w ',
    ]);
    expect(changes).toBe(6);
    expect(renumbered(next).changes).toBe(0);
  });

  it('keep all points when a point has other units, or are left alone', () => {
    const draft = {
      ...changeItem(tree, 'x', {
        full: 5,
        deductions: [
          { text: '缺', units: 3 },
          { text: '无', all: true },
        ],
      }),
      total: 25,
    };
    const doubled = withUnitsPerPoint(draft, 4);
    expect(doubled?.items[0]).toMatchObject({
      full: 10,
      deductions: [
        { text: '缺', units: 6 },
        { text: '无', all: true },
      ],
    });
    expect(doubled).toMatchObject({ total: 50, unitsPerPoint: 4 });
    expect(withUnitsPerPoint(draft, 1)).toBeUndefined();
  });

  it('add up by element and for the whole, and say how much is special to the industry', () => {
    const draft = changeItem(changeItem(tree, 'x', { scope: 'industry', kind: 'veto' }), 'y', { scope: 'general' });
    const { whole, elements } = draftTotals(changeItem(draft, 'z', { full: 'abc' }));
    expect(whole).toEqual({
      items: 3,
      mandatory: 0,
      veto: 1,
      units: 20,
      industryUnits: 10,
      unsaidUnits: 0,
      unsaidItems: 1,
    });
    expect([elements.get('a')?.units, elements.get('a1')?.items, elements.get('b')?.items]).toEqual([20, 2, 1]);
  });
});
