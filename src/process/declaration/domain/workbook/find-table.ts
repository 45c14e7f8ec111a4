import type { Findings, GivenRow, GivenSheet } from './given-book.ts';

/** A sheet with its header found: rows by what their first column says, columns by their heading, wherever they were moved. */
export interface Table {
  readonly sheet: string;
  readonly headerRow: number;
  /** Letters by heading. */
  readonly columns: ReadonlyMap<string, string>;
  /** Rows below the header. */
  readonly rows: readonly GivenRow[];
  readonly merged: readonly string[];
}

const HEADER_WITHIN = 30;

/** Longer texts are no headings, and are not looked through. */
const LONGEST_HEADING = 40;

const plain = (heading: string): string =>
  heading.length > LONGEST_HEADING ? heading : heading.replace(/[\s*＊]/gu, '');

/** The row with the most of the headings, two at least; the first that has all of them. */
const headerOf = ({ rows }: GivenSheet, wanted: ReadonlyMap<string, string>): GivenRow | undefined => {
  let [best, most]: [GivenRow | undefined, number] = [undefined, 1];
  for (const row of rows.slice(0, HEADER_WITHIN)) {
    let known = 0;
    for (const letters in row.cells) if (wanted.has(plain(row.cells[letters]!.value))) known += 1;
    if (known > most) [best, most] = [row, known];
    if (known >= wanted.size) break;
  }
  return best;
};

/**
 * Finds the header by its headings. Columns may have been moved, others put between them; missing and repeated ones are errors.
 * @returns undefined if the sheet cannot be read
 */
export const findTable = (
  sheets: readonly GivenSheet[],
  name: string,
  headings: readonly string[],
  findings: Findings,
): Table | undefined => {
  const found = sheets.filter((sheet) => sheet.name.trim() === name);
  const [sheet] = found;
  if (!sheet) return findings.error(name, 'declarationWorkbook.sheetMissing', { sheet: name });
  if (found.length > 1) return findings.error(name, 'declarationWorkbook.sheetTwice', { sheet: name });
  const wanted = new Map(headings.map((heading) => [plain(heading), heading]));
  const header = headerOf(sheet, wanted);
  if (!header)
    return findings.error(name, 'declarationWorkbook.headerMissing', { sheet: name, column: headings[0] ?? '' });
  const columns = new Map<string, string>();
  for (const [letters, { value }] of Object.entries(header.cells)) {
    const heading = wanted.get(plain(value));
    if (heading === undefined) continue;
    const other = columns.get(heading);
    if (other !== undefined)
      return findings.error(`${name}!${letters}${header.row}`, 'declarationWorkbook.columnTwice', {
        column: heading,
        other: `${other}${header.row}`,
      });
    columns.set(heading, letters);
  }
  const missing = headings.filter((heading) => !columns.has(heading));
  if (missing.length > 0)
    return findings.error(`${name}!${header.row}`, 'declarationWorkbook.columnsMissing', {
      sheet: name,
      columns: missing.join('、'),
    });
  return {
    sheet: name,
    headerRow: header.row,
    columns,
    rows: sheet.rows.filter(({ row }) => row > header.row),
    merged: sheet.merged,
  };
};

const numberOf = (letters: string): number =>
  [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * Merged areas in which more than one cell is to be filled in: what stands in the first one would not be said of the others.
 * @param inputs letters of the columns that people fill in
 */
export const mergedInputs = (
  { merged, rows, sheet, headerRow }: Table,
  inputs: readonly string[],
  findings: Findings,
): void => {
  const filled = new Set(rows.map(({ row }) => row));
  const columns = inputs.map(numberOf);
  for (const area of merged) {
    const [, from = '', top = '0', to = '', bottom = '0'] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(area) ?? [];
    if (Number(bottom) <= headerRow) continue;
    const [first, last] = [numberOf(from), numberOf(to)];
    const across = columns.filter((column) => column >= first && column <= last).length;
    const down =
      Number(bottom) > Number(top) &&
      [...filled].filter((row) => row >= Number(top) && row <= Number(bottom)).length > 1;
    if (across > 0 && (across > 1 || down))
      findings.error(`${sheet}!${from}${top}`, 'declarationWorkbook.mergedCells', { area });
  }
};
