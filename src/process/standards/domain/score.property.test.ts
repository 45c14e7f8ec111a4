import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '../testing/arbitraries.ts';
import { type Answers, compile, type Edition, type Score, score } from './index.ts';

const run = (edition: Edition, answers: Answers, trace = false): Score | null => {
  const result = score(compile(edition), answers, { trace });
  return result.ok ? result.value : null;
};

const rankOf = (edition: Edition, code: string | null): number =>
  code === null ? Number.POSITIVE_INFINITY : (edition.classes.find((member) => member.code === code)?.rank ?? 0);

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
      fc.property(anyCase, ({ edition, answers }) => {
        const turned: Edition = {
          ...edition,
          items: edition.items.toReversed(),
          elements: edition.elements.toReversed(),
          classes: edition.classes.toReversed(),
        };
        const shuffled: Answers = {
          ...answers,
          answers: Object.fromEntries(Object.entries(answers.answers).toReversed()),
          facts: answers.facts.toReversed(),
        };
        expect(run(turned, shuffled)).toEqual(run(edition, answers));
      }),
    );
  });

  it('earning more on one item never lowers the score or worsens the class', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), ({ edition, answers }, pick) => {
        const item = edition.items[pick % edition.items.length]!;
        if ('na' in answers.answers[item.id]!) return;
        const best = item.scoring === 'met' ? { met: true } : { points: item.full };
        const raised = { ...answers, answers: { ...answers.answers, [item.id]: best } };
        const [before, after] = [run(edition, answers), run(edition, raised)];
        expect(after === null).toBe(before === null);
        if (!before || !after) return;
        expect(after.earned).toBeGreaterThanOrEqual(before.earned);
        expect(rankOf(edition, after.class)).toBeLessThanOrEqual(rankOf(edition, before.class));
      }),
    );
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
