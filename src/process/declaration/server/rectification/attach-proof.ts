import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Upload } from '#platform/http/routes.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { storeUpload } from '#support/files/server/store-upload.ts';
import { cleanName } from '../../domain/evidence/file-name.ts';
import { evidenceLimits } from '../../domain/evidence-limits.ts';
import { rectificationContract } from '../../rectification.contract.ts';
import { findOwn } from '../own-declaration.ts';
import { lockMeasure } from './complete-measure.ts';

/** Attaches the file that shows how a measure was carried out. The file is judged and stored before the transaction. */
export const attachProof = (files: BlobStore) =>
  command(rectificationContract.attachProof, {
    name: 'declaration.attach-proof',
    prepare: async ({ params: { declarationId, itemId }, body }, { actor }, read) => {
      const { stream, fileName } = body as unknown as Upload;
      const may = await read((reader) => findOwn(reader, actor, declarationId));
      if (!may.ok) {
        stream.resume();
        return may;
      }
      const stored = await storeUpload(files, stream, evidenceLimits);
      return stored.ok ? ok({ ...stored.value, fileName: cleanName(fileName, itemId) }) : stored;
    },
    run: async (tx, { params: { declarationId, itemId } }, { actor }, { digest, fileName, size, type }) => {
      const found = await lockMeasure(tx, actor, declarationId, itemId);
      if (!found.ok) return found;
      tx.later(sql`update rectifications set proof_digest = ${digest}, proof_name = ${fileName},
          proof_media_type = ${MEDIA_TYPES[type]}, proof_size_bytes = ${size}
        where city_id = ${actor.cityId} and declaration_id = ${declarationId} and item_id = ${itemId}`);
      return ok({
        done: { fileName, sizeBytes: size },
        subject: { type: 'declaration', id: declarationId },
        record: { item: itemId, fileName, digest, size },
      });
    },
  });
