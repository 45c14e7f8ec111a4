import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '../testing/arbitraries.ts';
import { type Answer, type Answers, compile, type Edition, type Score, score } from './index.ts';

const run = (edition: Edition, answers: Answers, trace = false): Score | null => {
  const result = score(compile(edition), answers, { trace });
  return result.ok ? result.value : null;
};

const rankOf = (edition: Edition, code: string | null): number =>
  code === null ? Number.POSITIVE_INFINITY : (edition.classes.find((member) => member.code === code)?.rank ?? 0);

/** The list in another order, the same for the same seed. */
const mixed = <One>(list: readonly One[], seed: readonly number[]): One[] =>
  list
    .map((one, at) => ({ one, key: (seed[at % seed.length]! * (at + 1)) % 97 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

describe('for any edition and answers', () => {
  it('the score lies between 0 and the scale and the points add up', () => {
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const result = run(edition, answers);
        if (!result) return;
        expect(result.notApplicable + result.earned + result.deducted).toBe(result.full);
        expect(Math.min(result.earned, result.deducted, result.notApplicable)).toBeGreaterThanOrEqual(0);
        expect(result.normalised.num).toBeLessThanOrEqual(edition.scale * result.normalised.den);
        const applicable = result.full - result.notApplicable;
        expect(result.normalised.num * applicable).toBe(result.earned * edition.scale * result.normalised.den);
      }),
    );
  });

  it('the class is never better than the score class, unless a status replaces it', () => {
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const result = run(edition, answers);
        if (!result) return;
        const rank = rankOf(edition, result.class);
        if (rank > 0) expect(rank).toBeGreaterThanOrEqual(rankOf(edition, result.scoreClass));
        expect(result.accepted).toBe(result.class !== null);
      }),
    );
  });

  it('a run with an account and one without give the same', () => {
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const traced = run(edition, answers, true);
        expect(run(edition, answers, false)).toEqual(traced && { ...traced, trace: [] });
      }),
    );
  });

  it('the order of items, elements, classes, answers and facts does not matter', () => {
    fc.assert(
      fc.property(anyCase, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), ({ edition, answers }, seed) => {
        const turned: Edition = {
          ...edition,
          items: mixed(edition.items, seed),
          elements: mixed(edition.elements, seed),
          classes: mixed(edition.classes, seed),
        };
        const shuffled: Answers = {
          ...answers,
          answers: Object.fromEntries(mixed(Object.entries(answers.answers), seed)),
          facts: mixed(answers.facts, seed),
        };
        expect(run(turned, shuffled)).toEqual(run(edition, answers));
      }),
    );
  });

  it('more points on any items, what is not applicable held fixed, never lower the score or worsen the class', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.array(fc.nat({ max: 20 }), { minLength: 8, maxLength: 8 }),
        ({ edition, answers }, more) => {
          const raised = edition.items.map(({ id, full }, at): [string, Answer] => {
            const given = answers.answers[id]!;
            if ('na' in given) return [id, given];
            if ('points' in given) return [id, { points: Math.min(full, given.points + more[at]!) }];
            return [id, { met: given.met || more[at]! % 2 === 1 }];
          });
          const [before, after] = [
            run(edition, answers),
            run(edition, { ...answers, answers: Object.fromEntries(raised) }),
          ];
          expect(after === null).toBe(before === null);
          if (!before || !after) return;
          expect(after.notApplicable).toBe(before.notApplicable);
          expect(after.earned).toBeGreaterThanOrEqual(before.earned);
          expect(rankOf(edition, after.scoreClass)).toBeLessThanOrEqual(rankOf(edition, before.scoreClass));
          expect(rankOf(edition, after.class)).toBeLessThanOrEqual(rankOf(edition, before.class));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('one more failed veto item never betters score or class, whatever else is in force', () => {
    let failed = 0;
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const before = run(edition, answers);
        for (const { id, kind, full, scoring } of edition.items) {
          const given = answers.answers[id]!;
          if (kind !== 'veto' || full === 0 || 'na' in given) continue;
          const fails: Answer = scoring === 'met' ? { met: false } : { points: 0 };
          const after = run(edition, { ...answers, answers: { ...answers.answers, [id]: fails } });
          expect(after === null).toBe(before === null);
          if (!before || !after) continue;
          failed += 1;
          expect(after.earned).toBeLessThanOrEqual(before.earned);
          expect(rankOf(edition, after.class)).toBeGreaterThanOrEqual(rankOf(edition, before.class));
        }
      }),
      { numRuns: 500 },
    );
    expect(failed).toBeGreaterThan(100);
  });

  it('one more fact never betters the score, nor the class within the ranks', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('death', 'penalty'), ({ edition, answers }, fact) => {
        const burdened = { ...answers, facts: [...answers.facts, { fact, date: answers.asOf }] };
        const [before, after] = [run(edition, answers), run(edition, burdened)];
        expect(after === null).toBe(before === null);
        if (!before || !after) return;
        expect(after.earned).toBeLessThanOrEqual(before.earned);
        const rank = rankOf(edition, after.class);
        if (rank > 0) expect(rank).toBeGreaterThanOrEqual(rankOf(edition, before.class));
      }),
    );
  });

  it('the account names every item, floor and gate, and its steps stand in order', () => {
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const result = run(edition, answers, true);
        if (!result) return;
        const named = (part: string) =>
          new Set(
            result.trace.flatMap(({ inputs }) =>
              part in inputs ? [(inputs as unknown as Record<string, unknown>)[part]] : [],
            ),
          );
        expect(named('item')).toEqual(new Set(edition.items.map(({ id }) => id)));
        expect(named('gate')).toEqual(new Set(edition.gates.map(({ id }) => id)));
        expect(named('floor')).toEqual(new Set(edition.elements.filter(({ floor }) => floor).map(({ id }) => id)));
        expect(result.trace.at(-1)?.after ?? null).toEqual(endOfAccount(result));
      }),
    );
  });
});

/** What the account's last line must have arrived at, unless the last line only tells of a floor. */
const endOfAccount = (result: Score): unknown => {
  const last = result.trace.at(-1)!;
  return last.rule.startsWith('floor.') ? last.after : result.class;
};
