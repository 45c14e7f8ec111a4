import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '#lib/result.ts';
import { isRunning, processMark } from '#platform/processes.ts';

/** What the holder of a data folder tells about itself. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly mark: string | null;
  /** Where people find the instance; null until it listens. */
  readonly address: string | null;
  /** How other commands on this machine reach its database; null until it is migrated. */
  readonly database: Contact | null;
}

/** An embedded database's socket, or `server`: the one that the configuration names. */
export type Contact = { readonly host: string; readonly port: number; readonly password: string | null } | 'server';

export interface FolderClaim {
  /** Tells others where to find us. */
  update(change: Partial<Pick<Holder, 'address' | 'database'>>): void;
  release(): void;
}

const heartbeat = 10_000;
const fileOf = (folder: string): string => join(folder, 'instance.lock');

const read = (file: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null; // gone meanwhile, or cut off by a full disk: nobody holds it
  }
};

/** Another host's processes cannot be seen (a container, a network folder): there only a recent heartbeat counts. */
const isHeld = (holder: Holder, file: string): boolean => {
  if (holder.host === hostname()) return isRunning(holder.pid) && processMark(holder.pid) === holder.mark;
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 3 * heartbeat;
};

/** Who holds the folder now; null if nobody does. */
export const holderOf = (folder: string): Holder | null => {
  const file = fileOf(folder);
  const holder = read(file);
  return holder !== null && isHeld(holder, file) ? holder : null;
};

/** Claims a data folder for this process. The error is the running holder. What a killed process left is taken over. */
export const claimFolder = (folder: string): Result<FolderClaim, Holder> => {
  const file = fileOf(folder);
  const own = `${file}.${process.pid}`;
  let holder: Holder = {
    pid: process.pid,
    host: hostname(),
    mark: processMark(process.pid),
    address: null,
    database: null,
  };
  const write = (): void => writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });

  write();
  for (;;) {
    try {
      linkSync(own, file); // atomic: the file appears whole or not at all
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const other = read(file);
    if (other !== null && isHeld(other, file)) {
      rmSync(own, { force: true });
      return err(other);
    }
    discard(file, other);
  }
  rmSync(own, { force: true });

  const replace = (): void => {
    write();
    renameSync(own, file);
  };
  const beat = setInterval(() => {
    if (statSync(file, { throwIfNoEntry: false })) utimesSync(file, new Date(), new Date());
    else replace(); // somebody tidied the folder up
  }, heartbeat).unref();
  return ok({
    update: (change) => {
      holder = { ...holder, ...change };
      replace();
    },
    release: () => {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  });
};

/** Moves a stale lock aside; if somebody claimed the folder since we looked, what was moved is put back. */
const discard = (file: string, stale: Holder | null): void => {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return; // another starter was faster
    throw error;
  }
  const moved = read(aside);
  if (moved !== null && JSON.stringify(moved) !== JSON.stringify(stale)) linkSync(aside, file);
  rmSync(aside, { force: true });
};
