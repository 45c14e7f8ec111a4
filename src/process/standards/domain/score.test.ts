import { describe, expect, it } from 'vitest';
import { smallAnswers, smallEdition, smallGate, smallItem } from '../testing/small-edition.ts';
import { type Answer, compile, type Edition, type Score, score } from './index.ts';

const scored = (edition: Edition, answers: Record<string, Answer | number>, facts: [string, string][] = []): Score => {
  const result = score(compile(edition), smallAnswers(edition, answers, facts), { trace: true });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('the sum', () => {
  it('gives the 68.6 printed in a mine’s report for 2508 of 4000 points with 343 not applicable', () => {
    const edition = smallEdition({
      unitsPerPoint: 1,
      items: [smallItem('got', { full: 2508 }), smallItem('lost', { full: 1149 }), smallItem('absent', { full: 343 })],
    });
    expect(scored(edition, { got: 2508, lost: 0, absent: { na: '无此设施' } })).toMatchObject({
      full: 4000,
      earned: 2508,
      deducted: 1149,
      notApplicable: 343,
      normalised: { num: 83600, den: 1219 },
      printed: '68.6',
      scoreClass: 'C',
      class: 'C',
      accepted: true,
    });
  });

  it('takes a met item as full points or none', () => {
    const edition = smallEdition({ items: [smallItem('a', { scoring: 'met' }), smallItem('b', { scoring: 'met' })] });
    expect(scored(edition, { a: { met: true }, b: { met: false } })).toMatchObject({ earned: 10, printed: '50.0' });
  });

  it('refuses a score when everything is not applicable', () => {
    const edition = smallEdition();
    const answers = smallAnswers(edition, { a: { na: '停用' }, b: { na: '停用' } });
    expect(score(compile(edition), answers, { trace: true })).toMatchObject({
      ok: false,
      error: { code: 'score.everythingNotApplicable' },
    });
  });

  it('refuses a score when all that applies is worth no points', () => {
    const edition = smallEdition({ items: [smallItem('a'), smallItem('b', { full: 0 })] });
    expect(score(compile(edition), smallAnswers(edition, { a: { na: '停用' }, b: 0 }), { trace: false }).ok).toBe(
      false,
    );
  });

  it.each([
    ['printed', '90.0', 'A'],
    ['exact', '90.0', 'B'],
  ] as const)('holds 89.95 against the threshold 90 by the %s value', (compare, printed, scoreClass) => {
    const edition = smallEdition({ compare, items: [smallItem('a', { full: 2000 })] });
    expect(scored(edition, { a: 1799 })).toMatchObject({ normalised: { num: 1799, den: 20 }, printed, scoreClass });
  });

  it('prints to whole numbers and compares a threshold with more digits exactly', () => {
    const classes = [
      { code: '好', rank: 1, from: '66.7' },
      { code: '差', rank: 2, from: '0' },
    ];
    const edition = smallEdition({ digits: 0, classes, items: [smallItem('a', { full: 3 })] });
    expect(scored(edition, { a: 2 })).toMatchObject({ printed: '67', class: '好' });
    expect(scored({ ...edition, compare: 'exact' }, { a: 2 })).toMatchObject({ printed: '67', class: '差' });
  });
});

describe('mandatory and veto items', () => {
  const edition = smallEdition({
    items: [
      smallItem('m', { kind: 'mandatory', full: 2, onFail: [{ cap: 'C' }] }),
      smallItem('v', { kind: 'veto', full: 2, onFail: [{ cap: 'D' }] }),
      smallItem('rest', { full: 96 }),
    ],
  });

  it('cap the class of an otherwise excellent score when a single point is missing', () => {
    expect(scored(edition, { m: 1, v: 2, rest: 96 })).toMatchObject({ printed: '99.0', scoreClass: 'A', class: 'C' });
  });

  it('take the least favourable of two caps', () => {
    expect(scored(edition, { m: 0, v: 1, rest: 96 })).toMatchObject({ scoreClass: 'A', class: 'D' });
  });

  it('leave a class alone that is no better than the cap', () => {
    expect(scored(edition, { m: 0, v: 2, rest: 40 })).toMatchObject({ scoreClass: 'D', class: 'D' });
  });

  it('do not fail when they are not applicable', () => {
    expect(scored(edition, { m: { na: '无' }, v: 2, rest: 96 })).toMatchObject({ printed: '100.0', class: 'A' });
  });

  it('cannot fail when they are worth no points, and a scored item never fails', () => {
    const odd = smallEdition({
      items: [
        smallItem('zero', { kind: 'veto', scoring: 'met', full: 0, onFail: [{ refuse: true }] }),
        smallItem('plain', { onFail: [{ refuse: true }] }),
        smallItem('rest', { full: 90 }),
      ],
    });
    expect(scored(odd, { zero: { met: false }, plain: 0, rest: 90 })).toMatchObject({ accepted: true, class: 'A' });
  });
});

describe('zeroing an element', () => {
  const elements = [
    { id: '1', parent: null },
    { id: '1.1', parent: '1' },
    { id: '2', parent: null },
  ];
  const edition = smallEdition({
    elements,
    items: [
      smallItem('v', { element: '2', kind: 'veto', onFail: [{ zero: '1' }] }),
      smallItem('m', { element: '1.1', kind: 'mandatory', onFail: [{ cap: 'D' }] }),
      smallItem('n', { element: '1' }),
      smallItem('rest', { element: '2', full: 70 }),
    ],
  });

  it('takes the points of the items in it and below it, and fails no item by that', () => {
    expect(scored(edition, { v: 5, m: 10, n: 10, rest: 70 })).toMatchObject({
      earned: 75,
      deducted: 25,
      printed: '75.0',
      class: 'B',
    });
  });

  it('leaves not applicable items not applicable', () => {
    expect(scored(edition, { v: 5, m: 10, n: { na: '无' }, rest: 70 })).toMatchObject({
      earned: 75,
      notApplicable: 10,
      printed: '83.3',
    });
  });

  it('names in its account what every item lost', () => {
    expect(scored(edition, { v: 5, m: 10, n: 8, rest: 70 }).trace).toContainEqual({
      step: 2,
      rule: 'zero',
      inputs: {
        cause: { item: 'v' },
        element: '1',
        items: [
          { item: 'm', earned: 10 },
          { item: 'n', earned: 8 },
        ],
      },
      before: 18,
      after: 0,
    });
  });

  it('can break a floor', () => {
    const floored = {
      ...edition,
      elements: elements.map((element) =>
        element.id === '1' ? { ...element, floor: { percent: 60, effects: [{ down: 1 }] } } : element,
      ),
    };
    expect(scored(floored, { v: 5, m: 10, n: 10, rest: 70 })).toMatchObject({ scoreClass: 'B', class: 'C' });
  });
});

describe('floors', () => {
  const edition = smallEdition({
    elements: [
      { id: '1', parent: null, floor: { percent: 60, effects: [{ cap: 'C' }] } },
      { id: '2', parent: null },
    ],
    items: [smallItem('a'), smallItem('b', { element: '2', full: 90 })],
  });

  it('are kept at exactly their share and broken a point below', () => {
    expect(scored(edition, { a: 6, b: 90 })).toMatchObject({ printed: '96.0', class: 'A' });
    expect(scored(edition, { a: 5, b: 90 })).toMatchObject({ printed: '95.0', scoreClass: 'A', class: 'C' });
  });

  it('do not exist for an element that is wholly not applicable', () => {
    const result = scored(edition, { a: { na: '无' }, b: 90 });
    expect(result.class).toBe('A');
    expect(result.trace).toContainEqual({
      step: 7,
      rule: 'floor.notApplicable',
      inputs: { floor: '1', percent: 60, earned: 0, applicable: 0 },
      before: null,
      after: null,
    });
  });
});

describe('gates', () => {
  const edition = smallEdition({
    gates: [
      smallGate('one', { atLeast: 1, effects: [{ down: 1 }] }),
      smallGate('two', { atLeast: 2, effects: [{ down: 1 }, { cap: 'C' }] }),
    ],
  });
  const full = { a: 10, b: 10 };

  it('count facts later than the same day twelve months before and up to the day itself', () => {
    expect(scored(edition, full, [['death', '2025-03-31']]).class).toBe('A');
    expect(scored(edition, full, [['death', '2025-04-01']]).class).toBe('B');
    expect(scored(edition, full, [['death', '2026-03-31']]).class).toBe('B');
    expect(scored(edition, full, [['death', '2026-04-01']]).class).toBe('A');
    expect(scored(edition, full, [['penalty', '2026-01-01']]).class).toBe('A');
  });

  it('clamp the month before 31 March to the end of February', () => {
    const monthly = smallEdition({ gates: [smallGate('one', { months: 1, effects: [{ down: 1 }] })] });
    expect(scored(monthly, full, [['death', '2026-02-28']]).class).toBe('A');
    expect(scored(monthly, full, [['death', '2026-03-01']]).class).toBe('B');
  });

  it('add their steps before the caps', () => {
    const facts: [string, string][] = [
      ['death', '2026-01-01'],
      ['death', '2026-02-01'],
    ];
    expect(scored(edition, full, facts)).toMatchObject({ scoreClass: 'A', class: 'C' });
  });

  it('go down to the last rank and no further', () => {
    const steep = smallEdition({
      gates: [smallGate('one', { effects: [{ down: 2 }] }), smallGate('more', { effects: [{ down: 7 }] })],
    });
    expect(scored(steep, full, [['death', '2026-01-01']]).class).toBe('D');
  });
});

describe('when effects meet', () => {
  const edition = smallEdition({
    classes: [...smallEdition().classes, { code: '另定' }],
    elements: [{ id: '1', parent: null, floor: { percent: 50, effects: [{ down: 1 }] } }],
    items: [
      smallItem('m', { kind: 'mandatory', onFail: [{ down: 1 }, { cap: 'C' }] }),
      smallItem('v', { kind: 'veto', onFail: [{ refuse: true }, { zero: '1' }] }),
      smallItem('rest', { full: 80 }),
    ],
    gates: [
      smallGate('stopped', { fact: 'stop', effects: [{ status: '停产' }] }),
      smallGate('elsewhere', { fact: 'other', effects: [{ status: '另定' }] }),
      smallGate('accident', { effects: [{ zero: '1' }] }),
    ],
  });

  it('a status replaces the class, the first gate in order winning', () => {
    const both: [string, string][] = [
      ['other', '2026-01-01'],
      ['stop', '2026-01-01'],
    ];
    const result = scored(edition, { m: 10, v: 10, rest: 80 }, both);
    expect(result).toMatchObject({ scoreClass: 'A', class: '停产', accepted: true });
    expect(result.trace.filter(({ step }) => step === 9)).toEqual([
      { step: 9, rule: 'status', inputs: { cause: { gate: 'stopped' }, status: '停产' }, before: 'A', after: '停产' },
      {
        step: 9,
        rule: 'status.later',
        inputs: { cause: { gate: 'elsewhere' }, status: '另定' },
        before: '停产',
        after: '停产',
      },
    ]);
  });

  it('a status replaces the class also after caps and steps', () => {
    expect(scored(edition, { m: 9, v: 10, rest: 80 }, [['other', '2026-01-01']])).toMatchObject({
      scoreClass: 'A',
      class: '另定',
    });
  });

  it('the lower of score class and another authority’s stands, by one cap for each class that it may come to', () => {
    const graded = smallEdition({
      items: [smallItem('a', { full: 100 })],
      gates: ['B', 'C', 'D'].map((cap) => smallGate(cap, { fact: `graded-${cap}`, effects: [{ cap }] })),
    });
    const lower = (points: number, ...grades: string[]) =>
      scored(
        graded,
        { a: points },
        grades.map((grade) => [`graded-${grade}`, '2026-01-01']),
      );
    expect(lower(100, 'B').class).toBe('B');
    expect(lower(100, 'D', 'B').class).toBe('D');
    const worse = lower(0, 'B');
    expect(worse).toMatchObject({ scoreClass: 'D', class: 'D' });
    expect(worse.trace.find(({ rule }) => rule === 'cap')).toMatchObject({ before: 'D', after: 'D' });
  });

  it('a refusal outdoes a status and still tells the score class', () => {
    expect(scored(edition, { m: 10, v: 0, rest: 80 }, [['stop', '2026-01-01']])).toMatchObject({
      earned: 0,
      printed: '0.0',
      scoreClass: 'D',
      class: null,
      accepted: false,
    });
  });

  it('a gate zeroes without failing the mandatory and veto items in the element', () => {
    expect(scored(edition, { m: 10, v: 10, rest: 80 }, [['death', '2026-01-01']])).toMatchObject({
      earned: 0,
      class: 'D',
      accepted: true,
    });
  });

  it('the account gives every step in order, with the class before and after', () => {
    const { trace } = scored(edition, { m: 9, v: 10, rest: 80 }, []);
    expect(trace.filter(({ step }) => step >= 3)).toEqual([
      {
        step: 3,
        rule: 'sum',
        inputs: { items: 3 },
        before: null,
        after: { full: 100, notApplicable: 0, earned: 99, deducted: 1 },
      },
      { step: 4, rule: 'normalise', inputs: { scale: 100, applicable: 100 }, before: 99, after: { num: 99, den: 1 } },
      { step: 5, rule: 'print', inputs: { digits: 1 }, before: { num: 99, den: 1 }, after: '99.0' },
      {
        step: 6,
        rule: 'scoreClass',
        inputs: {
          compare: 'printed',
          value: '99.0',
          classes: [
            { class: 'A', from: '90', reached: true },
            { class: 'B', from: '75', reached: true },
            { class: 'C', from: '60', reached: true },
            { class: 'D', from: '0', reached: true },
          ],
        },
        before: null,
        after: 'A',
      },
      {
        step: 7,
        rule: 'floor.kept',
        inputs: { floor: '1', percent: 50, earned: 99, applicable: 100 },
        before: null,
        after: false,
      },
      { step: 7, rule: 'down', inputs: { cause: { item: 'm' }, by: 1 }, before: 'A', after: 'B' },
      { step: 8, rule: 'cap', inputs: { cause: { item: 'm' }, cap: 'C' }, before: 'B', after: 'C' },
    ]);
  });
});
