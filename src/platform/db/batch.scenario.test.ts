import type { PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/database.ts';
import { runTogether } from './batch.ts';
import { joined, sql } from './sql.ts';

let database: TestDatabase;
let client: PoolClient;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query('create table notes (id int primary key, body text, written_at timestamptz, bytes bytea)');
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  client = await database.owner.connect();
  await client.query('truncate notes');
});
afterEach(() => {
  client.release();
});

const preparedStatements = async (): Promise<number> =>
  (await client.query('select count(*)::int as n from pg_prepared_statements')).rows[0].n;

describe('statements that travel together', () => {
  it('answer with the rows of each, in order, as the driver gives them', async () => {
    const at = new Date('2026-09-01T02:03:04.567Z');
    const found = await runTogether(client, [
      sql`begin`,
      sql`insert into notes (id, body, written_at, bytes) values (${1}, ${"it's \\ 中文"}, ${at}, ${new Uint8Array([0, 255])})`,
      sql`select id, body, written_at, bytes, ${'2026-09-01'}::date as day, ${['a', 'b,c']}::text[] as list from notes`,
      sql`select count(*) as total from notes where body is distinct from ${null}`,
      sql`commit`,
    ]);
    expect(found).toEqual([
      [],
      [],
      [
        {
          id: 1,
          body: "it's \\ 中文",
          written_at: at,
          bytes: Buffer.from([0, 255]),
          day: '2026-09-01',
          list: ['a', 'b,c'],
        },
      ],
      [{ total: 1 }],
      [],
    ]);
  });

  it('stop at the first that fails, with its error, and leave the connection fit for the next', async () => {
    const insert = (id: number) => sql`insert into notes (id) values (${id})`;
    await expect(runTogether(client, [sql`begin`, insert(1), insert(1), insert(2), sql`commit`])).rejects.toMatchObject(
      { code: '23505', constraint: 'notes_pkey' },
    );
    await client.query('rollback');
    expect(await runTogether(client, [insert(3), sql`select id from notes`])).toEqual([[], [{ id: 3 }]]);
  });

  it('are one transaction even without one being opened', async () => {
    const both = [sql`insert into notes (id) values (7)`, sql`insert into notes (id) values (7)`];
    await expect(runTogether(client, both)).rejects.toMatchObject({ code: '23505' });
    expect(await runTogether(client, [sql`select id from notes`])).toEqual([[]]);
  });

  it('are prepared once a connection, also by the driver itself, and not at all with very many values', async () => {
    const twice = [sql`select ${1}::int as one`, sql`select ${2}::int as one`];
    const before = await preparedStatements();
    expect(await runTogether(client, twice)).toEqual([[{ one: 1 }], [{ one: 2 }]]);
    await runTogether(client, twice);
    expect(await preparedStatements()).toBe(before + 1);
    const many = joined(
      Array.from({ length: 300 }, (_, index) => sql`(${index}::int)`),
      ',',
    );
    expect(await runTogether(client, [sql`select count(*) as n from (values ${many}) as given(one)`])).toEqual([
      [{ n: 300 }],
    ]);
    expect(await preparedStatements()).toBe(before + 1);
  });

  it('of which one cannot be read at all say so and are not prepared', async () => {
    const before = await preparedStatements();
    const nonsense = [sql`select 1 as one`, sql`selekt 2`, sql`select 3 as three`];
    await expect(runTogether(client, nonsense)).rejects.toMatchObject({ code: '42601' });
    expect(await preparedStatements()).toBe(before + 1);
    expect(await runTogether(client, [sql`select 3 as three`, sql`select 1 as one`])).toEqual([
      [{ three: 3 }],
      [{ one: 1 }],
    ]);
  });
});
