import type { Item } from './edition.ts';

/**
 * Packed answers, version 1, little endian: 4 bytes `APK` and the version, 32 bytes edition hash, int32 asOf as days since 1970-01-01,
 * uint32 number of items, one uint16 per item in the edition's order, uint16 number of facts, then per fact an int32 day, a uint16 length and
 * that many UTF-16 units of its kind. Reasons and comments lie beside the pack, by item id.
 */
export const MAGIC = [0x41, 0x50, 0x4b, 0x01] as const;
export const HASH_AT = 4;
export const HASH_LENGTH = 32;
export const AS_OF_AT = 36;
export const COUNT_AT = 40;
export const UNITS_AT = 44;

/** An item's unit for not applicable; anything lower is points, or for a `met` item 1 or 0. */
export const PACKED_NOT_APPLICABLE = 0xffff;
/** 0xfffe is kept free. */
export const MOST_PACKED_POINTS = 0xfffd;

/** The largest unit of an item that applies. */
export const mostPacked = ({ scoring, full }: Pick<Item, 'scoring' | 'full'>): number =>
  scoring === 'met' ? 1 : Math.min(full, MOST_PACKED_POINTS);

export const readUint16 = (bytes: Uint8Array, at: number): number => bytes[at]! | (bytes[at + 1]! << 8);

export const readInt32 = (bytes: Uint8Array, at: number): number =>
  readUint16(bytes, at) | (readUint16(bytes, at + 2) << 16);

export const writeUint16 = (bytes: Uint8Array, at: number, value: number): void => {
  bytes[at] = value & 0xff;
  bytes[at + 1] = (value >> 8) & 0xff;
};

export const writeInt32 = (bytes: Uint8Array, at: number, value: number): void => {
  writeUint16(bytes, at, value & 0xffff);
  writeUint16(bytes, at + 2, (value >> 16) & 0xffff);
};

/** What every pack of the edition of this hash (64 hex digits) begins with: `MAGIC` and the hash. */
export const packedHead = (hashHex: string): Uint8Array => {
  const head = new Uint8Array(HASH_AT + HASH_LENGTH);
  head.set(MAGIC);
  for (let index = 0; index < HASH_LENGTH; index += 1) {
    head[HASH_AT + index] =
      (hexDigit(hashHex.charCodeAt(2 * index)) << 4) | hexDigit(hashHex.charCodeAt(2 * index + 1));
  }
  return head;
};

/** The hash of the edition that the pack at `from` names. */
export const packedEdition = (bytes: Uint8Array, from: number): string => {
  let hex = '';
  for (let at = from + HASH_AT; at < from + HASH_AT + HASH_LENGTH; at += 1)
    hex += bytes[at]!.toString(16).padStart(2, '0');
  return hex;
};

/** True if the pack names the edition of this hash. */
export const namesEdition = (bytes: Uint8Array, hashHex: string): boolean =>
  packedHead(hashHex).every((byte, index) => index < HASH_AT || bytes[index] === byte);

const hexDigit = (code: number): number => (code <= 0x39 ? code - 0x30 : code - 0x57);
