import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { openReviewActions, type ReviewAction, type ReviewState, reviewTransition } from '../domain/review.ts';

/** A review while a command works on it. */
export interface LockedReview {
  readonly reviewId: string;
  readonly campaignId: string;
  readonly declarationId: string;
  readonly submissionId: string;
  readonly unitId: string;
  readonly bodyId: string;
  readonly state: ReviewState;
  readonly version: number;
  readonly reviewerId: string | null;
  readonly reviewerName: string;
  readonly proposedBy: string | null;
  readonly dailySupervision: string;
}

/** The review of the actor's own body, locked; undefined if the body has none of this id. */
const lock = (tx: Tx, actor: Actor, reviewId: string): Promise<LockedReview | undefined> =>
  tx.row<LockedReview>(sql`
    select r.review_id as "reviewId", r.campaign_id as "campaignId", r.declaration_id as "declarationId",
      r.submission_id as "submissionId", r.unit_id as "unitId", r.body_id as "bodyId", r.state, r.version,
      r.reviewer_id as "reviewerId", coalesce((select a.name from accounts a
        where a.city_id = r.city_id and a.account_id = r.reviewer_id), '') as "reviewerName",
      r.proposed_by as "proposedBy", r.daily_supervision as "dailySupervision"
    from reviews r where r.city_id = ${actor.cityId} and r.review_id = ${reviewId} and r.body_id = ${actor.bodyId} for update`);

const wrongPerson = (person: 'holder' | 'other' | 'second' | undefined, review: LockedReview) => {
  if (person === 'holder') return refuse('review.takenOver', 409, { by: review.reviewerName });
  return person === 'other' ? refuse('review.alreadyYours', 409) : refuse('review.samePerson', 409, undefined, 'final');
};

/**
 * Locks the review for an action and checks, in this order, that the actor's body has it, that its state and the actor's part in it
 * allow the action, and that it is at the version that the actor saw (`null` where the command compares by itself).
 */
export const reviewFor = async (
  tx: Tx,
  actor: Actor,
  reviewId: string,
  action: ReviewAction,
  baseVersion: number | null,
): Promise<Result<LockedReview & { readonly to: ReviewState }, Fault>> => {
  const review = await lock(tx, actor, reviewId);
  if (!review) return refuse('input.noSuchRecord', 404);
  const step = reviewTransition(review.state, action);
  if (!step) return refuse(`review.state.${review.state}`, 409);
  if (!openReviewActions(review, actor).includes(action)) return wrongPerson(step.person, review);
  if (baseVersion !== null && baseVersion !== review.version) return refuse('platform.stale', 409);
  return ok({ ...review, to: step.to });
};
