import type { DeclarationState } from './states.ts';

interface Returned {
  readonly state: DeclarationState;
  /** What the reviewer sent back; empty where the whole declaration came back, or a revision of the standard opened it again. */
  readonly items: readonly { readonly itemId: string }[];
}

/**
 * Items whose answers a reviewer has accepted: after a return for correction (退回补正) that names items, all that it does not name. Where it
 * names none, nothing was accepted. @param items ids of the edition
 */
export const acceptedItems = (items: readonly string[], { state, items: named }: Returned): ReadonlySet<string> => {
  if (state !== 'returned' || named.length === 0) return new Set();
  const open = new Set(named.map(({ itemId }) => itemId));
  return new Set(items.filter((id) => !open.has(id)));
};
