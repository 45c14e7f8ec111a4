import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkoutFolder } from '#platform/config.ts';
import { classComputers } from './class-rule.ts';
import { inspect } from './cruise.ts';
import { environmentReaders } from './environment.ts';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'anping-test-boundaries-'));
  symlinkSync(join(checkoutFolder, 'node_modules'), join(base, 'node_modules'));
  const imports = Object.fromEntries(
    ['lib', 'platform', 'support', 'parties', 'process', 'app'].map((layer) => [`#${layer}/*`, `./src/${layer}/*`]),
  );
  write(
    'package.json',
    JSON.stringify({
      type: 'module',
      imports,
      dependencies: { zod: '4', pg: '8', 'pinyin-pro': '3' },
      devDependencies: { vite: '8' },
    }),
  );
  for (const file of ['lib/result', 'platform/clock', 'support/files/files', 'parties/people/people', 'app/server']) {
    write(`src/${file}.ts`, 'export const value = 1;');
  }
});

afterEach(() => rmSync(base, { recursive: true }));

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(base, file)), { recursive: true });
  writeFileSync(join(base, file), text);
};

/** Plants one file with one import and answers the rules that it breaks. */
const broken = async (file: string, imported: string): Promise<string[]> => {
  write(`src/${file}`, `import { value } from '${imported}';\nexport const other = value;`);
  const { violations } = await inspect(base);
  return [...new Set(violations.map(({ rule }) => rule))].sort();
};

test('accepts imports that follow the order of the procedure, and sees every file', async () => {
  write(
    'src/process/standards/domain/index.ts',
    "import { value } from '#lib/result.ts'; import { z } from 'zod'; export const score = [value, z];",
  );
  write(
    'src/process/review/domain/verdict.ts',
    "import { score } from '#process/standards/domain/index.ts'; export const verdict = score;",
  );
  write(
    'src/process/review/server/store.ts',
    "import { verdict } from '../domain/verdict.ts'; import pg from 'pg'; export const store = [verdict, pg];",
  );
  write(
    'src/process/review/web/Page.tsx',
    "import { verdict } from '../domain/verdict.ts'; export const Page = () => verdict;",
  );
  expect(await inspect(base)).toEqual({ violations: [], unseen: [], seen: 9 });
});

test.each([
  ['an earlier stage that knows a later one', 'review/server/a.ts', 'spot-check', 'review-knows-no-later-stage'],
  ['an earlier stage that knows a later one', 'standards/domain/a.ts', 'reporting', 'standards-knows-no-later-stage'],
])('finds %s: %s → %s', async (_, file, later, rule) => {
  const target = `process/${later}/${file.includes('domain') ? 'domain' : 'server'}/b.ts`;
  write(`src/${target}`, 'export const value = 1;');
  expect(await broken(`process/${file}`, `#${target}`)).toEqual([rule]);
});

test.each([
  ['lib/a.ts', '#platform/clock.ts', 'lib-knows-nothing-above'],
  ['platform/a.ts', '#support/files/files.ts', 'platform-knows-nothing-above'],
  ['support/files/a.ts', '#parties/people/people.ts', 'support-knows-nothing-above'],
  ['process/review/server/a.ts', '#app/server.ts', 'process-knows-nothing-above'],
])('finds a layer that knows one above: %s → %s', async (file, imported, rule) => {
  expect(await broken(file, imported)).toEqual([rule]);
});

test.each(['#platform/clock.ts', 'pg', 'node:fs'])('finds a domain that imports %s', async (imported) => {
  expect(await broken('process/review/domain/a.ts', imported)).toEqual(['domain-is-pure']);
});

test('finds pages that import server code, server code that imports pages, and Node behind a detour', async () => {
  write('src/process/review/server/store.ts', 'export const value = 1;');
  write('src/process/review/web/hook.ts', 'export const value = 1;');
  expect(await broken('process/review/web/a.tsx', '../server/store.ts')).toEqual(['web-never-imports-server']);
  expect(await broken('process/review/server/a.ts', '../web/hook.ts')).toContain('server-never-imports-web');
  write('src/platform/disk.ts', "import { readFileSync } from 'node:fs'; export const value = readFileSync;");
  expect(await broken('process/campaign/web/a.tsx', '#platform/disk.ts')).toContain('web-uses-no-node');
});

test('lets the domain look pinyin up, and no page, by whatever detour', async () => {
  expect(await broken('parties/people/domain/names.ts', 'pinyin-pro')).toEqual([]);
  write('src/parties/people/web/page.tsx', "import { other } from '../domain/names.ts'; export const Page = other;");
  const { violations } = await inspect(base);
  expect(violations.map(({ rule }) => rule)).toEqual(['dictionary-stays-on-the-server']);
});

test('finds a cycle, a path that leads nowhere, a stage outside the order, and a development package in the server', async () => {
  write('src/support/files/one.ts', "import { other } from './two.ts'; export const value = other;");
  expect(await broken('support/files/two.ts', './one.ts')).toEqual(['no-cycles']);
  rmSync(join(base, 'src/support/files'), { recursive: true });
  expect(await broken('support/numbering/a.ts', './nowhere.ts')).toEqual(['nothing-unresolved']);
  rmSync(join(base, 'src/support/numbering'), { recursive: true });
  expect(await broken('process/final-stage/server/a.ts', '#lib/result.ts')).toEqual(['stages-are-in-the-list']);
  rmSync(join(base, 'src/process'), { recursive: true });
  expect(await broken('platform/a.ts', 'vite')).toEqual(['server-runs-without-dev-packages']);
});

test('finds a file beside the configuration that reads the environment', () => {
  write('src/platform/config.ts', 'export const port = process.env.PORT;');
  write('src/support/files/sly.ts', 'export const port = process.env.PORT;');
  write('src/support/files/sly.test.ts', 'process.env.PORT = "1";');
  expect(environmentReaders(base)).toEqual(['src/support/files/sly.ts']);
});

test('finds a file beside the one function that works a class out, and none in the program', () => {
  const rows = [
    'const code = classes.find((one) => score >= one.from)?.code;',
    'if (Number(score.printed) >= 90) return best;',
    'const sql = `case when printed::numeric >= 75 then 1 end`;',
    'return compareWithDecimal(normalised, limit);',
    'const isGood = 90 <= review.printed;',
  ];
  write('src/process/review/server/sly.ts', rows.join('\n'));
  write('src/process/standards/domain/evaluate.ts', rows.join('\n'));
  write(
    'src/process/review/domain/plain.ts',
    'export const shown = (row: Row) => row.from === from && [row.printed, row.from];',
  );
  expect(classComputers(base)).toEqual(rows.map((row, at) => `src/process/review/server/sly.ts:${at + 1} ${row}`));
  expect(classComputers(checkoutFolder)).toEqual([]);
});

test('finds a file outside the standards that looks behind the front door of scoring', async () => {
  write('src/process/standards/domain/evaluate.ts', 'export const value = 1;');
  expect(await broken('process/review/server/a.ts', '#process/standards/domain/evaluate.ts')).toEqual([
    'scoring-has-one-door',
  ]);
});
