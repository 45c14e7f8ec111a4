import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';
import { capture } from './capture.ts';
import { run } from './edition.ts';

const texts = { text: '要求', basis: '安全生产法 第四条' };
const good = smallEdition({
  title: '标准',
  industry: 'opencast-mine',
  issued: '2026-01-01',
  basis: '示范',
  classes: smallEdition().classes.map((one) => ({ ...one, name: one.code, basis: '示范' })),
  elements: [{ id: '1', parent: null, title: '现场' }],
  items: [smallItem('a', { clause: '1.1', ...texts }), smallItem('b', { clause: '1.2', ...texts })],
});
const bad = {
  ...good,
  total: 30,
  elements: [
    { id: '1', parent: '2', title: '甲' },
    { id: '2', parent: '1', title: '乙' },
  ],
  items: [
    smallItem('a', { clause: '1.1', ...texts }),
    smallItem('b', { clause: '1.1', kind: 'veto', na: 'forbidden', onFail: [{ cap: 'D' }], text: '要求' }),
  ],
};

let folder: string;
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C');
  folder = await mkdtemp(join(tmpdir(), 'anping-validate-'));
  const files: Record<string, string> = {
    'good.json': JSON.stringify(good),
    'bad.json': JSON.stringify(bad, null, 2),
    'twice.json': JSON.stringify(good).replace('"scale":100', '"scale":100,"scale":50'),
    'broken.yaml': 'title: "x\n',
    'twice.yml': 'scale: 1\nscale: 2\n',
    'list.yaml': '- 1\n',
    'bomb.yaml': `a: &a [x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
      .map((name, at) => `${name}: &${name} [*${'abcdefghi'[at]}, *${'abcdefghi'[at]}, *${'abcdefghi'[at]}]`)
      .join('\n')}\n`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const validate = (...args: string[]) =>
  capture(
    run,
    ['validate', ...args].map((arg) => arg.replace('@', `${folder}/`)),
  );

describe('the command edition validate', () => {
  it('says that an edition may be published, with its figures and hash', async () => {
    const { code, stdout, stderr } = await validate('@good.json');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/good\.json: may be published\. 2 items, 10 points, hash [0-9a-f]{64}\n$/);
  });

  it('passes a standard that is shipped, in YAML', async () => {
    const file = fileURLToPath(new URL('../../../schemes/panzhihua-2009/standards/coal-mine.yaml', import.meta.url));
    expect(await validate(file)).toMatchObject({ code: 0, stderr: '' });
  });

  it('names every fault with line, place and cause at once', async () => {
    const { code, stdout, stderr } = await validate('@bad.json');
    expect([code, stdout]).toEqual([1, '']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => /bad\.json:\d+: (\S+): .+\[(\S+)\]$/.exec(line)?.slice(1).join(' '))).toEqual([
      'elements[0].parent edition.parentCycle',
      'elements[1].parent edition.parentCycle',
      'items[1].basis edition.decidingBasisMissing',
      'total edition.totalDiffers',
      'items[1].clause edition.clauseRepeated',
      undefined,
    ]);
    const text = JSON.stringify(bad, null, 2).split('\n');
    const total = lines.find((line) => line.includes('totalDiffers')) ?? '';
    expect(text[Number(/json:(\d+)/.exec(total)?.[1]) - 1]).toContain('"total": 30');
    expect(lines.at(-1)).toContain('faults: 5');
  });

  it.each<[string, RegExp]>([
    ['twice.json', /twice\.json.*\[json\.duplicateName\]/],
    ['broken.yaml', /broken\.yaml:\d+: .*\[yaml\.syntax\]/],
    ['twice.yml', /twice\.yml:2: .*DUPLICATE_KEY.*\[yaml\.syntax\]/],
    ['bomb.yaml', /bomb\.yaml: .*\[yaml\.syntax\]/],
    ['list.yaml', /list\.yaml:1: .*\[edition\.notAnObject\]/],
    ['missing.json', /missing\.json.*ENOENT/],
  ])('exits with 1 for %s and says why', async (name, message) => {
    const { code, stdout, stderr } = await validate(`@${name}`);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  it('exits with 2 for arguments that it does not know', async () => {
    for (const args of [['--all'], ['@good.json', '@bad.json'], ['@good.json', '--json']])
      expect(await validate(...args)).toMatchObject({ code: 2, stdout: '' });
  });
});
