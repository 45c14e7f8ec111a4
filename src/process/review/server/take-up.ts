import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { readSubmission } from '#process/declaration/server/read-submission.ts';
import { takeUpForReview } from '#process/declaration/server/take-up-for-review.ts';
import { changedItems } from '../domain/corrected.ts';
import { reviewContract } from '../review.contract.ts';
import { type LockedReview, reviewFor } from './lock-review.ts';
import { lastReturnOf } from './read-examination.ts';
import { copyVerdicts, sameItems } from './same-items.ts';

/** The declaration is locked first, as its withdrawal does: of the two at once one waits and is then refused. */
const lockDeclaration = (tx: Tx, actor: Actor, reviewId: string) =>
  tx.row(sql`select 1 from declarations where city_id = ${actor.cityId} and declaration_id =
    (select declaration_id from reviews where city_id = ${actor.cityId} and review_id = ${reviewId} and body_id = ${actor.bodyId}) for update`);

/**
 * After a return the verdicts on everything that neither was to be corrected nor was changed stand as they were given, so that only
 * what is new is examined again. The number of verdicts carried over.
 */
const carryOver = async (tx: Tx, { cityId }: Actor, { reviewId, submissionId, declarationId }: LockedReview) => {
  const before = await lastReturnOf(tx, cityId, declarationId, reviewId);
  if (!before) return 0;
  const [earlier, now] = [
    await readSubmission(tx, cityId, before.submissionId),
    await readSubmission(tx, cityId, submissionId),
  ];
  if (!earlier || !now) return 0;
  const same = await sameItems(tx, cityId, earlier.editionHash, now.editionHash);
  const returned = new Set(before.items.map(({ itemId }) => itemId));
  const changed = new Set(changedItems(earlier, now, same));
  const stands = [...same].filter(([itemId, was]) => !changed.has(itemId) && !returned.has(was));
  return copyVerdicts(tx, cityId, before.reviewId, reviewId, stands);
};

/** Takes a submission up: it is this reviewer's from now on, and the enterprise can no longer withdraw it. */
export const takeUp = command(reviewContract.takeUp, {
  name: 'review.take-up',
  run: async (tx, { params: { reviewId }, body }, context) => {
    const { actor, now } = context;
    await lockDeclaration(tx, actor, reviewId);
    const found = await reviewFor(tx, actor, reviewId, 'take-up', body.baseVersion);
    if (!found.ok) return found;
    const review = found.value;
    const carriedOver = await carryOver(tx, actor, review);
    const version = review.version + 1;
    takeUpForReview(tx, context, review.declarationId);
    tx.later(sql`update reviews set state = ${review.to}, version = ${version}, reviewer_id = ${actor.accountId}, taken_up_at = ${now}
      where city_id = ${actor.cityId} and review_id = ${reviewId}`);
    return ok({
      done: { version },
      subject: { type: 'review', id: reviewId },
      record: { state: review.to, reviewer: actor.accountId, carriedOver },
    });
  },
});

/** Takes a review over from a colleague, who is refused from then on and told by whom. */
export const takeOver = command(reviewContract.takeOver, {
  name: 'review.take-over',
  run: async (tx, { params: { reviewId }, body }, { actor }) => {
    const found = await reviewFor(tx, actor, reviewId, 'take-over', body.baseVersion);
    if (!found.ok) return found;
    const review = found.value;
    const version = review.version + 1;
    tx.later(sql`update reviews set version = ${version}, reviewer_id = ${actor.accountId}
      where city_id = ${actor.cityId} and review_id = ${reviewId}`);
    return ok({
      done: { version },
      subject: { type: 'review', id: reviewId },
      record: { from: review.reviewerId, to: actor.accountId, reason: body.reason },
    });
  },
});
