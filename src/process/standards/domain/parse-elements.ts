import type { EditionReading } from './edition-reading.ts';
import { readId, readList } from './edition-reading.ts';
import { readEffects } from './parse-effects.ts';
import { isCount, isObject, type JsonObject, own } from './reading.ts';

export const MOST_LEVELS = 3;

/** Checks the forest of elements and their floors; gives the ids. */
export const readElements = (
  read: EditionReading,
  edition: JsonObject,
  classes: ReadonlyMap<string, 'ranked' | 'status'>,
): Set<string> => {
  const ids = new Set<string>();
  const parents = new Map<string, { parent: string | null; path: string }>();
  for (const [element, path] of readList(read, edition, 'elements')) {
    const id = readId(read, element, 'id', path, ids);
    const parent = own(element, 'parent');
    if (parent !== null && typeof parent !== 'string') read.fault(`${path}.parent`, 'edition.textMissing');
    else if (id !== undefined) parents.set(id, { parent, path });
    readFloor(read, own(element, 'floor'), `${path}.floor`, classes);
  }
  for (const [id, { parent, path }] of parents) {
    if (parent !== null && !ids.has(parent)) read.fault(`${path}.parent`, 'edition.parentUnknown', { id: parent });
    else checkDepth(read, id, path, parents);
  }
  return ids;
};

const checkDepth = (
  read: EditionReading,
  id: string,
  path: string,
  parents: ReadonlyMap<string, { parent: string | null }>,
): void => {
  const chain = new Set<string>();
  for (let at: string | null | undefined = id; typeof at === 'string'; at = parents.get(at)?.parent) {
    if (chain.has(at)) {
      // What only hangs below a cycle is in order once the cycle is mended.
      if (at === id) read.fault(`${path}.parent`, 'edition.parentCycle', { id });
      return;
    }
    chain.add(at);
  }
  if (chain.size > MOST_LEVELS) read.fault(`${path}.parent`, 'edition.tooManyLevels', { id, max: MOST_LEVELS });
};

const readFloor = (
  read: EditionReading,
  floor: unknown,
  path: string,
  classes: ReadonlyMap<string, 'ranked' | 'status'>,
): void => {
  if (floor === undefined) return;
  if (!isObject(floor)) {
    read.fault(path, 'edition.notAnObject');
    return;
  }
  const percent = own(floor, 'percent');
  if (!isCount(percent) || percent > 100) read.fault(`${path}.percent`, 'edition.percentOutOfRange');
  readEffects(read, own(floor, 'effects'), `${path}.effects`, ['cap', 'down'], { classes, elements: new Set() });
};
