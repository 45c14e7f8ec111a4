import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { DomainEvent, Outcome } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import type { DeclarationSubmitted, DeclarationWithdrawn } from '#process/declaration/declaration.events.ts';

type Consequences = Promise<Result<readonly (Outcome<unknown> & { readonly command: string })[], Fault>>;

/** A declaration was handed in: its review opens with the body that received it. */
export const openReview = async (tx: Tx, event: DomainEvent, { actor, now }: Context): Consequences => {
  const { declarationId, submissionId, campaignId, unitId, bodyId, editionHash } = event as DeclarationSubmitted;
  const reviewId = newId();
  tx.later(sql`insert into reviews (city_id, review_id, campaign_id, declaration_id, submission_id, unit_id, body_id, edition_hash, created_at)
    values (${actor.cityId}, ${reviewId}, ${campaignId}, ${declarationId}, ${submissionId}, ${unitId}, ${bodyId}, ${editionHash}, ${now})`);
  return ok([
    {
      command: 'review.open',
      done: null,
      subject: { type: 'review', id: reviewId },
      record: { state: 'pending', declarationId, submissionId, bodyId },
    },
  ]);
};

/** The enterprise withdrew before anybody had begun: nothing is left to review. */
export const dropReview = async (tx: Tx, event: DomainEvent, { actor }: Context): Consequences => {
  const { submissionId } = event as DeclarationWithdrawn;
  const dropped = await tx.row<{ review_id: string }>(sql`
    update reviews set state = 'withdrawn', version = version + 1
    where city_id = ${actor.cityId} and submission_id = ${submissionId} and state = 'pending' returning review_id`);
  if (!dropped) return refuse('declaration.reviewBegun', 409);
  return ok([
    {
      command: 'review.drop',
      done: null,
      subject: { type: 'review', id: dropped.review_id },
      record: { state: 'withdrawn', submissionId },
    },
  ]);
};
