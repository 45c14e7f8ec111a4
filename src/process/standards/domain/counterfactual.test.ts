import { describe, expect, it } from 'vitest';
import { smallAnswers, smallEdition, smallGate, smallItem } from '../testing/small-edition.ts';
import { type Answer, type Counterfactual, compile, counterfactual, type Edition } from './index.ts';

const asked = (
  edition: Edition,
  answers: Record<string, Answer | number>,
  facts: [string, string][] = [],
  most?: number,
): Counterfactual => {
  const result = counterfactual(compile(edition), smallAnswers(edition, answers, facts), most);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('what would lift a class', () => {
  const edition = smallEdition({
    items: [
      smallItem('must', { kind: 'mandatory', scoring: 'met', full: 4, onFail: [{ cap: 'C' }] }),
      smallItem('big', { full: 30 }),
      smallItem('small', { full: 6 }),
      smallItem('rest', { full: 60 }),
    ],
    gates: [smallGate('death', { effects: [{ cap: 'C' }] })],
  });

  it('is the mandatory item whose cap decided', () => {
    expect(asked(edition, { must: { met: false }, big: 30, small: 6, rest: 60 }).better).toEqual({
      found: 'sets',
      size: 1,
      sets: [{ changes: [{ item: 'must', before: 0, after: 4 }], class: 'A' }],
      more: false,
    });
  });

  it('is the least number of points that reaches the line, in any one item that can give it', () => {
    expect(asked(edition, { must: { met: true }, big: 10, small: 3, rest: 57 })).toMatchObject({
      class: 'C',
      scoreClass: 'C',
      lines: [
        { class: 'A', from: '90', least: 90, missing: 16 },
        { class: 'B', from: '75', least: 75, missing: 1 },
        { class: 'C', from: '60', least: 60, missing: -14 },
        { class: 'D', from: '0', least: 0, missing: -74 },
      ],
      better: {
        size: 1,
        sets: [
          { changes: [{ item: 'big', before: 10, after: 11 }], class: 'B' },
          { changes: [{ item: 'small', before: 3, after: 4 }], class: 'B' },
          { changes: [{ item: 'rest', before: 57, after: 58 }], class: 'B' },
        ],
      },
    });
  });

  it('names the item and the fact together where either alone is not enough, and the day on which the fact lapses', () => {
    expect(
      asked(edition, { must: { met: false }, big: 30, small: 6, rest: 60 }, [['death', '2026-01-31']]).better,
    ).toEqual({
      found: 'sets',
      size: 2,
      sets: [
        {
          changes: [
            { fact: 'death', date: '2026-01-31', lapses: '2027-01-31' },
            { item: 'must', before: 0, after: 4 },
          ],
          class: 'A',
        },
      ],
      more: false,
    });
  });

  it('does not take the larger loss of one zeroed element for that of another', () => {
    const zeroing = smallEdition({
      elements: [
        { id: '1', parent: null },
        { id: '2', parent: null },
        { id: '3', parent: null },
      ],
      items: [
        smallItem('v1', { element: '3', kind: 'veto', full: 1, onFail: [{ zero: '1' }] }),
        smallItem('v2', { element: '3', kind: 'veto', full: 1, onFail: [{ zero: '2' }] }),
        smallItem('a', { element: '1', full: 10 }),
        smallItem('b', { element: '2', full: 18 }),
        smallItem('rest', { element: '3', full: 70 }),
      ],
    });
    const { better } = asked(zeroing, { v1: 0, v2: 0, a: 0, b: 2, rest: 70 });
    expect(better).toMatchObject({ found: 'sets', size: 2, more: false });
    expect(better.found === 'sets' && better.sets.map(({ changes }) => changes)).toEqual([
      [
        { item: 'v1', before: 0, after: 1 },
        { item: 'a', before: 0, after: 4 },
      ],
      [
        { item: 'v2', before: 0, after: 1 },
        { item: 'b', before: 2, after: 4 },
      ],
    ]);
  });

  it('says how many at least where three are not enough, and that nothing helps at the top', () => {
    const ten = smallEdition({ items: Array.from({ length: 10 }, (_, at) => smallItem(`i${at}`)) });
    const all = (points: number) => Object.fromEntries(ten.items.map(({ id }) => [id, points]));
    expect(asked(ten, all(0)).better).toEqual({ found: 'beyond', atLeast: 6 });
    expect(asked(ten, all(10)).better).toEqual({ found: 'never' });
    expect(asked(ten, all(0)).worse).toEqual({ found: 'never' });
  });

  it('keeps what is not applicable so', () => {
    const answers = { must: { met: true }, big: { na: '无此设施' }, small: 6, rest: 46 };
    expect(asked(edition, answers).better).toMatchObject({
      sets: [{ changes: [{ item: 'rest', before: 46, after: 53 }] }],
    });
  });
});

describe('how close a class is to falling', () => {
  const edition = smallEdition({
    items: [
      smallItem('must', { kind: 'mandatory', full: 10, onFail: [{ cap: 'C' }] }),
      smallItem('one', { full: 45 }),
      smallItem('two', { full: 45 }),
    ],
  });

  it('is the least loss that is enough: a single unit of a mandatory item, or as many points as there are to spare', () => {
    expect(asked(edition, { must: 10, one: 41, two: 43 })).toMatchObject({
      class: 'A',
      worse: {
        size: 1,
        sets: [
          { changes: [{ item: 'must', before: 10, after: 9 }], class: 'C' },
          { changes: [{ item: 'two', before: 43, after: 38 }], class: 'B' },
          { changes: [{ item: 'one', before: 41, after: 36 }], class: 'B' },
        ],
      },
    });
  });

  it('lists no more sets than asked for', () => {
    expect(asked(edition, { must: 10, one: 41, two: 43 }, [], 1).worse).toMatchObject({
      sets: [{ changes: [{ item: 'must' }] }],
      more: true,
    });
  });
});
