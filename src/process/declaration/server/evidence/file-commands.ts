import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { evidenceContract, type UploadReceipt } from '../../evidence.contract.ts';
import { findOwn, lockOwn, stepFrom } from '../own-declaration.ts';
import { linkItems, raiseVersion, type StandingFile, standingFiles } from './file-rows.ts';
import { receiptOf } from './receipts.ts';
import { roomFor } from './room-for.ts';
import { removeFileRows } from './take-in.ts';

/** Gives up an upload. One that is complete stays what it became. */
export const cancelUpload = (files: BlobStore) =>
  command(evidenceContract.cancelUpload, {
    name: 'declaration.cancel-upload',
    leavesNoTrace: () => true,
    run: async (tx, { params: { declarationId, uploadId } }, { actor }) => {
      const declaration = await findOwn(tx, actor, declarationId);
      if (!declaration.ok) return declaration;
      const gone = await tx.run(sql`delete from evidence_uploads
        where city_id = ${actor.cityId} and declaration_id = ${declarationId} and upload_id = ${uploadId} and file_id is null`);
      if (gone === 0) return refuse('input.noSuchRecord', 404);
      const subject = { type: 'declaration', id: declarationId };
      return ok({ done: {}, subject, record: {}, afterCommit: () => files.uploads.discard(uploadId) });
    },
  });

/** Attaches a file to further items. Those that have it already are told and stay as they are. */
export const attachFile = command(evidenceContract.attachFile, {
  name: 'declaration.attach-file',
  leavesNoTrace: (done: UploadReceipt) => done.unchanged,
  run: async (tx, { params: { declarationId, fileId }, body: { itemIds } }, context) => {
    const { cityId } = context.actor;
    const declaration = await lockOwn(tx, context.actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'save');
    if (!step.ok) return step;
    const { edition } = await editionByHash(tx, cityId, declaration.value.editionHash);
    const stranger = itemIds.find((itemId) => !edition.items.some(({ id }) => id === itemId));
    if (stranger !== undefined) return refuse('declaration.noSuchItem', 404, { item: stranger });
    const file = await tx.row<StandingFile>(standingFiles(cityId, declarationId, sql`f.file_id = ${fileId}`));
    const receipt = await receiptOf(tx, cityId, declarationId, fileId, itemIds);
    if (!file || !receipt) return refuse('input.noSuchRecord', 404);
    const already = receipt.attached;
    const fresh = [...new Set(itemIds)].filter((itemId) => !already.includes(itemId));
    const room = await roomFor(tx, cityId, declarationId, fresh, false);
    if (!room.ok) return room;
    linkItems(tx, context, declarationId, file, fresh);
    const unchanged = fresh.length === 0;
    if (!unchanged) raiseVersion(tx, context, declarationId, declaration.value.version);
    return ok({
      done: { ...receipt, alreadyHere: true, attached: [...already, ...fresh], already, unchanged },
      subject: { type: 'declaration', id: declarationId },
      record: { fileId, fileName: file.fileName, digest: file.digest, items: fresh },
    });
  },
});

/** Takes a file out of the working copy, off every item. The rows stay: submissions may hold them, and the history shows them. */
export const removeFile = command(evidenceContract.removeFile, {
  name: 'declaration.remove-file',
  run: async (tx, { params: { declarationId, fileId } }, context) => {
    const { cityId } = context.actor;
    const declaration = await lockOwn(tx, context.actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'save');
    if (!step.ok) return step;
    const file = await tx.row<StandingFile>(standingFiles(cityId, declarationId, sql`f.file_id = ${fileId}`));
    if (!file) return refuse('input.noSuchRecord', 404);
    removeFileRows(tx, context, fileId);
    const version = raiseVersion(tx, context, declarationId, declaration.value.version);
    return ok({
      done: { version },
      subject: { type: 'declaration', id: declarationId },
      record: { removed: fileId, fileName: file.fileName, items: file.links.map(({ itemId }) => itemId) },
    });
  },
});
