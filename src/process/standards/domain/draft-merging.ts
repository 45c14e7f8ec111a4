import canonicalize from 'canonicalize';
import type { Draft } from './draft-document.ts';
import { inOrder } from './draft-elements.ts';
import { type JsonObject, own } from './reading.ts';

/** A place that both changed, each in another way; `mine` is what the merged draft has. */
export interface DraftConflict {
  readonly list: 'head' | ListName;
  /** Id or code of the member; empty for the head. */
  readonly id: string;
  /** Empty where one took out what the other changed. */
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

type ListName = 'classes' | 'elements' | 'items' | 'gates';
const LISTS: readonly (readonly [ListName, string])[] = [
  ['classes', 'code'],
  ['elements', 'id'],
  ['items', 'id'],
  ['gates', 'id'],
];

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalize(a) === canonicalize(b));

/**
 * Brings two drafts together that began as the same one, field by field: what only one side changed is taken from that side. Where both
 * changed the same, mine stands, and it is named.
 */
export const mergeDrafts = (
  base: Draft,
  mine: Draft,
  theirs: Draft,
): { readonly draft: Draft; readonly conflicts: readonly DraftConflict[] } => {
  const conflicts: DraftConflict[] = [];
  const merged: Record<string, unknown> = mergeMember(without(base), without(mine), without(theirs), (field, a, b) =>
    conflicts.push({ list: 'head', id: '', field, mine: a, theirs: b }),
  );
  for (const [list, key] of LISTS) {
    merged[list] = mergeLists(base[list], mine[list], theirs[list], key, (id, field, a, b) =>
      conflicts.push({ list, id, field, mine: a, theirs: b }),
    );
  }
  return { draft: inOrder(merged as unknown as Draft), conflicts };
};

const without = (draft: Draft): JsonObject => {
  const { classes: _, elements: __, items: ___, gates: ____, ...head } = draft;
  return head;
};

type Note = (field: string, mine: unknown, theirs: unknown) => void;

const mergeMember = (base: JsonObject, mine: JsonObject, theirs: JsonObject, note: Note): Record<string, unknown> => {
  const merged: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, a, b] = [own(base, field), own(mine, field), own(theirs, field)];
    const value = same(a, was) ? b : a;
    if (!same(a, was) && !same(b, was) && !same(a, b)) note(field, a, b);
    if (value !== undefined) merged[field] = value;
  }
  return merged;
};

const mergeLists = (
  base: readonly JsonObject[],
  mine: readonly JsonObject[],
  theirs: readonly JsonObject[],
  key: string,
  note: (id: string, field: string, mine: unknown, theirs: unknown) => void,
): readonly JsonObject[] => {
  const keyOf = (member: JsonObject): string => String(own(member, key));
  const [was, a, b] = [base, mine, theirs].map((list) => new Map(list.map((member) => [keyOf(member), member]))) as [
    Map<string, JsonObject>,
    Map<string, JsonObject>,
    Map<string, JsonObject>,
  ];
  const order = (list: readonly JsonObject[]) => list.map(keyOf).filter((id) => was.has(id));
  // Whoever moved something decides about the order; what the other one added goes behind what it stood behind.
  const mineMoved =
    order(mine).join('\n') !==
    base
      .map(keyOf)
      .filter((id) => a.has(id))
      .join('\n');
  const [first, second] = mineMoved ? [mine, theirs] : [theirs, mine];
  const ids = first.map(keyOf);
  second.map(keyOf).forEach((id, index, all) => {
    if (ids.includes(id)) return;
    const before = all.slice(0, index).findLast((one) => ids.includes(one));
    ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id);
  });
  return ids.flatMap((id): JsonObject[] => {
    const [old, my, their] = [was.get(id), a.get(id), b.get(id)];
    if (my && their) return [mergeMember(old ?? {}, my, their, (field, x, y) => note(id, field, x, y))];
    const kept = my ?? their;
    if (!old || !kept) return kept ? [kept] : [];
    // One took it out: it stays only if the other one changed it meanwhile.
    if (same(kept, old)) return [];
    note(id, '', my, their);
    return [kept];
  });
};
