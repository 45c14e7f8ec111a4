import type { Issue } from '#lib/result.ts';
import type { Edition } from './edition.ts';
import { parseEdition } from './parse-edition.ts';
import { checkForPublishing } from './publishing-check.ts';
import { isCount, isObject, type JsonObject, own } from './reading.ts';

/**
 * Everything that keeps a document from being published, what the score could not read and what publishing asks for in one list, so that
 * a person mends all of it in one go.
 * @returns faults with their paths; empty if the document is an edition that may be published
 */
export const editionFaults = (value: unknown): readonly Issue[] => {
  const parsed = parseEdition(value);
  if (parsed.ok) return checkForPublishing(parsed.value);
  const { issues } = parsed.error;
  if (!isObject(value)) return issues;
  const paths = issues.map(({ path }) => path).filter((path) => path !== '');
  // Where something does not even read, what publishing asks of it says nothing new.
  const said = (path: string) =>
    paths.some((other) => path === other || path.startsWith(`${other}.`) || path.startsWith(`${other}[`));
  return [...issues, ...checkForPublishing(readable(value)).filter(({ path }) => !said(path))];
};

/** The document with every member that the check for publishing relies on in the form that it expects; a number that is none is NaN. */
const readable = (value: JsonObject): Edition => {
  const part = (name: string, make: (from: JsonObject) => JsonObject) => {
    const list = own(value, name);
    return (Array.isArray(list) ? list : []).map((member: unknown) => make(isObject(member) ? member : {}));
  };
  return {
    ...value,
    unitsPerPoint: numberIn(value, 'unitsPerPoint'),
    scale: numberIn(value, 'scale'),
    classes: part('classes', (from) => ({ ...from, code: textIn(from, 'code'), from: optionalText(from, 'from') })),
    elements: part('elements', (from) => ({
      ...from,
      id: textIn(from, 'id'),
      parent: optionalText(from, 'parent') ?? null,
      title: optionalText(from, 'title'),
      floor: isObject(from.floor) ? { effects: effectsIn(from.floor, 'effects') } : undefined,
    })),
    items: part('items', (from) => ({
      ...from,
      id: textIn(from, 'id'),
      element: textIn(from, 'element'),
      full: numberIn(from, 'full'),
      onFail: effectsIn(from, 'onFail'),
    })),
    gates: part('gates', (from) => ({ ...from, id: textIn(from, 'id'), effects: effectsIn(from, 'effects') })),
  } as unknown as Edition;
};

const textIn = (from: JsonObject, name: string): string => optionalText(from, name) ?? '';

const optionalText = (from: JsonObject, name: string): string | undefined => {
  const value = own(from, name);
  return typeof value === 'string' ? value : undefined;
};

const numberIn = (from: JsonObject, name: string): number => {
  const value = own(from, name);
  return isCount(value) ? value : Number.NaN;
};

const effectsIn = (from: JsonObject, name: string): readonly JsonObject[] => {
  const list = own(from, name);
  return Array.isArray(list) ? list.map((effect: unknown) => (isObject(effect) ? effect : {})) : [];
};
