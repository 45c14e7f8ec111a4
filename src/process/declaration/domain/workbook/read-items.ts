import { isPlainDate, type PlainDate } from '#lib/plain-date.ts';
import {
  type Answer,
  type DeductionCounts,
  type Edition,
  type Item,
  pointsLeft,
  unitsOfPoints,
} from '#process/standards/domain/index.ts';
import { noMeasure } from '../rectification/measure.ts';
import { type CellReading, choiceOf, dayText, isBlank, isReadable, numberText, textOf } from './cell-values.ts';
import { itemEntry, itemKey, measureEntry, measureKey } from './entries.ts';
import { findTable, mergedInputs, type Table } from './find-table.ts';
import type { GivenCell, GivenRow, GivenSheet } from './given-book.ts';
import { ITEMS_SHEET, type ItemColumn, itemColumns, itemInputs, VERDICTS } from './sheets.ts';

type Input = (typeof itemInputs)[number];

/** One row of 评估表 with its filled cells. */
interface Line {
  readonly item: Item;
  readonly cell: (column: Input) => GivenCell | undefined;
  readonly path: (column: ItemColumn) => string;
}

/** What the sheet says, by key, and the cell of each: of an answer that of its verdict or points. */
export interface ReadPart {
  readonly entries: Map<string, unknown>;
  readonly places: Map<string, string>;
}

export interface ReadItems extends ReadPart {
  /** The cell of one part of what is said of an item. */
  readonly cellOf: (id: string, column: ItemColumn) => string;
}

const MANY = 12;
const named = (ids: readonly string[]): string => `${ids.slice(0, MANY).join('、')}${ids.length > MANY ? ' …' : ''}`;

export const readItems = (sheets: readonly GivenSheet[], edition: Edition, reading: CellReading): ReadItems => {
  const part: ReadPart = { entries: new Map(), places: new Map() };
  const headings = ['id', ...itemInputs].map((column) => itemColumns[column as ItemColumn]);
  const table = findTable(sheets, ITEMS_SHEET, headings, reading.findings);
  if (!table) return { ...part, cellOf: () => ITEMS_SHEET };
  const columns = Object.fromEntries(
    Object.entries(itemColumns).map(([column, heading]) => [column, table.columns.get(heading) ?? '']),
  ) as Record<ItemColumn, string>;
  const letters = (column: ItemColumn): string => columns[column];
  mergedInputs(table, itemInputs.map(letters), reading.findings);
  const items = new Map(edition.items.map((item) => [item.id, item]));
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const id = idOf(row, letters('id'));
    const at = `${ITEMS_SHEET}!${letters('id')}${row.row}`;
    if (id === '') {
      const filled = itemInputs.find((column) => !isBlank(row.cells[letters(column)]));
      if (filled)
        reading.findings.error(`${ITEMS_SHEET}!${letters(filled)}${row.row}`, 'declarationWorkbook.rowWithoutId', {
          column: itemColumns.id,
        });
      continue;
    }
    const item = items.get(id);
    const other = seen.get(id);
    if (!item) reading.findings.error(at, 'declarationWorkbook.idUnknown', { id: id.slice(0, 40) });
    else if (other !== undefined) reading.findings.error(at, 'declarationWorkbook.idTwice', { id, row: other });
    else {
      seen.set(id, row.row);
      readLine(
        { item, cell: (c) => row.cells[letters(c)], path: (c) => `${ITEMS_SHEET}!${letters(c)}${row.row}` },
        part,
        edition,
        reading,
      );
    }
  }
  missing(table, edition, seen, reading);
  return { ...part, cellOf: (id, column) => `${ITEMS_SHEET}!${letters(column)}${seen.get(id) ?? ''}` };
};

const idOf = ({ cells }: GivenRow, letters: string): string => {
  const cell = cells[letters];
  return cell ? textOf(cell) : '';
};

/** Rows that were deleted leave their items as they are; a sheet without any is not ours. */
const missing = (
  table: Table,
  edition: Edition,
  seen: ReadonlyMap<string, number>,
  { findings }: CellReading,
): void => {
  const gone = edition.items.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  if (gone.length === edition.items.length)
    findings.error(table.sheet, 'declarationWorkbook.noItems', { sheet: table.sheet });
  else if (gone.length > 0)
    findings.notice(table.sheet, 'declarationWorkbook.itemsMissing', { count: gone.length, items: named(gone) });
};

const readLine = (line: Line, part: ReadPart, edition: Edition, reading: CellReading): void => {
  const { item, path } = line;
  const text = (column: Input): string => {
    const cell = line.cell(column);
    return cell && !isBlank(cell) && isReadable(cell, path(column), reading) ? textOf(cell) : '';
  };
  const counts = readCounts(line, reading);
  const na = text('na');
  const before = reading.findings.all.length;
  const answer = readAnswer(line, counts, na, edition, reading);
  // An answer that does not read leaves its counts without points, which says nothing new.
  const read = reading.findings.all.length === before;
  const [reason, comment] = [text('reason'), text('comment')];
  const key = itemKey(item.id);
  part.entries.set(key, itemEntry({ answer, reason, comment, counts: read ? counts : undefined }));
  part.places.set(key, path(item.scoring === 'met' || (answer && 'na' in answer) ? 'verdict' : 'points'));
  const measure = { ...noMeasure, measure: text('measure'), person: text('person'), dueOn: readDue(line, reading) };
  part.entries.set(measureKey(item.id), measureEntry(measure));
  part.places.set(measureKey(item.id), path('measure'));
};

const readDue = ({ cell, path }: Line, reading: CellReading): PlainDate | null => {
  const given = cell('dueOn');
  if (!given || isBlank(given) || !isReadable(given, path('dueOn'), reading)) return null;
  const day = dayText(given, reading.epoch1904);
  if (isPlainDate(day)) return day;
  reading.findings.error(path('dueOn'), 'registration.dayForm', { value: day.slice(0, 20) });
  return null;
};

const readAnswer = (
  line: Line,
  counts: DeductionCounts | undefined,
  na: string,
  edition: Edition,
  reading: CellReading,
): Answer | null => {
  const { item, cell, path } = line;
  const { findings } = reading;
  const verdict = readVerdict(line, reading);
  const points = readPoints(line, edition, reading);
  if (verdict === undefined || points === undefined) return null;
  if (na !== '' && verdict !== 'na') {
    findings.error(path('na'), 'declarationWorkbook.reasonWithoutNa', { word: VERDICTS.na });
    return null;
  }
  if (verdict === 'na') {
    if (points !== null || counts)
      findings.error(path(points !== null ? 'points' : 'counts'), 'declarationWorkbook.naWithPoints');
    return { na };
  }
  if (item.scoring === 'met') {
    if (cell('points') && !isBlank(cell('points')))
      findings.error(path('points'), 'declarationWorkbook.pointsOfMet', { column: itemColumns.verdict });
    return verdict === null ? null : { met: verdict === 'met' };
  }
  if (verdict !== null) {
    findings.error(path('verdict'), 'declarationWorkbook.verdictOfPoints', { column: itemColumns.points });
    return null;
  }
  if (points !== null) return { points };
  return counts ? { points: pointsLeft(item, counts) } : null;
};

/** Null where nothing stands, undefined where it does not read. */
const readVerdict = ({ cell, path }: Line, reading: CellReading): keyof typeof VERDICTS | null | undefined => {
  const given = cell('verdict');
  if (!given || isBlank(given)) return null;
  if (!isReadable(given, path('verdict'), reading)) return undefined;
  const words = [
    ...Object.entries(VERDICTS).map(([code, label]) => ({ code, label })),
    { code: 'na', label: '不适用' },
  ];
  return choiceOf(given, words, path('verdict'), reading) as keyof typeof VERDICTS | undefined;
};

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

const readPoints = ({ item, cell, path }: Line, edition: Edition, reading: CellReading): number | null | undefined => {
  const given = cell('points');
  if (!given || isBlank(given)) return null;
  const at = path('points');
  if (!isReadable(given, at, reading)) return undefined;
  const full = item.full / edition.unitsPerPoint;
  const fail = (code: string) =>
    reading.findings.error(at, code, { given: textOf(given).slice(0, 20), full, step: 1 / edition.unitsPerPoint });
  const text = given.kind === 'date' || given.kind === 'boolean' ? '' : numberText(given);
  if (!PLAIN_NUMBER.test(text)) return fail('declarationWorkbook.pointsNotANumber');
  const value = Number(text);
  if (value < 0 || value > full) return fail('declarationWorkbook.pointsOutOfRange');
  const units = unitsOfPoints(String(value), edition.unitsPerPoint);
  return units === undefined || units === null ? fail('declarationWorkbook.pointsBetweenSteps') : units;
};

/** `1×2 3×1`: the rule by its number, and how often it was found. */
const readCounts = ({ cell, path }: Line, reading: CellReading): DeductionCounts | undefined => {
  const given = cell('counts');
  if (!given || isBlank(given) || !isReadable(given, path('counts'), reading)) return undefined;
  const text = textOf(given).normalize('NFKC');
  const found: [string, number][] = [];
  for (const piece of text.split(/[\s,;、]+/).filter((one) => one !== '')) {
    const [, rule, count] = /^(\d{1,4})[×xX*:](\d{1,6})$/.exec(piece) ?? [];
    if (rule === undefined || Number(rule) < 1 || found.some(([position]) => position === String(Number(rule) - 1)))
      return reading.findings.error(path('counts'), 'declarationWorkbook.countsForm', { given: piece.slice(0, 20) });
    found.push([String(Number(rule) - 1), Number(count)]);
  }
  return Object.fromEntries(found);
};
