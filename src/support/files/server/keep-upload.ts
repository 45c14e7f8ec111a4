import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { BlobStore } from './blob-store.ts';
import { identify, type StoredUpload, type UploadRules } from './store-upload.ts';

/**
 * Keeps a file that arrived in pieces, judged by its content alone and refused as `storeUpload` says; `undefined` if nothing of it is
 * there. The pieces stay until they are discarded. @throws on faults of the disk
 */
export const keepUpload = (
  store: BlobStore,
  uploadId: string,
  rules: UploadRules,
): Promise<Result<StoredUpload, Fault> | undefined> =>
  store.uploads.reading(uploadId, async (path, file) => {
    const { size } = await file.stat();
    if (size === 0) return refuse('file.empty', 422);
    const kept = await store.keep({ path, file, size }, (staged) => identify(staged, rules));
    if (!kept.ok) return kept;
    const { digest, inspected: type } = kept.value;
    return ok({ digest, size, type });
  });
