import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from '#platform/accounts.ts';
import { bareEnvironment } from '#platform/config.ts';
import { give, runAs } from '#platform/db/database-user.ts';
import type { NativeBinaries } from '#platform/db/native-binaries.ts';
import { commandLine, commandLines, isRunning, waitUntil } from '#platform/processes.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';

export const superuser = 'postgres';
/** Prefix of the folders that hold the private socket. */
export const socketPrefix = 'anping-pg-';

const run = promisify(execFile);

/** Sorting by code point and character types that know Chinese: the builtin provider where the system lacks C.UTF-8. */
const localeChoices: readonly (readonly string[])[] = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8'].map((ctype) => [
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${ctype}`,
]);

/** Creates the cluster where there is none, and refuses one of another major version. Its place is returned. */
export const ensureCluster = async (
  cluster: string,
  binaries: NativeBinaries,
  user: Account | null,
  fsync: boolean,
): Promise<void> => {
  if (existsSync(cluster) && readdirSync(cluster).length > 0) return checkVersion(cluster, binaries.major);

  // initdb works in a neighbour: interrupted, it leaves nothing that looks like a cluster.
  const half = `${cluster}.new`;
  const password = `${cluster}.password`;
  const onSocket = process.platform !== 'win32';
  if (!onSocket) await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  let failure: unknown;
  for (const locale of localeChoices) {
    await rm(half, { recursive: true, force: true });
    await mkdir(half, { mode: 0o700 });
    give(half, user);
    const access = onSocket ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${password}`];
    const options = ['-D', half, '-U', superuser, '-E', 'UTF8', '--data-checksums', ...access, ...locale];
    try {
      await run(binaries.initdb, fsync ? options : [...options, '--no-sync'], {
        ...runAs(user),
        cwd: '/',
        env: bareEnvironment(),
      });
      failure = undefined;
      break;
    } catch (error) {
      failure = error;
      if (!messageOf(error).includes('locale')) break;
    }
  }
  if (failure !== undefined) {
    await rm(half, { recursive: true, force: true });
    throw new StartFault('database.initFailed', { detail: messageOf(failure).trim() }, failure);
  }
  await rm(cluster, { recursive: true, force: true });
  await rename(half, cluster);
  if (fsync) await syncFolder(dirname(cluster));
};

const checkVersion = (cluster: string, expected: string): void => {
  const file = join(cluster, 'PG_VERSION');
  if (!existsSync(file)) throw new StartFault('database.notACluster', { folder: cluster });
  const found = readFileSync(file, 'utf8').trim();
  if (found !== expected) throw new StartFault('database.versionDiffers', { folder: cluster, found, expected });
};

const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
};

/** The superuser's password where the database listens on TCP (Windows); null on a private socket. */
export const clusterPassword = async (cluster: string): Promise<string | null> =>
  process.platform === 'win32' ? await readFile(`${cluster}.password`, 'utf8') : null;

/** `postmaster.pid`: who runs the cluster, on which socket folder, and whether it takes connections. Null: nobody. */
export const readPostmaster = (cluster: string): { pid: number; socketFolder: string; ready: boolean } | null => {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  return { pid: Number(lines[0]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
};

const processesOf = (name: string): number[] =>
  commandLines()
    .filter(([, command]) => command.includes(`cluster_name=${name}`) || command.startsWith(`postgres: ${name}: `))
    .map(([pid]) => pid);

const signal = (pids: readonly number[], kind: NodeJS.Signals): void => {
  for (const pid of pids) if (isRunning(pid)) process.kill(pid, kind);
};

/**
 * Ends what an earlier run left behind: a killed server leaves its postmaster alive, a killed postmaster leaves children,
 * and a new postmaster beside either would destroy the data. `name` is the cluster's `cluster_name`.
 */
export const clearLeftovers = async (cluster: string, name: string, binaries: NativeBinaries): Promise<void> => {
  const postmaster = readPostmaster(cluster);
  if (process.platform === 'win32') {
    if (postmaster && isRunning(postmaster.pid)) await run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w']);
    return;
  }
  // The postmaster first, in order; then whoever is left, ever less politely.
  const owner = (pid: number): boolean => pid === postmaster?.pid;
  const inOrder = processesOf(name).some(owner) ? 20 : 2; // without it, children end by themselves or not at all
  const attempts: readonly [NodeJS.Signals, seconds: number, (pid: number) => boolean][] = [
    ['SIGINT', inOrder, owner],
    ['SIGQUIT', 10, () => true],
    ['SIGKILL', 10, () => true],
  ];
  for (const [kind, seconds, whom] of attempts) {
    const left = processesOf(name);
    if (left.length === 0) break;
    signal(left.filter(whom), kind);
    await waitUntil(() => processesOf(name).length === 0, seconds * 1000, 50);
  }
  const left = processesOf(name);
  if (left.length > 0) throw new StartFault('database.leftover', { pids: left.join(', ') });
  if (postmaster === null) return;
  if (basename(postmaster.socketFolder).startsWith(socketPrefix)) {
    await rm(postmaster.socketFolder, { recursive: true, force: true });
  }
  // The number may belong to somebody else by now, which PostgreSQL would take for a running postmaster.
  if (!commandLine(postmaster.pid).includes('postgres')) await rm(join(cluster, 'postmaster.pid'), { force: true });
};
