import type { EditionCode } from './fault-codes.ts';
import { isObject, type JsonObject, own, type Reading } from './reading.ts';

export type EditionReading = Reading<EditionCode>;

/** What effects may refer to: class code → ranked or status, and element ids. */
export interface References {
  readonly classes: ReadonlyMap<string, 'ranked' | 'status'>;
  readonly elements: ReadonlySet<string>;
}

/** The members of a list that are objects, each with its path. */
export const readList = (read: EditionReading, from: JsonObject, name: string): [JsonObject, string][] => {
  const list = own(from, name);
  if (!Array.isArray(list)) {
    read.fault(name, 'edition.notAList');
    return [];
  }
  const members: [JsonObject, string][] = [];
  list.forEach((member: unknown, index) => {
    const path = `${name}[${index}]`;
    if (isObject(member)) members.push([member, path]);
    else read.fault(path, 'edition.notAnObject');
  });
  return members;
};

/** A text that is not empty and, where `taken` is given, was not used before. */
export const readId = (
  read: EditionReading,
  from: JsonObject,
  name: string,
  path: string,
  taken?: Set<string>,
): string | undefined => {
  const id = own(from, name);
  if (typeof id !== 'string' || id === '') return read.fault(`${path}.${name}`, 'edition.textMissing');
  if (taken?.has(id)) return read.fault(`${path}.${name}`, 'edition.idRepeated', { id });
  taken?.add(id);
  return id;
};
