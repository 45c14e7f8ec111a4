import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, ClientConfig, DatabaseError } from 'pg';
import { checkoutFolder } from '#platform/config.ts';
import { preparationLock, withClient } from '#platform/db/roles.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';

interface Migration {
  readonly number: number;
  readonly file: string;
  readonly sql: string;
  readonly sha256: string;
}

export const migrationsFolder = join(checkoutFolder, 'db/migrations');

const readMigrations = async (folder: string): Promise<Migration[]> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const read = files.map(async (file): Promise<Migration> => {
    // Line ends are not part of the content: git may write them differently on Windows.
    const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
    return { number: Number(file.slice(0, 4)), file, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
  const migrations = await Promise.all(read);
  const misnamed = migrations.find(
    ({ file, number }, index) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(file) || number === migrations[index - 1]?.number,
  );
  if (misnamed) throw new StartFault('migration.name', { file: misnamed.file });
  return migrations;
};

const apply = async (client: Client, { number, file, sql, sha256 }: Migration): Promise<void> => {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into schema_migrations (number, file, sha256) values ($1, $2, $3)', [
      number,
      file,
      sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const { position } = error as DatabaseError;
    const line = position === undefined ? '?' : sql.slice(0, Number(position)).split('\n').length;
    throw new StartFault('migration.failed', { file, line, detail: messageOf(error) }, error);
  }
};

/**
 * Brings a database to the newest migration: forward only, one process at a time, each file in its own transaction.
 * Answers the files applied now; throws a StartFault where history and files disagree.
 */
export const migrate = async (owner: ClientConfig, folder = migrationsFolder): Promise<string[]> => {
  const migrations = await readMigrations(folder);
  return await withClient({ ...owner, application_name: 'anping migrate' }, async (client) => {
    await client.query('select pg_advisory_lock($1)', [preparationLock]);
    await client.query(`create table if not exists schema_migrations (
      number int primary key, file text not null, sha256 text not null, applied_at timestamptz not null default now())`);
    const { rows: applied } = await client.query<{ number: number; file: string; sha256: string }>(
      'select number, file, sha256 from schema_migrations order by number',
    );
    for (const done of applied) {
      const known = migrations.find(({ number }) => number === done.number);
      if (!known) throw new StartFault('migration.newer', { file: done.file });
      if (known.sha256 !== done.sha256) throw new StartFault('migration.changed', { file: known.file });
    }
    const last = applied.at(-1);
    const pending = migrations.filter(({ number }) => !applied.some((done) => done.number === number));
    const late = pending.find(({ number }) => number < (last?.number ?? 0));
    if (late && last) throw new StartFault('migration.outOfOrder', { file: late.file, last: last.file });
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ file }) => file);
  });
};
