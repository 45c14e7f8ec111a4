import { describe, expect, it } from 'vitest';
import { smallAnswers, smallEdition, smallGate, smallItem } from '#process/standards/testing/small-edition.ts';
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
