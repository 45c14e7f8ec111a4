import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '#platform/db/migrate.ts';
import { withClient } from '#platform/db/roles.ts';
import { createBlankDatabase } from '../../../tests/database.ts';

let database: Awaited<ReturnType<typeof createBlankDatabase>>;
let folder: string;

beforeEach(async () => {
  database = await createBlankDatabase();
  folder = await mkdtemp(join(tmpdir(), 'anping-test-migrations-'));
  await write('0001-first.sql', 'create table first (a int); grant select on first to anping_app;');
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const write = (file: string, sql: string): Promise<void> => writeFile(join(folder, file), sql);
const run = (): Promise<string[]> => migrate(database.connections.anping_owner, folder);
const rows = (sql: string, role: 'anping_owner' | 'anping_app' = 'anping_owner'): Promise<unknown[]> =>
  withClient(database.connections[role], async (client) => (await client.query(sql)).rows);

test('applies what is new, in order, and nothing twice', async () => {
  await write('0002-second.sql', 'alter table first add b int; insert into first values (1, 2)');
  expect(await run()).toEqual(['0001-first.sql', '0002-second.sql']);
  expect(await run()).toEqual([]);
  expect(await rows('select a, b from first', 'anping_app')).toEqual([{ a: 1, b: 2 }]);
});

test('two processes that migrate at once apply each file once', async () => {
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.flat()).toEqual(['0001-first.sql']);
});

test('a failing migration leaves nothing behind and names its file and line', async () => {
  await write('0002-second.sql', 'create table second (a int);\n\nselect nonsense from first;');
  await expect(run()).rejects.toMatchObject({ code: 'migration.failed', params: { file: '0002-second.sql', line: 3 } });
  expect(await rows("select to_regclass('first') as first, to_regclass('second') as second")).toEqual([
    { first: 'first', second: null },
  ]);
});

test('refuses a migration that was edited after it had been applied', async () => {
  await run();
  await write('0001-first.sql', 'create table first (a text);');
  await expect(run()).rejects.toMatchObject({ code: 'migration.changed', params: { file: '0001-first.sql' } });
});

test('takes no offence at line ends', async () => {
  await write('0002-second.sql', 'create table second\n(a int);\n');
  await run();
  await write('0002-second.sql', 'create table second\r\n(a int);\r\n');
  expect(await run()).toEqual([]);
});

test('refuses a database that is newer than the program', async () => {
  await write('0002-second.sql', 'create table second (a int)');
  await run();
  await rm(join(folder, '0002-second.sql'));
  await expect(run()).rejects.toMatchObject({ code: 'migration.newer', params: { file: '0002-second.sql' } });
});

test('refuses a file that slipped in below an applied one, a number used twice, and a name without a number', async () => {
  await write('0003-third.sql', 'select 1');
  await run();
  await write('0002-late.sql', 'select 1');
  await expect(run()).rejects.toMatchObject({ code: 'migration.outOfOrder', params: { file: '0002-late.sql' } });
  await write('0003-twin.sql', 'select 1');
  await expect(run()).rejects.toMatchObject({ code: 'migration.name', params: { file: '0003-twin.sql' } });
  await rm(join(folder, '0003-twin.sql'));
  await write('next.sql', 'select 1');
  await expect(run()).rejects.toMatchObject({ code: 'migration.name', params: { file: 'next.sql' } });
});
