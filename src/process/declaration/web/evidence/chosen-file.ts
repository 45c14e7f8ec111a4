import type { Issue } from '#lib/result.ts';
import { randomId } from '#platform/ui/api/random-id.ts';
import { fileFault } from '#platform/ui/files/file-check.ts';
import { evidenceLimits } from '../../domain/evidence-limits.ts';
import type { ChosenFile } from './upload-queue.ts';

export const limits = { endings: evidenceLimits.endings, maxBytes: evidenceLimits.limitBytes };

/** What a file is for. */
export interface Purpose {
  readonly itemIds: readonly string[];
  readonly replaces?: string;
}

/** A file as the queue takes it. */
export const chosen = (file: File, { itemIds, replaces }: Purpose): ChosenFile => ({
  id: randomId(),
  file,
  name: file.name,
  fingerprint: `${file.name}|${file.size}|${file.lastModified}`.slice(0, 600),
  itemIds,
  replaces: replaces ?? null,
});

/** What speaks against a file before it is sent; null if nothing does. */
export const chosenFault = (file: { readonly name: string; readonly size: number }): Issue | null =>
  /\.hei[cf]$/i.test(file.name) ? { path: 'file', code: 'evidence.heic' } : fileFault(file, limits);

const digests = new WeakMap<Blob, Promise<string>>();

const sha256 = async (file: Blob): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** SHA-256 where the page may work it out: browsers offer that on https alone. Elsewhere the server's counts, over what arrived. */
export const digestOf = async (file: Blob): Promise<string | null> => {
  if (!globalThis.crypto?.subtle) return null;
  const known = digests.get(file) ?? sha256(file);
  digests.set(file, known);
  return known;
};

/** Files and pictures in a paste or a drop; a picture that has no name of its own gets one with the time. */
export const filesIn = (data: DataTransfer | null, named: (at: Date) => string): readonly File[] =>
  [...(data?.files ?? [])].map((file) =>
    /^image\.(png|jpe?g)$/i.test(file.name)
      ? new File([file], `${named(new Date())}${file.name.slice(file.name.lastIndexOf('.'))}`, { type: file.type })
      : file,
  );
