import { createHash } from 'node:crypto';
import { type AdoptedRow, canonicalList } from '../domain/adopted-list.ts';

/** SHA-256 of the canonical list, in hexadecimal. */
export const listDigest = (rows: readonly AdoptedRow[]): string =>
  createHash('sha256').update(canonicalList(rows), 'utf8').digest('hex');
