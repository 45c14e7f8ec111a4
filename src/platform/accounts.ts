import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** An account of the operating system. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const parse = (line: string): Account | null => {
  const [name, , uid, gid] = line.split(':');
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
};

/** Looks an account up by name or number, in /etc/passwd first and then wherever the system keeps accounts. Null: none. */
export const findAccount = (wanted: string | number): Account | null => {
  const matches = (each: Account | null): each is Account =>
    each !== null && (each.name === wanted || each.uid === wanted);
  try {
    const local = readFileSync('/etc/passwd', 'utf8').split('\n').map(parse).find(matches);
    if (local) return local;
  } catch {
    // A system without the file may still have a directory service.
  }
  try {
    const account = parse(execFileSync('getent', ['passwd', String(wanted)], { encoding: 'utf8' }).trim());
    return matches(account) ? account : null;
  } catch {
    return null; // getent is missing or does not know the account
  }
};

/** The name of a user, or the number where there is none. */
export const accountName = (uid: number): string => findAccount(uid)?.name ?? String(uid);
