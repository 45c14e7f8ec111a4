import type { EffectKind } from './edition.ts';
import type { EditionReading, References } from './edition-reading.ts';
import { isCount, isObject, own } from './reading.ts';

const KINDS: readonly EffectKind[] = ['cap', 'down', 'zero', 'refuse', 'status'];

/** Checks a list of effects: each names exactly one kind, allowed at this place, and refers to what exists. */
export const readEffects = (
  read: EditionReading,
  list: unknown,
  path: string,
  allowed: readonly EffectKind[],
  references: References,
): void => {
  if (!Array.isArray(list)) {
    read.fault(path, 'edition.notAList');
    return;
  }
  list.forEach((effect: unknown, index) => {
    const at = `${path}[${index}]`;
    const named = isObject(effect) ? KINDS.filter((kind) => Object.hasOwn(effect, kind)) : [];
    const kind = named[0];
    if (!isObject(effect) || kind === undefined || named.length > 1) read.fault(at, 'edition.effectNotOne');
    else if (!allowed.includes(kind)) read.fault(at, 'edition.effectNotAllowedHere', { effect: kind });
    else readOperand(read, kind, own(effect, kind), `${at}.${kind}`, references);
  });
};

const readOperand = (
  read: EditionReading,
  kind: EffectKind,
  operand: unknown,
  path: string,
  { classes, elements }: References,
): void => {
  if (kind === 'refuse') {
    if (operand !== true) read.fault(path, 'edition.choiceUnknown', { choices: 'true' });
  } else if (kind === 'down') {
    if (!isCount(operand)) read.fault(path, 'edition.numberNegative');
  } else if (typeof operand !== 'string') {
    read.fault(path, 'edition.textMissing');
  } else if (kind === 'zero') {
    if (!elements.has(operand)) read.fault(path, 'edition.elementUnknown', { id: operand });
  } else {
    const target = classes.get(operand);
    if (target === undefined) read.fault(path, 'edition.classUnknown', { code: operand });
    else if (kind === 'cap' && target === 'status') read.fault(path, 'edition.capOnStatus', { code: operand });
    else if (kind === 'status' && target === 'ranked') read.fault(path, 'edition.statusIsRanked', { code: operand });
  }
};
