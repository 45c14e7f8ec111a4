import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { revisionContract } from '../../revision.contract.ts';
import { lockOrdered } from './carry-out-due-revisions.ts';

/** Takes an order back before its day; nothing was changed by it yet. */
export const cancelRevision = command(revisionContract.cancelRevision, {
  name: 'campaign.cancel-edition-revision',
  run: async (tx, { params: { revisionId }, body: { reason } }, { actor, now }) => {
    const { cityId } = actor;
    const known = await tx.row<{ campaignId: string; state: string }>(sql`select campaign_id as "campaignId", state
      from edition_revisions where city_id = ${cityId} and revision_id = ${revisionId}`);
    if (!known) return refuse('input.noSuchRecord', 404);
    await tx.run(
      sql`select 1 from campaigns where city_id = ${cityId} and campaign_id = ${known.campaignId} for update`,
    );
    const order = await lockOrdered(tx, cityId, revisionId);
    if (!order) return refuse('campaign.revisionEnded', 409, undefined, 'final');
    tx.later(sql`update edition_revisions set state = 'cancelled', ended_at = ${now}, ended_by_name = ${actor.name}, ended_reason = ${reason}
      where city_id = ${cityId} and revision_id = ${revisionId}`);
    return ok({
      done: { revisionId },
      subject: { type: 'edition-revision', id: revisionId },
      record: { state: 'cancelled', campaignId: order.campaignId, industry: order.industry, reason },
    });
  },
});
