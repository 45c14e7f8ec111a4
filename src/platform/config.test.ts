import { isAbsolute, join } from 'node:path';
import { expect, test } from 'vitest';
import { bareEnvironment, checkoutFolder, readConfig } from '#platform/config.ts';
import { startText } from '#platform/start.text.ts';

const faults = (environment: Record<string, string>): unknown[] => {
  const config = readConfig(environment);
  return config.ok ? [] : config.error.issues.map(({ path, code }) => [path, code]);
};

test('an empty environment gives the documented defaults', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    ok: true,
    value: {
      port: 8166,
      host: '127.0.0.1',
      databaseUrl: undefined,
      logLevel: 'info',
      webFolder: join(checkoutFolder, 'dist/web'),
    },
  });
  expect(config.ok && isAbsolute(config.value.dataFolder)).toBe(true);
});

test('blanks around a value and empty variables do not count', () => {
  expect(readConfig({ PORT: ' 80 ', HOST: '', ANPING_LOG_LEVEL: '  ' })).toMatchObject({
    ok: true,
    value: { port: 80, host: '127.0.0.1', logLevel: 'info' },
  });
});

test.each(['abc', '-1', '65536', '80.5', '8O80', '８１６６', '1e3', '99999999999'])(
  'refuses the port %s and names the range',
  (value) => {
    const config = readConfig({ PORT: value });
    expect(config).toMatchObject({
      ok: false,
      error: {
        issues: [{ path: 'PORT', code: 'config.number', params: { name: 'PORT', value, min: 0, max: 65_535 } }],
      },
    });
  },
);

test('names every wrong variable at once', () => {
  expect(
    faults({ PORT: 'x', HOST: 'two words', ANPING_LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://localhost/x' }),
  ).toEqual([
    ['PORT', 'config.number'],
    ['HOST', 'config.address'],
    ['DATABASE_URL', 'config.databaseUrl'],
    ['ANPING_LOG_LEVEL', 'config.choice'],
  ]);
});

test.each(['0.0.0.0', '::1', 'localhost', 'anping.example'])('accepts the host %s', (host) => {
  expect(readConfig({ HOST: host })).toMatchObject({ ok: true, value: { host } });
});

test('a database address needs a database, and its password is never repeated', () => {
  const config = readConfig({ DATABASE_URL: 'postgres://anping:secret@localhost' });
  expect(config.ok).toBe(false);
  expect(JSON.stringify(config)).not.toContain('secret');
});

test('separate logins are given all three or not at all', () => {
  const url = 'postgres://a@localhost/anping';
  expect(faults({ DATABASE_URL: url })).toEqual([]);
  expect(faults({ DATABASE_URL: url, DATABASE_OWNER_URL: url, DATABASE_PUBLIC_URL: url })).toEqual([]);
  expect(faults({ DATABASE_URL: url, DATABASE_PUBLIC_URL: url })).toEqual([
    ['DATABASE_PUBLIC_URL', 'config.databaseUrls'],
  ]);
  expect(faults({ DATABASE_OWNER_URL: url, DATABASE_PUBLIC_URL: url })).toEqual([
    ['DATABASE_OWNER_URL', 'config.databaseUrls'],
  ]);
});

test('every fault of the configuration has a wording', () => {
  for (const code of [
    'config.number',
    'config.choice',
    'config.address',
    'config.databaseUrl',
    'config.databaseUrls',
  ]) {
    expect(startText.en).toHaveProperty([code]);
  }
});

test('a child process gets no variable that could steer PostgreSQL', () => {
  expect(bareEnvironment({ PATH: '/bin', PGDATA: '/elsewhere', PGOPTIONS: '-c fsync=off', LANG: 'zh_CN.GBK' })).toEqual(
    {
      PATH: '/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
    },
  );
});
