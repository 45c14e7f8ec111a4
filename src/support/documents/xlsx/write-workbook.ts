import type { NamedRange } from 'hucre';
import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { isPlainDate } from '#lib/plain-date.ts';
import { ListSheet } from './list-sheet.ts';
import { lettersOf } from './parse-sheet.ts';
import { checkName, serialOf, textOf } from './written-values.ts';

export interface ColumnModel {
  readonly header: string;
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
  readonly kind: 'text' | 'number' | 'date';
  /** Number format of a number column, `General` if absent. */
  readonly format?: string;
  /** Choices offered in a drop-down. */
  readonly list?: readonly string[];
  /** Cannot be typed into while the sheet is protected. */
  readonly locked?: boolean;
}

export interface SheetModel {
  /** At most 31 characters without `: \ / ? * [ ]`, different from the other sheets' names. */
  readonly name: string;
  /** A large heading over all columns. */
  readonly title?: string;
  /** Lines between heading and column headers, such as how to fill the sheet in. */
  readonly notes?: readonly string[];
  readonly columns: readonly ColumnModel[];
  /** By column. A date is written `YYYY-MM-DD`; what does not fit the column's kind is written as text. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Empty rows below, prepared with formats and drop-downs for people to fill in. */
  readonly blankRows?: number;
  /** Guards against slips, not against intent: there is no password. */
  readonly isProtected?: boolean;
  readonly isHidden?: boolean;
}

export interface WorkbookModel {
  readonly title?: string;
  /** Written into the file as its time of making, so that the same model gives the same bytes. */
  readonly madeAt: Date;
  readonly sheets: readonly SheetModel[];
}

const THIN = { style: 'thin', color: { rgb: 'A6A6A6' } } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const FONT = { name: '宋体', size: 11 };
const TITLE: CellStyle = {
  font: { ...FONT, bold: true, size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
};
const NOTE: CellStyle = { font: { ...FONT, color: { rgb: '595959' } }, alignment: { vertical: 'top', wrapText: true } };
const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EDF3' } },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

/**
 * Writes an .xlsx workbook: heading, notes, frozen header, typed columns with drop-downs, printed on A4 landscape one page wide
 * with the header on every page. Text is always a text cell, whatever it begins with, so it never becomes a formula; text columns
 * are formatted as text, so that codes typed into them keep all their digits. Text over 32,767 characters is cut with `…`.
 * @throws RangeError on a sheet name that Excel does not accept or on a number that is not finite
 */
export const writeWorkbook = async (model: WorkbookModel): Promise<Uint8Array> => {
  for (const { name } of model.sheets) checkName(name);
  const lists = new ListSheet();
  const sheets = model.sheets.map((sheet) => writeSheet(sheet, lists));
  return writeXlsx({
    sheets: lists.isEmpty ? sheets : [...sheets, lists.sheet()],
    namedRanges: model.sheets.map(repeatHeader),
    defaultFont: FONT,
    properties: { title: model.title, created: model.madeAt, modified: model.madeAt },
  });
};

/** Sheet row of the column headers, from 1. */
export const headerRowOf = (sheet: SheetModel): number =>
  (sheet.title === undefined ? 0 : 1) + (sheet.notes?.length ?? 0) + 1;

const writeSheet = (sheet: SheetModel, lists: ListSheet): WriteSheet => {
  const header = headerRowOf(sheet);
  const titles = sheet.title === undefined ? [] : [sheet.title];
  const heading = [...titles, ...(sheet.notes ?? [])];
  const body = [...sheet.rows, ...Array.from({ length: sheet.blankRows ?? 0 }, () => [])];
  const lastColumn = sheet.columns.length - 1;
  const cells = new Map<string, Partial<Cell>>();
  heading.forEach((_, row) => {
    cells.set(`${row},0`, { style: row < titles.length ? TITLE : NOTE });
  });
  sheet.columns.forEach((_, column) => {
    cells.set(`${header - 1},${column}`, { style: HEADER });
  });
  return {
    name: sheet.name,
    hidden: sheet.isHidden,
    columns: sheet.columns.map((column) => ({ width: column.width, style: bodyStyle(column, sheet) })),
    rows: [
      ...heading.map((text) => [textOf(text)]),
      sheet.columns.map((column) => textOf(column.header)),
      ...body.map((row) => sheet.columns.map((column, at) => cellValue(row[at] ?? null, column))),
    ],
    cells,
    rowDefs: new Map(titles.map((_, row) => [row, { height: 30 }])),
    merges:
      lastColumn < 1 ? [] : heading.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: lastColumn })),
    dataValidations: validations(sheet, header + 1, header + body.length, lists),
    freezePane: { rows: header },
    protection: sheet.isProtected
      ? { sheet: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true }
      : undefined,
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  };
};

const bodyStyle = (column: ColumnModel, sheet: SheetModel): CellStyle => ({
  border: BORDER,
  alignment: {
    vertical: 'center',
    wrapText: column.kind === 'text',
    horizontal: column.kind === 'date' ? 'center' : undefined,
  },
  numFmt: column.kind === 'text' ? '@' : column.kind === 'date' ? 'yyyy-mm-dd' : column.format,
  protection: { locked: column.locked ?? false },
  fill:
    sheet.isProtected && column.locked ? { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } } : undefined,
});

const cellValue = (value: string | number | null, column: ColumnModel): string | number | null => {
  if (value === null || value === '') return null;
  if (typeof value === 'string') {
    return column.kind === 'date' && isPlainDate(value) ? serialOf(value) : textOf(value);
  }
  if (!Number.isFinite(value)) throw new RangeError(`not a number for a cell: ${value}`);
  return column.kind === 'text' ? String(value) : value;
};

const validations = (sheet: SheetModel, from: number, to: number, lists: ListSheet): DataValidation[] =>
  sheet.columns.flatMap(({ list }, at) => {
    if (list === undefined || list.length === 0 || to < from) return [];
    const letters = lettersOf(at + 1);
    const choices = lists.choices(list);
    const rule = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop' } as const;
    return [{ type: 'list', range: `${letters}${from}:${letters}${to}`, ...rule, ...choices }];
  });

/** The name is quoted here because the library writes it bare. */
const repeatHeader = (sheet: SheetModel): NamedRange => {
  const row = headerRowOf(sheet);
  return {
    name: '_xlnm.Print_Titles',
    scope: sheet.name,
    range: `'${sheet.name.replaceAll("'", "''")}'!$${row}:$${row}`,
  };
};
