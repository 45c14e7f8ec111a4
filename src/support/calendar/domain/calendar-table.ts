import { isPlainDate, type PlainDate } from '#lib/plain-date.ts';
import type { Issue } from '#lib/result.ts';
import { calendarYearIssues } from './calendar-year-check.ts';

/** A row as it lies in the sheet or text, counted from 1. */
export interface TableRow {
  readonly row: number;
  readonly fields: readonly string[];
}

export interface ReadCalendar {
  /** The year of the first day; null where there is none. */
  readonly year: number | null;
  readonly holidays: readonly PlainDate[];
  readonly makeUpWorkdays: readonly PlainDate[];
  /** `path` is a cell such as `A7`, empty where the whole table is meant. */
  readonly findings: readonly Issue[];
}

const DAY_HEADER = '日期';
const KIND_HEADER = '类型';
const HOLIDAY = '放假';
const WORKED = '调休上班';
const kinds: Readonly<Record<string, 'holidays' | 'makeUpWorkdays'>> = {
  [HOLIDAY]: 'holidays',
  休: 'holidays',
  [WORKED]: 'makeUpWorkdays',
  上班: 'makeUpWorkdays',
  班: 'makeUpWorkdays',
};

const cell = (column: number, row: number): string => `${String.fromCharCode(65 + column)}${row}`;
const folded = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/\s/g, '');

/** `2027-01-01`, `2027/1/1`, `2027.1.1` or `2027年1月1日`, with half- or full-width digits; null for anything else. */
export const readDay = (text: string): PlainDate | null => {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(folded(text)) ?? [];
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isPlainDate(written) ? written : null;
};

/** The rows of a text that was pasted or saved as CSV: cells are parted by a tab or by a comma. */
export const rowsOfText = (text: string): readonly TableRow[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({
      row: index + 1,
      fields: line.split(line.includes('\t') ? '\t' : /[,，]/).map((field) => field.trim().replace(/^"(.*)"$/, '$1')),
    }))
    .filter(({ fields }) => fields.some((field) => field !== ''));

/** Reads a table with the columns 日期 and 类型 (放假 or 调休上班): what it says and everything that is wrong with it. */
export const readCalendarTable = (rows: readonly TableRow[]): ReadCalendar => {
  const nothing = { year: null, holidays: [], makeUpWorkdays: [] };
  const head = rows.findIndex(({ fields }) => {
    const names = fields.map(folded);
    return names.includes(DAY_HEADER) && names.includes(KIND_HEADER);
  });
  const header = rows[head];
  if (!header)
    return {
      ...nothing,
      findings: [{ path: '', code: 'calendar.noTable', params: { day: DAY_HEADER, kind: KIND_HEADER } }],
    };
  const dayColumn = header.fields.map(folded).indexOf(DAY_HEADER);
  const kindColumn = header.fields.map(folded).indexOf(KIND_HEADER);

  const findings: Issue[] = [];
  const days = { holidays: [] as PlainDate[], makeUpWorkdays: [] as PlainDate[] };
  const cells = { holidays: [] as string[], makeUpWorkdays: [] as string[] };
  for (const { row, fields } of rows.slice(head + 1)) {
    const [dayText, kindText] = [fields[dayColumn] ?? '', fields[kindColumn] ?? ''];
    if (dayText === '' && kindText === '') continue;
    const day = readDay(dayText);
    const kind = kinds[folded(kindText)];
    if (!day) findings.push({ path: cell(dayColumn, row), code: 'calendar.notADay', params: { value: dayText } });
    if (!kind)
      findings.push({
        path: cell(kindColumn, row),
        code: 'calendar.kindUnknown',
        params: { value: kindText, holiday: HOLIDAY, worked: WORKED },
      });
    if (!day || !kind) continue;
    days[kind].push(day);
    cells[kind].push(cell(dayColumn, row));
  }
  const first = [...days.holidays, ...days.makeUpWorkdays].toSorted()[0];
  if (!first) return { ...nothing, findings: findings.length > 0 ? findings : [{ path: '', code: 'calendar.noDays' }] };
  const year = Number(first.slice(0, 4));
  for (const { path, ...issue } of calendarYearIssues(year, days)) {
    const [list, index] = path.split('.') as [keyof typeof cells, string | undefined];
    findings.push({ path: index === undefined ? '' : (cells[list][Number(index)] ?? ''), ...issue });
  }
  return { year, holidays: days.holidays.toSorted(), makeUpWorkdays: days.makeUpWorkdays.toSorted(), findings };
};
