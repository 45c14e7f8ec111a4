import type { DraftItem, DraftItems, ItemPatch } from '../../domain/draft-answers.ts';

/** The answers as the person sees them: what the server knows, with what was changed here on top. */
export interface DraftStore {
  readonly get: (itemId: string) => DraftItem;
  readonly all: () => DraftItems;
  /** Changes an item here, whole: counts that the patch does not have are gone. `saved` says from which version the change starts. */
  readonly set: (itemId: string, patch: ItemPatch) => void;
  /** The server confirmed: the item stands at this version now. */
  readonly confirmed: (itemId: string, version: number) => void;
  /** Takes over what the server says of items that were not changed here. */
  readonly receive: (items: DraftItems, keep: (itemId: string) => boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const emptyItem: DraftItem = { answer: null, reason: '', comment: '', v: 0 };

export const createDraftStore = (initial: DraftItems): DraftStore => {
  let items: DraftItems = initial;
  const listeners = new Set<() => void>();
  const change = (next: DraftItems) => {
    items = next;
    for (const listener of listeners) listener();
  };
  const get = (itemId: string) => items[itemId] ?? emptyItem;
  return {
    get,
    all: () => items,
    set: (itemId, { answer, reason, comment, deductions }) => {
      const { deductions: _, ...before } = get(itemId);
      change({ ...items, [itemId]: { ...before, answer, reason, comment, ...(deductions && { deductions }) } });
    },
    confirmed: (itemId, version) => change({ ...items, [itemId]: { ...get(itemId), v: version } }),
    receive: (received, keep) => {
      const changed = Object.entries(received).filter(([id, item]) => !keep(id) && item.v > get(id).v);
      if (changed.length > 0) change({ ...items, ...Object.fromEntries(changed) });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
