import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { keepUpload } from '#support/files/server/keep-upload.ts';
import { evidenceLimits } from '../../domain/evidence-limits.ts';
import { evidenceContract, type UploadReceipt } from '../../evidence.contract.ts';
import { lockOwn, stepFrom } from '../own-declaration.ts';
import { arrived } from './file-rows.ts';
import { ownUpload, type Upload, uploads } from './own-upload.ts';
import { receiptOf } from './receipts.ts';
import { takeIn } from './take-in.ts';

/**
 * Takes a file whose pieces have all come into the declaration. Asked again after the answer was lost, it gives the same receipt. The pieces
 * stay until that is on record, so that a crash in between costs nothing.
 */
export const completeUpload = (files: BlobStore) =>
  command(evidenceContract.completeUpload, {
    name: 'declaration.add-file',
    keepsNoAnswer: true,
    leavesNoTrace: (done: UploadReceipt) => done.unchanged,
    prepare: async ({ params }, context, read) => {
      const upload = await read((reader) => ownUpload(reader, context, params));
      if (!upload.ok) return upload;
      const { uploadId, sizeBytes, announcedDigest, fileName, fileId } = upload.value;
      if (fileId !== null) return ok(null);
      const received = await files.uploads.received(uploadId);
      if (received !== sizeBytes) return refuse('declaration.uploadIncomplete', 409, { received, size: sizeBytes });
      const kept = await keepUpload(files, uploadId, evidenceLimits);
      // Somebody else completed it in the meantime, and `run` will find that.
      if (kept === undefined) return ok(null);
      if (!kept.ok) return kept;
      if (announcedDigest !== null && announcedDigest !== kept.value.digest) {
        await files.uploads.discard(uploadId);
        return refuse('declaration.uploadAltered', 409);
      }
      return ok(await arrived(files, kept.value, fileName));
    },
    run: async (tx, { params: { declarationId, uploadId } }, context, file) => {
      const { cityId } = context.actor;
      const declaration = await lockOwn(tx, context.actor, declarationId);
      if (!declaration.ok) return declaration;
      const step = stepFrom(declaration.value.state, 'save');
      if (!step.ok) return step;
      const upload = await tx.row<Upload>(uploads(context, declarationId, sql`u.upload_id = ${uploadId}`));
      if (!upload) return refuse('input.noSuchRecord', 404);
      const subject = { type: 'declaration', id: declarationId };
      if (upload.fileId !== null) {
        const receipt = await receiptOf(tx, cityId, declarationId, upload.fileId, upload.itemIds);
        return receipt ? ok({ done: receipt, subject, record: {} }) : refuse('input.noSuchRecord', 404);
      }
      if (file === null) return refuse('platform.busy', 409, undefined, 'retry');
      // The edition was replaced while the file arrived: items may be others now. The file stands all the same.
      const itemIds = upload.editionHash === declaration.value.editionHash ? upload.itemIds : [];
      const taken = await takeIn(tx, context, { declarationId, declaration: declaration.value, file, itemIds, upload });
      if (!taken.ok) return taken;
      tx.later(sql`update evidence_uploads set file_id = ${taken.value.receipt.fileId}
        where city_id = ${cityId} and upload_id = ${uploadId}`);
      return ok({
        done: taken.value.receipt,
        subject,
        record: taken.value.record,
        afterCommit: () => files.uploads.discard(uploadId),
      });
    },
  });
