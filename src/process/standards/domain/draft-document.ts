import { isObject, type JsonObject, own } from './reading.ts';

/** An element of a draft; only its id and its place are sure to read. */
export interface DraftElement extends JsonObject {
  readonly id: string;
  readonly parent: string | null;
}

export interface DraftItem extends JsonObject {
  readonly id: string;
  readonly element: string;
}

export interface DraftGate extends JsonObject {
  readonly id: string;
}

export interface DraftClass extends JsonObject {
  readonly code: string;
}

/** A document on its way to an edition: its lists are lists and their members can be told apart, everything else may be missing or wrong. */
export interface Draft extends JsonObject {
  readonly classes: readonly DraftClass[];
  readonly elements: readonly DraftElement[];
  readonly items: readonly DraftItem[];
  readonly gates: readonly DraftGate[];
}

/**
 * Takes stored content up for editing. Members without an id of their own get a new one, since nothing else tells them apart.
 * @param newId makes an id that was never used before
 * @returns `mended`: how many members got a new id
 */
export const openDraft = (
  content: JsonObject,
  newId: () => string,
): { readonly draft: Draft; readonly mended: number } => {
  let mended = 0;
  const members = (name: string, key: string, unique: boolean): JsonObject[] => {
    const list = own(content, name);
    const taken = new Set<string>();
    return (Array.isArray(list) ? list : []).map((given: unknown) => {
      const member = isObject(given) ? given : {};
      const id = own(member, key);
      if (typeof id === 'string' && !(unique && (id === '' || taken.has(id)))) {
        taken.add(id);
        return member;
      }
      mended += 1;
      return { ...member, [key]: unique ? newId() : '' };
    });
  };
  const draft = {
    ...content,
    // A code is typed by hand: two classes may have the same until that is mended.
    classes: members('classes', 'code', false) as unknown as DraftClass[],
    elements: members('elements', 'id', true).map((element) => {
      const parent = own(element, 'parent');
      return (typeof parent === 'string' || parent === null ? element : { ...element, parent: null }) as DraftElement;
    }),
    items: members('items', 'id', true).map((item) =>
      typeof own(item, 'element') === 'string' ? item : { ...item, element: '' },
    ) as unknown as DraftItem[],
    gates: members('gates', 'id', true) as unknown as DraftGate[],
  };
  return { draft, mended };
};

/** A member as text: numbers as they are written, nothing for what is neither. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The member with changes; what is undefined is taken out, and an unchanged one stays the very same object. */
export const changed = <T extends JsonObject>(member: T, change: JsonObject): T => {
  const entries = Object.entries(change);
  if (entries.every(([name, value]) => Object.is(own(member, name), value))) return member;
  const next: Record<string, unknown> = { ...member, ...change };
  for (const [name, value] of entries) if (value === undefined) delete next[name];
  return next as T;
};
