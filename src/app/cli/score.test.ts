import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { smallAnswers, smallEdition } from '#process/standards/testing/small-edition.ts';
import { capture } from './capture.ts';
import { run } from './score.ts';

const edition = { ...smallEdition(), title: '随意的附加文字' };
const answers = smallAnswers(edition, { a: 10, b: { na: '无此设施' } });

let folder: string;
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C');
  folder = await mkdtemp(join(tmpdir(), 'anping-score-'));
  const files: Record<string, string> = {
    'edition.json': JSON.stringify(edition, null, 2),
    'answers.json': JSON.stringify(answers),
    'marked.json': `\uFEFF${JSON.stringify(answers)}`,
    'none.json': JSON.stringify(smallAnswers(edition, { a: { na: '无' }, b: { na: '无' } })),
    'short.json': JSON.stringify(smallAnswers(edition, { a: 10 })),
    'twice.json': JSON.stringify(answers).replace('"b":', '"a":{"points":1},\n"b":'),
    'broken.json': '{',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'latin.json'), Uint8Array.from([0x22, 0xe9, 0x22]));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const scored = (...args: string[]) =>
  capture(
    run,
    args.map((arg) => arg.replace('@', `${folder}/`)),
  );

describe('the command score', () => {
  it('writes one line of JSON with the members in their order, and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await scored('--edition', '@edition.json', '--answers=@answers.json', '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout))}\n`);
    expect(stdout).toContain(
      `{"edition":"${answers.edition}","full":20,"earned":10,"deducted":0,"notApplicable":10,"normalised":{"num":100,"den":1},"printed":"100.0","scoreClass":"A","class":"A","accepted":true,"trace":[{"step":1,"rule":"item.points","inputs":{`,
    );
  });

  it('drops a byte-order mark', async () => {
    expect(await scored('--edition', '@edition.json', '--answers', '@marked.json', '--json')).toMatchObject({
      code: 0,
    });
  });

  it.each<[string, RegExp]>([
    ['none.json', /none\.json: .*\[score\.everythingNotApplicable\]/],
    ['short.json', /short\.json: answers\.b: .*\[answers\.itemUnanswered\]/],
    ['twice.json', /twice\.json, line 1: "a".*\[json\.duplicateName\]/],
    ['broken.json', /broken\.json.*\[json\.syntax\]/],
    ['latin.json', /latin\.json.*byte 1\b.*\[file\.notUtf8\]/],
    ['edition.json', /edition\.json: format: .*\[answers\.formatUnknown\]/],
    ['missing.json', /missing\.json.*ENOENT/],
  ])('exits with 1 and says what is wrong with %s as answers', async (name, message) => {
    const { code, stdout, stderr } = await scored('--edition', '@edition.json', '--answers', `@${name}`, '--json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  it('exits with 1 for an edition that is none', async () => {
    const { code, stderr } = await scored('--edition', '@answers.json', '--answers', '@answers.json', '--json');
    expect(code).toBe(1);
    expect(stderr).toMatch(/answers\.json: format: .*\[edition\.formatUnknown\]/);
  });

  it.each([
    [['--answers', '@answers.json', '--json']],
    [['--edition', '@edition.json', '--answers', '@answers.json']],
    [['--edition', '@edition.json', '--edition', '@edition.json', '--answers', '@answers.json', '--json']],
    [['--edition', '@edition.json', '--answers', '@answers.json', '--json', '--trace']],
  ])('exits with 2 for the options %j', async (args) => {
    const { code, stdout, stderr } = await scored(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\[option\.\w+\]\n/);
  });
});
