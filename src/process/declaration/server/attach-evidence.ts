import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Upload } from '#platform/http/routes.ts';
import { newId } from '#platform/ids.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { storeUpload } from '#support/files/server/store-upload.ts';
import { declarationContract } from '../declaration.contract.ts';
import { evidenceLimits } from '../domain/evidence-limits.ts';
import { findOwn, lockOwn, stepFrom } from './own-declaration.ts';

/** A name as it may stand in lists and downloads: no folder, no control characters, at most 120 characters. */
const cleanName = (given: string): string => {
  const name = (given.split(/[/\\]/).pop() ?? '')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .trim();
  const characters = [...name];
  return characters.length <= 120 ? name : [...characters.slice(0, 100), '…', ...characters.slice(-19)].join('');
};

/** Attaches a file to an item. The file is judged and stored before the transaction; refused then, nothing points to it. */
export const attachEvidence = (files: BlobStore) =>
  command(declarationContract.attachEvidence, {
    name: 'declaration.attach-evidence',
    prepare: async ({ params: { declarationId, itemId }, body }, { actor }, read) => {
      const { stream, fileName } = body as unknown as Upload;
      const may = await read(async (reader) => {
        const declaration = await findOwn(reader, actor, declarationId);
        if (!declaration.ok) return declaration;
        const step = stepFrom(declaration.value.state, 'save');
        if (!step.ok) return step;
        const { edition } = await editionByHash(reader, actor.cityId, declaration.value.editionHash);
        return edition.items.some((item) => item.id === itemId)
          ? ok(declaration.value.editionHash)
          : refuse('declaration.noSuchItem', 404, { item: itemId });
      });
      if (!may.ok) {
        stream.resume();
        return may;
      }
      const stored = await storeUpload(files, stream, evidenceLimits);
      const editionHash = may.value;
      return stored.ok ? ok({ ...stored.value, editionHash, fileName: cleanName(fileName) || itemId }) : stored;
    },
    run: async (tx, { params: { declarationId, itemId } }, { actor, now }, file) => {
      const declaration = await lockOwn(tx, actor, declarationId);
      if (!declaration.ok) return declaration;
      const step = stepFrom(declaration.value.state, 'save');
      if (!step.ok) return step;
      // The edition was replaced while the file arrived: the item may be another one now, or gone.
      if (declaration.value.editionHash !== file.editionHash) return refuse('platform.stale', 409);
      const { count } = await tx.one<{ count: number }>(sql`select count(*) from evidence
        where city_id = ${actor.cityId} and declaration_id = ${declarationId} and item_id = ${itemId} and removed_at is null`);
      if (count >= evidenceLimits.perItem)
        return refuse('declaration.tooManyFiles', 409, { limit: evidenceLimits.perItem }, 'final');
      const evidenceId = newId();
      const version = declaration.value.version + 1;
      const mediaType = MEDIA_TYPES[file.type];
      tx.later(sql`insert into evidence (city_id, evidence_id, declaration_id, item_id, file_digest, file_name, media_type, size_bytes, uploaded_by, uploaded_at)
        values (${actor.cityId}, ${evidenceId}, ${declarationId}, ${itemId}, ${file.digest}, ${file.fileName}, ${mediaType}, ${file.size}, ${actor.accountId}, ${now})`);
      tx.later(sql`update declarations set version = ${version}, changed_at = ${now}
        where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
      const evidence = { evidenceId, itemId, fileName: file.fileName, mediaType, sizeBytes: file.size };
      return ok({
        done: { version, evidence: { ...evidence, uploadedAt: now.toISOString() } },
        subject: { type: 'declaration', id: declarationId },
        record: { ...evidence, digest: file.digest },
      });
    },
  });
