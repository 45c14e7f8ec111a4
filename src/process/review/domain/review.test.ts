import { describe, expect, it } from 'vitest';
import { compile, score, type TraceStep } from '#process/standards/domain/index.ts';
import { smallAnswers, smallEdition, smallGate, smallItem } from '#process/standards/testing/small-edition.ts';
import { bindingEffects, departureOf, proposableClasses } from './departure.ts';
import { examinationGaps, progressOf } from './examination.ts';
import { type Held, openReviewActions, type Standing } from './review.ts';

const body = 'bureau-dongqu';
const person = (accountId: string, ...roles: Standing['roles']): Standing => ({ accountId, bodyId: body, roles });
const held = (state: Held['state'], change: Partial<Held> = {}): Held => ({
  state,
  bodyId: body,
  reviewerId: 'one',
  proposedBy: 'one',
  ...change,
});

describe('the course of a review', () => {
  it('lets the reviewer who took it up examine, propose and return, and another one take over', () => {
    expect(openReviewActions(held('reviewing'), person('one', 'reviewer'))).toEqual(['examine', 'propose', 'return']);
    expect(openReviewActions(held('reviewing'), person('two', 'reviewer'))).toEqual(['take-over']);
  });

  it('lets only a second person of the body sign off or send back', () => {
    expect(openReviewActions(held('proposed'), person('two', 'sign-off'))).toEqual(['sign-off', 'send-back']);
    expect(openReviewActions(held('proposed'), person('one', 'reviewer', 'sign-off'))).toEqual([]);
    expect(openReviewActions(held('proposed', { bodyId: 'vt-park' }), person('two', 'sign-off'))).toEqual([]);
  });

  it('ends with the batch, with the return or with the withdrawal', () => {
    for (const state of ['transmitted', 'returned', 'withdrawn'] as const)
      expect(openReviewActions(held(state), person('one', 'reviewer', 'sign-off'))).toEqual([]);
  });
});

const edition = smallEdition({
  items: [
    smallItem('veto', { kind: 'veto', full: 0, onFail: [{ cap: 'D' }] }),
    smallItem('scored'),
    smallItem('must', { kind: 'mandatory', onFail: [{ cap: 'C' }] }),
  ],
  gates: [
    smallGate('death', { effects: [{ down: 1 }] }),
    smallGate('stop', { fact: 'stopped', effects: [{ status: '停产' }] }),
  ],
});

const computed = (scored: number, must: number, facts: [string, string][] = []) => {
  const result = score(compile(edition), smallAnswers(edition, { veto: 0, scored, must }, facts), { trace: true });
  if (!result.ok) throw new Error(result.error.code);
  return { code: result.value.class, trace: result.value.trace };
};
const bounds = ({ code, trace }: { code: string | null; trace: readonly TraceStep[] }) => ({
  computed: code,
  mostRanks: 1,
  effects: bindingEffects(trace),
});
const depart = (from: ReturnType<typeof computed>, proposedClass: string, reason = '日常检查情况与自评不符') => {
  const result = departureOf(edition, bounds(from), { person: '何东一', proposedClass, reason });
  return result.ok ? result.value : result.error.issues.map(({ code }) => code);
};

describe('a proposed class other than the computed one', () => {
  it('is its own step with person, reason, from and to', () => {
    expect(depart(computed(6, 10), 'C')).toEqual({
      step: 11,
      rule: 'departure',
      inputs: { person: '何东一', reason: '日常检查情况与自评不符', from: 'B', to: 'C' },
      before: 'B',
      after: 'C',
    });
  });

  it('needs no reason if it is none', () => {
    expect(depart(computed(6, 10), 'B', '')).toBeNull();
  });

  it('needs a reason', () => {
    expect(depart(computed(6, 10), 'C', ' ')).toEqual(['review.departureReasonMissing']);
  });

  it('lies at most one rank away', () => {
    expect(proposableClasses(edition, bounds(computed(6, 10)))).toEqual(['A', 'B', 'C']);
    expect(depart(computed(6, 10), 'D')).toEqual(['review.departureTooFar']);
  });

  it('never lifts the effect of a mandatory or veto item or of a gate, but may be less favourable', () => {
    const capped = computed(10, 8);
    expect(capped.code).toBe('C');
    expect(depart(capped, 'B')).toEqual(['review.departureLiftsEffect']);
    expect(depart(capped, 'D')).toMatchObject({ before: 'C', after: 'D' });
    expect(depart(computed(10, 10, [['death', '2026-01-01']]), 'A')).toEqual(['review.departureLiftsEffect']);
  });

  it('cannot be a status, nor leave one', () => {
    expect(depart(computed(6, 10), '停产')).toEqual(['review.departureFromStatus']);
    expect(depart(computed(6, 10, [['stopped', '2026-01-01']]), 'A')).toEqual(['review.departureFromStatus']);
    expect(depart(computed(6, 10), 'E')).toEqual(['review.classUnknown']);
  });

  it('is refused where the assessment is not accepted at all', () => {
    expect(depart({ code: null, trace: [] }, 'A')).toEqual(['review.notAccepted']);
  });
});

describe('an examination', () => {
  const answers = smallAnswers(edition, { veto: 0, scored: 10, must: 10 });
  const agree = (itemId: string) => ({ itemId, verdict: 'agree', comment: '' }) as const;

  it('is incomplete until every mandatory and veto item has a verdict and supervision is described', () => {
    expect(examinationGaps(edition, [agree('veto'), agree('scored')], ' ').map(({ path }) => path)).toEqual([
      'items.must',
      'dailySupervision',
    ]);
    expect(examinationGaps(edition, [agree('veto'), agree('must')], '近一年检查 2 次')).toEqual([]);
  });

  it('counts finished verdicts and names the unfinished ones', () => {
    const verdicts = [agree('veto'), { itemId: 'must', verdict: 'adjust', points: 2, comment: '' } as const];
    expect(progressOf(edition, answers, verdicts)).toEqual({
      criticalDone: 1,
      criticalTotal: 2,
      done: 1,
      total: 3,
      unfinished: ['must'],
    });
  });
});
