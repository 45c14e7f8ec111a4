import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import type { Command } from '#platform/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { UploadInput } from '#platform/http/routes.ts';
import { newId } from '#platform/ids.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { receiveUpload } from '#support/files/server/receive-upload.ts';
import { workbookContract } from '../../../workbook.contract.ts';
import { BATCH_LIMITS, openArchive, unpack } from './unpack.ts';

interface KeptFile {
  readonly position: number;
  readonly name: string;
  readonly size: number;
  /** Null of what was refused at once. */
  readonly digest: string | null;
  readonly code: string | null;
}

interface Prepared {
  readonly fileName: string;
  readonly fileDigest: string;
  readonly kept: readonly KeptFile[];
}

/** Keeps an archive of workbooks file by file; they are read afterwards, one at a time. */
export const addBatch = (
  files: BlobStore,
): Command<
  Actor,
  UploadInput<typeof workbookContract.addWorkbookBatch>,
  { readonly batchId: string; readonly fileCount: number },
  Prepared
> => ({
  name: 'declaration.add-workbook-batch',
  roles: workbookContract.addWorkbookBatch.roles,
  prepare: async ({ params: { campaignId }, body }, { actor }, read): Promise<Result<Prepared, Fault>> => {
    const campaign = await read((reader) =>
      reader.row(sql`select 1 from campaigns where city_id = ${actor.cityId} and campaign_id = ${campaignId}`),
    );
    if (!campaign) {
      body.stream.resume();
      return refuse('input.noSuchRecord', 404);
    }
    const bytes = await receiveUpload(body.stream, BATCH_LIMITS.archiveBytes);
    if (!bytes.ok) return bytes;
    const archive = openArchive(bytes.value);
    if (!archive.ok) return archive;
    const kept: KeptFile[] = [];
    for (const [at, name] of archive.value.names.entries()) {
      const { fileName, sizeBytes, content } = unpack(archive.value.zip, name);
      const digest = 'bytes' in content ? (await files.storeBytes(content.bytes)).digest : null;
      const code = 'code' in content ? content.code : null;
      kept.push({ position: at + 1, name: fileName, size: sizeBytes, digest, code });
    }
    const { digest } = await files.storeBytes(bytes.value);
    return ok({ fileName: body.fileName.toWellFormed().slice(0, 200), fileDigest: digest, kept });
  },
  run: async (tx, { params: { campaignId } }, { actor, now }, { fileName, fileDigest, kept }) => {
    const batchId = newId();
    const bodyId = hasRole(actor, 'city-office') ? null : actor.bodyId;
    const waiting = kept.some(({ code }) => code === null);
    await tx.run(sql`insert into workbook_batches (city_id, batch_id, campaign_id, body_id, file_name, file_digest, file_count, state,
        created_by, created_by_name, created_at, ended_at)
      values (${actor.cityId}, ${batchId}, ${campaignId}, ${bodyId}, ${fileName}, ${fileDigest}, ${kept.length},
        ${waiting ? 'running' : 'finished'}, ${actor.accountId}, ${actor.name}, ${now}, ${waiting ? null : now})`);
    await tx.run(sql`insert into workbook_batch_files (city_id, batch_id, position, file_name, file_digest, size_bytes, outcome, code, params, done_at)
      select ${actor.cityId}, ${batchId}, f.position, f.name, f.digest, f.size,
        case when f.code is null then 'waiting' else 'refused' end, f.code, '{}', case when f.code is null then null else ${now}::timestamptz end
      from jsonb_to_recordset(${json(kept)}::jsonb) as f(position int, name text, size bigint, digest text, code text)`);
    return ok({
      done: { batchId, fileCount: kept.length },
      subject: { type: 'workbook-batch', id: batchId },
      record: { campaignId, fileName, fileDigest, fileCount: kept.length },
    });
  },
});
