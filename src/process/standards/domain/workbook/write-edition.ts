import canonicalize from 'canonicalize';
import { err, ok, type Result } from '#lib/result.ts';
import { isCount, isObject, type JsonObject, own } from '../reading.ts';
import { HEAD_COLUMNS, HEAD_SHEET, headLines, listSheets, type WorkbookColumn } from './columns.ts';
import { readEdition } from './read-edition.ts';
import { type GivenCell, type GivenSheet, UNWRITABLE } from './workbook-codes.ts';

/** A sheet to be written: a header and rows below it. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly {
    readonly header: string;
    readonly width: number;
    readonly numeric: boolean;
    readonly choices: readonly string[] | undefined;
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What a spreadsheet keeps of a text cell. */
const MOST_CHARACTERS = 32_767;

/**
 * The sheets of an edition or of a draft. Reading them back gives the very same document; where it would not, because the document has
 * members or texts that a cell cannot hold, the error is the path of the first of them. Optional texts and rules that are empty count
 * as absent.
 */
export const writeEdition = (content: JsonObject): Result<readonly WorkbookSheet[], { readonly path: string }> => {
  const unitsPerPoint = own(content, 'unitsPerPoint');
  const units = isCount(unitsPerPoint) && unitsPerPoint > 0 ? unitsPerPoint : 1;
  const sheets = [
    headSheet(content, units),
    ...listSheets.map(({ list, name, columns }) => listSheet(own(content, list), name, columns, units)),
  ];
  const path =
    unwritablePath(content, '') ??
    firstDifference(withoutEmpty(content), withoutEmpty(readEdition(sheets.map(asGiven)).content), '');
  return path === undefined ? ok(sheets) : err({ path });
};

/** The first text that a cell cannot hold. */
const unwritablePath = (value: unknown, path: string): string | undefined => {
  if (typeof value === 'string') return value.length > MOST_CHARACTERS || UNWRITABLE.test(value) ? path : undefined;
  if (Array.isArray(value)) return firstOf(value, (part: unknown, at) => unwritablePath(part, `${path}[${at}]`));
  if (!isObject(value)) return undefined;
  return firstOf(Object.entries(value), ([name, part]) => unwritablePath(part, path === '' ? name : `${path}.${name}`));
};

const firstOf = <T>(list: readonly T[], find: (part: T, at: number) => string | undefined): string | undefined => {
  for (const [at, part] of list.entries()) {
    const found = find(part, at);
    if (found !== undefined) return found;
  }
  return undefined;
};

const headSheet = (content: JsonObject, units: number): WorkbookSheet => ({
  name: HEAD_SHEET,
  columns: [
    { header: HEAD_COLUMNS[0], width: 24, numeric: false, choices: undefined },
    { header: HEAD_COLUMNS[1], width: 70, numeric: false, choices: undefined },
  ],
  rows: headLines.map(({ field, header, form }) => [header, form.write(own(content, field), units) || null]),
});

const listSheet = (list: unknown, name: string, columns: readonly WorkbookColumn[], units: number): WorkbookSheet => ({
  name,
  columns: columns.map(({ header, width, form }) => ({
    header,
    width,
    numeric: form.numeric ?? false,
    choices: form.choices,
  })),
  rows: (Array.isArray(list) ? list : []).map((member: unknown) =>
    columns.map(({ field, form }) => {
      const text = form.write(isObject(member) ? memberAt(member, field) : undefined, units);
      if (text === '') return null;
      return form.numeric && isPlainNumber(text) ? Number(text) : text;
    }),
  ),
});

const memberAt = (member: JsonObject, field: string): unknown => {
  const [name = '', inner] = field.split('/');
  const value = own(member, name);
  if (inner === undefined) return value;
  return isObject(value) ? own(value, inner) : undefined;
};

/** A number cell keeps 15 digits and no zeros at the end. */
const isPlainNumber = (text: string): boolean => text.length <= 15 && String(Number(text)) === text;

const asGiven = ({ name, columns, rows }: WorkbookSheet): GivenSheet => ({
  name,
  merged: [],
  rows: [columns.map(({ header }) => header), ...rows].map((cells, index) => ({
    row: index + 1,
    cells: Object.fromEntries(cells.flatMap((value, at) => (value === null ? [] : [[lettersOf(at), asCell(value)]]))),
  })),
});

const asCell = (value: string | number): GivenCell => ({
  value: String(value).slice(0, MOST_CHARACTERS),
  kind: typeof value === 'number' ? 'number' : 'text',
});

const lettersOf = (at: number): string => String.fromCharCode(65 + at);

/** The document without optional members that say nothing; lists of the document itself stay. */
const withoutEmpty = (content: JsonObject): JsonObject => {
  const kept = (value: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(value).filter(
        ([name, member]) =>
          member !== undefined &&
          member !== '' &&
          !(name === 'deductions' && Array.isArray(member) && member.length === 0),
      ),
    );
  return Object.fromEntries(
    Object.entries(kept(content)).map(([name, member]) => [
      name,
      Array.isArray(member) ? member.map((each: unknown) => (isObject(each) ? kept(each) : each)) : member,
    ]),
  );
};

/** The path of the first member that differs; undefined if none does. */
const firstDifference = (a: unknown, b: unknown, path: string): string | undefined => {
  if (canonicalText(a) === canonicalText(b)) return undefined;
  const within = (name: string | number): string => {
    if (typeof name === 'number') return `${path}[${name}]`;
    return path === '' ? name : `${path}.${name}`;
  };
  if (Array.isArray(a) && Array.isArray(b)) {
    const longer: readonly unknown[] = a.length > b.length ? a : b;
    return firstOf(longer, (_, at) => firstDifference(a[at], b[at], within(at))) ?? path;
  }
  if (isObject(a) && isObject(b)) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return firstOf(names, (name) => firstDifference(own(a, name), own(b, name), within(name))) ?? path;
  }
  return path;
};

const canonicalText = (value: unknown): string => (value === undefined ? '' : (canonicalize(value) ?? ''));
