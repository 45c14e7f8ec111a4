import type { Issue } from '#lib/result.ts';

/** Fewest characters and kinds of characters (lower case, upper case, digits, others) of a password: 等保 application layer. */
export const PASSWORD_LENGTH = 10;
export const PASSWORD_KINDS = 3;

const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** What is wrong with a new password, each fault with its own code at `path`. */
export const passwordFaults = (password: string, path: string): readonly Issue[] => {
  if (password.length < PASSWORD_LENGTH)
    return [{ path, code: 'password.too-short', params: { limit: PASSWORD_LENGTH } }];
  const found = kinds.filter((kind) => kind.test(password)).length;
  return found < PASSWORD_KINDS ? [{ path, code: 'password.too-simple', params: { kinds: PASSWORD_KINDS } }] : [];
};
