import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { DomainEvent, Outcome } from '#platform/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import type { DeclarationResubmitted, DeclarationReturnedByRevision } from '#process/declaration/declaration.events.ts';
import type { ReviewState } from '../domain/review.ts';
import { copyVerdicts, sameItems } from './same-items.ts';

type Consequences = Promise<Result<readonly (Outcome<unknown> & { readonly command: string })[], Fault>>;

interface Open {
  readonly reviewId: string;
  readonly state: ReviewState;
  readonly editionHash: string;
}

/** The review of a submission that a revision takes back. @throws unless it is with its body: what was transmitted keeps a revision back */
const lockOpen = async (tx: Tx, cityId: number, submissionId: string): Promise<Open> => {
  const review =
    await tx.one<Open>(sql`select review_id as "reviewId", state, edition_hash as "editionHash" from reviews
    where city_id = ${cityId} and submission_id = ${submissionId} for update`);
  if (!['pending', 'reviewing', 'proposed', 'signed'].includes(review.state))
    throw new Error(`a revision met review ${review.reviewId} in state ${review.state}`);
  return review;
};

const end = (tx: Tx, cityId: number, { reviewId }: Open, state: 'replaced' | 'returned'): void =>
  tx.later(sql`update reviews set state = ${state}, version = version + 1
    where city_id = ${cityId} and review_id = ${reviewId}`);

/**
 * The submission was frozen anew with the same answers: its review goes on where it was, with the same reviewer and every verdict. A class that
 * was proposed or signed is taken back, since score and class may be others under the other edition.
 */
export const followResubmission = async (tx: Tx, event: DomainEvent, { actor, now }: Context): Consequences => {
  const { cityId } = actor;
  const { submissionBefore, submissionId, editionHash, revisionId } = event as DeclarationResubmitted;
  const before = await lockOpen(tx, cityId, submissionBefore);
  const reviewId = newId();
  const state: ReviewState = before.state === 'pending' ? 'pending' : 'reviewing';
  await tx.run(sql`insert into reviews (city_id, review_id, campaign_id, declaration_id, submission_id, unit_id, body_id, state, reviewer_id,
      taken_up_at, daily_supervision, edition_hash, created_at)
    select city_id, ${reviewId}, campaign_id, declaration_id, ${submissionId}, unit_id, body_id, ${state}, reviewer_id, taken_up_at,
      daily_supervision, ${editionHash}, ${now}
    from reviews where city_id = ${cityId} and review_id = ${before.reviewId}`);
  // Verdicts on items that are gone stay with the review before.
  const same = await sameItems(tx, cityId, before.editionHash, editionHash);
  const carriedOver = await copyVerdicts(tx, cityId, before.reviewId, reviewId, [...same]);
  end(tx, cityId, before, 'replaced');
  const record = { state, revision: revisionId, before: before.reviewId, stateBefore: before.state, carriedOver };
  return ok([
    {
      command: 'review.replace',
      done: null,
      subject: { type: 'review', id: before.reviewId },
      record: { state: 'replaced', revision: revisionId, by: reviewId },
    },
    { command: 'review.continue', done: null, subject: { type: 'review', id: reviewId }, record },
  ]);
};

/** The enterprise has something to confirm or to answer anew: its review ends as after a return for correction. */
export const followReturn = async (tx: Tx, event: DomainEvent, { actor, now }: Context): Consequences => {
  const { cityId } = actor;
  const { declarationId, submissionId, reason, dueOn } = event as DeclarationReturnedByRevision;
  const before = await lockOpen(tx, cityId, submissionId);
  end(tx, cityId, before, 'returned');
  tx.later(sql`insert into review_returns (city_id, return_id, review_id, declaration_id, reason, items, due_on, returned_at)
    values (${cityId}, ${newId()}, ${before.reviewId}, ${declarationId}, ${reason}, ${json([])}::jsonb, ${dueOn}, ${now})`);
  return ok([
    {
      command: 'review.return-by-revision',
      done: null,
      subject: { type: 'review', id: before.reviewId },
      record: { state: 'returned', stateBefore: before.state, reason, dueOn },
    },
  ]);
};
