import { beforeAll, describe, expect, it } from 'vitest';
import { changedStructure, wrongCells } from '../../testing/damaged-cells.ts';
import { damagedFiles, foreignBooks } from '../../testing/damaged-files.ts';
import { SAMPLE_DAY, sampleBook, sampleContext } from '../../testing/sample-book.ts';
import type { BookContext } from './book-context.ts';
import { openBook, understand } from './understand.ts';
import type { WorkingCopy } from './working-copy.ts';

let context: BookContext;
let whole: Buffer;

beforeAll(async () => {
  context = await sampleContext();
  whole = await sampleBook(context);
});

/** What a person is told: `code`, or the errors with their cells. */
const told = async (bytes: Uint8Array, fileName = '自评.xlsx'): Promise<readonly string[]> => {
  const opened = await openBook(bytes, fileName);
  if (!opened.ok) return [opened.error.code];
  const read = understand(opened.value, { ...context, accepted: new Set() } as unknown as WorkingCopy, SAMPLE_DAY);
  if (!read.ok) return [read.error.kind === 'refusal' ? read.error.code : 'issues'];
  return read.value.findings
    .filter(({ level }) => level === 'error')
    .map(({ path, code }) => (path === '' ? code : `${path} ${code}`));
};

describe('a damaged, foreign or hostile workbook', () => {
  const all = [...damagedFiles, ...foreignBooks, ...changedStructure, ...wrongCells];

  it('comes in more than forty kinds', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(new Set(all.map(([kind]) => kind)).size).toBe(all.length);
  });

  it.each(all.map(([kind, made, expected, fileName]) => ({ kind, made, expected, fileName })))(
    'is told what is wrong with it: $kind',
    async ({ made, expected, fileName }) => {
      expect(await told(await made(whole), fileName)).toEqual(expected);
    },
  );

  it('a sound one is told nothing', async () => {
    expect(await told(whole)).toEqual([]);
  });
});
