import { err, ok, type Result } from '#lib/result.ts';
import { changed, type Draft, type DraftElement } from './draft-document.ts';
import { MOST_LEVELS } from './parse-elements.ts';
import type { JsonObject } from './reading.ts';

export interface ElementRow {
  readonly element: DraftElement;
  /** 1 for a first-level element. */
  readonly level: number;
  /** Its place in the document, for paths such as `elements[3].title`. */
  readonly index: number;
}

/** Why an element cannot be put somewhere. */
export type ElementFault = 'into-itself' | 'too-deep';

/** Every element once, each before those below it. One whose parent does not exist, or is itself, counts as first-level. */
export const elementRows = ({ elements }: Pick<Draft, 'elements'>): readonly ElementRow[] => {
  const ids = new Set(elements.map(({ id }) => id));
  const below = new Map<string | null, [DraftElement, number][]>();
  elements.forEach((element, index) => {
    const parent = element.parent !== null && ids.has(element.parent) ? element.parent : null;
    const list = below.get(parent);
    if (list) list.push([element, index]);
    else below.set(parent, [[element, index]]);
  });
  const rows: ElementRow[] = [];
  const seen = new Set<string>();
  const visit = (element: DraftElement, index: number, level: number): void => {
    if (seen.has(element.id)) return;
    seen.add(element.id);
    rows.push({ element, level, index });
    for (const [child, at] of below.get(element.id) ?? []) visit(child, at, level + 1);
  };
  for (const [element, index] of below.get(null) ?? []) visit(element, index, 1);
  // What is left hangs in a cycle of parents.
  elements.forEach((element, index) => {
    visit(element, index, 1);
  });
  return rows;
};

/** The ids of an element and of those below it. */
export const subtreeOf = (draft: Pick<Draft, 'elements'>, id: string): ReadonlySet<string> => {
  const rows = elementRows(draft);
  const at = rows.findIndex(({ element }) => element.id === id);
  const ids = new Set<string>();
  if (at === -1) return ids;
  const { level } = rows[at]!;
  ids.add(id);
  for (const row of rows.slice(at + 1)) {
    if (row.level <= level) break;
    ids.add(row.element.id);
  }
  return ids;
};

/** The document in the order in which it is read: elements before those below them, items by their element. */
export const inOrder = (draft: Draft): Draft => {
  const elements = elementRows(draft).map(({ element }) => element);
  const place = new Map(elements.map(({ id }, index) => [id, index]));
  const placeOf = (element: string) => place.get(element) ?? elements.length;
  const items = [...draft.items].sort((a, b) => placeOf(a.element) - placeOf(b.element));
  return { ...draft, elements, items };
};

const siblingsOf = (draft: Draft, parent: string | null): DraftElement[] => {
  const rows = elementRows(draft);
  if (parent === null) return rows.filter(({ level }) => level === 1).map(({ element }) => element);
  return rows.filter(({ element, level }) => level > 1 && element.parent === parent).map(({ element }) => element);
};

/**
 * Puts an element, with all below it, under `parent` (null: on the first level), before the sibling `before` or at the end.
 * Its items go with it.
 */
export const moveElement = (
  draft: Draft,
  id: string,
  parent: string | null,
  before: string | null,
): Result<Draft, ElementFault> => {
  const rows = elementRows(draft);
  const moving = subtreeOf(draft, id);
  const own = rows.find(({ element }) => element.id === id);
  if (!own) return ok(draft);
  if (parent !== null && moving.has(parent)) return err('into-itself');
  const above = parent === null ? 0 : (rows.find(({ element }) => element.id === parent)?.level ?? 0);
  const deepest = Math.max(...rows.filter(({ element }) => moving.has(element.id)).map(({ level }) => level));
  if (above + 1 + deepest - own.level > MOST_LEVELS) return err('too-deep');
  const moved = changed(own.element, { parent });
  const siblings = siblingsOf(draft, parent).filter((one) => one.id !== id);
  const at = before === null ? -1 : siblings.findIndex((one) => one.id === before);
  siblings.splice(at === -1 ? siblings.length : at, 0, moved);
  const among = new Set(siblings.map((one) => one.id));
  return ok(inOrder({ ...draft, elements: [...siblings, ...draft.elements.filter((one) => !among.has(one.id))] }));
};

export type ElementStep = 'up' | 'down' | 'in' | 'out';

/** One step among its siblings, below the one before it, or out behind its parent; undefined where there is no such place. */
export const stepElement = (draft: Draft, id: string, step: ElementStep): Result<Draft, ElementFault> | undefined => {
  const rows = elementRows(draft);
  const row = rows.find(({ element }) => element.id === id);
  if (!row) return undefined;
  const parent = row.level === 1 ? null : row.element.parent;
  const siblings = siblingsOf(draft, parent);
  const at = siblings.findIndex((one) => one.id === id);
  if (step === 'up') return at > 0 ? moveElement(draft, id, parent, siblings[at - 1]!.id) : undefined;
  if (step === 'down') {
    return at < siblings.length - 1 ? moveElement(draft, id, parent, siblings[at + 2]?.id ?? null) : undefined;
  }
  if (step === 'in') return at > 0 ? moveElement(draft, id, siblings[at - 1]!.id, null) : undefined;
  if (parent === null) return undefined;
  const above = rows.find(({ element }) => element.id === parent);
  const grandparent = above === undefined || above.level === 1 ? null : above.element.parent;
  const uncles = siblingsOf(draft, grandparent);
  return moveElement(draft, id, grandparent, uncles[uncles.findIndex((one) => one.id === parent) + 1]?.id ?? null);
};

/** A new element at the end of `parent`, or on the first level. */
export const insertElement = (draft: Draft, parent: string | null, element: DraftElement): Draft =>
  inOrder({ ...draft, elements: [...draft.elements, { ...element, parent }] });

/** Takes an element out, with those below it and all their items. */
export const removeElement = (draft: Draft, id: string): Draft => {
  const gone = subtreeOf(draft, id);
  return {
    ...draft,
    elements: draft.elements.filter((element) => !gone.has(element.id)),
    items: draft.items.filter((item) => !gone.has(item.element)),
  };
};

export const changeElement = (draft: Draft, id: string, change: JsonObject): Draft => ({
  ...draft,
  elements: draft.elements.map((element) => (element.id === id ? changed(element, change) : element)),
});
