import canonicalize from 'canonicalize';
import type { Edition, EditionClass, Element, Gate, Item } from './edition.ts';
import { CONTENT_FIELDS } from './item-content.ts';
import { comparableItem } from './item-points.ts';

/** One member that differs; absent is undefined. Values as the editions have them: points in units of their own edition. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
  readonly fields: readonly FieldChange[];
}

/** Of records that keep their key. */
export interface ListDifference<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly Pair<T>[];
  readonly unchanged: readonly Pair<T>[];
}

/** The same item in both; `place`: what differs of id, element and clause, `fields`: of everything else. */
export interface ItemPair extends Pair<Item> {
  readonly place: readonly FieldChange[];
}

export interface ItemsDifference {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** Differs in something else than its place; it may have moved as well. */
  readonly changed: readonly ItemPair[];
  /** Differs in its place only. */
  readonly moved: readonly ItemPair[];
  readonly unchanged: readonly ItemPair[];
}

export interface EditionDifference {
  /** Members of the document itself: title, scale, digits … */
  readonly head: readonly FieldChange[];
  /** Thresholds are members of their class. */
  readonly classes: ListDifference<EditionClass>;
  readonly elements: ListDifference<Element>;
  readonly items: ItemsDifference;
  readonly gates: ListDifference<Gate>;
  /** Ids of the elements whose common items stand in another order. */
  readonly reordered: readonly string[];
}

const LISTS: readonly string[] = ['classes', 'elements', 'items', 'gates'] satisfies readonly (keyof Edition)[];
const PLACE: readonly string[] = ['id', 'element', 'clause'] satisfies readonly (keyof Item)[];

/**
 * What changes from one edition to another. Classes are matched by code, elements and gates by id, items by id and, what is left, by
 * identical content, so that a renumbered item is a moved one. Points of items are compared as points, whatever the units per point are.
 * Both must have been read by `parseEdition`.
 */
export const differenceOf = (a: Edition, b: Edition): EditionDifference => {
  const pairs = matchItems(a, b);
  const matched = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  return {
    head: changesOf(a, b, (field) => !LISTS.includes(field)),
    classes: listDifference(a.classes, b.classes, ({ code }) => code),
    elements: listDifference(a.elements, b.elements, ({ id }) => id),
    items: {
      added: b.items.filter((item) => !matched.has(item)),
      removed: a.items.filter((item) => !matched.has(item)),
      changed: pairs.filter(({ fields }) => fields.length > 0),
      moved: pairs.filter(({ fields, place }) => fields.length === 0 && place.length > 0),
      unchanged: pairs.filter(({ fields, place }) => fields.length === 0 && place.length === 0),
    },
    gates: listDifference(a.gates, b.gates, ({ id }) => id),
    reordered: reorderedElements(pairs, a),
  };
};

/** True where not even the order of items differs. */
export const isSame = ({ head, classes, elements, items, gates, reordered }: EditionDifference): boolean =>
  head.length + reordered.length + items.moved.length === 0 &&
  [classes, elements, items, gates].every(
    ({ added, removed, changed }) => added.length + removed.length + changed.length === 0,
  );

const matchItems = (a: Edition, b: Edition): readonly ItemPair[] => {
  const byId = new Map(a.items.map((item) => [item.id, item]));
  const taken = new Set(b.items.flatMap(({ id }) => (byId.has(id) ? [id] : [])));
  const byContent = new Map<string, Item[]>();
  for (const item of a.items) {
    if (taken.has(item.id)) continue;
    const content = contentText(item, a);
    byContent.set(content, [...(byContent.get(content) ?? []), item]);
  }
  return b.items.flatMap((after) => {
    const before = byId.get(after.id) ?? byContent.get(contentText(after, b))?.shift();
    return before === undefined ? [] : [pairOf(before, after, a, b)];
  });
};

const contentText = (item: Item, edition: Edition): string => {
  const points = comparableItem(item, edition);
  return canonicalize(CONTENT_FIELDS.map((field) => points[field] ?? null)) ?? '';
};

const pairOf = (before: Item, after: Item, a: Edition, b: Edition): ItemPair => {
  const place = changesOf(before, after, (field) => PLACE.includes(field));
  const compared = changesOf(comparableItem(before, a), comparableItem(after, b), (field) => !PLACE.includes(field));
  const fields = compared.map(({ field }) => ({
    field,
    before: before[field as keyof Item],
    after: after[field as keyof Item],
  }));
  return { before, after, place, fields };
};

const listDifference = <T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (each: T) => string,
): ListDifference<T> => {
  const old = new Map(before.map((each) => [keyOf(each), each]));
  const kept = new Set(after.map(keyOf));
  const pairs = after.flatMap((each): Pair<T>[] => {
    const was = old.get(keyOf(each));
    return was === undefined ? [] : [{ before: was, after: each, fields: changesOf(was, each, () => true) }];
  });
  return {
    added: after.filter((each) => !old.has(keyOf(each))),
    removed: before.filter((each) => !kept.has(keyOf(each))),
    changed: pairs.filter(({ fields }) => fields.length > 0),
    unchanged: pairs.filter(({ fields }) => fields.length === 0),
  };
};

const changesOf = (before: object, after: object, counts: (field: string) => boolean): FieldChange[] => {
  const old: Readonly<Record<string, unknown>> = { ...before };
  const now: Readonly<Record<string, unknown>> = { ...after };
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(counts);
  return fields
    .map((field) => ({ field, before: old[field], after: now[field] }))
    .filter((change) => canonicalize(change.before) !== canonicalize(change.after));
};

const reorderedElements = (pairs: readonly ItemPair[], a: Edition): string[] => {
  const oldPlace = new Map(a.items.map((item, at) => [item, at]));
  const last = new Map<string, number>();
  const reordered = new Set<string>();
  for (const { before, after } of pairs) {
    if (before.element !== after.element) continue;
    const at = oldPlace.get(before) ?? 0;
    if (at < (last.get(after.element) ?? -1)) reordered.add(after.element);
    last.set(after.element, at);
  }
  return [...reordered];
};
