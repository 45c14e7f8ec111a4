import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { foldName } from '#parties/enterprises/domain/name-search.ts';
import { NUMBER_HEADER, ROSTER_SHEET, type RosterKey, rosterColumns } from './columns.ts';
import type { Sheet, SheetRow } from './row.ts';

/** Where the roster stands in a workbook. */
export interface RosterTable {
  readonly sheet: string;
  /** Column letters by key; optional columns may be absent. */
  readonly columns: Readonly<Partial<Record<RosterKey, string>>>;
  readonly numberColumn: string | undefined;
  /** Rows below the header. */
  readonly rows: readonly SheetRow[];
}

/** The header is looked for in so many rows that hold anything. */
const HEADER_WITHIN = 20;
/** A row with at least so many known headings is the header. */
const ENOUGH = 3;

const keys = new Map<string, RosterKey>(
  rosterColumns.flatMap(({ key, header, aliases }) =>
    [header, ...aliases].map((heading) => [foldName(heading), key] as const),
  ),
);

/** Headings are compared without marks such as `*` or `（必填）`. */
const keyOf = (heading: string): RosterKey | undefined => keys.get(foldName(heading.replace(/[（(]?必填[）)]?/u, '')));

/**
 * Finds sheet, header and columns. Refusals: `roster.noSheet` {expected, found}, `roster.noHeader` {sheet},
 * `roster.missingColumns` {sheet, columns}, `roster.columnTwice` {sheet, column, cells}, `roster.noRows` {sheet}.
 */
export const findTable = (sheets: readonly Sheet[]): Result<RosterTable, Refusal> => {
  const sheet = sheets.find(({ name }) => foldName(name) === foldName(ROSTER_SHEET)) ?? onlySheet(sheets);
  if (!sheet) {
    const found = sheets.map(({ name }) => name).join('、');
    return refuse('roster.noSheet', 422, { expected: ROSTER_SHEET, found });
  }
  const header = sheet.rows.slice(0, HEADER_WITHIN).find((row) => headings(row).length >= ENOUGH);
  if (!header) return refuse('roster.noHeader', 422, { sheet: sheet.name });
  const columns: Partial<Record<RosterKey, string>> = {};
  for (const [letters, key] of headings(header)) {
    const other = columns[key];
    if (other !== undefined) {
      const column = rosterColumns.find((one) => one.key === key)?.header ?? key;
      const cells = `${other}${header.row}、${letters}${header.row}`;
      return refuse('roster.columnTwice', 422, { sheet: sheet.name, column, cells });
    }
    columns[key] = letters;
  }
  const missing = rosterColumns.filter(({ key, required }) => required && columns[key] === undefined);
  if (missing.length > 0) {
    const names = missing.map((column) => column.header).join('、');
    return refuse('roster.missingColumns', 422, { sheet: sheet.name, columns: names });
  }
  const numberColumn = Object.entries(header.cells).find(([, cell]) => cell.value.trim() === NUMBER_HEADER)?.[0];
  const rows = sheet.rows.filter(({ row }) => row > header.row);
  return ok({ sheet: sheet.name, columns, numberColumn, rows });
};

/** A workbook with one sheet is read whatever the sheet is called, if it looks like a roster at all. */
const onlySheet = (sheets: readonly Sheet[]): Sheet | undefined => {
  const [sheet, ...others] = sheets;
  const looksRight = sheet?.rows.slice(0, HEADER_WITHIN).some((row) => headings(row).length >= ENOUGH);
  return others.length === 0 && looksRight ? sheet : undefined;
};

const headings = (row: SheetRow): readonly (readonly [letters: string, key: RosterKey])[] =>
  Object.entries(row.cells).flatMap(([letters, cell]) => {
    const key = keyOf(cell.value);
    return key ? [[letters, key] as const] : [];
  });
