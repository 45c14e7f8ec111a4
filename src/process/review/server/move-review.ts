import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { DomainEvent, Outcome } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { DeclarationMoved } from '#process/declaration/declaration.events.ts';

type Consequences = Promise<Result<readonly (Outcome<unknown> & { readonly command: string })[], Fault>>;

/**
 * A declaration went to another body: its review waits there anew. What the body before had come to (who, opinion, proposal) is kept beside it;
 * verdicts on items go along, under the names of those who gave them.
 */
export const moveReview = async (tx: Tx, event: DomainEvent, { actor, now }: Context): Consequences => {
  const { cityId } = actor;
  const { declarationId, submissionId, moveId, fromBodyId, toBodyId, reviewState, reason } = event as DeclarationMoved;
  const review = await tx.row<{
    reviewId: string;
    state: string;
  }>(sql`select review_id as "reviewId", state from reviews
    where city_id = ${cityId} and submission_id = ${submissionId} for update`);
  if (!review) throw new Error(`submission ${submissionId} has no review`);
  // Somebody went on with it between the look and the lock.
  if (review.state !== reviewState) return refuse('platform.stale', 409);
  const { reviewId } = review;
  if (review.state !== 'pending')
    await tx.run(sql`insert into review_moves (city_id, move_id, review_id, declaration_id, from_body, to_body, state_before, reviewer_name, verdict_count,
        daily_supervision, opinion, proposed_class, printed, proposed_by_name, moved_at)
      select r.city_id, ${moveId}, r.review_id, ${declarationId}, ${fromBodyId}, ${toBodyId}, r.state,
        coalesce((select a.name from accounts a where a.city_id = r.city_id and a.account_id = r.reviewer_id), ''),
        (select count(*) from review_verdicts v where v.city_id = r.city_id and v.review_id = r.review_id), r.daily_supervision, r.opinion,
        r.proposed_class, r.printed,
        coalesce((select a.name from accounts a where a.city_id = r.city_id and a.account_id = r.proposed_by), ''), ${now}
      from reviews r where r.city_id = ${cityId} and r.review_id = ${reviewId}`);
  await tx.run(sql`update reviews set body_id = ${toBodyId}, state = 'pending', version = version + 1, reviewer_id = null, taken_up_at = null,
      daily_supervision = '', opinion = '', computed_class = null, proposed_class = null, departure_reason = '', as_of = null, pack = null,
      texts = null, numerator = null, denominator = null, printed = null, trace = null, proposed_by = null, proposed_at = null, signed_by = null,
      signed_at = null, sent_back_note = ''
    where city_id = ${cityId} and review_id = ${reviewId}`);
  return ok([
    {
      command: 'review.move',
      done: null,
      subject: { type: 'review', id: reviewId },
      record: { state: 'pending', stateBefore: review.state, from: fromBodyId, to: toBodyId, reason },
    },
  ]);
};
