import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';
import { capture } from './capture.ts';
import { run } from './edition.ts';

const before = smallEdition({
  title: '旧版',
  items: [smallItem('a', { clause: '1.1', text: '每季度检查一次' }), smallItem('b', { text: '设置机构' })],
});
const after = {
  ...before,
  title: '新版',
  items: [
    smallItem('a', { clause: '1.1', text: '每月检查一次' }),
    smallItem('c', { text: '设置机构' }),
    smallItem('d', { clause: '1.3', text: '配备总监', full: 5 }),
  ],
};

let folder: string;
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C');
  folder = await mkdtemp(join(tmpdir(), 'anping-diff-'));
  await writeFile(join(folder, 'before.json'), JSON.stringify(before));
  await writeFile(join(folder, 'after.json'), JSON.stringify(after));
  await writeFile(join(folder, 'wrong.json'), JSON.stringify({ ...before, scale: 0 }));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const diff = (...args: string[]) =>
  capture(
    run,
    ['diff', ...args].map((arg) => arg.replace('@', `${folder}/`)),
  );

describe('the command edition diff', () => {
  it('tells each change on lines of its own, and how points shift', async () => {
    const { code, stdout, stderr } = await diff('@before.json', '@after.json');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      '* Document',
      '    Title: 旧版 → 新版',
      '+ 1.3 配备总监 (2.5 points)',
      '> c 设置机构: Id: b → c',
      '~ 1.1 每季度检查一次'.replace('每季度', '每月'),
      '    Requirement: 每季度检查一次 → 每月检查一次',
      'Items 2 → 3, points 10 → 12.5, mandatory items 0, veto items 0',
      '',
    ]);
  });

  it('writes the whole difference as one line of JSON', async () => {
    const { code, stdout } = await diff('@before.json', '@after.json', '--json');
    const value = JSON.parse(stdout);
    expect([code, value.same, value.items.added.length, value.points.total]).toEqual([
      0,
      false,
      1,
      { before: 10, after: 12.5 },
    ]);
  });

  it('says so where nothing differs, with the same exit code', async () => {
    expect(await diff('@before.json', '@before.json')).toEqual({
      code: 0,
      stdout: 'The two editions are the same.\n',
      stderr: '',
    });
  });

  it('refuses a file that is no edition or is not there, and names it', async () => {
    const { code, stdout, stderr } = await diff('@wrong.json', '@gone.json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/wrong\.json:1: scale/);
    expect(stderr).toContain('gone.json');
  });

  it('reads YAML as well, and finds a standard the same as itself', async () => {
    const yaml = `${folder}/before.yaml`;
    await writeFile(yaml, `# 旧版\n${JSON.stringify(before, null, 2)}\n`);
    expect((await diff(yaml, '@before.json')).stdout).toBe('The two editions are the same.\n');
  });

  it('refuses options that it does not know, and too few or too many files', async () => {
    for (const args of [
      ['@before.json'],
      ['@before.json', '@after.json', '@wrong.json'],
      ['@before.json', '@after.json', '--all'],
    ]) {
      expect((await diff(...args)).code).toBe(2);
    }
    expect((await capture(run, [])).code).toBe(2);
    expect((await capture(run, ['compare'])).code).toBe(2);
  });
});
