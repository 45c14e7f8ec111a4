import { inflateRawSync } from 'node:zlib';
import { lettersOf } from '#support/documents/xlsx/parse-sheet.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { packedContent, zipEnding, zipEntries } from '#support/documents/xlsx/zip-directory.ts';
import { type ZipMember, zip } from '../../../../tests/fixtures/zip.ts';

/** The parts of a workbook, unpacked. */
export const partsOf = (bytes: Buffer): ZipMember[] =>
  zipEntries(bytes, zipEnding(bytes)).map((entry) => {
    const packed = packedContent(bytes, entry);
    return { name: entry.name, data: entry.method === 0 ? packed : inflateRawSync(packed) };
  });

/** The same workbook with parts rewritten; `null` takes one away. */
export const withParts = (
  bytes: Buffer,
  change: (name: string, text: string) => string | Uint8Array | null,
  more: readonly ZipMember[] = [],
): Buffer =>
  zip([
    ...partsOf(bytes).flatMap(({ name, data }) => {
      const changed = change(name, Buffer.from(data as Uint8Array).toString('utf8'));
      return changed === null ? [] : [{ name, data: changed }];
    }),
    ...more,
  ]);

/** What is typed into cells: by sheet, by what stands in the first column of the row, by the heading of the column. */
export type Typed = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string | number | null>>>>>
>;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The part of a sheet by its name. */
export const sheetPart = (bytes: Buffer, name: string): string => {
  const parts = new Map(
    partsOf(bytes).map((part) => [part.name, Buffer.from(part.data as Uint8Array).toString('utf8')]),
  );
  const id = new RegExp(`<sheet [^>]*name="${name}"[^>]*r:id="([^"]+)"`).exec(parts.get('xl/workbook.xml') ?? '')?.[1];
  const target = [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`Id="${id}"`));
  const path = /Target="\/?(?:xl\/)?([^"]+)"/.exec(target ?? '')?.[1];
  if (!path) throw new Error(`no sheet ${name}`);
  return `xl/${path}`;
};

/** The raw content of a cell, replaced; the cell keeps its style. @param xml such as `<v>5</v>` */
export const withCell = (sheet: string, address: string, type: string | null, xml: string): string => {
  const cell = new RegExp(`<c r="${address}"(?: t="\\w+")?((?: s="\\d+")?)(?: t="\\w+")?(?:/>|>.*?</c>)`, 's');
  if (!cell.test(sheet)) throw new Error(`no cell ${address}`);
  return sheet.replace(
    cell,
    (_, style: string) => `<c r="${address}"${style}${type === null ? '' : ` t="${type}"`}>${xml}</c>`,
  );
};

/** The address of a cell by what stands in the first column of its row and by its heading. */
export const addressOf = async (bytes: Buffer, sheet: string, row: string, heading: string): Promise<string> => {
  const book = await readWorkbook(bytes);
  if (!book.ok) throw new Error(book.error.code);
  const rows = book.value.sheets.find(({ name }) => name === sheet)?.rows ?? [];
  const header = rows.find(({ cells }) => Object.values(cells).some(({ value }) => value === heading));
  const letters = Object.entries(header?.cells ?? {}).find(([, { value }]) => value === heading)?.[0];
  const place = rows.find(({ cells }) => cells[lettersOf(1)]?.value === row)?.row;
  if (!letters || !place) throw new Error(`no cell ${sheet} ${row} ${heading}`);
  return `${letters}${place}`;
};

/** A workbook as a person fills it in: a number as a number, a text as a text. */
export const changedBook = async (bytes: Buffer, typed: Typed): Promise<Buffer> => {
  const changes = new Map<string, [address: string, value: string | number | null][]>();
  for (const [sheet, rows] of Object.entries(typed)) {
    const list: [string, string | number | null][] = [];
    for (const [row, cells] of Object.entries(rows))
      for (const [heading, value] of Object.entries(cells))
        list.push([await addressOf(bytes, sheet, row, heading), value]);
    changes.set(sheetPart(bytes, sheet), list);
  }
  return withParts(bytes, (name, text) =>
    (changes.get(name) ?? []).reduce((sheet, [address, value]) => {
      if (typeof value === 'number') return withCell(sheet, address, null, `<v>${value}</v>`);
      if (value === null) return withCell(sheet, address, null, '');
      return withCell(sheet, address, 'inlineStr', `<is><t xml:space="preserve">${escaped(value)}</t></is>`);
    }, text),
  );
};
