import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { WorkbookRefused } from './refusal.ts';
import type { ReadLimits } from './workbook.ts';

/** Inflating to more than this many times the packed size is refused, once it is more than `RATIO_FREE` bytes. */
const MOST_RATIO = 200;
const RATIO_FREE = 2 * 1_048_576;

/**
 * A zip archive that is read without trusting what it says about itself: the number of entries, the size of each and of all
 * together, and the ratio are counted while inflating; what is not asked for is never inflated.
 */
export class GuardedZip {
  readonly #archive: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: ReadLimits;
  #inflated = 0;

  private constructor(archive: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ReadLimits) {
    this.#archive = archive;
    this.#entries = entries;
    this.#limits = limits;
  }

  static async open(bytes: Buffer, limits: ReadLimits): Promise<GuardedZip> {
    const archive = await orBroken(fromBufferPromise(bytes, { validateEntrySizes: true }));
    if (archive.entryCount > limits.entries) {
      throw new WorkbookRefused('xlsx.bomb', { entries: archive.entryCount, limit: limits.entries });
    }
    const entries = new Map<string, Entry>();
    await orBroken(
      (async () => {
        for await (const entry of archive.eachEntry()) {
          const name = entry.fileName.toLowerCase();
          if (entries.has(name)) throw new Error(`two entries named ${name}`);
          entries.set(name, entry);
        }
      })(),
    );
    return new GuardedZip(archive, entries, limits);
  }

  /** Names compare without case, as Office does. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The content of an entry in pieces; refused as broken if the entry is missing. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw new WorkbookRefused('xlsx.broken', { part: name });
    if (entry.isEncrypted()) throw new WorkbookRefused('xlsx.encrypted');
    if (entry.uncompressedSize > this.#limits.entryBytes) throw this.#bomb();
    const stream = await orBroken(this.#archive.openReadStreamPromise(entry));
    let size = 0;
    let crc = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        this.#inflated += chunk.length;
        if (size > this.#limits.entryBytes || this.#inflated > this.#limits.totalBytes) throw this.#bomb();
        if (size > RATIO_FREE && size > entry.compressedSize * MOST_RATIO) throw this.#bomb();
        crc = crc32(chunk, crc);
        yield chunk;
      }
    } catch (cause) {
      if (cause instanceof WorkbookRefused) throw cause;
      throw isTooLong(cause) ? this.#bomb() : new WorkbookRefused('xlsx.broken', { part: name });
    } finally {
      stream.destroy();
    }
    if (crc !== entry.crc32) throw new WorkbookRefused('xlsx.broken', { part: name });
  }

  #bomb(): WorkbookRefused {
    return new WorkbookRefused('xlsx.bomb', { limitMb: Math.round(this.#limits.totalBytes / 1_048_576) });
  }
}

/** The archive announced a smaller size than it holds. */
const isTooLong = (cause: unknown): boolean => cause instanceof Error && cause.message.startsWith('too many bytes');

const orBroken = async <T>(promise: Promise<T>): Promise<T> => {
  try {
    return await promise;
  } catch {
    throw new WorkbookRefused('xlsx.broken');
  }
};
