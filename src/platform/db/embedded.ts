import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import type { Account } from '#platform/accounts.ts';
import { bareEnvironment } from '#platform/config.ts';
import { clearLeftovers, clusterPassword, ensureCluster, readPostmaster, socketPrefix } from '#platform/db/cluster.ts';
import { databaseUser, give, letThrough, runAs } from '#platform/db/database-user.ts';
import { nativeBinaries } from '#platform/db/native-binaries.ts';
import { waitUntil } from '#platform/processes.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';

/** A running PostgreSQL of our own, restarted when it dies. */
export interface EmbeddedDatabase {
  /** Socket folder, or 127.0.0.1 where there are no sockets. */
  readonly host: string;
  readonly port: number;
  readonly password: string | null;
  /** How a role connects to one of the databases. */
  connection(role: string, database: string): ClientConfig;
  /** Answers once, when the database broke down too often to be started again. */
  readonly crashed: Promise<StartFault>;
  /** Process number of the present postmaster. */
  pid(): number;
  stop(): Promise<void>;
}

/** How the roles of an embedded database connect, given where it listens. */
export const connector =
  ({ host, port, password }: Pick<EmbeddedDatabase, 'host' | 'port' | 'password'>): EmbeddedDatabase['connection'] =>
  (role, database) => ({
    host,
    port,
    user: role,
    database,
    ssl: false,
    ...(password === null ? {} : { password }),
  });

export interface EmbeddedOptions {
  /** The data folder; it must exist and be claimed by the caller. */
  readonly folder: string;
  /** False only for tests: quick, and lost with the machine. */
  readonly fsync?: boolean;
}

const breakdownsAllowed = 5;
const logLimit = 16 * 1024 * 1024;
const startLimit = 15 * 60_000; // recovery after a crash may read much write-ahead log

const openLog = (file: string): { descriptor: number; from: number } => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimit) renameSync(file, `${file}.1`);
  return { descriptor: openSync(file, 'a', 0o600), from: size > logLimit ? 0 : size };
};

const lastFailure = (file: string, from: number): string => {
  const lines = readFileSync(file).subarray(from).toString('utf8').trim().split('\n');
  return (lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '').trim();
};

/** A socket's path may have 107 bytes at most. */
const makeSocketFolder = (user: Account | null): string => {
  const parent = Buffer.byteLength(tmpdir()) < 70 ? tmpdir() : '/tmp';
  const folder = mkdtempSync(join(parent, socketPrefix));
  give(folder, user);
  return folder;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Starts the embedded PostgreSQL on a claimed data folder; throws a StartFault that says what to do. */
export const startEmbedded = async ({ folder, fsync = true }: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const cluster = join(folder, 'postgres');
  const user = databaseUser(cluster);
  letThrough(folder, user);
  const binaries = await nativeBinaries(folder, user);
  await ensureCluster(cluster, binaries, user, fsync);

  const onSocket = process.platform !== 'win32';
  const name = `anping_${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
  await clearLeftovers(cluster, name, binaries);
  const host = onSocket ? makeSocketFolder(user) : '127.0.0.1';
  const port = onSocket ? 5432 : await freePort();
  const password = await clusterPassword(cluster);
  mkdirSync(join(folder, 'log'), { recursive: true, mode: 0o700 });
  const log = join(folder, 'log', 'postgres.log');

  const settings = {
    cluster_name: name,
    port,
    listen_addresses: onSocket ? '' : host,
    ...(onSocket ? { unix_socket_directories: host, unix_socket_permissions: '0700' } : {}),
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_checkpoints: 'off',
    jit: 'off',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);

  let child: ChildProcess | null = null;
  let stopping = false;
  const breakdowns: number[] = [];
  const { promise: crashed, resolve: giveUp } = Promise.withResolvers<StartFault>();

  const launch = async (): Promise<void> => {
    const { descriptor, from } = openLog(log);
    // A session of its own: Ctrl-C in the terminal reaches the server only, which then stops the database in order.
    const postmaster = spawn(binaries.postgres, ['-D', cluster, ...options], {
      ...runAs(user),
      cwd: '/',
      env: bareEnvironment(),
      detached: true,
      stdio: ['ignore', descriptor, descriptor],
    });
    closeSync(descriptor);
    child = postmaster;
    let failed: Error | undefined;
    postmaster.once('error', (error) => {
      failed = error;
    });
    const ended = (): boolean => failed !== undefined || hasEnded(postmaster);
    const ready = (): boolean => {
      const state = readPostmaster(cluster);
      return state?.ready === true && state.pid === postmaster.pid;
    };
    const answered = await waitUntil(() => ended() || ready(), startLimit, 15);
    if (!answered || ended()) {
      postmaster.kill('SIGQUIT');
      throw new StartFault('database.startFailed', { detail: failed?.message ?? lastFailure(log, from), log }, failed);
    }
  };

  const restart = async (): Promise<void> => {
    await clearLeftovers(cluster, name, binaries);
    if (onSocket) mkdirSync(host, { recursive: true, mode: 0o700 });
    if (onSocket) give(host, user);
    if (!stopping) await launch();
  };

  let underWay: Promise<void> = Promise.resolve();
  const supervise = async (): Promise<void> => {
    for (;;) {
      if (child) await ending(child);
      if (stopping) return;
      const now = Date.now();
      breakdowns.push(now);
      while ((breakdowns[0] ?? now) < now - 60_000) breakdowns.shift();
      if (breakdowns.length > breakdownsAllowed) {
        giveUp(new StartFault('database.gaveUp', { times: breakdowns.length, log }));
        return;
      }
      // A failed start ends the child as well, and is counted in the next round.
      underWay = restart().catch((error: unknown) => {
        if (!(error instanceof StartFault)) throw error;
      });
      await underWay;
    }
  };

  // However the server ends, short of SIGKILL, the database does not outlive it.
  const atExit = (): void => {
    if (child && !hasEnded(child)) child.kill('SIGINT');
  };
  process.on('exit', atExit);

  const stop = async (): Promise<void> => {
    stopping = true;
    await underWay;
    process.off('exit', atExit);
    const postmaster = child;
    if (postmaster && !hasEnded(postmaster)) {
      if (onSocket) postmaster.kill('SIGINT');
      else await clearLeftovers(cluster, name, binaries);
      if (!(await waitUntil(() => hasEnded(postmaster), 30_000))) postmaster.kill('SIGQUIT');
      await waitUntil(() => hasEnded(postmaster), 10_000);
    }
    if (onSocket) rmSync(host, { recursive: true, force: true });
  };

  try {
    await launch();
  } catch (error) {
    await stop();
    throw error;
  }
  supervise().catch((error: unknown) =>
    giveUp(new StartFault('database.startFailed', { detail: messageOf(error), log }, error)),
  );

  return {
    host,
    port,
    password,
    connection: connector({ host, port, password }),
    crashed,
    pid: () => child?.pid ?? 0,
    stop,
  };
};

const ending = (process: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (hasEnded(process)) resolve();
    else process.once('exit', () => resolve());
  });

const hasEnded = (process: ChildProcess): boolean => process.exitCode !== null || process.signalCode !== null;
