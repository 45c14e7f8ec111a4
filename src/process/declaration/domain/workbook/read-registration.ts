import { readRegistration } from '../registration.ts';
import type { Registration, RegistrationField } from '../registration-fields.ts';
import { type CellReading, isBlank, textOf, valueOfKind } from './cell-values.ts';
import { fieldEntry, fieldKey } from './entries.ts';
import { findTable, mergedInputs } from './find-table.ts';
import type { GivenCell, GivenSheet } from './given-book.ts';
import type { ReadPart } from './read-items.ts';
import {
  type Choice,
  FORM_SHEET,
  formColumns,
  isRowsField,
  type PlainField,
  type RegisterLine,
  type RowsField,
  registerLines,
  rowsSheetOf,
  type Words,
  writtenColumns,
} from './sheets.ts';

/** What the form's fields are called and may be. */
export interface FormWords {
  readonly words: Words;
  /** Classes that may be applied for. */
  readonly classes: readonly Choice[];
}

/** The choices of a field or of a column of rows (`certificates.kind`), by their words. */
export const choicesOf = (
  kind: RegistrationField | RowsField['columns'][number],
  key: string,
  { words, classes }: FormWords,
): readonly Choice[] => {
  if (kind.kind === 'class') return classes;
  if (kind.kind !== 'choice' && kind.kind !== 'choices') return [];
  return kind.options.map((code) => ({ code, label: words(`registration.option.${key}.${code}`) ?? code }));
};

export interface ReadForm extends ReadPart {
  /** What the sheet says of the unit, as typed; blank where nothing stands. */
  readonly register: Readonly<Record<RegisterLine, string>>;
}

/** @param fields those that the workbook has */
export const readRegistrationSheets = (
  sheets: readonly GivenSheet[],
  fields: readonly RegistrationField[],
  form: FormWords,
  reading: CellReading,
): ReadForm => {
  const part: ReadPart = { entries: new Map(), places: new Map() };
  const given = new Map<string, unknown>();
  const register = readPlainFields(
    sheets,
    fields.filter((field) => !isRowsField(field)) as PlainField[],
    form,
    reading,
    given,
    part,
  );
  for (const field of fields) if (isRowsField(field)) readRows(sheets, field, form, reading, given, part);
  check(given, part, reading);
  return { ...part, register };
};

const NO_REGISTER = Object.fromEntries(Object.keys(registerLines).map((line) => [line, ''])) as Record<
  RegisterLine,
  string
>;

const readPlainFields = (
  sheets: readonly GivenSheet[],
  fields: readonly PlainField[],
  form: FormWords,
  reading: CellReading,
  given: Map<string, unknown>,
  part: ReadPart,
): Record<RegisterLine, string> => {
  const { findings } = reading;
  const table = findTable(sheets, FORM_SHEET, [formColumns.id, formColumns.value], findings);
  if (!table) return NO_REGISTER;
  const [ids, values] = [table.columns.get(formColumns.id) ?? '', table.columns.get(formColumns.value) ?? ''];
  mergedInputs(table, [values], findings);
  const byId = new Map<string, PlainField>();
  for (const field of fields) {
    if (field.kind !== 'choices') byId.set(field.name, field);
    else for (const option of field.options) byId.set(`${field.name}.${option}`, field);
  }
  const register = { ...NO_REGISTER };
  const seen = new Map<string, number>();
  for (const { row, cells } of table.rows) {
    const idCell = cells[ids];
    const id = idCell ? textOf(idCell) : '';
    const [at, place] = [`${FORM_SHEET}!${ids}${row}`, `${FORM_SHEET}!${values}${row}`];
    const cell = cells[values];
    const line = /^register\.(\w+)$/.exec(id)?.[1];
    if (line !== undefined && Object.hasOwn(register, line)) {
      register[line as RegisterLine] = cell ? textOf(cell) : '';
      continue;
    }
    const field = byId.get(id);
    if (!field) {
      if (id !== '') findings.error(at, 'declarationWorkbook.idUnknown', { id: id.slice(0, 40) });
      else if (!isBlank(cell)) findings.error(place, 'declarationWorkbook.rowWithoutId', { column: formColumns.id });
      continue;
    }
    const other = seen.get(id);
    if (other !== undefined) {
      findings.error(at, 'declarationWorkbook.idTwice', { id, row: other });
      continue;
    }
    seen.set(id, row);
    part.places.set(fieldKey(id), place);
    if (!part.places.has(fieldKey(field.name))) part.places.set(fieldKey(field.name), place);
    readField(field, id, cell, place, form, reading, given);
  }
  const absent = [...byId.keys()].filter((id) => !seen.has(id));
  // Fields that are not in the sheet are not touched.
  for (const field of fields) {
    const rows = field.kind === 'choices' ? field.options.map((option) => `${field.name}.${option}`) : [field.name];
    if (rows.every((id) => absent.includes(id))) given.delete(field.name);
  }
  if (absent.length > 0)
    findings.notice(FORM_SHEET, 'declarationWorkbook.fieldsMissing', {
      count: absent.length,
      fields: absent
        .slice(0, 8)
        .map((id) => form.words(`registration.field.${id.split('.')[0]}`) ?? id)
        .join('、'),
    });
  return register;
};

const readField = (
  field: PlainField,
  id: string,
  cell: GivenCell | undefined,
  place: string,
  form: FormWords,
  reading: CellReading,
  given: Map<string, unknown>,
): void => {
  if (field.kind === 'choices') {
    const ticked = (given.get(field.name) as readonly string[] | undefined) ?? [];
    const isTicked = cell && !isBlank(cell) && valueOfKind({ kind: 'yesNo' }, cell, [], place, reading) === true;
    given.set(field.name, isTicked ? [...ticked, id.slice(field.name.length + 1)] : ticked);
    return;
  }
  const filled = cell && !isBlank(cell);
  given.set(
    field.name,
    filled ? (valueOfKind(field, cell, choicesOf(field, field.name, form), place, reading) ?? null) : null,
  );
};

const readRows = (
  sheets: readonly GivenSheet[],
  field: RowsField,
  form: FormWords,
  reading: CellReading,
  given: Map<string, unknown>,
  part: ReadPart,
): void => {
  const { findings } = reading;
  const columns = writtenColumns(field).map((column) => ({
    column,
    heading: form.words(`registration.column.${field.name}.${column.name}`) ?? column.name,
  }));
  const name = rowsSheetOf(field);
  const table = findTable(
    sheets,
    name,
    columns.map(({ heading }) => heading),
    findings,
  );
  if (!table) return;
  const letters = (heading: string): string => table.columns.get(heading) ?? '';
  mergedInputs(
    table,
    columns.map(({ heading }) => letters(heading)),
    findings,
  );
  const rows: Record<string, unknown>[] = [];
  for (const { row, cells } of table.rows) {
    const filled = columns.filter(({ heading }) => !isBlank(cells[letters(heading)]));
    if (filled.length === 0) continue;
    const at = rows.length;
    part.places.set(fieldKey(`${field.name}.${at}`), `${name}!${row}`);
    const read: Record<string, unknown> = {};
    for (const { column, heading } of columns) {
      const place = `${name}!${letters(heading)}${row}`;
      part.places.set(fieldKey(`${field.name}.${at}.${column.name}`), place);
      const cell = cells[letters(heading)];
      if (!cell || isBlank(cell)) continue;
      const value = valueOfKind(column, cell, choicesOf(column, `${field.name}.${column.name}`, form), place, reading);
      if (value !== undefined) read[column.name] = value;
    }
    rows.push(read);
  }
  part.places.set(fieldKey(field.name), name);
  if (rows.length > field.most)
    findings.error(name, 'declarationWorkbook.tooManyRows', { sheet: name, rows: rows.length, most: field.most });
  given.set(field.name, rows.slice(0, field.most));
};

/** The rules of the form itself, at the cell where each fault is. */
const check = (given: ReadonlyMap<string, unknown>, part: ReadPart, { findings }: CellReading): void => {
  const said = new Set(findings.all.map(({ path }) => path));
  const read = readRegistration(Object.fromEntries(given));
  const form: Registration = read.ok ? read.value : {};
  if (!read.ok)
    for (const { path, code, params } of read.error.issues) {
      const place = placeOf(part, path);
      if (!said.has(place)) findings.error(place, code, params);
    }
  for (const name of given.keys()) part.entries.set(fieldKey(name), fieldEntry(name, form[name as keyof Registration]));
};

/** The cell of a path of the form (`certificates.0.to`), or the nearest place that is known. */
export const placeOf = ({ places }: Pick<ReadPart, 'places'>, path: string): string => {
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const place = places.get(fieldKey(at));
    if (place !== undefined) return place;
  }
  return FORM_SHEET;
};
