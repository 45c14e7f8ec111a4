import { compareDecimals, parseDecimal } from '#lib/fraction.ts';
import { isPlainDate } from '#lib/plain-date.ts';
import type { Issue } from '#lib/result.ts';
import { checkDeductions } from './check-deductions.ts';
import { checkTotals } from './check-totals.ts';
import { checkWording } from './check-wording.ts';
import type { Edition, EditionClass, Effect, Gate, Item } from './edition.ts';
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
  edition.classes.forEach((member, index) => {
    needText(read, member.name, `classes[${index}].name`);
    needText(read, member.basis, `classes[${index}].basis`);
    checkThreshold(read, member, edition.scale, `classes[${index}].from`);
  });
  edition.elements.forEach((element, index) => {
    needText(read, element.title, `elements[${index}].title`);
    if (element.floor) checkEffects(read, element.floor.effects, `elements[${index}].floor.effects`);
  });
  edition.items.forEach((item, index) => {
    checkItem(read, item, `items[${index}]`);
    checkDeductions(read, item, `items[${index}]`, edition);
  });
  edition.gates.forEach((gate, index) => {
    checkGate(read, gate, `gates[${index}]`);
  });
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

const checkItem = (read: PublishingReading, item: Item, path: string): void => {
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
  checkEffects(read, item.onFail, `${path}.onFail`);
};

const checkGate = (read: PublishingReading, gate: Gate, path: string): void => {
  needText(read, gate.title, `${path}.title`);
  needText(read, gate.basis, `${path}.basis`);
  if (gate.atLeast === 0) read.fault(`${path}.atLeast`, 'edition.gateAlwaysHolds', { gate: gate.id });
  if (gate.months === 0) read.fault(`${path}.months`, 'edition.gateNeverHolds', { gate: gate.id });
  checkEffects(read, gate.effects, `${path}.effects`);
};

const checkEffects = (read: PublishingReading, effects: readonly Effect[], path: string): void => {
  if (effects.length === 0) read.fault(path, 'edition.effectsMissing');
  effects.forEach((effect, index) => {
    if ('down' in effect && effect.down === 0) read.fault(`${path}[${index}].down`, 'edition.effectWithoutForce');
  });
};
