import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Upload } from '#platform/http/routes.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { storeUpload } from '#support/files/server/store-upload.ts';
import { declarationContract } from '../declaration.contract.ts';
import { cleanName } from '../domain/evidence/file-name.ts';
import { evidenceLimits } from '../domain/evidence-limits.ts';
import {
  arrived,
  insertFile,
  linkItems,
  raiseVersion,
  type StandingFile,
  standingFiles,
} from './evidence/file-rows.ts';
import { roomFor } from './evidence/room-for.ts';
import { findOwn, lockOwn, stepFrom } from './own-declaration.ts';

/** Attaches a file that comes in one piece to an item. It is judged and stored before the transaction; refused then, nothing points to it. */
export const attachEvidence = (files: BlobStore) =>
  command(declarationContract.attachEvidence, {
    name: 'declaration.attach-evidence',
    leavesNoTrace: (done: AnswerOf<typeof declarationContract.attachEvidence>) => done.already,
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
      if (!stored.ok) return stored;
      return ok({ ...(await arrived(files, stored.value, cleanName(fileName, itemId))), editionHash: may.value });
    },
    run: async (tx, { params: { declarationId, itemId } }, context, file) => {
      const { actor } = context;
      const declaration = await lockOwn(tx, actor, declarationId);
      if (!declaration.ok) return declaration;
      const step = stepFrom(declaration.value.state, 'save');
      if (!step.ok) return step;
      // The edition was replaced while the file arrived: the item may be another one now, or gone.
      if (declaration.value.editionHash !== file.editionHash) return refuse('platform.stale', 409);
      const [same] = await tx.rows<StandingFile>(
        standingFiles(actor.cityId, declarationId, sql`f.digest = ${file.digest}`),
      );
      const held = same?.links.find((link) => link.itemId === itemId);
      const shown = (standing: StandingFile, evidenceId: string) => ({
        evidenceId,
        fileId: standing.fileId,
        itemId,
        fileName: standing.fileName,
        mediaType: standing.mediaType,
        sizeBytes: standing.sizeBytes,
        uploadedAt: standing.uploadedAt.toISOString(),
      });
      const subject = { type: 'declaration', id: declarationId };
      if (same && held) {
        const evidence = shown(same, held.evidenceId);
        return ok({ done: { version: declaration.value.version, evidence, already: true }, subject, record: {} });
      }
      const room = await roomFor(tx, actor.cityId, declarationId, [itemId], same === undefined);
      if (!room.ok) return room;
      const standing = same ?? insertFile(tx, context, declarationId, file, null);
      const [link] = linkItems(tx, context, declarationId, standing, [itemId]);
      if (!link) throw new Error('a file that is not attached is attached once');
      const version = raiseVersion(tx, context, declarationId, declaration.value.version);
      const evidence = shown(standing, link.evidenceId);
      return ok({ done: { version, evidence, already: false }, subject, record: { ...evidence, digest: file.digest } });
    },
  });
