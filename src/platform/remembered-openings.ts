import type { Principal } from './command.ts';
import type { Credential, Opening } from './opening.ts';

const MOST = 20_000;

/**
 * Who was last found behind a session, so that the statements of a query can be written before the session is looked up and travel
 * with the look-up. What is remembered is never believed: the answer counts only if the look-up finds the very same.
 */
export const rememberOpenings = <Actor extends Principal>() => {
  const known = new Map<string, { readonly opening: Opening<Actor>; readonly text: string }>();
  const keyOf = ({ cityId, tokenDigest }: Credential): string | null =>
    tokenDigest ? `${cityId} ${Buffer.from(tokenDigest).toString('base64')}` : null;
  const textOf = (opening: Opening<Actor>): string => JSON.stringify({ ...opening, stored: null });
  return {
    of: (credential: Credential): { readonly opening: Opening<Actor>; readonly text: string } | undefined => {
      const key = keyOf(credential);
      return key === null ? undefined : known.get(key);
    },
    keep: (credential: Credential, opening: Opening<Actor>): void => {
      const key = keyOf(credential);
      if (key === null) return;
      // The oldest go first; a person who comes back costs one more round trip.
      known.delete(key);
      if (opening.standing !== 'signed-in') return;
      if (known.size >= MOST) known.delete(known.keys().next().value ?? '');
      known.set(key, { opening, text: textOf(opening) });
    },
    same: (opening: Opening<Actor>, text: string): boolean => textOf(opening) === text,
  };
};
