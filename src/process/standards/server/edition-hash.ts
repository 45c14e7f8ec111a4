import { createHash } from 'node:crypto';
import { canonicalEdition } from '../domain/canonical.ts';
import type { Edition } from '../domain/edition.ts';

/** SHA-256 of the edition's canonical JSON (RFC 8785), 64 lower-case hex digits. */
export const editionHash = (edition: Edition): string =>
  createHash('sha256').update(canonicalEdition(edition), 'utf8').digest('hex');
