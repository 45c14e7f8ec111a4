import { isPlainDate } from '#lib/plain-date.ts';
import type { Issue } from '#lib/result.ts';
import type { Edition, Effect, Gate, Item } from './edition.ts';
import type { PublishingCode } from './fault-codes.ts';
import { MOST_PACKED_POINTS } from './pack-layout.ts';
import { type Reading, reading } from './reading.ts';

type PublishingReading = Reading<PublishingCode>;

/**
 * What a published edition must have beyond what the score needs: texts that people read, a legal basis wherever the class depends on it,
 * and no rule that can never or always take effect.
 * @returns every fault with its path; empty if the edition may be published
 */
export const checkForPublishing = (edition: Edition): readonly Issue[] => {
  const read: PublishingReading = reading();
  for (const name of ['title', 'industry', 'basis'] as const) needText(read, edition[name], name);
  if (!isText(edition.issued) || !isPlainDate(edition.issued)) read.fault('issued', 'edition.issuedNotADay');
  edition.classes.forEach((member, index) => {
    needText(read, member.name, `classes[${index}].name`);
    needText(read, member.basis, `classes[${index}].basis`);
  });
  edition.elements.forEach((element, index) => {
    needText(read, element.title, `elements[${index}].title`);
    if (element.floor) checkEffects(read, element.floor.effects, `elements[${index}].floor.effects`);
  });
  edition.items.forEach((item, index) => {
    checkItem(read, item, `items[${index}]`);
  });
  edition.gates.forEach((gate, index) => {
    checkGate(read, gate, `gates[${index}]`);
  });
  return read.faults;
};

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const needText = (read: PublishingReading, value: unknown, path: string): void => {
  if (!isText(value)) read.fault(path, path.endsWith('basis') ? 'edition.basisMissing' : 'edition.titleMissing');
};

const checkItem = (read: PublishingReading, item: Item, path: string): void => {
  needText(read, item.clause, `${path}.clause`);
  needText(read, item.text, `${path}.text`);
  needText(read, item.basis, `${path}.basis`);
  if (item.full > MOST_PACKED_POINTS) {
    read.fault(`${path}.full`, 'edition.pointsTooLargeToPack', { max: MOST_PACKED_POINTS });
  }
  if (item.kind === 'scored') {
    if (item.onFail.length > 0) read.fault(`${path}.onFail`, 'edition.effectsNeverReached', { item: item.id });
    return;
  }
  if (item.full === 0) read.fault(`${path}.full`, 'edition.cannotFail', { item: item.id });
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
