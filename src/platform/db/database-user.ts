import { chmodSync, chownSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Account, findAccount } from '#platform/accounts.ts';
import { StartFault } from '#platform/start-fault.ts';

/**
 * The account that PostgreSQL must run as, or null to run it as ourselves. PostgreSQL refuses root, and initdb refuses a
 * number without a name; an existing cluster stays with its owner, also when a better account has appeared since.
 */
export const databaseUser = (cluster: string): Account | null => {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return findAccount(uid) ?? { name: String(uid), uid, gid };
  }
  const account = ['postgres', 'nobody'].map(findAccount).find((each) => each !== null && each.uid !== 0);
  if (!account) throw new StartFault('database.noUser');
  return account;
};

/** Numbers for `spawn`; empty when the process runs as ourselves. */
export const runAs = (user: Account | null): { uid?: number; gid?: number } =>
  user === null ? {} : { uid: user.uid, gid: user.gid };

export const give = (path: string, user: Account | null): void => {
  if (user !== null) chownSync(path, user.uid, user.gid);
};

const mayPass = (folder: string, user: Account): boolean => {
  const { uid, gid, mode } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
};

/** Makes sure that the database user reaches what lies in the data folder; only the folder itself is changed for that. */
export const letThrough = (folder: string, user: Account | null): void => {
  if (user === null) return;
  if (!mayPass(folder, user)) chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011);
  for (let above = dirname(folder); ; above = dirname(above)) {
    if (!mayPass(above, user)) throw new StartFault('folder.unreachable', { folder, user: user.name, blocker: above });
    if (above === dirname(above)) return;
  }
};
