import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';

const brief = (value: unknown): string => String(JSON.stringify(value)).slice(0, 200);

/** Where a class or a score was read, how often, and where it was another one than the function gives. */
export const comparison = () => {
  const read: Record<string, number> = {};
  const wrong: string[] = [];
  const same = (where: string, unit: string, shown: unknown, expected: unknown) => {
    read[where] = (read[where] ?? 0) + 1;
    if (!isDeepStrictEqual(shown, expected)) wrong.push(`${where}, ${unit}: ${brief(shown)}, not ${brief(expected)}`);
  };
  const done = (...places: readonly string[]) => {
    expect(wrong).toEqual([]);
    for (const one of places) expect([one, read[one] ?? 0]).toEqual([one, expect.toSatisfy((count) => count > 0)]);
    expect(Object.keys(read).toSorted()).toEqual(places.toSorted());
  };
  return { same, done };
};

/** Names of classes by code. */
export const nameIn = (classes: readonly { code: string; name: string }[]) => (code: string | null) =>
  classes.find((one) => one.code === code)?.name ?? (code === null ? '不予受理' : code);

/** The lines of a sheet by heading, below the row that begins with 序号. */
export const sheetLines = async (bytes: Buffer): Promise<Record<string, string>[]> => {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  const rows = (read.value.sheets[0]?.rows ?? []).map(({ cells }) => new Map(Object.entries(cells)));
  const head = rows.findIndex((cells) => [...cells.values()][0]?.value === '序号');
  const titles = [...(rows[head] ?? new Map()).entries()] as [string, { value: string }][];
  return rows
    .slice(head + 1)
    .map((cells) =>
      Object.fromEntries(titles.map(([column, { value }]) => [value, String(cells.get(column)?.value ?? '')])),
    );
};

/** The cells of every row of a page's tables. */
export const htmlLines = (page: string): string[][] =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '').trim()),
  );
/** Without white space, as `pdfText` reads. */
export const bare = (text: string): string => text.replace(/\s/g, '');
