import { createContext, use } from 'react';
import type { Role } from '#parties/access/domain/roles.ts';
import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { peopleContract, type SignedIn } from '../people.contract.ts';

export const peopleClient = createClient(peopleContract);

/** Who is signed in, as the server last said. */
export const useSession = () => useRead(peopleClient.session);

const Current = createContext<SignedIn | null>(null);
export const SignedInProvider = Current;

/** The person at work. Only on pages that the shell shows to somebody signed in. */
export const useSignedIn = (): SignedIn => {
  const session = use(Current);
  if (session === null) throw new Error('used outside a signed-in page');
  return session;
};

/** For showing or leaving out a control; the server decides again. */
export const useHasRole = (...wanted: readonly Role[]): boolean =>
  useSignedIn().person.roles.some((role) => wanted.includes(role));
