import { crc32, inflateRawSync } from 'node:zlib';
import { WorkbookRefused } from './refusal.ts';
import type { ReadLimits } from './workbook.ts';
import { packedContent, ZipBroken, type ZipEntry, zipEnding, zipEntries } from './zip-directory.ts';

/** Inflating to more than this many times the packed size is refused, once it is more than `RATIO_FREE` bytes. */
const MOST_RATIO = 200;
const RATIO_FREE = 2 * 1_048_576;
const STORED = 0;
const DEFLATED = 8;

export type ZipLimits = Pick<ReadLimits, 'entries' | 'entryBytes' | 'totalBytes'>;

/**
 * A zip archive that is read without trusting what it says about itself: the number of entries, the size of each and of all
 * together, and the ratio are held against limits before anything is inflated, and no entry can inflate to more than it said;
 * what is not asked for is never inflated.
 */
export class GuardedZip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #limits: ZipLimits;
  #inflated = 0;

  private constructor(bytes: Buffer, entries: ReadonlyMap<string, ZipEntry>, limits: ZipLimits) {
    this.#bytes = bytes;
    this.#entries = entries;
    this.#limits = limits;
  }

  /** @throws WorkbookRefused `xlsx.bomb` with too many entries, `xlsx.broken` */
  static open(bytes: Buffer, limits: ZipLimits): GuardedZip {
    const entries = new Map<string, ZipEntry>();
    orBroken(() => {
      const ending = zipEnding(bytes);
      if (ending.count > limits.entries)
        throw new WorkbookRefused('xlsx.bomb', { entries: ending.count, limit: limits.entries });
      for (const entry of zipEntries(bytes, ending)) {
        const name = entry.name.toLowerCase();
        if (entries.has(name)) throw new ZipBroken(`two entries named ${name}`);
        entries.set(name, entry);
      }
    });
    return new GuardedZip(bytes, entries, limits);
  }

  /** In the order of the archive; folders end in `/`. */
  get entries(): readonly ZipEntry[] {
    return [...this.#entries.values()];
  }

  /** Names compare without case, as Office does. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The content of an entry. @throws WorkbookRefused as broken if it is missing or damaged, `xlsx.encrypted`, `xlsx.bomb` */
  read(name: string): Buffer {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw new WorkbookRefused('xlsx.broken', { part: name });
    if (entry.encrypted) throw new WorkbookRefused('xlsx.encrypted');
    const { size, packedSize } = entry;
    const ratio = size > RATIO_FREE && size > packedSize * MOST_RATIO;
    if (size > this.#limits.entryBytes || this.#inflated + size > this.#limits.totalBytes || ratio) throw this.#bomb();
    this.#inflated += size;
    const content = this.#inflate(entry);
    if (content.length !== size || crc32(content) !== entry.crc)
      throw new WorkbookRefused('xlsx.broken', { part: name });
    return content;
  }

  #inflate(entry: ZipEntry): Buffer {
    const packed = orBroken(() => packedContent(this.#bytes, entry), entry.name);
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED) throw new WorkbookRefused('xlsx.broken', { part: entry.name });
    try {
      // One more than it said, so that more is noticed and the same is not.
      return inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
    } catch (cause) {
      if (isTooLong(cause)) throw this.#bomb();
      throw new WorkbookRefused('xlsx.broken', { part: entry.name });
    }
  }

  #bomb(): WorkbookRefused {
    return new WorkbookRefused('xlsx.bomb', { limitMb: Math.round(this.#limits.totalBytes / 1_048_576) });
  }
}

/** The entry inflates to more than it announced. */
const isTooLong = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';

const orBroken = <T>(read: () => T, part?: string): T => {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof ZipBroken)) throw cause;
    throw new WorkbookRefused('xlsx.broken', part === undefined ? undefined : { part });
  }
};
