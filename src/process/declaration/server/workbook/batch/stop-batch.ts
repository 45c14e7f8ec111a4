import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { workbookContract } from '../../../workbook.contract.ts';
import { batchVisibleTo } from './batch.queries.ts';

/** Leaves the files of an archive that are not read yet; what was taken over stays. */
export const stopBatch = command(workbookContract.stopWorkbookBatch, {
  name: 'declaration.stop-workbook-batch',
  run: async (tx, { params: { workbookBatchId } }, { actor, now }) => {
    const found = await tx.row<{ state: string }>(sql`select b.state from workbook_batches b
      where b.city_id = ${actor.cityId} and b.batch_id = ${workbookBatchId} and ${batchVisibleTo(actor)} for update`);
    if (!found) return refuse('input.noSuchRecord', 404);
    if (found.state !== 'running') return refuse('workbookBatch.ended', 409, undefined, 'final');
    const left =
      await tx.run(sql`update workbook_batch_files set outcome = 'refused', code = 'workbookBatch.stopped', params = '{}', done_at = ${now}
      where city_id = ${actor.cityId} and batch_id = ${workbookBatchId} and outcome = 'waiting'`);
    tx.later(sql`update workbook_batches set state = 'stopped', ended_at = ${now}
      where city_id = ${actor.cityId} and batch_id = ${workbookBatchId}`);
    return ok({ done: { left }, subject: { type: 'workbook-batch', id: workbookBatchId }, record: { left } });
  },
});
