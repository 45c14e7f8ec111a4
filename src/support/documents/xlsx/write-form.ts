import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { isPlainDate } from '#lib/plain-date.ts';
import { ListSheet } from './list-sheet.ts';
import { lettersOf } from './parse-sheet.ts';
import { checkName, serialOf, textOf } from './written-values.ts';

/** How a cell looks and whether it can be typed into; everything but the inputs is locked. */
export type FormLook =
  | 'title'
  | 'note'
  | 'heading'
  | 'group'
  | 'label'
  | 'soft'
  | 'figure'
  | 'textInput'
  | 'numberInput'
  | 'dayInput'
  | 'closed';

export interface FormCell {
  readonly look: FormLook;
  /** A text is never a formula, whatever it begins with; in a day input `YYYY-MM-DD`. */
  readonly value?: string | number | null;
  /** Computed by the spreadsheet; `value` is what it comes to now. */
  readonly formula?: string;
}

/** What may be typed into the cells of a range such as `F5:F9`, and what is said about it. */
export interface FormRule {
  readonly range: string;
  readonly list?: readonly string[];
  readonly number?: { readonly from: number; readonly to: number; readonly whole: boolean };
  readonly day?: true;
  readonly longest?: number;
  /** Shown beside the cell as it is entered. Titles up to 32 characters, messages up to 255. */
  readonly hint?: { readonly title: string; readonly text: string };
  /** Shown when something else is typed. */
  readonly refusal?: string;
}

export interface FormSheet {
  readonly name: string;
  /** In characters of the default font; a Chinese character takes two. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (FormCell | null)[])[];
  /** First and last row and column, from 0. */
  readonly merges?: readonly (readonly [row: number, column: number, lastRow: number, lastColumn: number])[];
  readonly rules?: readonly FormRule[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Row from 1 that is printed on top of each page. */
  readonly repeatedRow?: number;
  readonly portrait?: true;
  readonly footer?: string;
  /** Kept out of sight; Excel's own menus do not show it. */
  readonly hidden?: true;
}

export interface FormModel {
  readonly title: string;
  /** Written into the file as its time of making, so that the same model gives the same bytes. */
  readonly madeAt: Date;
  readonly sheets: readonly FormSheet[];
}

const FONT = { name: '宋体', size: 11 };
const THIN = { style: 'thin', color: { rgb: 'A6A6A6' } } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const filled = (rgb: string): CellStyle['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });
const WRAPPED = { vertical: 'center', wrapText: true } as const;
const INPUT: CellStyle = { font: FONT, border: BORDER, fill: filled('FFFBE6'), protection: { locked: false } };

const LOOKS: Readonly<Record<FormLook, CellStyle>> = {
  title: { font: { ...FONT, bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } },
  note: { font: { ...FONT, color: { rgb: '595959' } }, alignment: { vertical: 'top', wrapText: true } },
  heading: {
    font: { ...FONT, bold: true },
    fill: filled('E7EDF3'),
    border: BORDER,
    alignment: { ...WRAPPED, horizontal: 'center' },
  },
  group: { font: { ...FONT, bold: true }, fill: filled('F2F5F8'), border: BORDER, alignment: { vertical: 'center' } },
  label: { font: FONT, border: BORDER, alignment: WRAPPED },
  soft: { font: { ...FONT, size: 9, color: { rgb: '7F7F7F' } }, border: BORDER, alignment: WRAPPED },
  figure: { font: FONT, border: BORDER, alignment: { vertical: 'center', horizontal: 'right' } },
  textInput: { ...INPUT, numFmt: '@', alignment: WRAPPED },
  numberInput: { ...INPUT, alignment: { vertical: 'center', horizontal: 'right' } },
  dayInput: { ...INPUT, numFmt: 'yyyy-mm-dd', alignment: { vertical: 'center', horizontal: 'center' } },
  closed: { font: FONT, border: BORDER, fill: filled('EDEDED'), alignment: WRAPPED },
};

/**
 * Writes a workbook that is filled in and comes back: every sheet is protected without a password, only inputs are unlocked, with
 * choices, limits and hints beside them.
 * @throws RangeError on a sheet name that Excel does not accept
 */
export const writeForm = async (model: FormModel): Promise<Uint8Array> => {
  for (const { name } of model.sheets) checkName(name);
  const lists = new ListSheet();
  const sheets = model.sheets.map((sheet) => written(sheet, lists));
  return writeXlsx({
    sheets: lists.isEmpty ? sheets : [...sheets, lists.sheet()],
    namedRanges: model.sheets.flatMap(({ name, repeatedRow: row }) =>
      row === undefined
        ? []
        : [{ name: '_xlnm.Print_Titles', scope: name, range: `'${name.replaceAll("'", "''")}'!$${row}:$${row}` }],
    ),
    defaultFont: FONT,
    properties: { title: model.title, created: model.madeAt, modified: model.madeAt },
    workbookProtection: { lockStructure: true },
  });
};

const stored = ({ value, look }: FormCell): string | number | null => {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number') return value;
  return look === 'dayInput' && isPlainDate(value) ? serialOf(value) : textOf(value);
};

const written = (sheet: FormSheet, lists: ListSheet): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map(sheet.rows.map((_, at) => [at, { height: heightOf(sheet, at) }]));
  sheet.rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (!cell) return;
      const style = LOOKS[cell.look];
      const computed = cell.formula === undefined ? {} : { formula: cell.formula, formulaResult: stored(cell) };
      cells.set(`${at},${column}`, { style, ...computed });
    });
  });
  const { freeze } = sheet;
  return {
    name: sheet.name,
    veryHidden: sheet.hidden,
    columns: sheet.widths.map((width) => ({ width })),
    rows: sheet.rows.map((row) => row.map((cell) => (cell ? stored(cell) : null))),
    cells,
    rowDefs: heights,
    merges: (sheet.merges ?? []).map(([startRow, startCol, endRow, endCol]) => ({
      startRow,
      startCol,
      endRow,
      endCol,
    })),
    dataValidations: (sheet.rules ?? []).map((rule) => validation(rule, lists)),
    freezePane: freeze ? { rows: freeze.rows, columns: freeze.columns } : undefined,
    protection: { sheet: true, formatColumns: true, formatRows: true },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.portrait ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `${sheet.footer ? `&L${sheet.footer.replaceAll('&', '&&')}` : ''}&C&P / &N` },
  };
};

const LINE = 15;
const TALLEST = 400;
const WRAPPING: ReadonlySet<FormLook> = new Set(['note', 'heading', 'label', 'soft', 'textInput', 'closed']);

/** In characters of the default font; a Chinese character takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);

/** Height in points that shows every wrapped text of a row: programs other than Excel do not find it by themselves. */
const heightOf = ({ rows, widths, merges }: FormSheet, at: number): number => {
  const row = rows[at] ?? [];
  if (row.some((cell) => cell?.look === 'title')) return 30;
  const lines = row.map((cell, column) => {
    if (!cell || !WRAPPING.has(cell.look) || typeof cell.value !== 'string') return 1;
    const merged = merges?.find(([top, left]) => top === at && left === column);
    const width = widths.slice(column, (merged?.[3] ?? column) + 1).reduce((sum, one) => sum + one, 0);
    // A line breaks before a sign that does not fit whole, and a little room is left for that.
    const room = Math.max(4, width - 2) * (cell.look === 'soft' ? 1.2 : 1);
    return cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
  });
  return Math.min(TALLEST, Math.max(...lines, 1) * LINE + 4);
};

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const validation = (rule: FormRule, lists: ListSheet): DataValidation => {
  const { range, list, number, longest, hint, refusal } = rule;
  const told = {
    ...(hint && { showInputMessage: true, inputTitle: cut(hint.title, 32), inputMessage: cut(hint.text, 255) }),
    ...(refusal && { errorMessage: cut(refusal, 225) }),
  };
  const common = { range, allowBlank: true, showErrorMessage: true, errorStyle: 'stop', ...told } as const;
  const between = (from: number | string, to: number | string) =>
    ({ operator: 'between', formula1: String(from), formula2: String(to) }) as const;
  if (list) return { ...common, type: 'list', ...lists.choices(list) };
  if (number) return { ...common, type: number.whole ? 'whole' : 'decimal', ...between(number.from, number.to) };
  // From 1950 to 2099; a day that is typed as a text is understood as well.
  if (rule.day) return { ...common, errorStyle: 'warning', type: 'date', ...between(18_264, 73_050) };
  return { ...common, type: 'textLength', ...between(0, longest ?? 32_000) };
};

/** The range of a column, rows from 1: `F5:F9`. */
export const rangeOf = (column: number, first: number, last = first): string =>
  `${lettersOf(column + 1)}${first}:${lettersOf(column + 1)}${last}`;
