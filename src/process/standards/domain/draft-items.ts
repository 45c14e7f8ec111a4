import { changed, type Draft, type DraftItem } from './draft-document.ts';
import { inOrder } from './draft-elements.ts';
import type { JsonObject } from './reading.ts';

/** An item as it is begun: scored by points, with nothing written yet. */
export const newItem = (id: string, element: string): DraftItem => ({
  id,
  element,
  clause: '',
  text: '',
  kind: 'scored',
  scoring: 'points',
  na: 'allowed',
  onFail: [],
});

/** Puts items, in their order, into an element, before the item `before` or at its end. */
export const moveItems = (draft: Draft, ids: ReadonlySet<string>, element: string, before: string | null): Draft => {
  const moving = draft.items.filter(({ id }) => ids.has(id)).map((item) => changed(item, { element }));
  if (moving.length === 0 || (before !== null && ids.has(before))) return draft;
  const rest = draft.items.filter(({ id }) => !ids.has(id));
  const at = before === null ? -1 : rest.findIndex(({ id }) => id === before);
  rest.splice(at === -1 ? rest.length : at, 0, ...moving);
  return inOrder({ ...draft, items: rest });
};

/** One step among the items of its element; undefined at its end. */
export const stepItem = (draft: Draft, id: string, step: 'up' | 'down'): Draft | undefined => {
  const item = draft.items.find((one) => one.id === id);
  if (!item) return undefined;
  const siblings = draft.items.filter(({ element }) => element === item.element);
  const at = siblings.indexOf(item);
  if (step === 'up') return at > 0 ? moveItems(draft, new Set([id]), item.element, siblings[at - 1]!.id) : undefined;
  return at < siblings.length - 1
    ? moveItems(draft, new Set([id]), item.element, siblings[at + 2]?.id ?? null)
    : undefined;
};

/** New items into an element, behind the item `after` or at its end. */
export const insertItems = (
  draft: Draft,
  items: readonly DraftItem[],
  element: string,
  after: string | null = null,
): Draft => {
  const siblings = draft.items.filter((item) => item.element === element);
  const at = after === null ? -1 : siblings.findIndex(({ id }) => id === after);
  const before = at === -1 ? undefined : siblings[at + 1]?.id;
  const ids = new Set(items.map(({ id }) => id));
  return moveItems({ ...draft, items: [...draft.items, ...items] }, ids, element, before ?? null);
};

export const removeItems = (draft: Draft, ids: ReadonlySet<string>): Draft => ({
  ...draft,
  items: draft.items.filter(({ id }) => !ids.has(id)),
});

export const changeItem = (draft: Draft, id: string, change: JsonObject): Draft => {
  const items = draft.items.map((item) => (item.id === id ? changed(item, change) : item));
  return items.every((item, index) => item === draft.items[index]) ? draft : { ...draft, items };
};

/** The same item once more, right behind it, under another id and without a clause number, which is nobody else's. */
export const repeatItem = (draft: Draft, id: string, newId: string): Draft => {
  const item = draft.items.find((one) => one.id === id);
  return item ? insertItems(draft, [{ ...item, id: newId, clause: '' }], item.element, id) : draft;
};
