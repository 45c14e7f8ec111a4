/** One entry of an archive, as its central directory describes it; none of it is to be trusted. */
export interface ZipEntry {
  /** With `/` between folders, whatever the archive uses. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  /** What the entry says it inflates to, in bytes. */
  readonly size: number;
  readonly offset: number;
}

/** The archive cannot be read: it breaks off, contradicts itself, or names a place outside of itself. */
export class ZipBroken extends Error {}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LOCATOR_SIZE = 20;
const END_64_SIZE = 56;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 65_535;
const WHOLE = 0xffff_ffff;
const UTF8_NAMES = 0x800;

interface Ending {
  readonly count: number;
  readonly offset: number;
}

/** Reads at a place of the file. @throws ZipBroken beyond its end */
const within = (bytes: Buffer, at: number, size: number): void => {
  if (!Number.isSafeInteger(at) || at < 0 || at + size > bytes.length) throw new ZipBroken('beyond the end');
};

const wide = (bytes: Buffer, at: number): number => {
  within(bytes, at, 8);
  const value = Number(bytes.readBigUInt64LE(at));
  if (!Number.isSafeInteger(value)) throw new ZipBroken('a number beyond measure');
  return value;
};

/** How many entries the archive says it has and where they are listed (APPNOTE 6.3.10, 4.3.14 to 4.3.16). */
export const zipEnding = (bytes: Buffer): Ending => {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== END || at + END_SIZE + bytes.readUInt16LE(at + 20) !== bytes.length) continue;
    const [count, offset] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 16)];
    if (count !== 0xffff && offset !== WHOLE) return { count, offset };
    const locator = at - LOCATOR_SIZE;
    if (locator < 0 || bytes.readUInt32LE(locator) !== LOCATOR_64) return { count, offset };
    const ending = wide(bytes, locator + 8);
    within(bytes, ending, END_64_SIZE);
    if (bytes.readUInt32LE(ending) !== END_64) throw new ZipBroken('no end of a large archive');
    return { count: wide(bytes, ending + 32), offset: wide(bytes, ending + 48) };
  }
  throw new ZipBroken('no end');
};

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gbk = new TextDecoder('gbk');

/** Names are UTF-8 if the entry says so or if they read as such; else they come from a Chinese Windows and are GBK. */
const nameOf = (bytes: Buffer, flags: number): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    // Not the archive's fault: most archivers of Chinese Windows write names in its own code page.
    return flags & UTF8_NAMES ? bytes.toString('utf8') : gbk.decode(bytes);
  }
};

/** Sizes and offset that do not fit 32 bits stand in an extra field of their own. */
const large = (bytes: Buffer, from: number, to: number, fields: readonly number[]): readonly number[] => {
  if (!fields.includes(WHOLE)) return fields;
  for (let at = from; at + 4 <= to; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== 1) continue;
    let place = at + 4;
    return fields.map((field) => {
      if (field !== WHOLE) return field;
      place += 8;
      return wide(bytes, place - 8);
    });
  }
  return fields;
};

const isInside = (name: string): boolean =>
  !name.startsWith('/') && !/^[A-Za-z]:/.test(name) && !name.includes('\u0000') && !name.split('/').includes('..');

/**
 * The entries of an archive, in its order.
 * @throws ZipBroken if the list breaks off or a name leads outside
 */
export const zipEntries = (bytes: Buffer, { count, offset }: Ending): readonly ZipEntry[] => {
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let read = 0; read < count; read += 1) {
    within(bytes, at, CENTRAL_SIZE);
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new ZipBroken('no entry');
    const flags = bytes.readUInt16LE(at + 8);
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const nameAt = at + CENTRAL_SIZE;
    const next = nameAt + nameSize + extraSize + commentSize;
    within(bytes, nameAt, next - nameAt);
    const name = nameOf(bytes.subarray(nameAt, nameAt + nameSize), flags).replaceAll('\\', '/');
    if (!isInside(name)) throw new ZipBroken('a name that leads outside');
    const sizes = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const [size = 0, packedSize = 0, place = 0] = large(bytes, nameAt + nameSize, next - commentSize, sizes);
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      encrypted: (flags & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      packedSize,
      size,
      offset: place,
    });
    at = next;
  }
  return entries;
};

/** The packed content of an entry. @throws ZipBroken if it is not where it should be */
export const packedContent = (bytes: Buffer, { offset, packedSize }: ZipEntry): Buffer => {
  within(bytes, offset, LOCAL_SIZE);
  if (bytes.readUInt32LE(offset) !== LOCAL) throw new ZipBroken('no entry');
  const from = offset + LOCAL_SIZE + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  within(bytes, from, packedSize);
  return bytes.subarray(from, from + packedSize);
};
