import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { type Context, command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer, Upload } from '#platform/http/routes.ts';
import { newId } from '#platform/ids.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { type StoredUpload, storeUpload } from '#support/files/server/store-upload.ts';
import { paperContract } from '../../paper.contract.ts';
import type { AssignedDeclarations } from '../visibility.ts';
import { findLine } from './paper.queries.ts';
import { type PaperLine, visibleLine } from './paper-line.ts';

const LIMIT_BYTES = 20 * 1024 * 1024;
const MOST_SCANS = 20;

/** Adds a scan of the signed and sealed pages to the version that it shows. */
export const addScan = (files: BlobStore, assigned: AssignedDeclarations) =>
  command(paperContract.addScan, {
    name: 'declaration.add-paper-scan',
    prepare: async ({ params, body }, { actor }, read): Promise<Result<StoredUpload & { name: string }, Fault>> => {
      const upload = body as unknown as Upload;
      const line = await read((reader) => findLine(reader, actor, assigned, params));
      if (!line.ok) {
        upload.stream.resume();
        return line;
      }
      const stored = await storeUpload(files, upload.stream, { limitBytes: LIMIT_BYTES, allowed: ['pdf', 'jpeg'] });
      return stored.ok ? ok({ ...stored.value, name: upload.fileName.slice(0, 200) }) : stored;
    },
    run: async (tx, { params: { submissionId } }, { actor, now }, { digest, size, type, name }) => {
      const { cityId } = actor;
      const line = await tx.one<PaperLine>(sql`${visibleLine(actor, assigned, { submissionId })} for update of d`);
      if (line.scans.length >= MOST_SCANS) return refuse('paper.tooManyScans', 409, { most: MOST_SCANS }, 'final');
      const scanId = newId();
      tx.later(sql`insert into paper_scans (city_id, scan_id, submission_id, file_digest, file_name, media_type, size_bytes, uploaded_by,
          uploaded_by_name, uploaded_at)
        values (${cityId}, ${scanId}, ${submissionId}, ${digest}, ${name}, ${MEDIA_TYPES[type]}, ${size}, ${actor.accountId}, ${actor.name}, ${now})`);
      return ok({
        done: { scanId },
        subject: { type: 'declaration', id: line.declarationId },
        record: { submissionId, scanId, name, digest, size },
      });
    },
  });

/** Takes away a scan that one has added oneself; the file and the row stay. */
export const removeScan = (assigned: AssignedDeclarations) =>
  command(paperContract.removeScan, {
    name: 'declaration.remove-paper-scan',
    run: async (tx, { params: { submissionId, scanId } }, { actor, now }) => {
      const line = await findLine(tx, actor, assigned, { submissionId });
      if (!line.ok) return line;
      const scan = await tx.row<{
        own: boolean;
      }>(sql`select uploaded_by is not distinct from ${actor.accountId} as own from paper_scans
        where city_id = ${actor.cityId} and submission_id = ${submissionId} and scan_id = ${scanId} and removed_at is null for update`);
      if (!scan) return refuse('input.noSuchRecord', 404);
      if (!scan.own) return refuse('paper.scanOfOthers', 409, undefined, 'final');
      tx.later(sql`update paper_scans set removed_at = ${now} where city_id = ${actor.cityId} and scan_id = ${scanId}`);
      return ok({
        done: {},
        subject: { type: 'declaration', id: line.value.declarationId },
        record: { submissionId, scanId },
      });
    },
  });

/** A scan, found by the record that it belongs to and never by its digest. */
export const scanFile = async (
  reader: Reader,
  files: BlobStore,
  { submissionId, scanId }: { readonly submissionId: string; readonly scanId: string },
  { actor }: Context,
  assigned: AssignedDeclarations,
): Promise<Result<FileAnswer, Fault>> => {
  const line = await findLine(reader, actor, assigned, { submissionId });
  if (!line.ok) return line;
  const found = await reader.row<{ digest: string; name: string; type: string }>(sql`
    select file_digest as digest, file_name as name, media_type as type from paper_scans
    where city_id = ${actor.cityId} and submission_id = ${submissionId} and scan_id = ${scanId} and removed_at is null`);
  if (!found) return refuse('input.noSuchRecord', 404);
  const blob = await files.openBlob(found.digest);
  if (!blob) throw new Error(`the content of scan ${scanId} is missing from the file store`);
  return ok({ type: found.type, name: found.name, body: blob.stream, inline: true });
};
