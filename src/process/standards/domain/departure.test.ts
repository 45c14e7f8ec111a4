import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '../testing/arbitraries.ts';
import { smallAnswers, smallEdition, smallGate, smallItem } from '../testing/small-edition.ts';
import { compile, departableClasses, type Edition, type Score, score, withDeparture } from './index.ts';

const edition = smallEdition({
  elements: [
    { id: '1', parent: null },
    { id: '2', parent: null, floor: { percent: 50, effects: [{ cap: 'C' }] } },
  ],
  items: [
    smallItem('scored', { full: 70 }),
    smallItem('must', { kind: 'mandatory', onFail: [{ cap: 'B' }] }),
    smallItem('veto', { kind: 'veto', full: 2, onFail: [{ zero: '2' }] }),
    smallItem('floored', { element: '2', full: 18 }),
  ],
  gates: [
    smallGate('death', { effects: [{ down: 1 }] }),
    smallGate('stop', { fact: 'stopped', effects: [{ status: '停产' }] }),
    smallGate('concealed', { fact: 'concealed', effects: [{ refuse: true }] }),
  ],
});
const whole = { scored: 70, must: 10, veto: 2, floored: 18 };

const scored = (change: Partial<typeof whole>, facts: [string, string][] = []): Score => {
  const result = score(compile(edition), smallAnswers(edition, { ...whole, ...change }, facts), { trace: true });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const depart = (from: Score, to: string, reason = '日常检查情况与自评不符', mostRanks = 1) => {
  const result = withDeparture(edition, from, { person: '何东一', reason, to, mostRanks });
  return result.ok ? result.value : result.error.issues.map(({ path, code }) => `${path} ${code}`);
};

describe('a departure from the computed class', () => {
  it('is the last step of the account, with person, reason, bound, from and to, and leaves the score alone', () => {
    const from = scored({ scored: 55 });
    expect(from.class).toBe('B');
    expect(depart(from, 'C', ' 反复违章 ')).toEqual({
      ...from,
      class: 'C',
      trace: [
        ...from.trace,
        {
          step: 11,
          rule: 'departure',
          inputs: { person: '何东一', reason: '反复违章', from: 'B', to: 'C', bound: { mostRanks: 1, best: 'A' } },
          before: 'B',
          after: 'C',
        },
      ],
    });
  });

  it('is none if the computed class is proposed, and then needs no reason', () => {
    const from = scored({});
    expect(depart(from, 'A', '')).toBe(from);
  });

  it('needs a reason, and lies within its bound', () => {
    const from = scored({ scored: 55 });
    expect(depart(from, 'C', ' ')).toEqual(['reason departure.reasonMissing']);
    expect(depart(from, 'D', '')).toEqual(['to departure.tooFar', 'reason departure.reasonMissing']);
    expect(depart(from, 'D', '反复违章', 2)).toMatchObject({ class: 'D' });
  });

  it('reaches up to the cap of a failed mandatory item, not beyond', () => {
    const from = scored({ scored: 40, must: 9 });
    expect(from).toMatchObject({ scoreClass: 'C', class: 'C' });
    expect(departableClasses(edition, from, 2)).toEqual(['B', 'C', 'D']);
    expect(depart(from, 'B')).toMatchObject({ class: 'B' });
    expect(depart(from, 'A', '整改已完成', 2)).toEqual(['to departure.liftsEffect']);
  });

  it.each([
    ['a cap that decided the class', scored({ must: 9 }), 'A'],
    ['a step down by a gate', scored({}, [['death', '2026-01-01']]), 'A'],
    ['points lost to a veto item', scored({ veto: 0 }), 'A'],
    ['the cap of a broken floor', scored({ floored: 8 }), 'B'],
  ])('never lifts %s, but may go the other way', (_, from, better) => {
    expect(depart(from, better, '已承诺整改', 3)).toEqual(['to departure.liftsEffect']);
    expect(depart(from, 'D', '反复违章', 3)).toMatchObject({ class: 'D' });
  });

  it('cannot be a status, nor leave one', () => {
    expect(depart(scored({}), '停产')).toEqual(['to departure.fromStatus']);
    expect(depart(scored({}, [['stopped', '2026-01-01']]), 'B')).toEqual(['to departure.fromStatus']);
    expect(depart(scored({}), 'E')).toEqual(['to departure.classUnknown']);
  });

  it('is refused where the assessment is not accepted at all', () => {
    const from = scored({}, [['concealed', '2026-01-01']]);
    expect(depart(from, 'D')).toEqual(['to departure.notAccepted']);
    expect(departableClasses(edition, from, 3)).toEqual([]);
  });
});

/** The same edition with effects of mandatory and veto items and of gates alone: what their failing leaves at best. */
const leastFavourableOf = (edition: Edition, trace: Score['trace']): number =>
  trace.reduce((rank, step) => {
    if (step.rule !== 'cap' || 'floor' in step.inputs.cause) return rank;
    return Math.max(rank, edition.classes.find(({ code }) => code === step.inputs.cap)?.rank ?? 0);
  }, 1);

describe('for any edition and answers', () => {
  it('no departure is better than a cap in force, nor better at all with a step down or lost points in force', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 3 }), ({ edition, answers }, mostRanks) => {
        const result = score(compile(edition), answers, { trace: true });
        if (!result.ok || result.value.class === null) return;
        const rankOf = (code: string | null) => edition.classes.find((one) => one.code === code)?.rank;
        const from = rankOf(result.value.class);
        const allowed = departableClasses(edition, result.value, mostRanks);
        expect(allowed).toContain(result.value.class);
        for (const { code } of edition.classes) {
          const departed = withDeparture(edition, result.value, { person: '何', reason: '查', to: code, mostRanks });
          expect(departed.ok).toBe(allowed.includes(code));
          if (!departed.ok || code === result.value.class || from === undefined) continue;
          const to = rankOf(code) ?? 0;
          expect(Math.abs(to - from)).toBeLessThanOrEqual(mostRanks);
          expect(to).toBeGreaterThanOrEqual(leastFavourableOf(edition, result.value.trace));
          const binding = result.value.trace.some(
            (step) => (step.rule === 'down' && step.inputs.by > 0) || (step.rule === 'zero' && step.before > 0),
          );
          if (binding) expect(to).toBeGreaterThan(from);
        }
      }),
    );
  });
});
