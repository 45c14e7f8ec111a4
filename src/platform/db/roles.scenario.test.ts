import { Pool } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkRole } from '#platform/db/fitness.ts';
import { prepareDatabase, roles, withClient } from '#platform/db/roles.ts';
import { createTestDatabase, type TestDatabase } from '../../../tests/database.ts';
import { administrator, createDatabase, dropDatabase, freshName } from '../../../tests/test-server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('each pool runs as its role, and none of the three can bypass row-level security', async () => {
  const running = await Promise.all(
    [database.owner, database.app, database.publicReader].map(
      async (pool) => (await pool.query('select current_user')).rows,
    ),
  );
  expect(running).toEqual(roles.map((role) => [{ current_user: role }]));
  const { rows } = await database.app.query(
    'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = any($1)',
    [roles],
  );
  expect(rows).toEqual(
    roles.map(() => ({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })),
  );
});

test('refuses to run as a superuser, and as another role than meant', async ({ skip }) => {
  await expect(checkRole(database.publicReader, 'anping_app', 'DATABASE_URL')).rejects.toMatchObject({
    code: 'database.wrongRole',
    params: { found: 'anping_public', expected: 'anping_app', variable: 'DATABASE_URL' },
  });
  if (inject('testServer').kind === 'url') skip('the login of a server is no superuser');
  const administration = new Pool(administrator(inject('testServer')));
  await expect(checkRole(administration, 'anping_app', 'DATABASE_URL')).rejects.toMatchObject({
    code: 'database.bypass',
  });
  await administration.end();
});

test('row-level security is forced on every table of a city, for its owner too', async () => {
  const { rows } = await database.owner.query<{ relname: string }>(
    `select relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_id'
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(rows).toEqual([]);
});

test('the owner sees every row, so that no backup is empty without anybody noticing', async () => {
  const { rows } = await database.owner.query(
    `select relname from pg_class c where relrowsecurity and relnamespace = 'public'::regnamespace and not exists (
       select from pg_policy where polrelid = c.oid and 'anping_owner'::regrole = any(polroles) and polcmd in ('*', 'r')
          and pg_get_expr(polqual, polrelid) = 'true')`,
  );
  expect(rows).toEqual([]);
});

test('nothing is granted to everybody', async () => {
  const { rows } = await database.owner.query(
    `select relname from pg_class, aclexplode(relacl) as entry where relnamespace = 'public'::regnamespace and entry.grantee = 0
     union select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) as entry
      where proowner = 'anping_owner'::regrole and entry.grantee = 0`,
  );
  expect(rows).toEqual([]);
});

test('the running roles create nothing and call no function that was not granted to them', async () => {
  for (const pool of [database.app, database.publicReader]) {
    await expect(pool.query('create table stray (a int)')).rejects.toThrow(/permission denied for schema public/);
  }
  await database.owner.query('create function secret() returns int language sql security definer as $$ select 1 $$');
  await expect(database.app.query('select secret()')).rejects.toThrow(/permission denied for function secret/);
});

test('dates come as text, counts as numbers, and a number too large to be exact is refused', async () => {
  const { rows } = await database.app.query(
    "select date '2009-08-31' as day, count(*) as n, timestamptz 'epoch' as at from (select 1) x",
  );
  expect(rows).toEqual([{ day: '2009-08-31', n: 1, at: new Date(0) }]);
  await expect(database.app.query('select 9007199254740993::bigint')).rejects.toThrow(/too large/);
});

test.each(['C', 'en_US.UTF-8'])(
  'refuses a database with the locale %s, where Chinese could not be searched or would sort otherwise',
  async (locale) => {
    const server = inject('testServer');
    const name = freshName('locale');
    const created = await createDatabase(server, name, locale).catch((error: Error) => error);
    // A machine without that locale cannot make the mistake either.
    if (created instanceof Error) return expect(created.message).toMatch(/invalid .*locale name/i);
    await expect(withClient(administrator(server, name), prepareDatabase)).rejects.toMatchObject({
      code: 'database.locale',
    });
    await dropDatabase(server, name);
  },
);

test('names a server that does not answer', async () => {
  await expect(withClient({ host: '127.0.0.1', port: 1, database: 'x' }, async () => undefined)).rejects.toMatchObject({
    code: 'database.noAnswer',
    params: { target: '127.0.0.1:1/x' },
  });
});
