import {
  changeElement,
  changeItem,
  insertItems,
  moveItems,
  newItem,
  openDraft,
} from '#process/standards/domain/draft-editing.ts';

type Members = Readonly<Record<string, unknown>>;

/** One thing that somebody does to a draft in the editor. */
export type Edit =
  | { readonly head: Members }
  | { readonly change: string; readonly to: Members }
  | { readonly add: string; readonly element: string; readonly after: string; readonly as: Members }
  | { readonly move: string; readonly element: string; readonly clause: string }
  /** Full points of elements, in units. */
  | { readonly full: Readonly<Record<string, number>> };

type Draft = ReturnType<typeof openDraft>['draft'];

const known = (id: string, list: readonly { readonly id: string }[]): string => {
  if (!list.some((one) => one.id === id)) throw new Error(`no ${id} in the draft`);
  return id;
};

const afterOne = (draft: Draft, edit: Edit): Draft => {
  if ('head' in edit) return { ...draft, ...edit.head };
  if ('change' in edit) return changeItem(draft, known(edit.change, draft.items), edit.to);
  if ('add' in edit) {
    const item = { ...newItem(edit.add, known(edit.element, draft.elements)), ...edit.as };
    return insertItems(draft, [item], edit.element, known(edit.after, draft.items));
  }
  if ('move' in edit) {
    const moved = moveItems(draft, new Set([known(edit.move, draft.items)]), edit.element, null);
    return changeItem(moved, edit.move, { clause: edit.clause });
  }
  const points = Object.entries(edit.full);
  return points.reduce((all, [id, full]) => changeElement(all, known(id, all.elements), { full }), draft);
};

/** A document after edits. @throws if an item or element that is named does not exist */
export const edited = (content: Members, edits: readonly Edit[]): Members => {
  const { draft } = openDraft(content, () => {
    throw new Error('a published edition has a member without an id');
  });
  return edits.reduce(afterOne, draft);
};
