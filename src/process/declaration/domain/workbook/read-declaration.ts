import type { PlainDate } from '#lib/plain-date.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import { type ItemPatch, MOST_REASON, patchSection } from '../draft-answers.ts';
import { type Measure, measureFaults, noMeasure } from '../rectification/measure.ts';
import type { RegistrationField } from '../registration-fields.ts';
import { type Section, sectionsOf } from '../sections.ts';
import { type Entries, type ItemEntry, itemKey, measureKey } from './entries.ts';
import { type Finding, Findings, type GivenBook } from './given-book.ts';
import { type ReadItems, readItems } from './read-items.ts';
import { type FormWords, readRegistrationSheets } from './read-registration.ts';
import type { ItemColumn, RegisterLine } from './sheets.ts';

/** What a workbook says: whole only if no finding is an error. */
export interface ReadWorkbookOf {
  readonly entries: Entries;
  /** The cell of each entry. */
  readonly places: Readonly<Record<string, string>>;
  readonly register: Readonly<Record<RegisterLine, string>>;
  readonly findings: readonly Finding[];
}

/** What it is read by. */
export interface ReadingBy extends FormWords {
  readonly edition: Edition;
  readonly fields: readonly RegistrationField[];
  /** Measures that stood when the workbook was made keep their deadline, whatever day it is. */
  readonly base: Entries;
  readonly today: PlainDate;
}

/** Reads the sheets of a declaration's workbook and checks them by the rules of the pages, every fault at once and at its cell. */
export const readDeclarationBook = (book: GivenBook, by: ReadingBy): ReadWorkbookOf => {
  const findings = new Findings();
  const reading = { findings, epoch1904: book.epoch1904 };
  if (book.macros) findings.error('', 'declarationWorkbook.macros');
  const visible = book.sheets.filter(({ hidden }) => !hidden);
  const form = readRegistrationSheets(visible, by.fields, by, reading);
  const items = readItems(visible, by.edition, reading);
  checkItems(items, by, findings);
  const order = new Map(book.sheets.map(({ name }, at) => [name, at]));
  return {
    entries: Object.fromEntries([...form.entries, ...items.entries]),
    places: Object.fromEntries([...form.places, ...items.places]),
    register: form.register,
    findings: findings.all.toSorted((a, b) => byPlace(a.path, b.path, order)),
  };
};

const known = new WeakMap<Edition, readonly Section[]>();

/** An edition never changes, and hundreds of workbooks of one are read in a row. */
const sectionsIn = (edition: Edition): readonly Section[] => {
  const found = known.get(edition) ?? sectionsOf(edition);
  known.set(edition, found);
  return found;
};

/** Which cell of an item's line a fault of the rules belongs to; the answer's own where it is not listed. */
const COLUMNS: Readonly<Record<string, ItemColumn>> = {
  'declaration.commentTooLong': 'comment',
  'answers.naForbidden': 'verdict',
};

const columnOf = (code: string, wanted: ItemPatch | undefined): ItemColumn | undefined => {
  if (code === 'declaration.reasonTooLong') return [...(wanted?.reason ?? '')].length > MOST_REASON ? 'reason' : 'na';
  return COLUMNS[code] ?? (code.startsWith('deductions.') ? 'counts' : undefined);
};

const checkItems = (read: ReadItems, { edition, base, today }: ReadingBy, findings: Findings): void => {
  const said = new Set(findings.all.map(({ path }) => path));
  const report = (place: string, code: string, params?: Finding['params']) => {
    if (!said.has(place)) findings.error(place, code, params);
  };
  for (const { items } of sectionsIn(edition)) {
    const patch = patchOf(
      items.map(({ id }) => id),
      (id) => read.entries.get(itemKey(id)),
    );
    const saved = patchSection(items, { stored: {}, version: 0 }, 0, patch, edition);
    if (saved.ok || saved.error.kind !== 'issues') continue;
    for (const { path, code, params } of saved.error.issues) {
      // The path of such a fault is the key of the entry.
      const id = path.slice(itemKey('').length);
      const column = columnOf(code, patch[id]);
      report(column ? read.cellOf(id, column) : (read.places.get(path) ?? ''), code, params);
    }
  }
  for (const { id } of edition.items) {
    const measure = (read.entries.get(measureKey(id)) ?? null) as Measure | null;
    if (!measure) continue;
    const before = (base[measureKey(id)] ?? null) as Measure | null;
    for (const { path, code, params } of measureFaults(measure, before ?? noMeasure, today))
      report(read.cellOf(id, path as keyof Measure), code, params);
  }
};

/** Entries of items as a save takes them. */
export const patchOf = (
  ids: readonly string[],
  entryOf: (id: string) => unknown,
): Readonly<Record<string, ItemPatch>> =>
  Object.fromEntries(
    ids.flatMap((id): [string, ItemPatch][] => {
      const entry = entryOf(id);
      if (entry === undefined) return [];
      const { answer = null, reason = '', comment = '', counts = null } = (entry ?? {}) as Partial<ItemEntry>;
      return [[id, { answer, reason, comment, ...(counts && { deductions: counts }) }]];
    }),
  );

const placed = (path: string): readonly [sheet: string, row: number, letters: string] => {
  const [sheet = '', place = ''] = path.split('!');
  const [, letters = '', row = '0'] = /^([A-Z]*)(\d*)/.exec(place) ?? [];
  return [sheet, Number(row), letters];
};

const byPlace = (a: string, b: string, order: ReadonlyMap<string, number>): number => {
  const [[sheet, row, letters], [otherSheet, otherRow, others]] = [placed(a), placed(b)];
  return (
    (order.get(sheet) ?? -1) - (order.get(otherSheet) ?? -1) ||
    row - otherRow ||
    letters.length - others.length ||
    (letters < others ? -1 : letters > others ? 1 : 0)
  );
};
