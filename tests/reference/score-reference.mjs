// A second implementation of `score`, written from the published format alone; sums are BigInt.
import { createHash } from 'node:crypto';
import { canonical, parseJson } from './json-reference.mjs';
import { bytesOf, outcome, Refused, readOptions, required } from './options-reference.mjs';

const check = (holds, what) => {
  if (!holds) throw new Refused(what);
};
const isText = (value) => typeof value === 'string' && value !== '';
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const member = (object, name, what) => {
  check(object instanceof Map, `${what}: not an object`);
  check(object.has(name), `${what}: ${name} is missing`);
  return object.get(name);
};
const textOf = (object, name, what) => {
  const value = member(object, name, what);
  check(isText(value), `${what}: ${name} must be a text`);
  return value;
};
const countOf = (object, name, what) => {
  const value = member(object, name, what);
  check(isCount(value), `${what}: ${name} must be a whole number`);
  return BigInt(value);
};
const choiceOf = (object, name, choices, what) => {
  const value = member(object, name, what);
  check(choices.includes(value), `${what}: ${name} must be one of ${choices.join(', ')}`);
  return value;
};
const listOf = (object, name, what) => {
  const value = member(object, name, what);
  check(Array.isArray(value), `${what}: ${name} must be a list`);
  return value;
};
const byUnique = (list, name, what) => {
  const found = new Map();
  for (const entry of list) {
    check(!found.has(entry[name]), `${what} ${entry[name]} is there twice`);
    found.set(entry[name], entry);
  }
  return found;
};

/** A decimal text as a fraction of a power of ten. */
function decimal(value, what) {
  check(typeof value === 'string' && /^(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(value), `${what}: no decimal`);
  const [whole, fraction = ''] = value.split('.');
  return { num: BigInt(whole + fraction), den: 10n ** BigInt(fraction.length) };
}
const compare = (a, b) => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

function readClasses(edition, scale) {
  const classes = listOf(edition, 'classes', 'edition').map((entry) => {
    const code = textOf(entry, 'code', 'class');
    if (!entry.has('rank')) {
      check(!entry.has('from'), `${code}: a status has no from`);
      return { code };
    }
    return { code, rank: Number(countOf(entry, 'rank', code)), from: member(entry, 'from', code) };
  });
  byUnique(classes, 'code', 'class');
  const ranked = classes.filter((entry) => entry.rank !== undefined).sort((a, b) => a.rank - b.rank);
  check(ranked.length > 0, 'classes: none has a rank');
  ranked.forEach((entry, i) => {
    check(entry.rank === i + 1, 'classes: ranks must be 1, 2, … without gap');
    entry.value = decimal(entry.from, entry.code);
    check(compare(entry.value, { num: scale, den: 1n }) <= 0, `${entry.code}: from is beyond the scale`);
    check(i === 0 || compare(entry.value, ranked[i - 1].value) < 0, `${entry.code}: from must fall with rank`);
  });
  check(ranked.at(-1).from === '0', 'classes: the last from must be "0"');
  return { ranked, statuses: classes.filter((entry) => entry.rank === undefined).map((entry) => entry.code) };
}

function readEffects(list, kinds, { ranked, statuses }, elementIds, what) {
  return list.map((entry) => {
    check(entry instanceof Map, `${what}: an effect must be an object`);
    const present = ['cap', 'down', 'zero', 'refuse', 'status'].filter((kind) => entry.has(kind));
    check(present.length === 1 && kinds.includes(present[0]), `${what}: no effect that may stand here`);
    const [kind] = present;
    const value = entry.get(kind);
    if (kind === 'cap')
      check(
        ranked.some(({ code }) => code === value),
        `${what}: cap names no ranked class`,
      );
    if (kind === 'down') check(isCount(value), `${what}: down must be a whole number`);
    if (kind === 'zero') check(elementIds.has(value), `${what}: zero names no element`);
    if (kind === 'refuse') check(value === true, `${what}: refuse must be true`);
    if (kind === 'status') check(statuses.includes(value), `${what}: status names no status`);
    return { kind, value };
  });
}

function readElements(edition) {
  const list = listOf(edition, 'elements', 'edition').map((entry) => {
    const id = textOf(entry, 'id', 'element');
    const parent = member(entry, 'parent', id);
    check(parent === null || isText(parent), `${id}: parent must be null or an element`);
    return { id, parent, entry };
  });
  const elements = byUnique(list, 'id', 'element');
  for (const element of list) {
    element.path = [];
    for (let id = element.id; id !== null; id = elements.get(id).parent) {
      check(elements.has(id), `${element.id}: its parent ${id} does not exist`);
      check(element.path.length < 3, `${element.id}: deeper than three levels`);
      element.path.push(id);
    }
  }
  return elements;
}

function readEdition(edition) {
  check(member(edition, 'format', 'edition') === 'anping-edition-v1', 'edition: format');
  check(countOf(edition, 'unitsPerPoint', 'edition') > 0n, 'edition: unitsPerPoint');
  const scale = countOf(edition, 'scale', 'edition');
  check(scale > 0n, 'edition: scale');
  const digits = countOf(edition, 'digits', 'edition');
  const exact = choiceOf(edition, 'compare', ['printed', 'exact'], 'edition') === 'exact';
  const classes = readClasses(edition, scale);
  const elements = readElements(edition);
  const effects = (list, kinds, what) => readEffects(list, kinds, classes, elements, what);
  const floors = [];
  for (const { id, entry } of elements.values()) {
    if (!entry.has('floor')) continue;
    const floor = entry.get('floor');
    const percent = countOf(floor, 'percent', id);
    check(percent <= 100n, `${id}: percent is beyond 100`);
    floors.push({ id, percent, effects: effects(listOf(floor, 'effects', id), ['cap', 'down'], id) });
  }
  const items = listOf(edition, 'items', 'edition').map((entry) => {
    const id = textOf(entry, 'id', 'item');
    const element = member(entry, 'element', id);
    check(elements.has(element), `${id}: its element does not exist`);
    return {
      id,
      path: elements.get(element).path,
      full: countOf(entry, 'full', id),
      kind: choiceOf(entry, 'kind', ['scored', 'mandatory', 'veto'], id),
      scoring: choiceOf(entry, 'scoring', ['points', 'met'], id),
      na: choiceOf(entry, 'na', ['allowed', 'forbidden'], id),
      effects: effects(listOf(entry, 'onFail', id), ['cap', 'down', 'zero', 'refuse'], id),
    };
  });
  byUnique(items, 'id', 'item');
  const gates = listOf(edition, 'gates', 'edition').map((entry) => {
    const id = textOf(entry, 'id', 'gate');
    return {
      id,
      fact: textOf(entry, 'fact', id),
      atLeast: countOf(entry, 'atLeast', id),
      months: Number(countOf(entry, 'months', id)),
      effects: effects(listOf(entry, 'effects', id), ['cap', 'down', 'zero', 'refuse', 'status'], id),
    };
  });
  byUnique(gates, 'id', 'gate');
  return { scale, digits, exact, ranked: classes.ranked, floors, items, gates };
}

const daysIn = (year, month) => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** A date as one number that orders like the calendar: months since year 0, times 32, plus the day. */
function readDate(value, what) {
  const parts = typeof value === 'string' ? /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value) : null;
  check(parts !== null, `${what}: no date`);
  const [year, month, day] = parts.slice(1).map(Number);
  check(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month), `${what}: no such day`);
  return (year * 12 + month - 1) * 32 + day;
}

/** The same day so many months earlier, at most the last day of that month. */
function monthsBefore(date, months) {
  const month = Math.floor(date / 32) - months;
  const monthOfYear = ((month % 12) + 12) % 12;
  return month * 32 + Math.min(date % 32, daysIn(Math.floor(month / 12), monthOfYear + 1));
}

function readAnswers(answers, edition, hash) {
  check(member(answers, 'format', 'answers') === 'anping-answers-v1', 'answers: format');
  check(member(answers, 'edition', 'answers') === hash, 'answers: they are to another edition');
  const asOf = readDate(member(answers, 'asOf', 'answers'), 'asOf');
  const given = member(answers, 'answers', 'answers');
  check(given instanceof Map, 'answers: answers must be an object');
  const results = edition.items.map((item) => {
    const answer = member(given, item.id, 'answers');
    check(answer instanceof Map, `${item.id}: one of points, met, na`);
    const kinds = ['points', 'met', 'na'].filter((name) => answer.has(name));
    check(kinds.length === 1, `${item.id}: one of points, met, na`);
    const [kind] = kinds;
    const value = answer.get(kind);
    if (kind === 'na') {
      check(item.na === 'allowed', `${item.id}: it cannot be not applicable`);
      check(isText(value) && value.trim() !== '', `${item.id}: na needs a reason`);
      return { ...item, applicable: false, earned: 0n };
    }
    check(kind === item.scoring, `${item.id}: it is answered by ${item.scoring}`);
    if (kind === 'met') {
      check(typeof value === 'boolean', `${item.id}: met must be true or false`);
      return { ...item, applicable: true, earned: value ? item.full : 0n };
    }
    check(isCount(value) && BigInt(value) <= item.full, `${item.id}: points must be within 0 and ${item.full}`);
    return { ...item, applicable: true, earned: BigInt(value) };
  });
  check(given.size === edition.items.length, 'answers: an item that the edition lacks');
  const facts = listOf(answers, 'facts', 'answers').map((entry) => ({
    fact: textOf(entry, 'fact', 'facts'),
    date: readDate(member(entry, 'date', 'facts'), 'facts'),
  }));
  return { asOf, results, facts };
}

const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));
const sum = (items, of) => items.reduce((total, item) => total + of(item), 0n);

function printedOf({ num, den }, digits) {
  const rounded = (2n * num * 10n ** digits + den) / (2n * den);
  const figures = rounded.toString().padStart(Number(digits) + 1, '0');
  if (digits === 0n) return figures;
  return `${figures.slice(0, -Number(digits))}.${figures.slice(-Number(digits))}`;
}

function calculate(edition, { asOf, results, facts }, hash) {
  const failed = results.filter((item) => item.kind !== 'scored' && item.applicable && item.earned < item.full);
  const holding = edition.gates.filter((gate) => {
    const after = monthsBefore(asOf, gate.months);
    const count = facts.filter(({ fact, date }) => fact === gate.fact && after < date && date <= asOf).length;
    return BigInt(count) >= gate.atLeast;
  });
  const values = (sources, kind) =>
    sources.flatMap(({ effects }) => effects.filter((effect) => effect.kind === kind).map((effect) => effect.value));

  const zeroed = new Set(values([...failed, ...holding], 'zero'));
  const items = results.map((item) => (item.path.some((id) => zeroed.has(id)) ? { ...item, earned: 0n } : item));
  const full = sum(items, (item) => item.full);
  const notApplicable = sum(items, (item) => (item.applicable ? 0n : item.full));
  const earned = sum(items, (item) => item.earned);
  const applicable = full - notApplicable;
  check(applicable > 0n, 'answers: nothing is applicable');
  check(full * edition.scale <= BigInt(Number.MAX_SAFE_INTEGER), 'edition: too large for the numbers of JSON');
  const divisor = gcd(earned * edition.scale, applicable);
  const normalised = { num: (earned * edition.scale) / divisor, den: applicable / divisor };
  const printed = printedOf(normalised, edition.digits);

  const value = edition.exact ? normalised : decimal(printed, 'printed');
  const scoreClass = edition.ranked.find((entry) => compare(entry.value, value) <= 0);
  const broken = edition.floors.filter((floor) => {
    const below = items.filter((item) => item.applicable && item.path.includes(floor.id));
    const base = sum(below, (item) => item.full);
    return base > 0n && sum(below, (item) => item.earned) * 100n < floor.percent * base;
  });
  const sources = [...failed, ...holding, ...broken];
  const steps = values(sources, 'down').reduce((total, down) => total + down, 0);
  let rank = Math.min(edition.ranked.length, scoreClass.rank + steps);
  for (const code of values(sources, 'cap')) rank = Math.max(rank, edition.ranked.find((c) => c.code === code).rank);
  const [status] = values(holding, 'status');
  const accepted = values(sources, 'refuse').length === 0;
  return {
    edition: hash,
    full: Number(full),
    earned: Number(earned),
    deducted: Number(full - notApplicable - earned),
    notApplicable: Number(notApplicable),
    normalised: { num: Number(normalised.num), den: Number(normalised.den) },
    printed,
    scoreClass: scoreClass.code,
    class: accepted ? (status ?? edition.ranked[rank - 1].code) : null,
    accepted,
  };
}

/** The edition hash: SHA-256 of the canonical JSON of what the bytes say. */
export const editionHash = (bytes) =>
  createHash('sha256')
    .update(canonical(parseJson(bytes, 'edition')))
    .digest('hex');

/**
 * The whole command but for the trace: arguments in, exit code and the result object out.
 * @param {readonly string[]} args what follows `score`
 * @param {(path: string) => Uint8Array | null} read a file's bytes, null where it cannot be read
 */
export function scoreReference(args, read) {
  return outcome(() => {
    const options = readOptions(args, ['edition', 'answers']);
    const editionFile = required(options, 'edition');
    const answersFile = required(options, 'answers');
    const editionBytes = bytesOf(read, editionFile);
    const edition = readEdition(parseJson(editionBytes, editionFile));
    const hash = editionHash(editionBytes);
    const answers = readAnswers(parseJson(bytesOf(read, answersFile), answersFile), edition, hash);
    return calculate(edition, answers, hash);
  });
}

/**
 * What a program's exit code and stdout get wrong, or null. Every byte of stdout is fixed but the inner form of the
 * trace, of which the keys of each step are.
 */
export function scoreDisagreement(expected, exit, stdout) {
  if (exit !== expected.exit) return `exit ${exit}, not ${expected.exit} (${expected.reason})`;
  if (exit !== 0) return stdout === '' ? null : 'a refusal wrote to stdout';
  const head = `${JSON.stringify(expected.stdout).slice(0, -1)},"trace":[`;
  if (!stdout.startsWith(head)) return `stdout starts\n${stdout.slice(0, head.length)}, not\n${head}`;
  const parsed = JSON.parse(stdout);
  if (`${JSON.stringify(parsed)}\n` !== stdout) return 'stdout is not one line of JSON.stringify and LF';
  if (Object.keys(parsed).at(-1) !== 'trace') return 'something follows the trace';
  if (parsed.trace.length === 0) return 'the trace is empty';
  const keys = 'step,rule,inputs,before,after';
  const odd = parsed.trace.findIndex((step) => step === null || Object.keys(step).join() !== keys);
  return odd < 0 ? null : `trace step ${odd} has the keys ${Object.keys(parsed.trace[odd] ?? {}).join()}`;
}
