import type { Readable } from 'node:stream';
import { type Fault, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { candidates, type FileType, SNIFF_BYTES, type Sniffed, sniff } from '../domain/file-type.ts';
import type { BlobDigest, BlobStore, StagedBlob } from './blob-store.ts';
import { isComplete } from './completeness.ts';
import { officeType } from './office-type.ts';

export interface UploadRules {
  readonly limitBytes: number;
  readonly allowed: readonly FileType[];
}

export interface StoredUpload {
  readonly digest: BlobDigest;
  /** Bytes. */
  readonly size: number;
  readonly type: FileType;
}

/**
 * Stores a file that a person sent, judged by its content alone. Refusals, after each of which nothing remains:
 * - `file.empty`
 * - `file.tooLarge` {limitMb}
 * - `file.typeForbidden` {found, allowed}, `file.heic` {allowed}, `file.typeUnknown` {allowed}: types by their usual short names
 * - `file.truncated` {found}: the file is not whole
 * - `file.cutOff`: the connection broke; sending again helps
 *
 * After a refusal the rest of the stream is read away, so that the sender can still receive the answer.
 * @throws on faults of the disk
 */
export const storeUpload = async (
  store: BlobStore,
  source: Readable,
  rules: UploadRules,
): Promise<Result<StoredUpload, Fault>> => {
  const chunks = source.iterator({ destroyOnReturn: false });
  const stored = await store.store(
    (write) => receive(source, chunks, rules, write),
    (staged) => identify(staged, rules),
  );
  await chunks.return?.();
  source.resume();
  if (!stored.ok) return stored;
  const { digest, size, inspected: type } = stored.value;
  return ok({ digest, size, type });
};

const receive = async (
  source: Readable,
  chunks: AsyncIterator<Buffer>,
  rules: UploadRules,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<Result<void, Refusal>> => {
  let size = 0;
  let head = Buffer.alloc(0);
  for (;;) {
    const next = await nextChunk(chunks);
    if (!next.ok) return next;
    if (next.value === undefined) break;
    size += next.value.byteLength;
    if (size > rules.limitBytes) return tooLarge(rules);
    if (head.length < SNIFF_BYTES) {
      head = Buffer.concat([head, next.value]).subarray(0, SNIFF_BYTES);
      const sniffed = sniff(head);
      if (head.length === SNIFF_BYTES && !isAllowed(sniffed, rules)) return typeForbidden(sniffed, rules);
    }
    await write(next.value);
  }
  // A multipart parser with a lower limit of its own ends the stream early and only sets this flag.
  if ('truncated' in source && source.truncated === true) return tooLarge(rules);
  return size === 0 ? refuse('file.empty', 422) : ok(undefined);
};

const nextChunk = async (chunks: AsyncIterator<Buffer>): Promise<Result<Buffer | undefined, Refusal>> => {
  try {
    const next = await chunks.next();
    return ok(next.done ? undefined : next.value);
  } catch {
    return refuse('file.cutOff', 422, undefined, 'retry');
  }
};

/** The fault of a file whose first bytes are of no type that is allowed; null if they may be. */
export const headFault = (head: Uint8Array, rules: UploadRules): Refusal | null => {
  const sniffed = sniff(head);
  return isAllowed(sniffed, rules) ? null : typeForbidden(sniffed, rules).error;
};

/** What a whole file is, by its content; refused as `storeUpload` says. */
export const identify = async (staged: StagedBlob, rules: UploadRules): Promise<Result<FileType, Refusal>> => {
  const { buffer, bytesRead } = await staged.file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
  const sniffed = sniff(buffer.subarray(0, bytesRead));
  if (!isAllowed(sniffed, rules)) return typeForbidden(sniffed, rules);
  const type = sniffed === 'zip' ? await officeType(staged.path) : sniffed;
  if (type === 'broken') return truncated(sniffed);
  const known = rules.allowed.find((allowed) => allowed === type);
  if (known === undefined) return typeForbidden(type, rules);
  return (await isComplete(staged.file, staged.size, sniffed)) ? ok(known) : truncated(sniffed);
};

const isAllowed = (sniffed: Sniffed, rules: UploadRules): boolean =>
  candidates(sniffed).some((type) => rules.allowed.includes(type));

const tooLarge = (rules: UploadRules) =>
  refuse('file.tooLarge', 413, { limitMb: Math.round((rules.limitBytes / 1_048_576) * 10) / 10 });

const typeForbidden = (found: Sniffed | FileType, rules: UploadRules) => {
  const allowed = rules.allowed.map(shortName).join(' / ');
  if (found === 'heic') return refuse('file.heic', 415, { allowed });
  return found === 'unknown'
    ? refuse('file.typeUnknown', 415, { allowed })
    : refuse('file.typeForbidden', 415, { found: shortName(found), allowed });
};

const truncated = (found: Sniffed) => refuse('file.truncated', 422, { found: shortName(found) });

/** `ole` holds the Office formats before 2007 and those with a password. */
const shortName = (type: Sniffed | FileType): string => (type === 'ole' ? 'DOC / XLS' : type.toUpperCase());
