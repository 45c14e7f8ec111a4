import { createHash, randomInt } from 'node:crypto';

/** Letters and digits that cannot be mistaken for one another on paper. */
const alphabet = 'ACDEFGHJKLMNPQRTUVWXY34679';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A code of an activation slip, `XXXX-XXXX-XXXX`: 56 bits, valid once and for days only. */
export const newActivationCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-');

/** What the database keeps of a code or link, read without case, spaces and hyphens. */
export const codeDigest = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9_]/g, ''))
    .digest();
