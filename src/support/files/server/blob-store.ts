import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import {
  access,
  constants,
  copyFile,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Fault, ok, type Result } from '#lib/result.ts';
import { isMissing } from './missing-file.ts';
import { PartialUploads } from './partial-uploads.ts';

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
  /** What arrives in pieces and is no content yet. */
  readonly uploads: PartialUploads;

  constructor(folder: string) {
    this.#folder = folder;
    this.#staging = join(folder, 'staging');
    this.uploads = new PartialUploads(join(this.#staging, 'uploads'));
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
      await this.#moveIn(path, digest);
      kept = true;
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
   * Keeps a copy of a file if `inspect` lets it pass. The file itself stays where it is, so that whoever brought it can do so again until
   * that is recorded.
   */
  async keep<T>(
    staged: StagedBlob,
    inspect: (staged: StagedBlob) => Promise<Result<T, Fault>>,
  ): Promise<Result<{ digest: BlobDigest; size: number; inspected: T }, Fault>> {
    const inspected = await inspect(staged);
    if (!inspected.ok) return inspected;
    const hash = createHash('sha256');
    await pipeline(createReadStream(staged.path), hash);
    const digest = hash.digest('hex') as BlobDigest;
    if (!(await this.hasBlob(digest))) await this.#copyIn(staged.path, digest);
    return ok({ digest, size: staged.size, inspected: inspected.value });
  }

  /**
   * Something worked out from a content, such as a small picture of it: under `derived/`, made when it is first asked for, and made again
   * if it is lost. `variant` is a name of the program's own. An empty one says that none can be made.
   */
  async derived(digest: string, variant: string, make: (path: string) => Promise<Uint8Array>): Promise<Buffer> {
    const source = this.#pathOf(digest);
    const target = join(this.#folder, 'derived', digest.slice(0, 2), `${digest}.${variant}`);
    try {
      return await readFile(target);
    } catch (cause) {
      if (!isMissing(cause)) throw cause;
    }
    const bytes = await make(source);
    const path = join(this.#staging, randomUUID());
    await mkdir(this.#staging, { recursive: true });
    await mkdir(dirname(target), { recursive: true });
    await writeFile(path, bytes, { flag: 'wx' });
    await rename(path, target);
    return Buffer.from(bytes);
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

  /** Lets `read` have the content as a file that it may only read, for a library that wants a path. */
  reading<T>(digest: string, read: (path: string) => Promise<T>): Promise<T> {
    return read(this.#pathOf(digest));
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
    for (const entry of await readdir(this.#staging, { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(this.#staging, entry.name);
      if ((await stat(path)).mtime >= olderThan) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  async #copyIn(from: string, digest: BlobDigest): Promise<void> {
    const path = join(this.#staging, randomUUID());
    await mkdir(this.#staging, { recursive: true });
    await copyFile(from, path, constants.COPYFILE_FICLONE);
    await syncPath(path, 'r+');
    await this.#moveIn(path, digest);
  }

  async #moveIn(path: string, digest: BlobDigest): Promise<void> {
    const target = this.#pathOf(digest);
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
    // A rename survives a power cut only once its folder is on disk; Windows has no such call and does it by itself.
    if (process.platform !== 'win32') await syncPath(dirname(target), 'r');
  }

  #pathOf(digest: string): string {
    if (!isBlobDigest(digest)) throw new RangeError('not a content digest');
    return join(this.#folder, digest.slice(0, 2), digest);
  }
}

const syncPath = async (path: string, flags: 'r' | 'r+'): Promise<void> => {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
