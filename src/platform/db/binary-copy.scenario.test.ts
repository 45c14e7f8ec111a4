import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/database.ts';
import { binaryWriter, readBinaryRows } from './binary-copy.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it('writes rows that come back as they were: null, nothing, more than a block, the largest number', async () => {
  const client = await database.app.connect();
  await client.query('begin');
  await client.query('create temporary table copied (id int, big bigint, raw bytea) on commit drop');
  const raws = [
    null,
    Buffer.alloc(0),
    Buffer.alloc(700_000, 7),
    ...Array.from({ length: 5_000 }, (_, at) => Buffer.of(at & 255)),
  ];
  const writer = binaryWriter(client, 'copied (id, big, raw)');
  for (const [at, raw] of raws.entries()) {
    writer.row(3);
    writer.int4(at);
    writer.int8(Number.MAX_SAFE_INTEGER - at);
    if (raw === null) writer.nothing();
    else if (at % 2 === 0) writer.raw(raw);
    else writer.latin1(raw.toString('latin1'));
    await writer.flush();
  }
  await writer.end();

  const found: { id: number; big: number; raw: Buffer | null }[] = [];
  let pauses = 0;
  const rows = await readBinaryRows(
    client,
    'select id, big, raw from copied order by id',
    3,
    ({ bytes, start, end }) => {
      const [id = 0, big = 0, raw = 0] = start;
      found.push({
        id: bytes.readInt32BE(id),
        big: Number(bytes.readBigInt64BE(big)),
        raw: end[2]! < 0 ? null : Buffer.from(bytes.subarray(raw, end[2])),
      });
    },
    async () => {
      pauses += 1;
    },
  );
  await client.query('rollback');
  client.release();
  expect(rows).toBe(raws.length);
  expect(pauses).toBeGreaterThan(1);
  expect(found.map(({ id, big }) => [id, big])).toEqual(raws.map((_, at) => [at, Number.MAX_SAFE_INTEGER - at]));
  expect(found.every(({ raw }, at) => (raw === null ? raws[at] === null : raws[at]?.equals(raw)))).toBe(true);
});

it('tells what the database refuses, while rows are written and at their end', async () => {
  const client = await database.app.connect();
  await client.query('begin');
  await client.query('create temporary table copied (id int primary key) on commit drop');
  const writer = binaryWriter(client, 'copied (id)');
  for (let nth = 0; nth < 2; nth += 1) {
    writer.row(1);
    writer.int4(1);
  }
  await expect(writer.end()).rejects.toThrow('copied_pkey');
  await client.query('rollback');
  client.release();
});
