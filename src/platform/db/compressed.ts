import { deflateRawSync, inflateRawSync } from 'node:zlib';

// A few kilobytes at a time: small windows cost less to set up than the compression itself, and the quickest level is nearly as dense.
const FAST = { level: 1, memLevel: 5, windowBits: 13 };

/** JSON as compressed bytes (raw deflate, RFC 1951), for bytea columns that the database never looks into. */
export const compressedText = (json: string): Buffer => deflateRawSync(json, FAST);

/** The same of a value that is not JSON yet. */
export const compressed = (value: unknown): Buffer => compressedText(JSON.stringify(value));

export const decompressed = <Value>(bytes: Uint8Array): Value =>
  JSON.parse(inflateRawSync(bytes).toString('utf8')) as Value;
