import canonicalize from 'canonicalize';
import type { Edition } from './edition.ts';

/** The edition as canonical JSON (RFC 8785), over which its hash is taken; members that the score ignores are included. */
export const canonicalEdition = (edition: Edition): string => {
  const text = canonicalize(edition);
  if (text === undefined) throw new TypeError('an edition is an object');
  return text;
};
