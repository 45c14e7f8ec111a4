import type { Edition, Element, Item } from './edition.ts';
import type { EditionDifference, FieldChange } from './edition-difference.ts';

export type RowKind = 'added' | 'removed' | 'changed' | 'moved' | 'unchanged';

/** An item side by side; one of the two is null where the other edition does not have it. */
export interface AlignedItem {
  readonly kind: RowKind;
  readonly before: Item | null;
  readonly after: Item | null;
  readonly place: readonly FieldChange[];
  readonly fields: readonly FieldChange[];
}

/** An element of either edition with its own items, not those of the elements below it. */
export interface AlignedElement {
  readonly id: string;
  readonly kind: Exclude<RowKind, 'moved'>;
  readonly before: Element | null;
  readonly after: Element | null;
  readonly fields: readonly FieldChange[];
  /** Items of it stand in another order. */
  readonly reordered: boolean;
  readonly rows: readonly AlignedItem[];
}

/**
 * Both editions in one column of elements, in the order of the later one; what was removed stands where it stood, behind what preceded it.
 * A moved item stands at its new place only.
 */
export const alignedEditions = (difference: EditionDifference, a: Edition, b: Edition): AlignedElement[] => {
  const elements = woven(
    b.elements.map(({ id }) => id),
    a.elements.map(({ id }) => id),
  );
  const old = new Map(a.elements.map((element) => [element.id, element]));
  const now = new Map(b.elements.map((element) => [element.id, element]));
  const changes = new Map(difference.elements.changed.map(({ after, fields }) => [after.id, fields]));
  const rows = alignedItems(difference, a, b);
  return elements.map((id) => {
    const before = old.get(id) ?? null;
    const after = now.get(id) ?? null;
    const fields = changes.get(id) ?? [];
    const kind = before === null ? 'added' : after === null ? 'removed' : fields.length > 0 ? 'changed' : 'unchanged';
    return { id, kind, before, after, fields, reordered: difference.reordered.includes(id), rows: rows.get(id) ?? [] };
  });
};

const alignedItems = ({ items }: EditionDifference, a: Edition, b: Edition): Map<string, AlignedItem[]> => {
  const of = new Map<Item, AlignedItem>();
  for (const kind of ['changed', 'moved', 'unchanged'] as const) {
    for (const pair of items[kind]) {
      const row = { kind, ...pair };
      of.set(pair.before, row).set(pair.after, row);
    }
  }
  for (const after of items.added) of.set(after, { kind: 'added', before: null, after, place: [], fields: [] });
  for (const before of items.removed) of.set(before, { kind: 'removed', before, after: null, place: [], fields: [] });
  const rowsOf = (list: readonly Item[]) => list.flatMap((item) => of.get(item) ?? []);
  const sections = new Map<string, AlignedItem[]>();
  for (const row of woven(rowsOf(b.items), rowsOf(a.items))) {
    const element = (row.after ?? row.before)?.element ?? '';
    sections.set(element, [...(sections.get(element) ?? []), row]);
  }
  return sections;
};

/** What to compare an edition with where nothing was in force before: every element, item and gate is new. */
export const nothingBefore = (edition: Edition): Edition => ({ ...edition, elements: [], items: [], gates: [] });

/** `now` in its order, and what only `old` has behind what preceded it there. */
const woven = <T>(now: readonly T[], old: readonly T[]): T[] => {
  const kept = new Set(now);
  const behind = new Map<T | undefined, T[]>();
  let last: T | undefined;
  for (const each of old) {
    if (kept.has(each)) last = each;
    else behind.set(last, [...(behind.get(last) ?? []), each]);
  }
  return [...(behind.get(undefined) ?? []), ...now.flatMap((each) => [each, ...(behind.get(each) ?? [])])];
};
