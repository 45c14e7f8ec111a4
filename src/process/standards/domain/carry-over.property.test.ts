import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitraries.ts';
import { smallEdition, smallItem } from '../testing/small-edition.ts';
import { type Answer, answerFault, carryOver, type Edition, itemContent, predecessors, suggestion } from './index.ts';

const answerTo = (item: Edition['items'][number], share: number): Answer =>
  item.scoring === 'met' ? { met: share > 0.5 } : { points: Math.floor(item.full * share) };

/** An edition, some answers to it, and another edition made from it: items change, move, swap, vanish and come up. */
const revised = fc
  .tuple(anyEdition, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([edition, stream]) => {
    const next = () => stream.next().value as number;
    // Every item reads differently, as those of a real standard do.
    const from: Edition = { ...edition, items: edition.items.map((item) => ({ ...item, text: `要求${item.id}` })) };
    const answers = Object.fromEntries(
      from.items.flatMap((item) => (next() < 0.7 ? [[item.id, answerTo(item, next())] as const] : [])),
    );
    const items = from.items.flatMap((item) => {
      const dice = next();
      if (dice < 0.15) return [];
      if (dice < 0.35) return [{ ...item, text: `${item.text}，并公示` }];
      if (dice < 0.5) return [{ ...item, id: `m-${item.id}`, clause: '9.9' }];
      return dice < 0.6 ? [item, { ...item, id: `n-${item.id}`, text: `新增${item.id}` }] : [item];
    });
    const turned = next() < 0.5 ? items.toReversed() : items;
    const [first, second, ...rest] = turned;
    const to: Edition = {
      ...from,
      items:
        first && second && next() < 0.3 ? [{ ...first, id: second.id }, { ...second, id: first.id }, ...rest] : turned,
    };
    return { from, to, answers };
  });

describe('answers are carried over', () => {
  it('to every item of the later edition exactly once, in its order', () => {
    fc.assert(
      fc.property(revised, ({ from, to, answers }) => {
        expect(carryOver(from, to, answers).items.map(({ itemId }) => itemId)).toEqual(to.items.map(({ id }) => id));
      }),
    );
  });

  it('so that each answer of the earlier edition goes to one item, or is named as dropped', () => {
    fc.assert(
      fc.property(revised, ({ from, to, answers }) => {
        const { items, dropped } = carryOver(from, to, answers);
        const used = items.flatMap((each) => (each.kind === 'kept' || each.kind === 'to-confirm' ? [each.from] : []));
        expect([...used, ...dropped].sort()).toEqual(Object.keys(answers).sort());
      }),
    );
  });

  it('unchanged and valid where the item says the same, and nowhere else', () => {
    fc.assert(
      fc.property(revised, ({ from, to, answers }) => {
        const before = new Map(from.items.map((item) => [item.id, item]));
        const after = new Map(to.items.map((item) => [item.id, item]));
        for (const each of carryOver(from, to, answers).items) {
          if (each.kind === 'new') continue;
          const [was, now] = [before.get(each.from)!, after.get(each.itemId)!];
          expect(itemContent(now, to) === itemContent(was, from)).toBe(each.same);
          if (each.kind === 'to-confirm') expect(each.same).toBe(false);
          if (each.kind !== 'kept') continue;
          expect(each.answer).toEqual(answers[each.from]);
          expect(answerFault(now, each.answer)).toBeUndefined();
        }
      }),
    );
  });

  it('as suggestions that the item can be answered with', () => {
    fc.assert(
      fc.property(revised, ({ from, to, answers }) => {
        const after = new Map(to.items.map((item) => [item.id, item]));
        for (const each of carryOver(from, to, answers).items)
          if (each.kind === 'to-confirm' && each.suggestion !== null)
            expect(answerFault(after.get(each.itemId)!, each.suggestion)).toBeUndefined();
      }),
    );
  });

  it('whole to the same edition, in whatever order its items stand', () => {
    fc.assert(
      fc.property(revised, ({ from, answers }) => {
        const { items, dropped } = carryOver(from, { ...from, items: from.items.toReversed() }, answers);
        expect(dropped).toEqual([]);
        expect(items.every(({ kind }) => kind === 'kept' || kind === 'unanswered')).toBe(true);
        expect(items.filter(({ kind }) => kind === 'kept')).toHaveLength(Object.keys(answers).length);
      }),
    );
  });

  it('no matter in which order the items of either edition stand', () => {
    fc.assert(
      fc.property(revised, ({ from, to, answers }) => {
        const turned = carryOver(
          { ...from, items: from.items.toReversed() },
          { ...to, items: to.items.toReversed() },
          answers,
        );
        expect(turned.items.toReversed()).toEqual(carryOver(from, to, answers).items);
      }),
    );
  });
});

const two = (a: Parameters<typeof smallItem>[1], b: Parameters<typeof smallItem>[1]) =>
  smallEdition({ items: [smallItem('a', a), smallItem('b', b)] });

describe('an item is known again', () => {
  it('by its content where two items have exchanged their ids', () => {
    const known = predecessors(two({ text: '甲' }, { text: '乙' }), two({ text: '乙' }, { text: '甲' }));
    expect(known.get('a')).toEqual({ from: 'b', same: true });
    expect(known.get('b')).toEqual({ from: 'a', same: true });
  });

  it('only by its id where its content stood twice', () => {
    const from = two({ text: '甲' }, { text: '甲' });
    const to = smallEdition({ items: [smallItem('z', { text: '甲' }), smallItem('a', { text: '丙' })] });
    expect([...predecessors(from, to)]).toEqual([['a', { from: 'a', same: false }]]);
  });

  it('not where its id went to another item and its content is nowhere', () => {
    const from = two({ text: '甲' }, { text: '乙' });
    const to = smallEdition({ items: [smallItem('a', { text: '乙' }), smallItem('c', { text: '丙' })] });
    expect([...predecessors(from, to)]).toEqual([['a', { from: 'b', same: true }]]);
  });
});

describe('an old answer is suggested', () => {
  const halves = { unitsPerPoint: 2 };
  it.each([
    [
      'as the same number of points where more units make one',
      { points: 3 },
      { unitsPerPoint: 10 },
      smallItem('a', { full: 50 }),
      { points: 15 },
    ],
    ['not where it comes to no whole unit', { points: 3 }, { unitsPerPoint: 1 }, smallItem('a'), null],
    ['not above the full points', { points: 8 }, halves, smallItem('a', { full: 6 }), null],
    ['not as points to an item that is met or not', { points: 8 }, halves, smallItem('a', { scoring: 'met' }), null],
    ['not as met to an item of points', { met: true }, halves, smallItem('a'), null],
    [
      'not as not applicable where that is forbidden now',
      { na: '无此设施' },
      halves,
      smallItem('a', { na: 'forbidden' }),
      null,
    ],
    ['with its reason where it is not applicable', { na: '无此设施' }, halves, smallItem('a'), { na: '无此设施' }],
  ] as const)('%s', (_, answer, to, item, wanted) => {
    expect(suggestion(answer, halves, item, to)).toEqual(wanted);
  });
});
