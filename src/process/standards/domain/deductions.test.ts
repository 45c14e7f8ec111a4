import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallItem } from '../testing/small-edition.ts';
import {
  countedDeductions,
  type DeductionCounts,
  deductionsFault,
  MOST_COUNT,
  pointsLeft,
  sameCounts,
  tidyCounts,
} from './deductions.ts';
import type { Deduction, Item } from './edition.ts';

const halves = { unitsPerPoint: 2 };
const fences = smallItem('a', {
  clause: '3.1',
  full: 10,
  deductions: [
    { text: '缺护栏', units: 4, per: '处' },
    { text: '没有记录', units: 3 },
    { text: '未建立制度', all: true },
  ],
});

const anyRule: fc.Arbitrary<Deduction> = fc.oneof(
  fc.record({ text: fc.string({ minLength: 1 }), units: fc.integer({ min: 1, max: 60 }), per: fc.constant('处') }),
  fc.record({ text: fc.string({ minLength: 1 }), units: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ text: fc.string({ minLength: 1 }), all: fc.constant(true as const) }),
);
const anyCounted: fc.Arbitrary<{ item: Item; counts: DeductionCounts }> = fc
  .record({
    full: fc.integer({ min: 0, max: 200 }),
    rules: fc.array(anyRule, { minLength: 1, maxLength: 6 }),
    counts: fc.array(fc.integer({ min: 0, max: MOST_COUNT }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ full, rules, counts }) => ({
    item: smallItem('a', { full, deductions: rules }),
    counts: Object.fromEntries(
      rules.map((rule, at) => {
        const once = 'all' in rule || rule.per === undefined;
        return [at, once ? Math.min(1, counts[at] ?? 0) : (counts[at] ?? 0)];
      }),
    ),
  }));

describe('the points left of an item', () => {
  it.each<[DeductionCounts, number]>([
    [{}, 10],
    [{ 0: 1 }, 6],
    [{ 0: 1, 1: 1 }, 3],
    [{ 0: 3 }, 0],
    [{ 2: 1 }, 0],
    [{ 0: 0, 2: 0 }, 10],
  ])('after counting %j are %d units', (counts, left) => expect(pointsLeft(fences, counts)).toBe(left));

  it('are never below nothing and never above full, and everything is gone once a rule takes all', () => {
    fc.assert(
      fc.property(anyCounted, ({ item, counts }) => {
        const left = pointsLeft(item, counts);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(item.full);
        const takesAll = countedDeductions(item, counts).some(({ rule }) => 'all' in rule);
        if (takesAll) expect(left).toBe(0);
      }),
    );
  });

  it('never rise when more is found', () => {
    fc.assert(
      fc.property(anyCounted, fc.nat(), ({ item, counts }, at) => {
        const position = at % (item.deductions?.length ?? 1);
        const more = { ...counts, [position]: (counts[position] ?? 0) + 1 };
        expect(pointsLeft(item, more)).toBeLessThanOrEqual(pointsLeft(item, counts));
      }),
    );
  });

  it('do not depend on the order of rules or counts, nor on zeros', () => {
    fc.assert(
      fc.property(anyCounted, ({ item, counts }) => {
        const rules = item.deductions ?? [];
        const turned = { ...item, deductions: [...rules].reverse() };
        const turnedCounts = Object.fromEntries(
          Object.entries(counts).map(([at, count]) => [rules.length - 1 - Number(at), count]),
        );
        expect(pointsLeft(turned, turnedCounts)).toBe(pointsLeft(item, counts));
        expect(pointsLeft(item, tidyCounts(counts) ?? {})).toBe(pointsLeft(item, counts));
      }),
    );
  });

  it('are what the counts are accepted with, and any other points are refused', () => {
    fc.assert(
      fc.property(anyCounted, fc.integer({ min: 1, max: 50 }), ({ item, counts }, off) => {
        const left = pointsLeft(item, counts);
        expect(deductionsFault(item, { points: left }, counts, halves)).toBeUndefined();
        expect(deductionsFault(item, { points: left + off }, counts, halves)?.code).toBe('deductions.pointsDiffer');
      }),
    );
  });
});

describe('what was found', () => {
  it('is listed in the order of the rules, with what each takes away before the floor at nothing', () => {
    expect(countedDeductions(fences, { 2: 1, 0: 3 })).toEqual([
      { position: 0, rule: fences.deductions?.[0], count: 3, units: 12 },
      { position: 2, rule: fences.deductions?.[2], count: 1, units: 10 },
    ]);
  });

  it('is kept without zeros, and as nothing at all where nothing was found', () => {
    expect([tidyCounts({ 0: 0, 1: 1 }), tidyCounts({ 0: 0 }), tidyCounts(undefined)]).toEqual([
      { 1: 1 },
      undefined,
      undefined,
    ]);
    expect([sameCounts({ 0: 0, 1: 1 }, { 1: 1 }), sameCounts({}, undefined), sameCounts({ 0: 1 }, { 0: 2 })]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('counts that do not fit are refused by item and rule', () => {
  const met = smallItem('b', { scoring: 'met', full: 10 });
  it.each<[string, Item, DeductionCounts, string, object]>([
    ['a rule that there is not', fences, { 3: 1 }, 'deductions.ruleUnknown', { item: '3.1', rule: '3', most: 3 }],
    ['a position that is none', fences, { '01': 1 }, 'deductions.ruleUnknown', { rule: '01' }],
    ['a name of the language', fences, { constructor: 1 }, 'deductions.ruleUnknown', { rule: 'constructor' }],
    ['a half', fences, { 0: 1.5 }, 'deductions.countNotWhole', { rule: 1, text: '缺护栏' }],
    ['less than nothing', fences, { 0: -1 }, 'deductions.countNotWhole', { rule: 1 }],
    ['twice what is so or not', fences, { 1: 2 }, 'deductions.countsOnce', { rule: 2, text: '没有记录' }],
    ['everything twice', fences, { 2: 2 }, 'deductions.countsOnce', { rule: 3 }],
    ['beyond reason', fences, { 0: MOST_COUNT + 1 }, 'deductions.countTooLarge', { rule: 1, most: MOST_COUNT }],
    ['what is met or not', met, { 0: 1 }, 'deductions.nothingToCount', { item: 'b' }],
    ['an item without rules', smallItem('c', {}), { 0: 1 }, 'deductions.nothingToCount', { item: 'c' }],
  ])('%s', (_, item, counts, code, params) => {
    expect(deductionsFault(item, { points: 0 }, counts, halves)).toMatchObject({ code, params });
  });

  it('without points, and with points that they do not leave, in points and not in units', () => {
    expect(deductionsFault(fences, { na: '无' }, { 0: 1 }, halves)?.code).toBe('deductions.withoutPoints');
    expect(deductionsFault(fences, null, { 0: 1 }, halves)?.code).toBe('deductions.withoutPoints');
    expect(deductionsFault(fences, { points: 7 }, { 0: 1, 1: 1 }, halves)).toEqual({
      code: 'deductions.pointsDiffer',
      params: { item: '3.1', given: '3.5', left: '1.5', rules: '1×1 2×1' },
    });
    expect(deductionsFault(fences, { points: 7 }, {}, halves)).toBeUndefined();
  });
});
