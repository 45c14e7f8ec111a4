import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { capture } from './capture.ts';
import { run } from './draw.ts';

let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C');
  folder = await mkdtemp(join(tmpdir(), 'anping-draw-'));
  await writeFile(file('pool.csv'), 'id,stratum\na,x\nb,x\nc,y\n');
  await writeFile(file('bad.csv'), 'id,stratum\na,x\na,x\n');
  await writeFile(file('strata.csv'), 'stratum,ratio,min\nx,1,0\n');
  await writeFile(file('all.csv'), 'stratum,ratio,min\nx,1,0\ny,0.0,0\n');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const drawn = (...args: string[]) =>
  capture(
    run,
    args.map((arg) => arg.replace('@', `${folder}/`)),
  );

describe('the command draw', () => {
  it('writes one line of JSON to standard output and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await drawn('--pool', '@pool.csv', '--seed=s', '--ratio', '0.50', '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^\{"poolDigest":"[0-9a-f]{64}","paramsDigest":"[0-9a-f]{64}","key":"[0-9a-f]{64}","strata":\[\{"stratum":"x","size":2,"ratio":"0\.5","min":1,"drawn":\[\{"rank":1,"id":"[ab]","ticket":"[0-9a-f]{64}"\}\]\},\{"stratum":"y",.*\}\]\}\n$/,
    );
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout))}\n`);
  });

  it('takes files with = as well, an empty seed, and a seed that looks like an option', async () => {
    const empty = await drawn('--json', '--seed=', '--pool=@pool.csv', '--strata=@all.csv');
    const dashed = await drawn('--json', '--seed=--help=\n', '--pool=@pool.csv', '--strata=@all.csv');
    expect([empty.code, dashed.code]).toEqual([0, 0]);
    expect(empty.stdout).not.toBe(dashed.stdout);
  });

  it.each<[string, string[]]>([
    ['an unknown option', ['--pool', '@pool.csv', '--seed=s', '--ratio', '1', '--json', '--all']],
    ['a stray argument', ['--pool', '@pool.csv', '--seed=s', '--ratio', '1', '--json', 'x']],
    ['a repeated option', ['--pool', '@pool.csv', '--seed=s', '--seed=s', '--ratio', '1', '--json']],
    ['a repeated flag', ['--pool', '@pool.csv', '--seed=s', '--json', '--ratio', '1', '--json']],
    ['a missing pool', ['--seed=s', '--ratio', '1', '--json']],
    ['a missing seed', ['--pool', '@pool.csv', '--ratio', '1', '--json']],
    ['a seed without =', ['--pool', '@pool.csv', '--seed', 's', '--ratio', '1', '--json']],
    ['a missing --json', ['--pool', '@pool.csv', '--seed=s', '--ratio', '1']],
    ['--json with a value', ['--pool', '@pool.csv', '--seed=s', '--ratio', '1', '--json=1']],
    ['a missing ratio', ['--pool', '@pool.csv', '--seed=s', '--json']],
    ['a malformed ratio', ['--pool', '@pool.csv', '--seed=s', '--ratio', '50%', '--json']],
    ['a ratio with 19 places', ['--pool', '@pool.csv', '--seed=s', '--ratio=0.1234567890123456789', '--json']],
    ['a malformed min', ['--pool', '@pool.csv', '--seed=s', '--ratio', '1', '--min', '01', '--json']],
    ['an option without its value', ['--seed=s', '--ratio', '1', '--pool', '--json']],
    ['an empty value', ['--seed=s', '--ratio', '1', '--pool=', '--json']],
  ])('exits with 2 for %s, before it reads any file', async (_what, args) => {
    const { code, stdout, stderr } = await drawn(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\[option\.\w+\]\n/);
  });

  it.each<[string, string[], RegExp]>([
    ['a repeated id', ['--pool', '@bad.csv', '--ratio', '1'], /bad\.csv: line 3: .*\[draw\.pool\.idRepeated\]/],
    ['a file that is not there', ['--pool', '@none.csv', '--ratio', '1'], /none\.csv.*ENOENT.*\[file\.unreadable\]/],
    ['a folder', ['--pool', '@', '--ratio', '1'], /EISDIR/],
    [
      'a stratum without ratio',
      ['--pool', '@pool.csv', '--strata', '@strata.csv'],
      /"y".*\[draw\.params\.ratioMissing\]/,
    ],
    [
      'a pool as strata file',
      ['--pool', '@pool.csv', '--ratio', '1', '--strata', '@pool.csv'],
      /pool\.csv: line 1: .*headerWrong/,
    ],
  ])('exits with 1 and says where for %s', async (_what, args, message) => {
    const { code, stdout, stderr } = await drawn(...args, '--seed=s', '--json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  it('speaks Chinese where the terminal does', async () => {
    vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
    const { stderr } = await drawn('--json');
    vi.stubEnv('LC_ALL', 'C');
    expect(stderr).toContain('缺少选项 --pool');
  });
});
