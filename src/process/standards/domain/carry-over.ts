import type { Answer } from './answers.ts';
import type { Edition, Item } from './edition.ts';
import { itemContent } from './item-content.ts';

/** The item of the earlier edition whose answers an item of the later one takes over. */
export interface Predecessor {
  readonly from: string;
  /** Whether it says exactly the same (`itemContent`). */
  readonly same: boolean;
}

/**
 * What becomes of an item of the later edition. `kept`: it says the same, and the answer stands; `to-confirm`: the item with this id says
 * something else now, so its answer is only a suggestion; `unanswered`: known, but nobody had answered it; `new`: not in the earlier edition.
 */
export type CarriedItem =
  | (Predecessor & { readonly kind: 'kept'; readonly itemId: string; readonly answer: Answer })
  | (Predecessor & { readonly kind: 'to-confirm'; readonly itemId: string; readonly suggestion: Answer | null })
  | (Predecessor & { readonly kind: 'unanswered'; readonly itemId: string })
  | { readonly kind: 'new'; readonly itemId: string };

export interface CarryOver {
  /** Every item of the later edition once, in its order. */
  readonly items: readonly CarriedItem[];
  /** Answered items of the earlier edition that no item of the later one takes over, in its order. */
  readonly dropped: readonly string[];
}

/**
 * Which item of the earlier edition each item of the later one comes from, by its id. The same content under the same id first; then the
 * same content under another id, where it stands once on either side, so that no answer can land on an item it was not meant for; then
 * the same id with other content.
 */
export const predecessors = (from: Edition, to: Edition): ReadonlyMap<string, Predecessor> => {
  const before = new Map(from.items.map((item) => [item.id, itemContent(item, from)]));
  const after = new Map(to.items.map((item) => [item.id, itemContent(item, to)]));
  const found = new Map<string, Predecessor>();
  for (const [id, content] of after) if (before.get(id) === content) found.set(id, { from: id, same: true });
  const taken = new Set(found.keys());
  const left = onceEach([...before].filter(([id]) => !taken.has(id)));
  for (const [content, id] of onceEach([...after].filter(([each]) => !found.has(each)))) {
    const was = left.get(content);
    if (was === undefined) continue;
    found.set(id, { from: was, same: true });
    taken.add(was);
  }
  for (const id of after.keys()) {
    if (!found.has(id) && before.has(id) && !taken.has(id)) found.set(id, { from: id, same: false });
  }
  return found;
};

/** By content, the id that has it; contents that stand more than once are left out. */
const onceEach = (items: readonly (readonly [id: string, content: string])[]): ReadonlyMap<string, string> => {
  const ids = new Map<string, string | null>();
  for (const [id, content] of items) ids.set(content, ids.has(content) ? null : id);
  return new Map([...ids].flatMap(([content, id]) => (id === null ? [] : [[content, id] as const])));
};

/**
 * Takes answers from one edition of a standard over to another (标准修订).
 * @param answers by item of `from`; items without an answer are absent
 */
export const carryOver = (from: Edition, to: Edition, answers: Readonly<Record<string, Answer>>): CarryOver => {
  const known = predecessors(from, to);
  const taken = new Set([...known.values()].map((each) => each.from));
  return {
    items: to.items.map((item): CarriedItem => {
      const before = known.get(item.id);
      if (!before) return { kind: 'new', itemId: item.id };
      const answer = answers[before.from];
      if (answer === undefined) return { kind: 'unanswered', itemId: item.id, ...before };
      if (before.same) return { kind: 'kept', itemId: item.id, ...before, answer };
      return { kind: 'to-confirm', itemId: item.id, ...before, suggestion: suggestion(answer, from, item, to) };
    }),
    dropped: from.items.flatMap(({ id }) => (answers[id] === undefined || taken.has(id) ? [] : [id])),
  };
};

/** An answer of the earlier edition as one to an item of the later one, points as points; null where the item cannot be answered so. */
export const suggestion = (
  answer: Answer,
  from: Pick<Edition, 'unitsPerPoint'>,
  item: Item,
  to: Pick<Edition, 'unitsPerPoint'>,
): Answer | null => {
  if ('na' in answer) return item.na === 'allowed' ? answer : null;
  if ('met' in answer) return item.scoring === 'met' ? answer : null;
  const units = (answer.points * to.unitsPerPoint) / from.unitsPerPoint;
  return item.scoring === 'points' && Number.isInteger(units) && units <= item.full ? { points: units } : null;
};
