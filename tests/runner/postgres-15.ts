import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bareEnvironment } from '#platform/config.ts';
import { databaseUser, give, runAs } from '#platform/db/database-user.ts';
import { withClient } from '#platform/db/roles.ts';

const run = promisify(execFile);
const programs = '/usr/lib/postgresql/15/bin';

/** A temporary cluster of the installed PostgreSQL 15; null where it is not installed. */
export const startPostgres15 = async (): Promise<{ url: string; stop: () => Promise<void> } | null> => {
  if (!existsSync(join(programs, 'postgres'))) return null;
  const cluster = await mkdtemp(join(tmpdir(), 'anping-pg15-'));
  const user = databaseUser(cluster);
  give(cluster, user);
  const data = join(cluster, 'data');
  const socket = join(cluster, 'socket');
  await mkdir(socket, { mode: 0o700 });
  give(socket, user);
  const log = join(cluster, 'log');
  const options = { ...runAs(user), cwd: '/', env: bareEnvironment() };
  const settings = `-c listen_addresses= -c unix_socket_directories=${socket} -c fsync=off -c full_page_writes=off -c jit=off`;
  try {
    await run(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
      options,
    );
    await run(join(programs, 'pg_ctl'), ['start', '-w', '-D', data, '-l', log, '-o', settings], {
      ...options,
      timeout: 60_000,
    });
  } catch (error) {
    const said = existsSync(log) ? await readFile(log, 'utf8') : '';
    await rm(cluster, { recursive: true, force: true });
    throw new Error(`PostgreSQL 15 did not start: ${said}`, { cause: error });
  }
  // As on a server of others: a login that may create databases and roles, and is no superuser.
  await withClient({ host: socket, user: 'postgres', database: 'postgres', ssl: false }, async (client) => {
    await client.query('create role tester login createdb createrole');
  });
  return {
    url: `postgres://tester@localhost/postgres?host=${encodeURIComponent(socket)}`,
    stop: async () => {
      await run(join(programs, 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', data], options);
      await rm(cluster, { recursive: true, force: true });
    },
  };
};
