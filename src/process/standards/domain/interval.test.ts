import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnswers, anyCase, anyEdition } from '../testing/arbitraries.ts';
import { smallAnswers, smallEdition, smallItem } from '../testing/small-edition.ts';
import { type Answer, type Answers, compile, type Edition, type Item, liveScore, score } from './index.ts';

/** Every answer that an item may still get; of many points those at the ends. */
const completionsOf = (item: Item): Answer[] => {
  const ends = [...new Set([0, 1, 2, item.full - 1, item.full])].filter((points) => points >= 0 && points <= item.full);
  const given: Answer[] = item.scoring === 'met' ? [{ met: true }, { met: false }] : ends.map((points) => ({ points }));
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
          boundsHold(edition, answers, (position) => open.includes(position));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('bounds every completion where open items may be not applicable, under floors, in zeroed elements and at the last one', () => {
    const seen = { naBest: 0, wholeElement: 0, zeroed: 0 };
    fc.assert(
      fc.property(openCase, ({ edition, answers, open }) => {
        const { bestByNa, elementEmptied, zeroes } = boundsHold(
          edition,
          answers,
          (position) => open[position] === true,
        );
        if (bestByNa) seen.naBest += 1;
        if (elementEmptied) seen.wholeElement += 1;
        if (zeroes) seen.zeroed += 1;
      }),
      { numRuns: 1500 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});

/** Few units, so that all completions are tried; floors on every element, effects that zero, and items that may be not applicable. */
const openCase = fc
  .record({
    edition: anyEdition,
    fulls: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
    na: fc.array(fc.constantFrom('allowed', 'allowed', 'forbidden'), { minLength: 8, maxLength: 8 }),
    percents: fc.array(fc.constantFrom(0, 34, 50, 67, 100), { minLength: 6, maxLength: 6 }),
    effects: fc.array(fc.constantFrom({ cap: 'B' }, { cap: 'C' }, { down: 1 }, { down: 2 }), {
      minLength: 6,
      maxLength: 6,
    }),
    zeroes: fc.array(fc.option(fc.constantFrom('1', '1.1', '1.2', '2')), { minLength: 5, maxLength: 5 }),
    open: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  })
  .map(({ edition, fulls, na, percents, effects, zeroes, open }) => ({
    open,
    edition: {
      ...edition,
      elements: edition.elements.map((element, at) => ({
        ...element,
        floor: { percent: percents[at]!, effects: [effects[at]!] },
      })),
      items: edition.items.slice(0, 5).map((item, at) => ({
        ...item,
        full: fulls[at]!,
        na: na[at]!,
        onFail: zeroes[at] ? [...item.onFail, { zero: zeroes[at] }] : item.onFail,
      })),
    } as Edition,
  }))
  .chain(({ edition, open }) =>
    fc.record({ edition: fc.constant(edition), open: fc.constant(open), answers: anyAnswers(edition) }),
  );

/** Tries every completion of the open items; what was seen on the way. */
const boundsHold = (edition: Edition, answers: Answers, isOpen: (position: number) => boolean) => {
  const plan = compile(edition);
  const opened = edition.items.filter((_, position) => isOpen(position));
  const kept = Object.fromEntries(
    Object.entries(answers.answers).filter(([id]) => !opened.some((item) => item.id === id)),
  );
  const { best, worst, settled } = liveScore(plan, { ...answers, answers: kept });
  let completions: Record<string, Answer>[] = [kept];
  for (const item of opened) {
    completions = completions.flatMap((some) => completionsOf(item).map((answer) => ({ ...some, [item.id]: answer })));
  }
  const value = ({ normalised: { num, den } }: { normalised: { num: number; den: number } }) => num / den;
  let [bestReached, worstReached, bestByPoints, elementEmptied, zeroes] = [false, false, false, false, false];
  for (const completion of completions) {
    const result = score(plan, { ...answers, answers: completion }, { trace: true });
    if (!result.ok) continue;
    expect(value(result.value)).toBeLessThanOrEqual(value(best!));
    expect(value(result.value)).toBeGreaterThanOrEqual(value(worst!));
    const reached = favour(edition, result.value.class);
    expect(reached).toBeGreaterThanOrEqual(favour(edition, best!.class));
    expect(reached).toBeLessThanOrEqual(favour(edition, worst!.class));
    if (settled !== null) expect(result.value.class).toBe(settled);
    const isBest = value(result.value) === value(best!) && result.value.class === best!.class;
    bestReached ||= isBest;
    bestByPoints ||= isBest && opened.every(({ id }) => !('na' in completion[id]!));
    worstReached ||= value(result.value) === value(worst!) && result.value.class === worst!.class;
    elementEmptied ||= result.value.trace.some(({ rule }) => rule === 'floor.notApplicable');
    zeroes ||= result.value.trace.some(({ rule }) => rule === 'zero');
  }
  expect([bestReached, worstReached]).toEqual([best !== null, worst !== null]);
  return { bestByNa: bestReached && !bestByPoints, elementEmptied, zeroes };
};
