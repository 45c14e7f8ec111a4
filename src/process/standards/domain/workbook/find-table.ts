import type { Issue, Params } from '#lib/result.ts';
import type { GivenSheet, WorkbookCode } from './workbook-codes.ts';

/** Where a table stands in its sheet. */
export interface Table {
  readonly sheet: string;
  readonly headerRow: number;
  /** Column letters by heading. */
  readonly columns: ReadonlyMap<string, string>;
  /** Rows below the header with anything in a known column. */
  readonly rows: GivenSheet['rows'];
}

/** Collects faults at places of a workbook. */
export interface PlaceReading {
  readonly faults: Issue[];
  readonly fault: (path: string, code: WorkbookCode, params?: Params) => undefined;
}

/** The header is looked for in so many rows that hold anything. */
const HEADER_WITHIN = 20;

/**
 * Finds the header and the columns of a sheet. Every column must be there once and no cell may be filled outside of them: what is not
 * read would be lost. @returns undefined if there is no header to go by
 */
export const findTable = (
  sheets: readonly GivenSheet[],
  name: string,
  headings: readonly string[],
  read: PlaceReading,
): Table | undefined => {
  const sheet = sheets.find((one) => one.name.trim() === name);
  if (!sheet) {
    const found = sheets.map((one) => one.name).join('、');
    return read.fault(name, 'workbook.sheetMissing', { sheet: name, found });
  }
  const known = new Set(headings);
  const enough = Math.min(2, headings.length);
  const header = sheet.rows
    .slice(0, HEADER_WITHIN)
    .find(({ cells }) => Object.values(cells).filter(({ value }) => known.has(value.trim())).length >= enough);
  if (!header) return read.fault(name, 'workbook.headerMissing', { sheet: name, columns: headings.join('、') });

  const columns = new Map<string, string>();
  for (const [letters, { value }] of Object.entries(header.cells)) {
    const heading = value.trim();
    const other = columns.get(heading);
    const cell = `${name}!${letters}${header.row}`;
    if (!known.has(heading)) continue;
    if (other === undefined) columns.set(heading, letters);
    else read.fault(cell, 'workbook.columnTwice', { column: heading, other: `${other}${header.row}` });
  }
  const missing = headings.filter((heading) => !columns.has(heading));
  if (missing.length > 0)
    read.fault(`${name}!${header.row}`, 'workbook.columnsMissing', { columns: missing.join('、') });
  for (const area of sheet.merged) {
    const [, first = '', last = ''] = /^[A-Z]+(\d+)(?::[A-Z]+(\d+))?$/.exec(area) ?? [];
    if (Number(last || first) >= header.row) read.fault(`${name}!${area.split(':')[0]}`, 'workbook.merged', { area });
  }
  const below = sheet.rows.filter(({ row }) => row > header.row);
  const taken = new Set(columns.values());
  const strange = new Set<string>();
  for (const { row, cells } of below) {
    for (const [letters, { value }] of Object.entries(cells)) {
      if (taken.has(letters) || strange.has(letters) || value.trim() === '') continue;
      strange.add(letters);
      const heading = header.cells[letters]?.value.trim() ?? '';
      read.fault(`${name}!${letters}${row}`, 'workbook.columnUnknown', { heading });
    }
  }
  const rows = below.filter(({ cells }) => [...taken].some((letters) => (cells[letters]?.value ?? '').trim() !== ''));
  return { sheet: name, headerRow: header.row, columns, rows };
};
