import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkForPublishing, type Edition, type Effect, type Item } from '#process/standards/domain/index.ts';
import { DEEP, editionOf, goldenNames, SCHEME } from './deep-standards.ts';

const units = (items: readonly Item[]): number => items.reduce((sum, { full }) => sum + full, 0);
const ofKind = (of: Edition, kind: Item['kind']): readonly Item[] => of.items.filter((item) => item.kind === kind);
const ofIndustry = (of: Edition): readonly Item[] => of.items.filter(({ scope }) => scope === 'industry');
const deciding = (of: Edition): readonly Item[] => of.items.filter(({ kind }) => kind !== 'scored');

/** Texts that are the same once figures and white space are left out. */
const alike = (items: readonly Item[], field: 'deduction' | 'method'): readonly string[] => {
  const seen = new Map<string, string>();
  return items.flatMap((item) => {
    const text = (item[field] ?? '').replace(/[\d.\s]/gu, '');
    const other = seen.get(text);
    seen.set(text, item.clause ?? item.id);
    return other === undefined ? [] : [`${other} = ${item.clause}`];
  });
};

/** What a text takes off, in units, smallest first: its figures 扣 N 分, and null for each 不得分. */
const figuresIn = (text: string, unitsPerPoint: number): readonly (number | null)[] => [
  ...[...text.matchAll(/扣 ?(\d+(?:\.\d+)?) ?分/g)]
    .map(([, points]) => Number(points) * unitsPerPoint)
    .sort((one, other) => one - other),
  ...[...text.matchAll(/不得分/g)].map(() => null),
];

/** What a deduction text must say of an effect. */
const WORDING: Readonly<Record<string, RegExp>> = { down: /降低?.类/, zero: /记零/, refuse: /不予受理/ };
const wordingOf = (effect: Effect): RegExp =>
  'cap' in effect
    ? new RegExp(`最高(只能)?评为 ?${effect.cap} 类|评为 ?${effect.cap} 类`)
    : WORDING[Object.keys(effect)[0]!]!;

describe.each(DEEP)('the deep standard for %s', (industry) => {
  const of = editionOf(industry);
  const counted = of.items.filter(({ scoring }) => scoring === 'points');

  it('has 80 to 150 items, at least 6 mandatory and 4 veto items, and passes the check for publishing', () => {
    expect(of.items.length).toBeGreaterThanOrEqual(80);
    expect(of.items.length).toBeLessThanOrEqual(150);
    expect(ofKind(of, 'mandatory').length).toBeGreaterThanOrEqual(6);
    expect(ofKind(of, 'veto').length).toBeGreaterThanOrEqual(4);
    expect(checkForPublishing(of)).toEqual([]);
  });

  it('says what it and each of its elements add up to: 1000 points in all', () => {
    expect(of.total).toBe(1000 * of.unitsPerPoint);
    expect(units(of.items)).toBe(of.total);
    expect(of.elements.filter(({ full }) => full === undefined).map(({ id }) => id)).toEqual([]);
    const first = of.elements.filter(({ parent }) => parent === null);
    expect(first.reduce((sum, { full }) => sum + full!, 0)).toBe(of.total);
  });

  it('gives every item a scope, and at least 60 % of the points to what is special to the industry', () => {
    expect(of.items.filter(({ scope }) => scope === undefined).map(({ clause }) => clause)).toEqual([]);
    expect(units(ofIndustry(of)) * 100).toBeGreaterThanOrEqual(60 * units(of.items));
  });

  it('has no two deduction or method texts that differ in figures only', () => {
    expect(alike(of.items, 'deduction')).toEqual([]);
    expect(alike(of.items, 'method')).toEqual([]);
  });

  it('lets the deductions of every item scored by points be counted out, none above what the item is worth', () => {
    expect(counted.filter(({ deductions }) => !deductions?.length).map(({ clause }) => clause)).toEqual([]);
    const tooDear = counted.filter(({ deductions, full }) =>
      deductions!.some((rule) => 'units' in rule && rule.units > full),
    );
    expect(tooDear.map(({ clause }) => clause)).toEqual([]);
  });

  it('takes off by rule what the deduction text says, no figure more and no figure less', () => {
    const told = counted.map(({ clause, deduction }) => [clause, figuresIn(deduction!, of.unitsPerPoint)]);
    const ruled = counted.map(({ clause, deductions }) => [
      clause,
      [
        ...deductions!.flatMap((rule) => ('units' in rule ? [rule.units] : [])).sort((one, other) => one - other),
        ...deductions!.flatMap((rule) => ('units' in rule ? [] : [null])),
      ],
    ]);
    expect(ruled).toEqual(told);
  });

  it('uses the words of the deduction text in its rules, and counts in the same unit', () => {
    const astray = counted.flatMap(({ clause, deduction, deductions }) =>
      deductions!
        .filter((rule) => {
          const per = 'units' in rule ? rule.per : undefined;
          const counts = per === undefined || new RegExp(`每 ?${per}`).test(deduction!);
          return !deduction!.includes(rule.text) || !counts;
        })
        .map((rule) => `${clause} ${rule.text}`),
    );
    expect(astray).toEqual([]);
  });

  it('tells in the deduction text of every deciding item what follows', () => {
    const untold = deciding(of).flatMap(({ clause, deduction, onFail }) =>
      onFail
        .filter((effect) => !wordingOf(effect).test(deduction!))
        .map((effect) => `${clause} ${JSON.stringify(effect)}`),
    );
    expect(untold).toEqual([]);
  });

  it('says of every deciding item that may be not applicable, when it may', () => {
    const silent = deciding(of).filter(({ na, naWhen }) => na === 'allowed' && !naWhen?.trim());
    expect(silent.map(({ clause }) => clause)).toEqual([]);
  });

  it('has effects of every kind: caps at several classes, steps down, both levels zeroed, not accepted; and a status', () => {
    const effects: readonly Effect[] = [
      ...of.items.flatMap(({ onFail }) => onFail),
      ...of.gates.flatMap(({ effects: own }) => own),
    ];
    const caps = new Set(effects.flatMap((effect) => ('cap' in effect ? [effect.cap] : [])));
    expect([...caps].sort()).toEqual(['B', 'C', 'D']);
    const levels = new Set(
      effects.flatMap((effect) =>
        'zero' in effect ? [of.elements.find(({ id }) => id === effect.zero)!.parent === null] : [],
      ),
    );
    expect(levels.size).toBe(2);
    for (const kind of ['down', 'refuse', 'status'])
      expect(effects.filter((effect) => kind in effect).length).toBeGreaterThan(0);
    const floors = of.elements.flatMap(({ floor }) => floor?.effects ?? []);
    expect(new Set(floors.map((effect) => Object.keys(effect)[0])).size).toBe(2);
  });

  it('is counted correctly in SOURCE.md', () => {
    const source = readFileSync(join(SCHEME, 'SOURCE.md'), 'utf8');
    const unchecked = of.items.filter(({ basis }) => basis?.includes('待核')).length;
    const lookedUp = of.items.filter(({ basis }) => basis?.split('；').some((one) => !one.includes('待核'))).length;
    const cells = [
      `\`${industry}.yaml\``,
      of.items.length,
      units(of.items) / of.unitsPerPoint,
      units(ofIndustry(of)) / of.unitsPerPoint,
      ofKind(of, 'mandatory').length,
      ofKind(of, 'veto').length,
      goldenNames(industry).length,
      unchecked,
      lookedUp,
    ];
    expect(source).toContain(`| ${cells.join(' | ')} |`);
  });
});
