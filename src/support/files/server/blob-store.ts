import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Fault, ok, type Result } from '#lib/result.ts';

/** SHA-256 of the content, 64 hexadecimal digits in small letters. */
export type BlobDigest = string & { readonly __brand: 'BlobDigest' };

export const isBlobDigest = (text: string): text is BlobDigest => /^[0-9a-f]{64}$/.test(text);

/** Content that is written but not kept yet. */
export interface StagedBlob {
  readonly path: string;
  readonly file: FileHandle;
  readonly size: number;
}

/** A local folder of contents, each under its own digest: `<first two digits>/<digest>`. */
export class BlobStore {
  readonly #folder: string;
  readonly #staging: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#staging = join(folder, 'staging');
  }

  /**
   * Lets `fill` write a new file, makes it durable (fsync before rename) and keeps it under its digest. If `fill` refuses or
   * throws, nothing remains. The same content stored twice is one file.
   */
  async store<T>(
    fill: (write: (chunk: Uint8Array) => Promise<void>) => Promise<Result<void, Fault>>,
    inspect: (staged: StagedBlob) => Promise<Result<T, Fault>>,
  ): Promise<Result<{ digest: BlobDigest; size: number; inspected: T }, Fault>> {
    await mkdir(this.#staging, { recursive: true });
    const path = join(this.#staging, randomUUID());
    const file = await open(path, 'wx+');
    let kept = false;
    try {
      const hash = createHash('sha256');
      let size = 0;
      const filled = await fill(async (chunk) => {
        hash.update(chunk);
        await file.appendFile(chunk);
        size += chunk.byteLength;
      });
      if (!filled.ok) return filled;
      const inspected = await inspect({ path, file, size });
      if (!inspected.ok) return inspected;
      await file.sync();
      const digest = hash.digest('hex') as BlobDigest;
      const target = this.#pathOf(digest);
      await mkdir(dirname(target), { recursive: true });
      await rename(path, target);
      kept = true;
      await syncFolder(dirname(target));
      return ok({ digest, size, inspected: inspected.value });
    } finally {
      await file.close();
      if (!kept) await rm(path, { force: true });
    }
  }

  /** Keeps bytes made by the program itself, such as a printed document. */
  async storeBytes(bytes: Uint8Array): Promise<{ digest: BlobDigest; size: number }> {
    const stored = await this.store(
      async (write) => ok(await write(bytes)),
      async () => ok(undefined),
    );
    if (!stored.ok) throw new Error('bytes of the program itself are never refused');
    return { digest: stored.value.digest, size: stored.value.size };
  }

  /**
   * The content as a stream with its length in bytes, `undefined` if it is not there.
   * @throws RangeError if the text is no digest, so that no path can be smuggled in
   */
  async openBlob(digest: string): Promise<{ stream: ReadStream; size: number } | undefined> {
    const path = this.#pathOf(digest);
    try {
      const { size } = await stat(path);
      return { stream: createReadStream(path), size };
    } catch (cause) {
      if (isMissing(cause)) return undefined;
      throw cause;
    }
  }

  async hasBlob(digest: string): Promise<boolean> {
    const path = this.#pathOf(digest);
    try {
      await access(path);
      return true;
    } catch (cause) {
      if (isMissing(cause)) return false;
      throw cause;
    }
  }

  /** Removes what a killed process left half written before `olderThan`; returns how many files. */
  async sweepStaging(olderThan: Date): Promise<number> {
    await mkdir(this.#staging, { recursive: true });
    let swept = 0;
    for (const name of await readdir(this.#staging)) {
      const path = join(this.#staging, name);
      if ((await stat(path)).mtime >= olderThan) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  #pathOf(digest: string): string {
    if (!isBlobDigest(digest)) throw new RangeError('not a content digest');
    return join(this.#folder, digest.slice(0, 2), digest);
  }
}

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

/** A rename survives a power cut only once its folder is on disk; Windows has no such call and does it by itself. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
