import { uncanonicalPath } from '#lib/json-text.ts';
import { type Issues, issues, ok, type Result } from '#lib/result.ts';
import { EDITION_FORMAT, type Edition } from './edition.ts';
import { type EditionReading, type References, readId, readList } from './edition-reading.ts';
import { readClasses } from './parse-classes.ts';
import { readEffects } from './parse-effects.ts';
import { readElements } from './parse-elements.ts';
import { isCount, isObject, type JsonObject, own, reading } from './reading.ts';

const LARGEST_DIGITS = 15;

/**
 * Checks a document against `anping-edition-v1` and names every fault with its path.
 * The edition returned is the very value given, unknown members included, because the hash covers them.
 */
export const parseEdition = (value: unknown): Result<Edition, Issues> => {
  const read: EditionReading = reading();
  if (!isObject(value)) read.fault('', 'edition.notAnObject');
  else {
    const strange = uncanonicalPath(value);
    if (strange !== undefined) read.fault(strange, 'edition.notCanonical');
    readHead(read, value);
    const classes = readClasses(read, value);
    const elements = readElements(read, value, classes);
    readItems(read, value, { classes, elements });
    readGates(read, value, { classes, elements });
    if (read.faults.length === 0) checkMagnitudes(read, value as unknown as Edition);
  }
  return read.faults.length > 0 ? issues(read.faults) : ok(value as Edition);
};

const readHead = (read: EditionReading, edition: JsonObject): void => {
  const format = own(edition, 'format');
  if (format !== EDITION_FORMAT) read.fault('format', 'edition.formatUnknown', { expected: EDITION_FORMAT });
  for (const name of ['unitsPerPoint', 'scale']) {
    const number = own(edition, name);
    if (!isCount(number) || number < 1) read.fault(name, 'edition.numberNotPositive');
  }
  const digits = own(edition, 'digits');
  if (!isCount(digits) || digits > LARGEST_DIGITS) {
    read.fault('digits', 'edition.digitsOutOfRange', { max: LARGEST_DIGITS });
  }
  readChoice(read, edition, 'compare', '', ['printed', 'exact']);
};

const readChoice = (read: EditionReading, from: JsonObject, name: string, at: string, choices: string[]): void => {
  if (!choices.includes(own(from, name) as string)) {
    read.fault(`${at}${name}`, 'edition.choiceUnknown', { choices: choices.join(' | ') });
  }
};

const readItems = (read: EditionReading, edition: JsonObject, references: References): void => {
  const taken = new Set<string>();
  for (const [item, path] of readList(read, edition, 'items')) {
    readId(read, item, 'id', path, taken);
    const element = readId(read, item, 'element', path);
    if (element !== undefined && !references.elements.has(element)) {
      read.fault(`${path}.element`, 'edition.elementUnknown', { id: element });
    }
    if (!isCount(own(item, 'full'))) read.fault(`${path}.full`, 'edition.pointsNotInteger');
    readChoice(read, item, 'kind', `${path}.`, ['scored', 'mandatory', 'veto']);
    readChoice(read, item, 'scoring', `${path}.`, ['points', 'met']);
    readChoice(read, item, 'na', `${path}.`, ['allowed', 'forbidden']);
    readEffects(read, own(item, 'onFail'), `${path}.onFail`, ['cap', 'down', 'zero', 'refuse'], references);
  }
};

const readGates = (read: EditionReading, edition: JsonObject, references: References): void => {
  const taken = new Set<string>();
  for (const [gate, path] of readList(read, edition, 'gates')) {
    readId(read, gate, 'id', path, taken);
    readId(read, gate, 'fact', path);
    for (const name of ['atLeast', 'months']) {
      if (!isCount(own(gate, name))) read.fault(`${path}.${name}`, 'edition.numberNegative');
    }
    readEffects(read, own(gate, 'effects'), `${path}.effects`, ['cap', 'down', 'zero', 'refuse', 'status'], references);
  }
};

/** Keeps every sum, the normalised fraction and the printed score within exact integers. */
const checkMagnitudes = (read: EditionReading, edition: Edition): void => {
  const full = edition.items.reduce((sum, item) => sum + BigInt(item.full), 0n);
  const largest = BigInt(Number.MAX_SAFE_INTEGER);
  const scale = BigInt(edition.scale);
  if (full * scale > largest || scale * 10n ** BigInt(edition.digits) > largest) {
    read.fault('', 'edition.numbersTooLarge');
  }
};
