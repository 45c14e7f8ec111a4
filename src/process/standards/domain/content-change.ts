import canonicalize from 'canonicalize';
import { isObject, type JsonObject, own } from './reading.ts';

/** What a save did to a document that need not be valid; values whole. */
export interface ContentChange {
  /** Members of the document itself, absent ones as null. */
  readonly head: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;
  readonly lists: Readonly<Record<string, ListChange>>;
}

interface ListChange {
  /** Members that are new or other than before, as they are now. */
  readonly put: readonly unknown[];
  /** Members that are gone or other now, as they were. */
  readonly taken: readonly unknown[];
  /** Ids in their new order, where the order of what stayed is another. */
  readonly order?: readonly string[];
}

const LISTS: readonly string[] = ['classes', 'elements', 'items', 'gates'];

/** @returns null if the documents are the same */
export const contentChange = (before: JsonObject, after: JsonObject): ContentChange | null => {
  const head: Record<string, { before: unknown; after: unknown }> = {};
  const lists: Record<string, ListChange> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [own(before, name), own(after, name)];
    if (text(old) === text(now)) continue;
    if (LISTS.includes(name) && Array.isArray(old) && Array.isArray(now)) lists[name] = listChange(old, now);
    else head[name] = { before: old ?? null, after: now ?? null };
  }
  return Object.keys(head).length + Object.keys(lists).length === 0 ? null : { head, lists };
};

const listChange = (before: readonly unknown[], after: readonly unknown[]): ListChange => {
  const [old, now] = [new Set(before.map(text)), new Set(after.map(text))];
  const stayed = (list: readonly unknown[], other: ReadonlySet<string>) =>
    list.filter((each) => other.has(text(each))).map(text);
  const moved = text(stayed(before, now)) !== text(stayed(after, old));
  return {
    put: after.filter((each) => !old.has(text(each))),
    taken: before.filter((each) => !now.has(text(each))),
    ...(moved ? { order: after.map(nameOf) } : {}),
  };
};

const nameOf = (member: unknown): string => {
  const id = isObject(member) ? (own(member, 'id') ?? own(member, 'code')) : undefined;
  return typeof id === 'string' ? id : '';
};

const text = (value: unknown): string => (value === undefined ? '' : (canonicalize(value) ?? ''));
