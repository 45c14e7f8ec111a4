import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer, Upload } from '#platform/http/routes.ts';
import { newId } from '#platform/ids.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { storeUpload } from '#support/files/server/store-upload.ts';
import { proofLimits } from '../../domain/register-change/proof-limits.ts';
import { registerChangeContract } from '../../register-change.contract.ts';
import { changeOpenTo } from './visibility.ts';

/** A name as it may stand in lists and downloads. */
const cleanName = (given: string): string =>
  [
    ...(given.split(/[/\\]/).pop() ?? '')
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .trim(),
  ]
    .slice(-100)
    .join('');

/** Keeps the file that proves a change, until a request names it. */
export const sendProof = (files: BlobStore) =>
  command(registerChangeContract.registerChangeProof, {
    name: 'parties.send-register-proof',
    prepare: async ({ body }) => {
      const { stream, fileName } = body as unknown as Upload;
      const stored = await storeUpload(files, stream, proofLimits);
      return stored.ok ? ok({ ...stored.value, fileName: cleanName(fileName) || 'proof' }) : stored;
    },
    run: async (tx, _input, { actor, now }, { digest, size, type, fileName }) => {
      const proofId = newId();
      tx.later(sql`insert into register_change_proofs (city_id, proof_id, file_digest, file_name, media_type, size_bytes, uploaded_by, uploaded_at)
        values (${actor.cityId}, ${proofId}, ${digest}, ${fileName}, ${MEDIA_TYPES[type]}, ${size}, ${actor.accountId}, ${now})`);
      return ok({
        done: { proofId, fileName, sizeBytes: size },
        subject: { type: 'register-change-proof', id: proofId },
        record: { fileName, digest, sizeBytes: size },
      });
    },
  });

/** The file that proves a request which the person may see. */
export const proofFile = async (reader: Reader, files: BlobStore, actor: Actor, changeId: string) => {
  const found = await reader.row<{ digest: string; fileName: string; mediaType: string }>(sql`
    select p.file_digest as digest, p.file_name as "fileName", p.media_type as "mediaType"
    from register_changes c join register_change_proofs p on p.city_id = c.city_id and p.proof_id = c.proof_id
    where c.city_id = ${actor.cityId} and c.change_id = ${changeId} and ${changeOpenTo(actor)}`);
  if (!found) return refuse('input.noSuchRecord', 404);
  const blob = await files.openBlob(found.digest);
  if (!blob) throw new Error(`the content of the proof of ${changeId} is missing from the file store`);
  const { fileName, mediaType } = found;
  const inline = mediaType === 'application/pdf' || mediaType.startsWith('image/');
  return ok<FileAnswer>({ type: mediaType, name: fileName, body: blob.stream, inline });
};
