import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsBefore } from '#lib/plain-date.ts';
import { anyCase } from '../testing/arbitraries.ts';
import {
  type Answer,
  type Answers,
  type Change,
  compile,
  counterfactual,
  type Edition,
  type Fact,
  type Nearest,
  type Plan,
  score,
} from './index.ts';

/** The more favourable, the smaller; a status below all ranked classes, not accepted below that. */
const favour = (edition: Edition, code: string | null): number =>
  code === null ? 99 : (edition.classes.find((member) => member.code === code)?.rank ?? 98);

const favourOf = (plan: Plan, answers: Answers): number => {
  const result = score(plan, answers, { trace: false });
  if (!result.ok) throw new Error(result.error.code);
  return favour(plan.edition, result.value.class);
};

/** A change as brute force makes it: an item to its end, or a fact away. */
type Blunt = { readonly item: string; readonly to: Answer } | { readonly fact: Fact };

const bluntChanges = ({ edition, answers }: { edition: Edition; answers: Answers }, better: boolean): Blunt[] => {
  const items = edition.items.flatMap((item): Blunt[] => {
    const given = answers.answers[item.id]!;
    if ('na' in given) return [];
    if ('met' in given) return given.met === better ? [] : [{ item: item.id, to: { met: better } }];
    const end = better ? item.full : 0;
    return given.points === end ? [] : [{ item: item.id, to: { points: end } }];
  });
  return better ? [...items, ...answers.facts.map((fact) => ({ fact }))] : items;
};

const changed = (answers: Answers, changes: readonly Blunt[]): Answers => ({
  ...answers,
  answers: {
    ...answers.answers,
    ...Object.fromEntries(changes.flatMap((one) => ('item' in one ? [[one.item, one.to]] : []))),
  },
  facts: answers.facts.filter((fact) => !changes.some((one) => 'fact' in one && one.fact === fact)),
});

const nameOf = (one: Blunt | Change): string => {
  if ('item' in one) return one.item;
  return typeof one.fact === 'string'
    ? `${one.fact} ${(one as { date: string }).date}`
    : `${one.fact.fact} ${one.fact.date}`;
};
const nameOfSet = (set: readonly (Blunt | Change)[]): string => set.map(nameOf).toSorted().join(' + ');

/** All sets of changes of the smallest size with which the class is another, found by trying every set there is. */
const bySearchingAll = (
  plan: Plan,
  answers: Answers,
  better: boolean,
): { size: number; sets: string[] } | undefined => {
  const all = bluntChanges({ edition: plan.edition, answers }, better);
  const now = favourOf(plan, answers);
  const found: (readonly Blunt[])[] = [];
  for (let mask = 1; mask < 2 ** all.length; mask += 1) {
    const set = all.filter((_, index) => (mask >> index) & 1);
    if (found[0] && set.length > found[0].length) continue;
    const after = favourOf(plan, changed(answers, set));
    if (better ? after >= now : after <= now) continue;
    if (found[0] && set.length < found[0].length) found.length = 0;
    found.push(set);
  }
  return found[0] && { size: found[0].length, sets: found.map(nameOfSet).toSorted() };
};

/** The changes of a set as told: as far as they must go. */
const toldChanges = (edition: Edition, answers: Answers, changes: readonly Change[]): Answers => {
  const facts = [...answers.facts];
  const given: Record<string, Answer> = { ...answers.answers };
  for (const change of changes) {
    if ('fact' in change) {
      facts.splice(
        facts.findIndex(({ fact, date }) => fact === change.fact && date === change.date),
        1,
      );
      continue;
    }
    const item = edition.items.find(({ id }) => id === change.item)!;
    given[item.id] = item.scoring === 'met' ? { met: change.after > 0 } : { points: change.after };
  }
  return { ...answers, answers: given, facts };
};

const check = (plan: Plan, answers: Answers, nearest: Nearest, better: boolean): void => {
  const { edition } = plan;
  const truth = bySearchingAll(plan, answers, better);
  if (nearest.found === 'never') {
    expect(truth).toBeUndefined();
    return;
  }
  if (nearest.found === 'beyond') {
    expect(truth?.size).toBeGreaterThanOrEqual(nearest.atLeast);
    return;
  }
  expect({ size: nearest.size, sets: nearest.sets.map(({ changes }) => nameOfSet(changes)).toSorted() }).toEqual(truth);
  const now = favourOf(plan, answers);
  const alters = (changes: readonly Change[]): boolean => {
    const after = favourOf(plan, toldChanges(edition, answers, changes));
    return better ? after < now : after > now;
  };
  for (const { changes, class: led } of nearest.sets) {
    expect(alters(changes)).toBe(true);
    expect(favourOf(plan, toldChanges(edition, answers, changes))).toBe(favour(edition, led));
    changes.forEach((change, index) => {
      if ('fact' in change) return;
      const back = { ...change, after: change.after + (better ? -1 : 1) };
      const points = edition.items.find(({ id }) => id === change.item)?.scoring === 'points';
      if (points) expect(alters(changes.with(index, back))).toBe(false);
      const given = answers.answers[change.item]!;
      expect(change.before).toBe('points' in given ? given.points : 'met' in given && given.met ? change.before : 0);
    });
  }
};

describe('what would alter a class, against trying every set of changes', () => {
  it.each([
    ['lift', true],
    ['worsen', false],
  ] as const)(
    'names exactly the smallest sets that %s it, with mandatory, veto, floor and gate colliding',
    (_, better) => {
      const seen = { never: 0, beyond: 0, 1: 0, 2: 0, 3: 0 };
      fc.assert(
        fc.property(anyCase, ({ edition, answers }) => {
          const plan = compile(edition);
          const result = counterfactual(plan, answers, Number.POSITIVE_INFINITY);
          expect(result.ok).toBe(score(plan, answers, { trace: false }).ok);
          if (!result.ok) return;
          const nearest = better ? result.value.better : result.value.worse;
          check(plan, answers, nearest, better);
          seen[nearest.found === 'sets' ? (nearest.size as 1 | 2 | 3) : nearest.found] += 1;
        }),
        { numRuns: 4000 },
      );
      for (const found of ['never', 1, 2] as const) expect(seen[found]).toBeGreaterThan(10);
      expect(seen[3] + seen.beyond).toBeGreaterThan(0);
    },
    120_000,
  );

  it('lists no more than it is asked for, and says that there are more', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 3 }), ({ edition, answers }, most) => {
        const plan = compile(edition);
        const [whole, cut] = [counterfactual(plan, answers, 10_000), counterfactual(plan, answers, most)];
        if (!whole.ok || !cut.ok) return;
        for (const side of ['better', 'worse'] as const) {
          const [all, some] = [whole.value[side], cut.value[side]];
          if (all.found !== 'sets' || some.found !== 'sets') expect(some).toEqual(all);
          else expect(some).toEqual({ ...all, sets: all.sets.slice(0, most), more: all.sets.length > most });
        }
      }),
    );
  });
});

describe('the lines of the classes', () => {
  it('are reached with the least number of units named, and not with one less', () => {
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        // Without effects the score class is that of the points alone.
        const bare = {
          ...edition,
          gates: [],
          items: edition.items.map((item) => ({ ...item, kind: 'scored' as const })),
        };
        const plan = compile(bare);
        const result = counterfactual(plan, answers);
        const scored = score(plan, answers, { trace: false });
        if (!result.ok || !scored.ok) return;
        const { earned, notApplicable, full } = scored.value;
        const one = (units: number) => {
          const single = {
            ...bare,
            elements: [{ id: '1', parent: null }],
            items: [{ ...bare.items[0]!, element: '1', full: full - notApplicable, scoring: 'points' as const }],
          };
          const at = score(
            compile(single),
            { ...answers, answers: { [bare.items[0]!.id]: { points: units } } },
            { trace: false },
          );
          return at.ok ? favour(bare, at.value.scoreClass) : undefined;
        };
        for (const { class: code, least, missing } of result.value.lines) {
          expect(missing).toBe(least - earned);
          if (least > full - notApplicable) continue;
          expect(one(least)).toBeLessThanOrEqual(favour(bare, code));
          if (least > 0) expect(one(least - 1)).toBeGreaterThan(favour(bare, code));
        }
      }),
    );
  });
});

describe('a fact that lapses', () => {
  it('counts on the day before, and not on the day named', () => {
    let facts = 0;
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const result = counterfactual(compile(edition), answers);
        if (!result.ok || result.value.better.found !== 'sets') return;
        for (const change of result.value.better.sets.flatMap(({ changes }) => changes)) {
          if (!('fact' in change)) continue;
          facts += 1;
          const counting = edition.gates.filter(
            ({ fact, months }) => fact === change.fact && monthsBefore(answers.asOf, months) < change.date,
          );
          const counts = (day: typeof change.lapses) =>
            counting.some(({ months }) => monthsBefore(day, months) < change.date);
          expect(change.lapses > answers.asOf).toBe(true);
          // Only gates that hold are asked; another gate's longer window may still count the fact.
          if (counting.length === 1) expect(counts(change.lapses)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
    expect(facts).toBeGreaterThan(20);
  });
});
