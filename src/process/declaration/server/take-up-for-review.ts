import type { Context } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';

/** Tells the declaration that its review has begun: from now on the enterprise cannot withdraw. Travels with the caller's commit. */
export const takeUpForReview = (tx: Tx, { actor, now }: Context, declarationId: string): void =>
  tx.later(sql`update declarations set review_begun_at = ${now}, changed_at = ${now}
    where city_id = ${actor.cityId} and declaration_id = ${declarationId} and state = 'submitted' and review_begun_at is null`);
