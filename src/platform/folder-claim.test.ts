import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimFolder, type Holder, holderOf } from '#platform/folder-claim.ts';
import { processMark } from '#platform/processes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anping-test-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const leave = (holder: Partial<Holder>): void => {
  const whole: Holder = {
    pid: process.pid,
    host: hostname(),
    mark: processMark(process.pid),
    address: null,
    database: null,
    ...holder,
  };
  writeFileSync(join(folder, 'instance.lock'), JSON.stringify(whole));
};

test('a folder is claimed once, tells where its holder is, and is free again afterwards', () => {
  const first = claimFolder(folder);
  if (!first.ok) throw new Error('the folder was free');
  first.value.update({ address: 'http://127.0.0.1:8166' });
  expect(claimFolder(folder)).toMatchObject({
    ok: false,
    error: { pid: process.pid, address: 'http://127.0.0.1:8166' },
  });
  first.value.release();
  expect(holderOf(folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  const second = claimFolder(folder);
  expect(second.ok).toBe(true);
  if (second.ok) second.value.release();
});

test.each([
  ['a process that is gone', { pid: 4_194_303 }],
  ['an earlier process with the same number', { mark: 'an-earlier-boot:1' }],
])('takes over what %s left', (_, left) => {
  leave(left);
  expect(holderOf(folder)).toBeNull();
  const claim = claimFolder(folder);
  expect(claim.ok).toBe(true);
  if (claim.ok) claim.value.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a file cut off half way blocks nobody', () => {
  writeFileSync(join(folder, 'instance.lock'), '{"pid":');
  expect(claimFolder(folder).ok).toBe(true);
});

test('a holder on another host counts while its heartbeat is recent', () => {
  leave({ host: 'elsewhere', pid: 1 });
  expect(claimFolder(folder)).toMatchObject({ ok: false, error: { host: 'elsewhere' } });
  const long = new Date(Date.now() - 60_000);
  utimesSync(join(folder, 'instance.lock'), long, long);
  expect(claimFolder(folder).ok).toBe(true);
  expect(existsSync(join(folder, 'instance.lock'))).toBe(true);
});
