import { readFileSync } from 'node:fs';
import { Pool } from 'pg';
import { expect, test } from 'vitest';
import { isOutage } from '#platform/db/outage.ts';

const caught = async (run: () => unknown): Promise<unknown> => {
  try {
    return await run();
  } catch (error) {
    return error;
  }
};

test('a database that is not there is an outage, on a socket and on a port', async () => {
  for (const host of ['/nowhere', '127.0.0.1']) {
    const pool = new Pool({ host, port: 1, user: 'x', database: 'x', ssl: false });
    expect(isOutage(await caught(() => pool.query('select 1')))).toBe(true);
    await pool.end();
  }
});

test.each(['57P01', '57P02', '57P03', '08006', '53300'])('PostgreSQL says %s when it is away', (code) => {
  expect(isOutage(Object.assign(new Error('gone'), { code }))).toBe(true);
});

test.each(['23505', '40001', '57014'])('a fault of the statement (%s) is none', (code) => {
  expect(isOutage(Object.assign(new Error('refused'), { code }))).toBe(false);
});

test('a missing file is none, nor is whatever else was thrown', async () => {
  expect(isOutage(await caught(() => readFileSync('/nowhere')))).toBe(false);
  expect(isOutage(new Error('a bug'))).toBe(false);
  expect(isOutage('text')).toBe(false);
});
