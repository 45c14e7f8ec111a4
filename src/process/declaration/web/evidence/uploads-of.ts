import { createClient } from '#platform/ui/api/client.ts';
import { formWith } from '#platform/ui/files/file-upload.tsx';
import { evidenceContract } from '../../evidence.contract.ts';
import { digestOf } from './chosen-file.ts';
import { keptFiles } from './kept-files.ts';
import { createUploadQueue, type UploadQueue } from './upload-queue.ts';

export const evidenceClient = createClient(evidenceContract);

const queues = new Map<string, UploadQueue>();

const open = (owner: string, declarationId: string): UploadQueue => {
  const params = { declarationId };
  const queue = createUploadQueue({
    announce: async ({ file, name, fingerprint, itemIds, replaces }) =>
      evidenceClient.announceUpload({
        params,
        body: {
          fileName: name,
          sizeBytes: file.size,
          fingerprint,
          digest: await digestOf(file),
          itemIds: [...itemIds],
          replaces,
        },
      }),
    sendPiece: (uploadId, offset, bytes, call) =>
      evidenceClient.sendPiece(
        { params: { declarationId, uploadId }, query: { offset }, body: formWith(new File([bytes], 'piece')) },
        call,
      ),
    complete: (uploadId) => evidenceClient.completeUpload({ params: { declarationId, uploadId } }),
    cancel: (uploadId) => evidenceClient.cancelUpload({ params: { declarationId, uploadId } }),
    attach: (fileId, itemIds) =>
      itemIds.length > 0
        ? evidenceClient.attachFile({ params: { declarationId, fileId }, body: { itemIds: [...itemIds] } })
        : evidenceClient.fileFacts({ params: { declarationId, fileId } }).then((file) => ({
            ...file,
            alreadyHere: true,
            attached: [],
            already: [],
            unchanged: true,
          })),
    keep: (file) => keptFiles.keep(owner, file),
    drop: keptFiles.drop,
    later: (again, ms) => void setTimeout(again, ms),
    now: () => performance.now(),
  });
  void keptFiles.of(owner).then(queue.add);
  window.addEventListener('online', queue.retry);
  return queue;
};

/**
 * The uploads of one person to one declaration. They go on while the person looks at other pages, and what was not sent before a reload is
 * taken up again when the declaration is looked at.
 */
export const uploadsOf = (login: string, declarationId: string): UploadQueue => {
  const owner = `${login}.${declarationId}`;
  const queue = queues.get(owner) ?? open(owner, declarationId);
  queues.set(owner, queue);
  return queue;
};
