import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { cleanName } from '../../domain/evidence/file-name.ts';
import { evidenceLimits } from '../../domain/evidence-limits.ts';
import { evidenceContract, type UploadStanding } from '../../evidence.contract.ts';
import { type StandingFile, standingFiles } from './file-rows.ts';
import { forgottenBefore, openToFiles, type Upload, uploads } from './own-upload.ts';
import { receiptOf } from './receipts.ts';
import { roomFor } from './room-for.ts';

const { limitBytes, openUploads } = evidenceLimits;
const MEGABYTE = 1024 * 1024;

/** Begins an upload, or finds the one that was begun before, also after the browser was closed. Nothing of the declaration changes by it. */
export const announceUpload = (files: BlobStore) =>
  command(evidenceContract.announceUpload, {
    name: 'declaration.announce-upload',
    leavesNoTrace: () => true,
    run: async (tx, { params: { declarationId }, body }, context) => {
      const { actor, machineNow } = context;
      const { cityId, accountId } = actor;
      const { sizeBytes, fingerprint, digest, itemIds, replaces } = body;
      const declaration = await openToFiles(tx, context, declarationId);
      if (!declaration.ok) return declaration;
      const said = (done: UploadStanding) =>
        ok({ done, subject: { type: 'declaration', id: declarationId }, record: {} });

      if (sizeBytes === 0) return refuse('file.empty', 422);
      if (sizeBytes > limitBytes) return refuse('file.tooLarge', 413, { limitMb: limitBytes / MEGABYTE });
      const { edition } = await editionByHash(tx, cityId, declaration.value.editionHash);
      const stranger = itemIds.find((itemId) => !edition.items.some(({ id }) => id === itemId));
      if (stranger !== undefined) return refuse('declaration.noSuchItem', 404, { item: stranger });
      const [before, under, named, same] = await tx.together<[Upload, { count: number }, StandingFile, StandingFile]>(
        uploads(
          context,
          declarationId,
          sql`u.account_id is not distinct from ${accountId} and u.fingerprint = ${fingerprint} and u.size_bytes = ${sizeBytes}
            and u.replaces is not distinct from ${replaces} and u.item_ids = ${itemIds}`,
        ),
        sql`select count(*) from evidence_uploads where city_id = ${cityId} and declaration_id = ${declarationId} and file_id is null
          and begun_at > ${forgottenBefore(machineNow)}`,
        standingFiles(cityId, declarationId, sql`f.file_id = ${replaces}`),
        standingFiles(cityId, declarationId, sql`f.digest = ${digest}`),
      );
      if (replaces !== null && named.length === 0) return refuse('input.noSuchRecord', 404);
      const [latest] = before;
      if (latest?.fileId === null)
        return said({
          state: 'open',
          uploadId: latest.uploadId,
          received: await files.uploads.received(latest.uploadId),
        });
      if (latest?.fileId) {
        const receipt = await receiptOf(tx, cityId, declarationId, latest.fileId, itemIds);
        // Taken away or detached since then: whoever sends it again wants it again.
        if (receipt && itemIds.every((itemId) => receipt.attached.includes(itemId)))
          return said({ state: 'received', uploadId: latest.uploadId, receipt });
      }
      const [known] = same;
      if (known && replaces === null) return said({ state: 'known', fileId: known.fileId });
      const room = await roomFor(tx, cityId, declarationId, itemIds, replaces === null);
      if (!room.ok) return room;
      if ((under[0]?.count ?? 0) >= openUploads)
        return refuse('declaration.tooManyUploads', 409, { limit: openUploads }, 'final');

      const uploadId = newId();
      const fileName = cleanName(body.fileName, uploadId);
      tx.later(
        sql`delete from evidence_uploads where city_id = ${cityId} and begun_at <= ${forgottenBefore(machineNow)}`,
      );
      tx.later(sql`insert into evidence_uploads (city_id, upload_id, declaration_id, account_id, fingerprint, file_name, size_bytes, announced_digest,
          edition_hash, item_ids, replaces, begun_at)
        values (${cityId}, ${uploadId}, ${declarationId}, ${accountId}, ${fingerprint}, ${fileName}, ${sizeBytes}, ${digest},
          ${declaration.value.editionHash}, ${itemIds}, ${replaces}, ${machineNow})`);
      return said({ state: 'open', uploadId, received: 0 });
    },
  });
