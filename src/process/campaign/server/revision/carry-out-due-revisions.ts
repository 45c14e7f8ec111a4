import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Outcome } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { carryOut, type Ordered } from './carry-out.ts';
import type { StandingOf } from './standing.ts';

/**
 * Carries out the order that has waited longest, if its day has come: one at a time, so that whoever looks again and again has each in a
 * transaction of its own.
 */
export const carryOutDueRevision =
  (standingOf: StandingOf) =>
  async (
    tx: Tx,
    context: Context,
  ): Promise<Result<readonly (Outcome<unknown> & { readonly command: string })[], Fault>> => {
    const { cityId } = context.actor;
    const due = await tx.row<{ revisionId: string; campaignId: string }>(sql`
      select revision_id as "revisionId", campaign_id as "campaignId" from edition_revisions
      where city_id = ${cityId} and state = 'ordered' and effective_on <= ${context.today}
      order by effective_on, ordered_at, revision_id limit 1`);
    if (!due) return ok([]);
    // The campaign first, as whoever orders, cancels, transmits or freezes does.
    await tx.run(sql`select 1 from campaigns where city_id = ${cityId} and campaign_id = ${due.campaignId} for update`);
    const order = await lockOrdered(tx, cityId, due.revisionId);
    return ok(order ? [await carryOut(tx, context, order, standingOf)] : []);
  };

/** The order if it is still ahead, locked. */
export const lockOrdered = (tx: Tx, cityId: number, revisionId: string): Promise<Ordered | undefined> =>
  tx.row<Ordered>(sql`
    select revision_id as "revisionId", campaign_id as "campaignId", industry, from_hash as "fromHash", to_hash as "toHash", reason,
      working_days as "workingDays", due_on as "dueOn"
    from edition_revisions where city_id = ${cityId} and revision_id = ${revisionId} and state = 'ordered' for update`);
