import type { Issue } from '#lib/result.ts';

/** Fewest characters of a password, counted as a person counts them (code points). */
export const passwordLength = 10;

/** Fewest of the four kinds: lower case, upper case, digits, anything else. */
export const passwordKinds = 3;

const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/**
 * What a new password lacks; empty if it is good enough (the complexity rule of GB/T 22239 as offices apply it).
 * `path` is the field that the faults are shown at.
 */
export const passwordFaults = (password: string, path = 'password'): readonly Issue[] => {
  const faults: Issue[] = [];
  if ([...password].length < passwordLength) {
    faults.push({ path, code: 'password.too-short', params: { min: passwordLength } });
  }
  if (kinds.filter((kind) => kind.test(password)).length < passwordKinds) {
    faults.push({ path, code: 'password.too-simple', params: { kinds: passwordKinds } });
  }
  return faults;
};
