import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { batchContract } from '../batch.contract.ts';

/** 签收: the city office takes a batch in after comparing it with the sealed paper; only then may its units be drawn. */
export const receive = command(batchContract.receive, {
  name: 'review.receive-batch',
  run: async (tx, { params: { batchId }, body }, { actor, now }) => {
    const batch = await tx.row<{ state: string; number: string; list_digest: string; unit_count: number }>(sql`
      select state, number, list_digest, unit_count from batches where city_id = ${actor.cityId} and batch_id = ${batchId} for update`);
    if (!batch) return refuse('input.noSuchRecord', 404);
    if (batch.state !== 'sent') return refuse('review.batchReceived', 409, { number: batch.number });
    if (batch.list_digest !== body.listDigest) return refuse('review.digestDiffers', 409, { number: batch.number });
    tx.later(sql`update batches set state = 'received', received_by = ${actor.accountId}, received_at = ${now}
      where city_id = ${actor.cityId} and batch_id = ${batchId}`);
    return ok({
      done: { batchId, unitCount: batch.unit_count },
      subject: { type: 'batch', id: batchId },
      record: { number: batch.number, state: 'received', listDigest: batch.list_digest },
    });
  },
});
