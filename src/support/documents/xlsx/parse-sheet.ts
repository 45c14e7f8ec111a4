import { numberText } from './number-text.ts';
import { WorkbookRefused } from './refusal.ts';
import type { ReadCell, ReadLimits, ReadRow } from './workbook.ts';
import { type Attributes, readXml } from './xml.ts';

/** What cells refer to. */
export interface SheetContext {
  readonly sharedStrings: readonly string[];
  /** Number format code by style index. */
  readonly formats: readonly string[];
  readonly epoch1904: boolean;
  readonly limits: ReadLimits;
  /** Counts cells and characters over all sheets. */
  readonly budget: { cells: number; characters: number };
}

/** Excel's own limit; a longer text comes from no spreadsheet program. */
const MOST_CHARACTERS_A_CELL = 32_767;
const MOST_CHARACTERS = 20_000_000;
const LONGEST_FORMULA = 200;
/** What a sheet holds beside its cells. */
const UNREAD = new Set(['sheetViews', 'cols', 'dataValidations', 'conditionalFormatting', 'hyperlinks', 'extLst']);
/** A cell with a plain value or none, its attributes in the order of either of two common writers. */
const USUAL_CELL =
  /<c r="([A-Z]{1,3})\d+"(?: t="([A-Za-z]+)")?(?: s="(\d+)")?(?: t="([A-Za-z]+)")?(?:\/>|><v>([^<&\r]{1,400})<\/v><\/c>)/y;

interface RawCell {
  column: string;
  type: string;
  style: number;
  text: string;
  formula: string | null;
}

/** Reads one worksheet. Rows beyond the limit are counted, but not kept, so that the refusal can name their number. */
export const parseSheet = (
  name: string,
  part: string,
  bytes: Uint8Array,
  context: SheetContext,
): { rows: ReadRow[]; merged: string[] } => {
  const rows: ReadRow[] = [];
  const merged: string[] = [];
  let rowCount = 0;
  let row = 0;
  let cells: Record<string, ReadCell> = {};
  let filled = 0;
  let columnNumber = 0;
  let cell: RawCell | undefined;
  let collecting: 'value' | 'formula' | null = null;
  let phonetic = false;

  const openCell = (attribute: Attributes) => {
    const letters = lettersIn(attribute('r') ?? '');
    columnNumber = letters === '' ? columnNumber + 1 : numberOf(letters);
    const column = letters === '' ? lettersOf(columnNumber) : letters;
    cell = { column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), text: '', formula: null };
  };
  const closeCell = () => {
    const read = cell && readCell(cell, context);
    if (!cell || !read) return;
    filled += 1;
    context.budget.cells += 1;
    context.budget.characters += read.value.length;
    if (context.budget.characters > MOST_CHARACTERS) throw new WorkbookRefused('xlsx.bomb');
    if (rowCount >= context.limits.rows) return;
    if (context.budget.cells > context.limits.cells) {
      throw new WorkbookRefused('xlsx.tooManyCells', { limit: context.limits.cells });
    }
    cells[cell.column] = read;
  };

  const takeCell = ([, letters = '', before, style, after, text]: RegExpExecArray): void => {
    columnNumber = numberOf(letters);
    if (text === undefined) return;
    const type = before ?? after ?? 'n';
    cell = { column: letters, type, style: style === undefined ? 0 : Number(style), text, formula: null };
    closeCell();
  };

  readXml(part, bytes, {
    skip: UNREAD,
    usual: { pattern: USUAL_CELL, take: takeCell },
    open: (tag, attribute) => {
      if (tag === 'row') {
        const number = attribute('r') ?? '';
        row = /^\d+$/.test(number) ? Number(number) : row + 1;
        cells = {};
        filled = 0;
        columnNumber = 0;
      } else if (tag === 'c') openCell(attribute);
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 'v' || tag === 't') collecting = phonetic ? null : 'value';
      else if (tag === 'f') {
        collecting = 'formula';
        if (cell) cell.formula = '';
      } else if (tag === 'mergeCell' && merged.length < context.limits.cells) {
        const area = attribute('ref');
        if (area !== undefined) merged.push(area);
      }
    },
    text: (text) => {
      if (!collecting || !cell) return;
      if (collecting === 'formula') {
        cell.formula = ((cell.formula ?? '') + text).slice(0, LONGEST_FORMULA);
        return;
      }
      cell.text += text;
      if (cell.text.length > MOST_CHARACTERS_A_CELL) {
        throw new WorkbookRefused('xlsx.broken', { part: `${name}!${cell.column}${row}` });
      }
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't' || tag === 'f') collecting = null;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'c') closeCell();
      else if (tag === 'row' && filled > 0) {
        if (rowCount < context.limits.rows) rows.push({ row, cells });
        rowCount += 1;
      }
    },
  });
  if (rowCount > context.limits.rows) {
    throw new WorkbookRefused('xlsx.tooManyRows', { sheet: name, rows: rowCount, limit: context.limits.rows });
  }
  return { rows, merged };
};

const readCell = (cell: RawCell, context: SheetContext): ReadCell | undefined => {
  const read = readValue(cell, context);
  if (cell.formula === null) return read;
  return { ...(read ?? { value: '', kind: 'text' }), formula: cell.formula };
};

const readValue = (cell: RawCell, context: SheetContext): ReadCell | undefined => {
  if (cell.type === 'b') return { value: cell.text === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' };
  if (cell.type === 'e') return { value: cell.text, kind: 'error' };
  if (cell.type === 's') return textCell(context.sharedStrings[Number(cell.text)] ?? '');
  if (cell.type === 'str' || cell.type === 'inlineStr') return textCell(unescapeText(cell.text));
  if (cell.text === '') return undefined;
  if (cell.type === 'd') return { value: cell.text.slice(0, 16).replace('T', ' ').replace(' 00:00', ''), kind: 'date' };
  const value = Number(cell.text);
  if (!Number.isFinite(value)) return textCell(cell.text);
  const shown = numberText(value, context.formats[cell.style] ?? 'General', context.epoch1904);
  return { ...shown, number: value };
};

const textCell = (value: string): ReadCell | undefined => (value === '' ? undefined : { value, kind: 'text' });

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.4.2.4). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The letters of an address such as `AB12`; none if it is no address. */
const lettersIn = (address: string): string => {
  let length = 0;
  while (length < 3 && address.charCodeAt(length) >= 65 && address.charCodeAt(length) <= 90) length += 1;
  return address.slice(0, length);
};

const numberOf = (letters: string): number =>
  [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);

/** Column letters of a number from 1: `A` … `Z`, `AA` … */
export const lettersOf = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
};
