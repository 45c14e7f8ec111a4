import type { Params } from '#lib/result.ts';
import { changed, type Draft, type DraftItem, textOf } from './draft-document.ts';
import { insertItems, newItem } from './draft-items.ts';
import { isCount, own } from './reading.ts';
import { listSheets, type WorkbookColumn } from './workbook/columns.ts';
import type { WorkbookCode } from './workbook/workbook-codes.ts';

/** What a pasted column may hold: the columns of the sheet 条款 of a workbook. */
export const pasteColumns: readonly WorkbookColumn[] = listSheets.find(({ list }) => list === 'items')?.columns ?? [];

/** What columns hold that have no heading, in this order. */
const USUAL = ['clause', 'text', 'full', 'kind', 'deduction', 'method', 'evidence', 'basis'];

/** A cell that does not read, by its place in the pasted text, counted from 0. */
export interface PasteFault {
  readonly row: number;
  readonly column: number;
  readonly code: WorkbookCode | 'paste.elementUnknown' | 'paste.idTwice';
  readonly params?: Params;
}

export interface PastedRow {
  readonly row: number;
  readonly item: DraftItem;
  /** The item of the draft that the row changes; undefined for a new one. */
  readonly replaces: DraftItem | undefined;
}

/** Cells of text as spreadsheets put it on the clipboard: columns parted by tabs, cells with line breaks in quotes. Blank rows at the end go. */
export const cellsOf = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  const source = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at <= source.length; ) {
    const quoted = source[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(at)) : null;
    const raw = quoted?.[0] ?? /^[^\t\n]*/.exec(source.slice(at))?.[0] ?? '';
    rows.at(-1)?.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : raw);
    at += raw.length;
    if (source[at] === '\n') rows.push([]);
    at += 1;
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  return rows;
};

/** What each column holds: by the headings, if the first row has any, else in the usual order; null for what is not known. */
export const guessColumns = (
  cells: readonly (readonly string[])[],
): { readonly hasHeadings: boolean; readonly fields: readonly (string | null)[] } => {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const byHeading = new Map(pasteColumns.map(({ header, field }) => [header, field]));
  const headings = (cells[0] ?? []).map((cell) => byHeading.get(cell.trim()) ?? null);
  const hasHeadings = headings.filter((field) => field !== null).length >= Math.min(2, width);
  const fields = Array.from({ length: width }, (_, at) => (hasHeadings ? headings[at] : USUAL[at]) ?? null);
  return { hasHeadings, fields };
};

/**
 * Reads pasted rows as items. A row with the id of an item of the draft changes that item in the columns that were pasted; every other
 * row is a new item, in the element that it names by id, number or title, or else in `element`.
 */
export const readPasted = (
  draft: Draft,
  cells: readonly (readonly string[])[],
  fields: readonly (string | null)[],
  { element, newId, skip }: { readonly element: string; readonly newId: () => string; readonly skip: number },
): { readonly rows: readonly PastedRow[]; readonly faults: readonly PasteFault[] } => {
  const units = own(draft, 'unitsPerPoint');
  const unitsPerPoint = isCount(units) && units > 0 ? units : 1;
  const columns = fields.map((field) => pasteColumns.find((one) => one.field === field));
  const items = new Map(draft.items.map((item) => [item.id, item]));
  const faults: PasteFault[] = [];
  const taken = new Set<string>();
  const rows = cells.flatMap((row, index): PastedRow[] => {
    if (index < skip || row.every((cell) => cell.trim() === '')) return [];
    const given: Record<string, unknown> = {};
    columns.forEach((column, at) => {
      const value = row[at] ?? '';
      if (!column || value.trim() === '') return;
      const fault = (code: PasteFault['code'], params?: Params): undefined => {
        faults.push({ row: index, column: at, code, ...(params && { params }) });
        return undefined;
      };
      if (column.field === 'element') {
        given.element =
          elementNamed(draft, value.trim()) ?? fault('paste.elementUnknown', { given: value.trim().slice(0, 40) });
      } else {
        const read = column.form.read({ value, kind: 'string' }, { unitsPerPoint, fault });
        if (read !== undefined) given[column.field] = read;
      }
    });
    const id = textOf(given.id);
    if (id !== '' && taken.has(id))
      faults.push({ row: index, column: fields.indexOf('id'), code: 'paste.idTwice', params: { id } });
    taken.add(id);
    const replaces = items.get(id);
    if (!replaces && textOf(given.text).trim() === '' && fields.includes('text')) {
      const header = pasteColumns.find(({ field }) => field === 'text')?.header ?? '';
      faults.push({
        row: index,
        column: fields.indexOf('text'),
        code: 'workbook.required',
        params: { column: header },
      });
    }
    const item = replaces ? changed(replaces, given) : begun(given, id || newId(), element);
    return [{ row: index, item, replaces }];
  });
  return { rows, faults };
};

/** Mandatory and veto items are met or not, and apply to everybody, unless the row says otherwise. */
const begun = (given: Readonly<Record<string, unknown>>, id: string, element: string): DraftItem => {
  const decides = given.kind === 'mandatory' || given.kind === 'veto';
  return {
    ...newItem(id, element),
    ...(decides && { scoring: 'met', na: 'forbidden' }),
    ...given,
    id,
    element: textOf(given.element) || element,
  };
};

const elementNamed = ({ elements }: Draft, name: string): string | undefined =>
  (
    elements.find(({ id }) => id === name) ??
    elements.find((one) => textOf(own(one, 'clause')) === name) ??
    elements.find((one) => textOf(own(one, 'title')) === name)
  )?.id;

/** The draft with the pasted rows: changed items stay where they are, new ones go behind `after` or to the end of their element. */
export const withPasted = (draft: Draft, rows: readonly PastedRow[], after: string | null): Draft => {
  const replaced = new Map(rows.flatMap(({ item, replaces }) => (replaces ? [[item.id, item] as const] : [])));
  const fresh = new Map<string, DraftItem[]>();
  for (const { item, replaces } of rows) {
    if (!replaces) fresh.set(item.element, [...(fresh.get(item.element) ?? []), item]);
  }
  let next: Draft = { ...draft, items: draft.items.map((item) => replaced.get(item.id) ?? item) };
  for (const [element, items] of fresh) {
    const behind = next.items.find(({ id }) => id === after)?.element === element ? after : null;
    next = insertItems(next, items, element, behind);
  }
  return next;
};
