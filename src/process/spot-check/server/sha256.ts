import { createHash } from 'node:crypto';
import type { Sha256 } from '../domain/index.ts';

/** SHA-256 for the draw. */
export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();
