import type { Issue } from '#lib/result.ts';
import { EDITION_FORMAT } from '../edition.ts';
import { parseEdition } from '../parse-edition.ts';
import { isCount, type JsonObject } from '../reading.ts';
import { HEAD_COLUMNS, HEAD_SHEET, headLines, listSheets, type WorkbookColumn } from './columns.ts';
import { findTable, type PlaceReading, type Table } from './find-table.ts';
import { type GivenCell, type GivenSheet, UNWRITABLE, type WorkbookCode } from './workbook-codes.ts';

/** What a workbook of an edition says. */
export interface WorkbookEdition {
  /** A document of the form `anping-edition-v1`; whole only if there are no faults. */
  readonly content: JsonObject;
  /** Every fault at its cell (`条款!C7`), row, column or sheet, in their order. */
  readonly faults: readonly Issue[];
  /** The cell that a path of the document comes from, or the nearest thing to it. */
  readonly cellOf: (path: string) => string;
}

/**
 * Reads the sheets 标准, 类别, 要素, 条款 and 门槛. Besides cells that do not read, everything is a fault that `parseEdition` refuses,
 * at the cell where it comes from; what only keeps an edition from being published is not.
 */
export const readEdition = (sheets: readonly GivenSheet[]): WorkbookEdition => {
  const faults: Issue[] = [];
  const read: PlaceReading = {
    faults,
    fault: (path, code, params) => {
      faults.push(params ? { path, code, params } : { path, code });
      return undefined;
    },
  };
  const places = new Map<string, string>([['', HEAD_SHEET]]);
  for (const { list, name } of listSheets) places.set(list, name);
  const head = readHead(sheets, read, places);
  const units = unitsIn(head);
  const lists = listSheets.map(({ list, name, columns }) => {
    const table = findTable(
      sheets,
      name,
      columns.map(({ header }) => header),
      read,
    );
    return [list, table ? readRows(table, list, columns, units, read, places) : []] as const;
  });
  const content = { format: EDITION_FORMAT, ...head, ...Object.fromEntries(lists) };
  const cellOf = (path: string): string => {
    for (let at = path; ; at = at.replace(/(?:\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/, '')) {
      const place = places.get(at);
      if (place !== undefined) return place;
    }
  };
  const said = new Set(faults.map(({ path }) => path));
  for (const { path, code, params } of strangeIn(content, faults, units)) {
    const cell = cellOf(path);
    // A cell that did not read leaves its member out, and that is known already.
    if (!said.has(cell)) faults.push(params ? { path: cell, code, params } : { path: cell, code });
  }
  return { content, faults: faults.toSorted(byPlace), cellOf };
};

const STRUCTURE: readonly string[] = [
  'workbook.sheetMissing',
  'workbook.headerMissing',
  'workbook.columnsMissing',
  'workbook.columnTwice',
] satisfies readonly WorkbookCode[];

/** What `parseEdition` refuses, without what only follows from cells that did not read. */
const strangeIn = (content: JsonObject, faults: readonly Issue[], units: number | undefined): readonly Issue[] => {
  if (faults.some(({ code }) => STRUCTURE.includes(code))) return [];
  const parsed = parseEdition(content);
  if (parsed.ok) return [];
  const unread = (list: string, id: string) =>
    (content[list] as readonly JsonObject[]).some((member) => member[id] === undefined);
  const follows = new Set([
    ...(unread('elements', 'id') ? ['edition.elementUnknown', 'edition.parentUnknown'] : []),
    ...(unread('classes', 'code') ? ['edition.classUnknown'] : []),
    ...(faults.some(({ path }) => path.startsWith('类别!'))
      ? ['edition.noRankedClass', 'edition.ranksWithGap', 'edition.fromWithoutRank', 'edition.fromNotFalling']
      : []),
    ...(units === undefined ? ['edition.pointsNotInteger'] : []),
  ]);
  return parsed.error.issues.filter(({ code }) => !follows.has(code));
};

const readCell = (
  cell: GivenCell,
  { form }: WorkbookColumn,
  path: string,
  unitsPerPoint: number | undefined,
  read: PlaceReading,
): unknown => {
  if (cell.kind === 'error') return read.fault(path, 'workbook.cellError', { given: cell.value });
  if (UNWRITABLE.test(cell.value.replace(/\r\n?/g, ''))) return read.fault(path, 'workbook.textBroken');
  return form.read(cell, { unitsPerPoint, fault: (code, params) => read.fault(path, code, params) });
};

const unitsIn = ({ unitsPerPoint }: JsonObject): number | undefined =>
  isCount(unitsPerPoint) && unitsPerPoint > 0 ? unitsPerPoint : undefined;

const isBlank = (cell: GivenCell | undefined): boolean => cell === undefined || cell.value.trim() === '';

const readHead = (sheets: readonly GivenSheet[], read: PlaceReading, places: Map<string, string>): JsonObject => {
  const table = findTable(sheets, HEAD_SHEET, HEAD_COLUMNS, read);
  const [labels, values] = HEAD_COLUMNS.map((heading) => table?.columns.get(heading));
  if (!table || labels === undefined || values === undefined) return {};
  const lines = new Map<WorkbookColumn, { readonly cell: GivenCell | undefined; readonly path: string }>();
  for (const { row, cells } of table.rows) {
    const label = cells[labels]?.value.trim() ?? '';
    const line = headLines.find(({ header }) => header === label);
    const path = `${HEAD_SHEET}!${labels}${row}`;
    if (!line) read.fault(path, 'workbook.labelUnknown', { label: label.slice(0, 40) });
    else if (lines.has(line)) read.fault(path, 'workbook.labelTwice', { label });
    else lines.set(line, { cell: cells[values], path: `${HEAD_SHEET}!${values}${row}` });
  }
  const missing = headLines.filter((line) => !lines.has(line)).map(({ header }) => header);
  if (missing.length > 0) read.fault(HEAD_SHEET, 'workbook.labelsMissing', { labels: missing.join('、') });
  const head: Record<string, unknown> = {};
  const readLine = (line: WorkbookColumn): void => {
    const { cell, path } = lines.get(line) ?? {};
    if (path === undefined) return;
    places.set(line.field, path);
    if (cell && !isBlank(cell)) {
      const value = readCell(cell, line, path, unitsIn(head), read);
      if (value !== undefined) head[line.field] = value;
    } else if (line.required) read.fault(path, 'workbook.required', { column: line.header });
  };
  // How many units make a point is read first, whatever the order of the lines.
  for (const line of headLines.filter(({ field }) => field === 'unitsPerPoint')) readLine(line);
  for (const line of headLines.filter(({ field }) => field !== 'unitsPerPoint')) readLine(line);
  return head;
};

const readRows = (
  table: Table,
  list: string,
  columns: readonly WorkbookColumn[],
  unitsPerPoint: number | undefined,
  read: PlaceReading,
  places: Map<string, string>,
): readonly JsonObject[] =>
  table.rows.map(({ row, cells }, index) => {
    const member: Record<string, unknown> = {};
    const at = `${list}[${index}]`;
    places.set(at, `${table.sheet}!${row}`);
    for (const column of columns) {
      const letters = table.columns.get(column.header);
      const cell = letters === undefined ? undefined : cells[letters];
      const path = letters === undefined ? `${table.sheet}!${table.headerRow}` : `${table.sheet}!${letters}${row}`;
      places.set(`${at}.${column.field.replace('/', '.')}`, path);
      if (cell && !isBlank(cell)) {
        const value = readCell(cell, column, path, unitsPerPoint, read);
        if (value !== undefined) member[column.field] = value;
      } else if (letters !== undefined && column.required) {
        read.fault(path, 'workbook.required', { column: column.header });
      } else if ('blank' in column) member[column.field] = column.blank;
    }
    return withFloor(member);
  });

/** Percent and effects of a floor stand in two cells. */
const withFloor = ({
  'floor/percent': percent,
  'floor/effects': effects,
  ...member
}: Readonly<Record<string, unknown>>): JsonObject =>
  percent === undefined && effects === undefined ? member : { ...member, floor: { percent, effects: effects ?? [] } };

const SHEETS: readonly string[] = [HEAD_SHEET, ...listSheets.map(({ name }) => name)];

const orderOf = (path: string): readonly [number, number, number, string] => {
  const [sheet = '', place = ''] = path.split('!');
  const [, letters = '', row = '0'] = /^([A-Z]*)(\d*)/.exec(place) ?? [];
  return [SHEETS.indexOf(sheet), Number(row), letters.length, letters];
};

const byPlace = (a: Issue, b: Issue): number => {
  const [left, right] = [orderOf(a.path), orderOf(b.path)];
  return (
    left[0] - right[0] ||
    left[1] - right[1] ||
    left[2] - right[2] ||
    (left[3] < right[3] ? -1 : left[3] > right[3] ? 1 : 0)
  );
};
