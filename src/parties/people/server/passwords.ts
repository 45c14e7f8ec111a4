import { hash, verify } from '@node-rs/argon2';

/** Cost of argon2id, the library's default kind: 19 MiB and two passes (OWASP). Tests lower it once at start; nothing else may. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** For tests and the demonstration's shared password only: the least that the algorithm allows. */
export const useLowestPasswordCost = (): void => {
  cost.memoryCost = 8;
  cost.timeCost = 1;
};

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

export const passwordMatches = (stored: string, password: string): Promise<boolean> => verify(stored, password);

let decoy: Promise<string> | undefined;

/** Takes as long as a real comparison, so that a login that does not exist cannot be told by the time it takes. */
export const compareWithNothing = async (password: string): Promise<false> => {
  decoy ??= hashPassword('no account has this password');
  await passwordMatches(await decoy, password);
  return false;
};
