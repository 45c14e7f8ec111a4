import { err, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Upload as SentUpload } from '#platform/http/routes.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { receiveUpload } from '#support/files/server/receive-upload.ts';
import { headFault } from '#support/files/server/store-upload.ts';
import { evidenceLimits } from '../../domain/evidence-limits.ts';
import { evidenceContract } from '../../evidence.contract.ts';
import { ownUpload } from './own-upload.ts';

/**
 * Takes a piece of a file. What counts is the disk, so no row is written and no answer kept: a piece that comes again finds its bytes there.
 * A type that is not allowed shows in the first piece; the rest need not be sent.
 */
export const sendPiece = (files: BlobStore) =>
  command(evidenceContract.sendPiece, {
    name: 'declaration.send-piece',
    keepsNoAnswer: true,
    leavesNoTrace: () => true,
    prepare: async ({ params, query: { offset }, body }, context, read) => {
      const { stream } = body as unknown as SentUpload;
      const upload = await read((reader) => ownUpload(reader, context, params));
      if (!upload.ok) {
        stream.resume();
        return upload;
      }
      const { uploadId, sizeBytes, fileId } = upload.value;
      const bytes = await receiveUpload(stream, evidenceLimits.pieceBytes);
      if (!bytes.ok) return bytes;
      if (fileId !== null) return ok({ received: sizeBytes });
      if (offset + bytes.value.byteLength > sizeBytes)
        return refuse('declaration.uploadTooLong', 409, { size: sizeBytes }, 'final');
      const fault = offset === 0 ? headFault(bytes.value, evidenceLimits) : null;
      if (fault) return err(fault);
      const { fits, received } = await files.uploads.append(uploadId, offset, bytes.value);
      return fits ? ok({ received }) : refuse('declaration.wrongOffset', 409, { received });
    },
    run: async (_tx, { params: { declarationId } }, _context, { received }) =>
      ok({ done: { received }, subject: { type: 'declaration', id: declarationId }, record: {} }),
  });
