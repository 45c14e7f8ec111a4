import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** Stands in for npm: notes how it was called and installs the one package of the lock file, or behaves as told. */
const fakeNpm = `
const { appendFileSync, mkdirSync, writeFileSync, existsSync } = require('node:fs');
const [command] = process.argv.slice(2);
appendFileSync('calls.log', process.argv.slice(2).join(' ') + '\\n');
const behaviour = process.env.FAKE_NPM ?? '';
if (behaviour === 'refuse-ci' && command === 'ci') {
  console.error('npm error code EUSAGE\\nnpm error Missing: fsevents@2.3.3 from lock file');
  process.exit(1);
}
if (behaviour === 'fail') { console.error('npm error network unreachable'); process.exit(1); }
const install = () => {
  mkdirSync('node_modules/alpha', { recursive: true });
  writeFileSync('node_modules/alpha/package.json', '{"version":"1.0.0"}');
  writeFileSync('node_modules/.package-lock.json', '{"packages":{"node_modules/alpha":{"version":"1.0.0"}}}');
};
setTimeout(install, behaviour === 'slow' ? 1500 : 0);
`;

let checkout: string;
let children: ChildProcess[];

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'anping-test-bootstrap-'));
  children = [];
  await copyFile(new URL('../bootstrap.mjs', import.meta.url), join(checkout, 'bootstrap.mjs'));
  await writeFile(join(checkout, 'npm-cli.js'), fakeNpm);
  await writeFile(join(checkout, 'package.json'), '{"dependencies":{"alpha":"1.0.0"}}');
  await writeFile(
    join(checkout, 'package-lock.json'),
    JSON.stringify({
      packages: {
        '': {},
        'node_modules/alpha': { version: '1.0.0' },
        'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['plan9'] },
      },
    }),
  );
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(checkout, { recursive: true, force: true });
});

const start = (behaviour = ''): { child: ChildProcess; ended: Promise<{ code: number | null; output: string }> } => {
  const child = spawn(process.execPath, ['bootstrap.mjs'], {
    cwd: checkout,
    env: {
      ...process.env,
      npm_execpath: join(checkout, 'npm-cli.js'),
      npm_node_execpath: process.execPath,
      FAKE_NPM: behaviour,
    },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  return { child, ended };
};

const run = (behaviour?: string) => start(behaviour).ended;
const calls = (): string[] =>
  existsSync(join(checkout, 'calls.log')) ? readFileSync(join(checkout, 'calls.log'), 'utf8').trim().split('\n') : [];
const leftovers = (): string[] => readdirSync(join(checkout, '.build'));
const flags = '--include=dev --include=optional --no-audit --no-fund --ignore-scripts';

test('installs once, says so, and is silent the next time', async () => {
  expect(await run()).toMatchObject({ code: 0, output: expect.stringContaining('Packages are ready') });
  expect(await run()).toEqual({ code: 0, output: '' });
  expect(calls()).toEqual([`ci ${flags}`]);
  expect(leftovers()).toEqual([]);
});

test('installs again when the lock file or the wishes of package.json change', async () => {
  await run();
  await writeFile(join(checkout, 'package.json'), '{"dependencies":{"alpha":"1.0.0","beta":"1.0.0"}}');
  await writeFile(join(checkout, 'package-lock.json'), '{"packages":{"node_modules/alpha":{"version":"1.0.1"}}}');
  await run();
  expect(calls()).toHaveLength(2);
});

test('falls back to an install that saves nothing where the registry lacks a package of another platform', async () => {
  expect((await run('refuse-ci')).code).toBe(0);
  expect(calls()).toEqual([`ci ${flags}`, `install ${flags} --no-save`]);
  expect(await run()).toEqual({ code: 0, output: '' });
});

test('shows what npm said when the install fails, and tries again the next time', async () => {
  const failed = await run('fail');
  expect(failed.code).toBe(1);
  expect(failed.output).toContain('npm error network unreachable');
  expect(failed.output).toContain('run the same command again');
  expect(calls()).toHaveLength(1); // a network failure is not mended by another way of installing
  expect(leftovers()).toEqual([]);
  expect((await run()).code).toBe(0);
  expect(calls()).toHaveLength(2);
});

test('two at once install once', async () => {
  const [first, second] = await Promise.all([run('slow'), run('slow')]);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(calls()).toHaveLength(1);
  expect(first.output + second.output).toContain('waiting');
});

test('killed in the middle, the next start waits for the npm left behind and then completes', async () => {
  const { child, ended } = start('slow');
  await expect.poll(calls, { timeout: 10_000 }).toHaveLength(1);
  child.kill('SIGKILL');
  await ended;
  expect(leftovers()).toEqual(['install.lock']);
  expect((await run()).code).toBe(0);
  expect(existsSync(join(checkout, 'node_modules/alpha/package.json'))).toBe(true);
  expect(leftovers()).toEqual([]);
});

test('a lock whose owner is gone does not block', async () => {
  await mkdir(join(checkout, '.build'));
  await writeFile(join(checkout, '.build/install.lock'), '{"pid":'); // cut off half way
  expect((await run()).code).toBe(0);
});

test('accepts an install made by hand if it is complete, and repairs one that is not', async () => {
  await mkdir(join(checkout, 'node_modules/alpha'), { recursive: true });
  await writeFile(join(checkout, 'node_modules/alpha/package.json'), '{}');
  await writeFile(
    join(checkout, 'node_modules/.package-lock.json'),
    '{"packages":{"node_modules/alpha":{"version":"1.0.0"}}}',
  );
  expect(await run()).toEqual({ code: 0, output: '' });
  expect(calls()).toEqual([]);
  await rm(join(checkout, 'node_modules/.anping-install.json'));
  await rm(join(checkout, 'node_modules/alpha'), { recursive: true });
  expect((await run()).code).toBe(0);
  expect(calls()).toHaveLength(1);
});
