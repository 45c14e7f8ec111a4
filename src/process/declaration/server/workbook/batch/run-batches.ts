import type { Actor } from '#parties/access/domain/roles.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Runner } from '#platform/run-command.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { giveUpBatchFile, importBatchFile } from './import-file.ts';

interface Next {
  readonly batchId: string;
  readonly position: number;
  readonly createdBy: string | null;
  readonly createdByName: string;
  readonly bodyId: string | null;
}

const nextFile = (reader: Reader, cityId: number): Promise<Next | undefined> =>
  reader.row<Next>(sql`
    select b.batch_id as "batchId", f.position, b.created_by as "createdBy", b.created_by_name as "createdByName", b.body_id as "bodyId"
    from workbook_batches b
    join lateral (select position from workbook_batch_files w
      where w.city_id = b.city_id and w.batch_id = b.batch_id and w.outcome = 'waiting' order by position limit 1) f on true
    where b.city_id = ${cityId} and b.state = 'running' order by b.created_at limit 1`);

/**
 * Reads what waits in archives of a city, file after file, until nothing is left or `stopped` says so; each in a transaction of its own,
 * in the name of who brought the archive. What a stopped program leaves is carried on by the next call.
 * @param onFailure told of a file on which the program itself failed; the file is given up and the others go on
 */
export const carryOnBatches = async (
  runner: Runner<Actor>,
  files: BlobStore,
  cityId: number,
  onFailure: (error: unknown) => void,
  stopped: () => boolean = () => false,
): Promise<number> => {
  const importing = importBatchFile(files);
  let done = 0;
  while (!stopped()) {
    const next = await runner.readAs(systemActor(cityId), (reader) => nextFile(reader, cityId));
    if (!next) break;
    const { batchId, position, createdBy, createdByName, bodyId } = next;
    const actor: Actor = { cityId, accountId: createdBy, name: createdByName, roles: [], bodyId, enterpriseId: null };
    try {
      const result = await runner.runAs(actor, importing, { batchId, position });
      // Somebody saved at the same moment: once more.
      if (!result.ok && result.error.kind === 'refusal' && result.error.again === 'retry') continue;
      if (!result.ok) throw new Error(`file ${position} of ${batchId}: ${JSON.stringify(result.error)}`);
    } catch (error) {
      onFailure(error);
      await runner.runAs(actor, giveUpBatchFile, { batchId, position });
    }
    done += 1;
  }
  return done;
};
