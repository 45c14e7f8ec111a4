import { type Answer, type DeductionCounts, tidyCounts } from '#process/standards/domain/index.ts';
import type { DraftItems } from '../draft-answers.ts';
import { type Measure, type Measures, noMeasure, sameMeasure } from '../rectification/measure.ts';
import type { Registration } from '../registration-fields.ts';
import { UNWRITTEN_COLUMNS } from './sheets.ts';

/** What is said of one item, whole: null where nothing is. */
export interface ItemEntry {
  readonly answer: Answer | null;
  readonly reason: string;
  readonly comment: string;
  readonly counts: DeductionCounts | null;
}

/**
 * The parts of a declaration that are compared and taken over one by one: `items.<id>`, `measures.<id>`, `registration.<field>`.
 * Null where nothing is said.
 */
export type Entries = Readonly<Record<string, unknown>>;

export const itemKey = (id: string): string => `items.${id}`;
const MEASURES = 'measures';
export const measureKey = (id: string): string => `${MEASURES}.${id}`;
export const fieldKey = (name: string): string => `registration.${name}`;

export type PartOfKey = { readonly part: 'items' | 'measures' | 'registration'; readonly name: string } | undefined;

export const partOf = (key: string): PartOfKey => {
  const [, part, name] = /^(items|measures|registration)\.(.+)$/s.exec(key) ?? [];
  return part === undefined || name === undefined ? undefined : { part: part as 'items', name };
};

export const itemEntry = ({
  answer,
  reason,
  comment,
  counts,
}: {
  readonly answer: Answer | null;
  readonly reason: string;
  readonly comment: string;
  readonly counts: DeductionCounts | undefined;
}): ItemEntry | null => {
  const tidy = tidyCounts(counts) ?? null;
  return answer === null && reason === '' && comment === '' && tidy === null
    ? null
    : { answer, reason, comment, counts: tidy };
};

export const measureEntry = (measure: Measure): Measure | null => (sameMeasure(measure, noMeasure) ? null : measure);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A field as a workbook can say it: rows without the columns that it does not have, without rows in which nothing stands. */
export const fieldEntry = (name: string, value: unknown): unknown => {
  if (isEmpty(value)) return null;
  if (!Array.isArray(value)) return value;
  const left = UNWRITTEN_COLUMNS[name] ?? [];
  const rows = value.flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null) return [row];
    const cells = Object.entries(row).filter(([column, cell]) => !left.includes(column) && !isEmpty(cell));
    return cells.length > 0 ? [Object.fromEntries(cells)] : [];
  });
  return rows.length > 0 ? rows : null;
};

/** The entries of a working copy, for the items and fields that a workbook has. */
export const entriesOf = (
  given: { readonly items: DraftItems; readonly measures: Measures; readonly registration: Registration },
  of: { readonly items: readonly string[]; readonly fields: readonly string[] },
): Entries => {
  const found: [string, unknown][] = [];
  for (const name of of.fields)
    found.push([fieldKey(name), fieldEntry(name, given.registration[name as keyof Registration])]);
  for (const id of of.items) {
    const item = given.items[id];
    found.push([itemKey(id), item ? itemEntry({ ...item, counts: item.deductions }) : null]);
    const { measure, person, dueOn } = given.measures[id] ?? noMeasure;
    found.push([measureKey(id), measureEntry({ measure, person, dueOn })]);
  }
  return Object.fromEntries(found);
};

/** One spelling for one value, whatever the order of members. */
export const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );

/** Several choices of one field: which are ticked is what they say, not in which order that was done. */
const isChoices = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Whether two values say the same, whatever the order of members and of choices; what is absent is null. */
export const sameEntry = (a: unknown, b: unknown): boolean => {
  const [one, other] = [a ?? null, b ?? null];
  if (one === other) return true;
  if (isChoices(one) && isChoices(other))
    return one.length === other.length && one.every((choice) => other.includes(choice));
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => name in right && sameEntry(left[name], right[name]))
  );
};
