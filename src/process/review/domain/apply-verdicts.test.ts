import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, parseAnswers } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { anyAnswers, anyEdition } from '#process/standards/testing/arbitraries.ts';
import { smallAnswers, smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';
import { answersSoFar, applyVerdicts, countsAfterVerdicts } from './apply-verdicts.ts';
import type { Verdict } from './verdict.ts';

const edition = smallEdition({
  items: [smallItem('points'), smallItem('met', { scoring: 'met' }), smallItem('absent'), smallItem('untouched')],
});
const given = smallAnswers(edition, { points: 8, met: { met: true }, absent: { na: '无此设施' }, untouched: 10 });

const after = (...verdicts: Partial<Verdict>[]) =>
  applyVerdicts(
    edition,
    given,
    verdicts.map((verdict) => ({ itemId: 'points', verdict: 'agree', comment: '', ...verdict })),
  );
const answersAfter = (...verdicts: Partial<Verdict>[]): Readonly<Record<string, Answer>> => {
  const result = after(...verdicts);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.answers;
};
const faults = (...verdicts: Partial<Verdict>[]) => {
  const result = after(...verdicts);
  return result.ok ? [] : result.error.issues.map(({ path, code }) => `${path} ${code}`);
};

describe('verdicts on answers', () => {
  it('leave what was agreed to, and what nobody spoke about, as it was answered', () => {
    expect(answersAfter({ itemId: 'points' }, { itemId: 'absent' })).toEqual(given.answers);
    expect(answersAfter()).toEqual(given.answers);
  });

  it('put adjusted points or met in place of the answer', () => {
    const adjusted = answersAfter(
      { verdict: 'adjust', points: 3, comment: '边坡角超限' },
      { itemId: 'met', verdict: 'adjust', met: false, comment: '证照过期' },
    );
    expect(adjusted).toMatchObject({ points: { points: 3 }, met: { met: false }, untouched: { points: 10 } });
  });

  it('make a refused 不参评 count as nothing earned, or as what the examiner says', () => {
    const refused = { itemId: 'absent', verdict: 'refuse-na', comment: '现场有此设施' } as const;
    expect(answersAfter(refused)).toMatchObject({ absent: { points: 0 } });
    expect(answersAfter({ ...refused, points: 4 })).toMatchObject({ absent: { points: 4 } });
  });

  it('ask for a reason where they take something away', () => {
    expect(faults({ verdict: 'adjust', points: 3, comment: '  ' })).toEqual(['items.points review.commentMissing']);
    expect(faults({ itemId: 'absent', verdict: 'refuse-na' })).toEqual(['items.absent review.commentMissing']);
  });

  it('name every verdict that does not fit its item or answer', () => {
    const comment = '理由';
    expect(
      faults(
        { itemId: 'nowhere' },
        { verdict: 'adjust', points: 11, comment },
        { itemId: 'met', verdict: 'adjust', points: 1, comment },
        { itemId: 'absent', verdict: 'adjust', points: 1, comment },
        { itemId: 'untouched', verdict: 'refuse-na', comment },
      ),
    ).toEqual([
      'items.nowhere review.itemUnknown',
      'items.points review.pointsOutOfRange',
      'items.met review.valueWrongKind',
      'items.absent review.adjustNotApplicable',
      'items.untouched review.refuseApplicable',
    ]);
    expect(faults({ verdict: 'adjust', points: 1.5, comment })).toEqual(['items.points review.pointsOutOfRange']);
    expect(faults({ verdict: 'adjust', comment })).toEqual(['items.points review.valueMissing']);
    expect(faults({ verdict: 'adjust', points: 8, comment })).toEqual(['items.points review.adjustsNothing']);
    expect(faults({ verdict: 'agree', points: 8 })).toEqual(['items.points review.agreeWithValue']);
    expect(faults({}, {})).toEqual(['items.points review.itemTwice']);
  });

  it('count as far as they go while they are being written', () => {
    const soFar = answersSoFar(edition, given, [
      { itemId: 'points', verdict: 'adjust', points: 3, comment: '' },
      { itemId: 'met', verdict: 'adjust', comment: '' },
      { itemId: 'absent', verdict: 'refuse-na', comment: '' },
      { itemId: 'untouched', verdict: 'refuse-na', comment: '' },
    ]);
    expect(soFar.answers).toEqual({
      points: { points: 3 },
      met: { met: true },
      absent: { points: 0 },
      untouched: { points: 10 },
    });
  });

  it('always leave answers that the edition accepts, whatever was answered and adjusted', () => {
    const cases = anyEdition.chain((any) =>
      fc.tuple(fc.constant(any), anyAnswers(any), fc.array(fc.nat(20), { minLength: 8, maxLength: 8 })),
    );
    fc.assert(
      fc.property(cases, ([any, answers, dice]) => {
        const verdicts = any.items.map((item, at): Verdict => {
          const answer = answers.answers[item.id]!;
          const value = item.scoring === 'met' ? { met: dice[at]! % 2 === 0 } : { points: dice[at]! % (item.full + 1) };
          const verdict = 'na' in answer ? 'refuse-na' : 'adjust';
          const same = JSON.stringify(answer) === JSON.stringify(value);
          return same
            ? { itemId: item.id, verdict: 'agree', comment: '' }
            : { itemId: item.id, verdict, comment: '现场核查', ...value };
        });
        const applied = applyVerdicts(any, answers, verdicts);
        expect(applied).toMatchObject({ ok: true });
        if (applied.ok)
          expect(parseAnswers(any, JSON.parse(JSON.stringify(applied.value)), editionHash(any))).toEqual(applied);
      }),
    );
  });
});

describe('counted deductions in verdicts', () => {
  const rules = [
    { text: '缺护栏', units: 2, per: '处' },
    { text: '没有记录', units: 3 },
  ];
  const counting = smallEdition({ items: [smallItem('a', { full: 10, deductions: rules }), smallItem('b', {})] });
  const answered = smallAnswers(counting, { a: 6, b: 5 });
  const verdict = (change: Partial<Verdict>): Verdict => ({
    itemId: 'a',
    verdict: 'adjust',
    comment: '现场另查出一处',
    ...change,
  });

  it('set the points that they leave, and are refused with others, at their item', () => {
    const counted = applyVerdicts(counting, answered, [verdict({ points: 4, deductions: { 0: 3 } })]);
    expect(counted).toMatchObject({ ok: true, value: { answers: { a: { points: 4 } } } });
    expect(applyVerdicts(counting, answered, [verdict({ points: 5, deductions: { 0: 3 } })])).toMatchObject({
      ok: false,
      error: { issues: [{ path: 'items.a', code: 'deductions.pointsDiffer' }] },
    });
    expect(applyVerdicts(counting, answered, [verdict({ verdict: 'agree', deductions: { 0: 2 } })])).toMatchObject({
      ok: false,
      error: { issues: [{ code: 'review.agreeWithValue' }] },
    });
  });

  it('may say that the same points were lost for something else', () => {
    const other = applyVerdicts(counting, smallAnswers(counting, { a: 7, b: 5 }), [
      verdict({ points: 7, deductions: { 1: 1 } }),
    ]);
    expect(other.ok).toBe(true);
  });

  it('take the place of those of the answer; points entered as such leave none behind', () => {
    const given = { a: { 0: 2 } };
    const counts = (...verdicts: Verdict[]) => countsAfterVerdicts(counting, given, verdicts);
    expect(counts()).toEqual(given);
    expect(counts(verdict({ verdict: 'agree' }))).toEqual(given);
    expect(counts(verdict({}))).toEqual(given);
    expect(counts(verdict({ points: 4, deductions: { 0: 3 } }))).toEqual({ a: { 0: 3 } });
    expect(counts(verdict({ points: 4 }))).toEqual({});
  });
});
