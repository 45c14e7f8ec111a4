import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, type Issue, issues, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { factsOf } from '#parties/enterprises/server/supervision-facts.ts';
import { compressed } from '#platform/db/compressed.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { readSubmission } from '#process/declaration/server/read-submission.ts';
import {
  type Answers,
  type DeductionCounts,
  packAnswers,
  type Score,
  score,
  withDeparture,
} from '#process/standards/domain/index.ts';
import { editionByHash, type StoredEdition } from '#process/standards/server/edition-store.ts';
import { applyVerdicts, countsAfterVerdicts } from '../domain/apply-verdicts.ts';
import { examinationGaps } from '../domain/examination.ts';
import { factsThatCount } from '../domain/reviewed-score.ts';
import type { Verdict } from '../domain/verdict.ts';
import { reviewContract } from '../review.contract.ts';
import { type LockedReview, reviewFor } from './lock-review.ts';
import { asVerdict, verdictRowsOf } from './read-examination.ts';

interface Examined {
  readonly stored: StoredEdition;
  readonly answers: Answers;
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
  readonly verdicts: readonly Verdict[];
  readonly score: Score;
}

/** The reviewed answers with the facts on record today, and their score; everything at once that keeps it from being worked out. */
const examine = async (
  tx: Tx,
  cityId: number,
  review: LockedReview,
  today: PlainDate,
  proposal: readonly Issue[],
): Promise<Result<Examined, Fault>> => {
  const submission = await readSubmission(tx, cityId, review.submissionId);
  if (!submission) return refuse('input.noSuchRecord', 404);
  const stored = await editionByHash(tx, cityId, submission.editionHash);
  const verdicts = (await verdictRowsOf(tx, cityId, review.reviewId)).map(asVerdict);
  const facts = factsThatCount(stored.edition, await factsOf(tx, cityId, review.unitId), today);
  const applied = applyVerdicts(stored.edition, { ...submission.answers, asOf: today, facts }, verdicts);
  const gaps = [
    ...(applied.ok ? [] : applied.error.issues),
    ...examinationGaps(stored.edition, verdicts, review.dailySupervision),
    ...proposal,
  ];
  if (!applied.ok || gaps.length > 0) return issues(gaps);
  const scored = score(stored.plan, applied.value, { trace: true });
  if (!scored.ok) return scored;
  const deductions = countsAfterVerdicts(stored.edition, submission.deductions, verdicts);
  return ok({ stored, answers: applied.value, deductions, verdicts, score: scored.value });
};

const commentsOf = (verdicts: readonly Verdict[]): Record<string, string> =>
  Object.fromEntries(verdicts.map(({ itemId, comment }) => [itemId, comment]));

const textFaults = (texts: Readonly<Record<string, string>>): readonly Issue[] =>
  Object.entries(texts).flatMap(([path, text]) =>
    text.isWellFormed() && !text.includes('\u0000') ? [] : [{ path, code: 'registration.badCharacter' }],
  );

/** Where the form asks for the parts of a departure. */
const FIELDS: Readonly<Record<string, string>> = { to: 'proposedClass', reason: 'departureReason' };

/** 提出初审分类意见: works the class out from the reviewed answers, and keeps it with its whole account and any departure. */
export const propose = command(reviewContract.propose, {
  name: 'review.propose',
  run: async (tx, { params: { reviewId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const { proposedClass, departureReason, opinion } = body;
    const found = await reviewFor(tx, actor, reviewId, 'propose', body.baseVersion);
    if (!found.ok) return found;
    const review = found.value;
    const examined = await examine(tx, cityId, review, today, textFaults({ departureReason, opinion }));
    if (!examined.ok) return examined;
    const { stored, answers, deductions, verdicts } = examined.value;
    const { normalised, printed, class: computed } = examined.value.score;
    const scheme = await schemeOfCampaign(tx, cityId, review.campaignId);
    const departed = withDeparture(stored.edition, examined.value.score, {
      person: actor.name,
      reason: departureReason,
      to: proposedClass,
      mostRanks: scheme.review.departureRanks.value,
    });
    if (!departed.ok)
      return issues(departed.error.issues.map((one) => ({ ...one, path: FIELDS[one.path] ?? one.path })));

    const { bytes, texts } = packAnswers(stored.edition, stored.hash, answers, commentsOf(verdicts), deductions);
    const version = review.version + 1;
    const reason = proposedClass === computed ? '' : departureReason;
    tx.later(sql`update reviews set state = ${review.to}, version = ${version}, opinion = ${opinion}, computed_class = ${computed},
        proposed_class = ${proposedClass}, departure_reason = ${reason}, as_of = ${today}, pack = ${bytes}, texts = ${compressed(texts)},
        numerator = ${normalised.num}, denominator = ${normalised.den}, printed = ${printed}, trace = ${json(departed.value.trace)}::jsonb,
        proposed_by = ${actor.accountId}, proposed_at = ${now}, sent_back_note = ''
      where city_id = ${cityId} and review_id = ${reviewId}`);
    return ok({
      done: { version, computedClass: computed, printed },
      subject: { type: 'review', id: reviewId },
      record: {
        state: review.to,
        printed,
        numerator: normalised.num,
        denominator: normalised.den,
        computedClass: computed,
        proposedClass,
        departureReason: reason,
        opinion,
        asOf: today,
        edition: stored.hash,
      },
    });
  },
});
