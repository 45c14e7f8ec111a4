import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** A JSON value as compressed bytes (zstd), for bytea columns that the database never looks into. */
export const compressed = (value: unknown): Buffer => zstdCompressSync(JSON.stringify(value), FAST);

export const decompressed = <Value>(bytes: Uint8Array): Value =>
  JSON.parse(zstdDecompressSync(bytes).toString('utf8')) as Value;
