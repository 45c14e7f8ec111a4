import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '../testing/arbitraries.ts';
import { smallAnswers, smallEdition, smallItem } from '../testing/small-edition.ts';
import { type Answer, compile, type Edition, type Item, liveScore, score } from './index.ts';

const completionsOf = (item: Item): Answer[] => {
  const given: Answer[] =
    item.scoring === 'met'
      ? [{ met: true }, { met: false }]
      : [...new Set([0, 1, item.full - 1, item.full])]
          .filter((points) => points >= 0 && points <= item.full)
          .map((points) => ({ points }));
  return item.na === 'allowed' ? [...given, { na: '无' }] : given;
};

const favour = (edition: Edition, code: string | null): number => {
  if (code === null) return Number.POSITIVE_INFINITY;
  return edition.classes.find((member) => member.code === code)?.rank ?? 0;
};

describe('the live score', () => {
  const edition = smallEdition({
    items: [smallItem('a', { full: 20 }), smallItem('b', { full: 80 }), smallItem('v', { full: 0 })],
  });
  const { asOf } = smallAnswers(edition, {});

  it('spans everything before the first answer', () => {
    expect(liveScore(compile(edition), { asOf, answers: {}, facts: [] })).toMatchObject({
      answered: 0,
      total: 3,
      best: { printed: '100.0', class: 'A' },
      worst: { printed: '0.0', class: 'D' },
      settled: null,
    });
  });

  it('settles on a class as soon as the open items cannot change it', () => {
    expect(liveScore(compile(edition), { asOf, answers: { b: { points: 10 } }, facts: [] })).toMatchObject({
      answered: 1,
      best: { printed: '30.0' },
      worst: { printed: '10.0' },
      settled: 'D',
    });
  });

  it('takes an answer that does not fit its item as none', () => {
    const live = liveScore(compile(edition), { asOf, answers: { a: { points: 21 }, b: { points: 80 } }, facts: [] });
    expect(live).toMatchObject({ answered: 1, best: { printed: '100.0' }, worst: { printed: '80.0' }, settled: null });
  });

  it('has no bounds when everything is not applicable', () => {
    const answers = { a: { na: '无' }, b: { na: '无' }, v: { na: '无' } };
    expect(liveScore(compile(edition), { asOf, answers, facts: [] })).toMatchObject({
      best: null,
      worst: null,
      settled: null,
    });
  });

  it('equals the score once every item is answered', () => {
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const plan = compile(edition);
        const { best, worst } = liveScore(plan, answers);
        const result = score(plan, answers, { trace: false });
        expect(best).toEqual(worst);
        if (!result.ok) expect(best).toBeNull();
        else {
          const { normalised, printed, scoreClass, class: decided, accepted } = result.value;
          expect(best).toEqual({ normalised, printed, scoreClass, class: decided, accepted });
        }
      }),
    );
  });

  it('bounds every completion, and each bound is reached by one', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 4 }),
        ({ edition, answers }, open) => {
          const plan = compile(edition);
          const opened = edition.items.filter((_, position) => open.includes(position));
          const kept = Object.fromEntries(
            Object.entries(answers.answers).filter(([id]) => !opened.some((item) => item.id === id)),
          );
          const { best, worst, settled } = liveScore(plan, { ...answers, answers: kept });
          let completions: Record<string, Answer>[] = [kept];
          for (const item of opened) {
            completions = completions.flatMap((some) =>
              completionsOf(item).map((answer) => ({ ...some, [item.id]: answer })),
            );
          }
          let bestReached = false;
          let worstReached = false;
          for (const completion of completions) {
            const result = score(plan, { ...answers, answers: completion }, { trace: false });
            if (!result.ok) continue;
            const value = (bound: { normalised: { num: number; den: number } }) =>
              bound.normalised.num / bound.normalised.den;
            expect(value(result.value)).toBeLessThanOrEqual(value(best!));
            expect(value(result.value)).toBeGreaterThanOrEqual(value(worst!));
            const reached = favour(edition, result.value.class);
            expect(reached).toBeGreaterThanOrEqual(favour(edition, best!.class));
            expect(reached).toBeLessThanOrEqual(favour(edition, worst!.class));
            if (settled !== null) expect(result.value.class).toBe(settled);
            bestReached ||= value(result.value) === value(best!) && result.value.class === best!.class;
            worstReached ||= value(result.value) === value(worst!) && result.value.class === worst!.class;
          }
          expect([bestReached, worstReached]).toEqual([best !== null, worst !== null]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
