import { compareDecimals, parseDecimal } from '#lib/fraction.ts';
import { isPlainDate } from '#lib/plain-date.ts';
import type { Issue } from '#lib/result.ts';
import { checkDeductions } from './check-deductions.ts';
import { checkEmptiness } from './check-emptiness.ts';
import { checkTotals } from './check-totals.ts';
import { checkWording } from './check-wording.ts';
import type { Edition, EditionClass, Effect, Element, Gate, Item } from './edition.ts';
import { MOST_PACKED_POINTS } from './pack-layout.ts';
import { isText, nameOfItem, type PublishingReading } from './publishing-reading.ts';
import { reading } from './reading.ts';

/**
 * What a published edition must have beyond what the score needs: texts that people read, a legal basis wherever the class depends on it,
 * no rule that can never or always take effect, and nothing that says otherwise in another place.
 * @returns every fault with its path; empty if the edition may be published
 */
export const checkForPublishing = (edition: Edition): readonly Issue[] => {
  const read: PublishingReading = reading();
  for (const name of ['title', 'industry', 'basis'] as const) needText(read, edition[name], name);
  if (!isText(edition.issued) || !isPlainDate(edition.issued)) read.fault('issued', 'edition.issuedNotADay');
  const best = edition.classes.find(({ rank }) => rank === 1)?.code;
  const names = new Set<string>();
  edition.classes.forEach((member, index) => {
    needText(read, member.name, `classes[${index}].name`);
    checkName(read, member, names, `classes[${index}].name`);
    needText(read, member.basis, `classes[${index}].basis`);
    checkThreshold(read, member, edition.scale, `classes[${index}].from`);
  });
  edition.elements.forEach((element, index) => {
    needText(read, element.title, `elements[${index}].title`);
    checkFloor(read, element, `elements[${index}].floor`, best);
  });
  edition.items.forEach((item, index) => {
    checkItem(read, item, `items[${index}]`, best);
    checkDeductions(read, item, `items[${index}]`, edition);
  });
  edition.gates.forEach((gate, index) => {
    checkGate(read, gate, `gates[${index}]`, best);
  });
  checkEmptiness(read, edition);
  checkTotals(read, edition);
  checkWording(read, edition);
  return read.faults;
};

const checkThreshold = (read: PublishingReading, { from }: EditionClass, scale: number, path: string): void => {
  const limit = from === undefined ? undefined : parseDecimal(from);
  const most = parseDecimal(String(scale));
  if (from !== undefined && limit && most && compareDecimals(limit, most) > 0) {
    read.fault(path, 'edition.fromAboveScale', { from, scale });
  }
};

const needText = (read: PublishingReading, value: unknown, path: string): void => {
  if (!isText(value)) read.fault(path, path.endsWith('basis') ? 'edition.basisMissing' : 'edition.titleMissing');
};

const checkName = (read: PublishingReading, { name }: EditionClass, names: Set<string>, path: string): void => {
  if (!isText(name)) return;
  if (names.has(name.trim())) read.fault(path, 'edition.classNameRepeated', { name: name.trim() });
  names.add(name.trim());
};

const checkFloor = (read: PublishingReading, { floor }: Element, path: string, best: string | undefined): void => {
  if (!floor) return;
  if (floor.percent === 0) read.fault(`${path}.percent`, 'edition.floorNeverBroken');
  checkEffects(read, floor.effects, `${path}.effects`, best);
};

const checkItem = (read: PublishingReading, item: Item, path: string, best: string | undefined): void => {
  needText(read, item.clause, `${path}.clause`);
  needText(read, item.text, `${path}.text`);
  if (item.kind === 'scored') needText(read, item.basis, `${path}.basis`);
  else if (!isText(item.basis)) read.fault(`${path}.basis`, 'edition.decidingBasisMissing', { item: nameOfItem(item) });
  if (isText(item.naWhen) && item.na === 'forbidden') {
    read.fault(`${path}.naWhen`, 'edition.naWhenWithoutNa', { item: nameOfItem(item) });
  }
  if (item.full > MOST_PACKED_POINTS) {
    read.fault(`${path}.full`, 'edition.pointsTooLargeToPack', { max: MOST_PACKED_POINTS });
  }
  if (item.kind === 'scored') {
    if (item.onFail.length > 0) read.fault(`${path}.onFail`, 'edition.effectsNeverReached', { item: item.id });
    return;
  }
  if (item.full === 0) read.fault(`${path}.full`, 'edition.cannotFail', { item: item.id });
  if (item.na === 'allowed' && !isText(item.naWhen)) {
    read.fault(`${path}.naWhen`, 'edition.naWithoutWhen', { item: nameOfItem(item) });
  }
  checkEffects(read, item.onFail, `${path}.onFail`, best);
};

const checkGate = (read: PublishingReading, gate: Gate, path: string, best: string | undefined): void => {
  needText(read, gate.title, `${path}.title`);
  needText(read, gate.basis, `${path}.basis`);
  if (gate.atLeast === 0) read.fault(`${path}.atLeast`, 'edition.gateAlwaysHolds', { gate: gate.id });
  if (gate.months === 0) read.fault(`${path}.months`, 'edition.gateNeverHolds', { gate: gate.id });
  checkEffects(read, gate.effects, `${path}.effects`, best);
};

/** @param best code of the most favourable class */
const checkEffects = (
  read: PublishingReading,
  effects: readonly Effect[],
  path: string,
  best: string | undefined,
): void => {
  if (effects.length === 0) read.fault(path, 'edition.effectsMissing');
  effects.forEach((effect, index) => {
    if ('down' in effect && effect.down === 0) read.fault(`${path}[${index}].down`, 'edition.effectWithoutForce');
    if ('cap' in effect && effect.cap === best)
      read.fault(`${path}[${index}].cap`, 'edition.capWithoutForce', { class: best });
  });
};
