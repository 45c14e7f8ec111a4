import type { Translate } from '#platform/text.ts';
import type { Cause, Edition, TraceStep } from './domain/index.ts';
import { className, elementTitle, itemName, pointsText } from './edition-words.ts';
import type { StandardsKey } from './standards.text.ts';

type T = Translate<StandardsKey>;

/** One line of the account of a class, in words. */
export interface TraceLine {
  readonly rule: TraceStep['rule'];
  readonly step: TraceStep['step'];
  readonly text: string;
  /** Law or standard of the item, element or gate. */
  readonly basis?: string;
  /** True where it changed points or class, or holds against the unit. */
  readonly decisive: boolean;
  /** The item that the line is about. */
  readonly item?: string;
  /** The gate that the line is about, or whose effect it tells. */
  readonly gate?: string;
  /** True for a gate with nothing on record: complete, but of no interest to most readers. */
  readonly quiet?: boolean;
}

/** A whole number as people write it: 79, not 79/1. */
const fraction = ({ num, den }: { readonly num: number; readonly den: number }): string =>
  den === 1 ? String(num) : `${num}/${den}`;

/** What names things in an edition, found once for a whole trace. */
interface Words {
  readonly edition: Edition;
  readonly t: T;
  readonly item: (id: string) => string;
  readonly kind: (id: string) => string;
  readonly gate: (id: string) => string;
  readonly basisOf: (cause: Cause) => string | undefined;
}

const wordsOf = (edition: Edition, t: T): Words => {
  const items = new Map(edition.items.map((one) => [one.id, one]));
  const gates = new Map(edition.gates.map((one) => [one.id, one]));
  return {
    edition,
    t,
    item: (id) => {
      const item = items.get(id);
      return item ? itemName(item) : id;
    },
    kind: (id) => t(`standards.kind.${items.get(id)?.kind ?? 'scored'}`),
    gate: (id) => gates.get(id)?.title ?? id,
    basisOf: (cause) => {
      if ('item' in cause) return items.get(cause.item)?.basis;
      return 'gate' in cause ? gates.get(cause.gate)?.basis : undefined;
    },
  };
};

const causeText = (cause: Cause, { t, item, kind, gate, edition }: Words): string => {
  if ('item' in cause) return t('trace.cause.item', { kind: kind(cause.item), item: item(cause.item) });
  if ('floor' in cause) return t('trace.cause.floor', { element: elementTitle(edition, cause.floor) });
  return t('trace.cause.gate', { gate: gate(cause.gate) });
};

const rate = (earned: number, applicable: number): string => `${Math.floor((earned * 1000) / applicable) / 10}%`;

const lineOf = (step: TraceStep, words: Words): Omit<TraceLine, 'rule' | 'step'> => {
  const { t, edition, item, kind, gate } = words;
  const points = (units: number) => pointsText(units, edition);
  const name = (code: string) => className(edition, code);
  switch (step.rule) {
    case 'item.points':
    case 'item.met': {
      const { item: id, full, given } = step.inputs;
      const params = { item: item(id), points: points(step.after), full: points(full) };
      const met = t('met' in given && given.met ? 'trace.met' : 'trace.unmet');
      const text = step.rule === 'item.met' ? t('trace.item.met', { ...params, met }) : t('trace.item.points', params);
      return { text, basis: words.basisOf({ item: id }), decisive: step.after < full, item: id };
    }
    case 'item.notApplicable': {
      const { item: id, full, given } = step.inputs;
      const reason = 'na' in given ? given.na : '';
      return {
        text: t('trace.item.notApplicable', { item: item(id), full: points(full), reason }),
        decisive: false,
        item: id,
      };
    }
    case 'item.holds':
    case 'item.fails': {
      const { item: id, full } = step.inputs;
      const params = { kind: kind(id), item: item(id) };
      return step.rule === 'item.holds'
        ? { text: t('trace.item.holds', params), decisive: false }
        : {
            text: t('trace.item.fails', { ...params, full: points(full), points: points(step.before) }),
            basis: words.basisOf({ item: id }),
            decisive: true,
            item: id,
          };
    }
    case 'gate.counted': {
      const { gate: id, after, until, dates } = step.inputs;
      const params = {
        gate: gate(id),
        after,
        until,
        count: step.after,
        dates: dates.join(t('trace.separator')) || t('trace.none'),
      };
      return { text: t('trace.gate.counted', params), decisive: false, quiet: step.after === 0 };
    }
    case 'gate.holds':
    case 'gate.doesNotHold': {
      const { gate: id, atLeast } = step.inputs;
      const text = t(`trace.${step.rule}`, { gate: gate(id), count: step.before, atLeast });
      const holds = step.rule === 'gate.holds';
      return { text, basis: words.basisOf({ gate: id }), decisive: holds, quiet: !holds && step.before === 0 };
    }
    case 'zero': {
      const { cause, element } = step.inputs;
      const params = { cause: causeText(cause, words), element: elementTitle(edition, element) };
      return {
        text: t('trace.zero', { ...params, points: points(step.before) }),
        basis: words.basisOf(cause),
        decisive: step.before > 0,
      };
    }
    case 'sum': {
      const { full, notApplicable, earned, deducted } = step.after;
      const params = { notApplicable: points(notApplicable), earned: points(earned), deducted: points(deducted) };
      return {
        text: t('trace.sum', { ...params, fullSum: points(full), applicable: points(full - notApplicable) }),
        decisive: false,
      };
    }
    case 'normalise': {
      const { scale, applicable } = step.inputs;
      const params = {
        earned: points(step.before),
        applicable: points(applicable),
        scale,
        score: fraction(step.after),
      };
      return { text: t('trace.normalise', params), decisive: false };
    }
    case 'print':
      return { text: t('trace.print', { digits: step.inputs.digits, score: step.after }), decisive: false };
    case 'scoreClass': {
      const { classes, value } = step.inputs;
      const lines = classes.map((one) => `${name(one.class)} ≥ ${one.from}`).join(t('trace.comma'));
      const from = classes.find((one) => one.class === step.after)?.from ?? '';
      const score = typeof value === 'string' ? value : fraction(value);
      const { basis } = edition.classes.find(({ code }) => code === step.after) ?? {};
      const text = t('trace.scoreClass', { score, class: name(step.after), from, lines });
      return { text, decisive: true, ...(basis ? { basis } : {}) };
    }
    case 'floor.kept':
    case 'floor.broken':
    case 'floor.notApplicable': {
      const { floor, percent, earned, applicable } = step.inputs;
      const element = elementTitle(edition, floor);
      if (step.rule === 'floor.notApplicable')
        return { text: t('trace.floor.notApplicable', { element }), decisive: false };
      const params = { element, percent, rate: rate(earned, applicable) };
      return step.rule === 'floor.kept'
        ? { text: t('trace.floor.kept', params), decisive: false }
        : {
            text: t('trace.floor.broken', { ...params, points: points(earned), applicable: points(applicable) }),
            decisive: true,
          };
    }
    case 'down': {
      const { cause, by } = step.inputs;
      const params = { cause: causeText(cause, words), by, before: name(step.before), after: name(step.after) };
      return { text: t('trace.down', params), basis: words.basisOf(cause), decisive: step.before !== step.after };
    }
    case 'cap': {
      const { cause, cap } = step.inputs;
      const params = { cause: causeText(cause, words), cap: name(cap), before: name(step.before) };
      const changed = step.before !== step.after;
      const text = changed ? t('trace.cap', { ...params, after: name(step.after) }) : t('trace.cap.noChange', params);
      return { text, basis: words.basisOf(cause), decisive: changed };
    }
    case 'status':
    case 'status.later': {
      const { cause, status } = step.inputs;
      const params = { cause: causeText(cause, words), status: name(status), before: name(step.before) };
      return {
        text: t(`trace.${step.rule}`, params),
        basis: words.basisOf(cause),
        decisive: step.rule === 'status',
      };
    }
    case 'refuse': {
      const { cause } = step.inputs;
      return {
        text: t('trace.refuse', { cause: causeText(cause, words) }),
        basis: words.basisOf(cause),
        decisive: true,
      };
    }
    case 'departure': {
      const { person, reason, bound } = step.inputs;
      const told = t('trace.departure', { person, reason, before: name(step.before), after: name(step.after) });
      const limits = bound && t('trace.departure.bound', { most: bound.mostRanks, best: name(bound.best) });
      return { text: [told, limits].filter((part) => part !== undefined).join(''), decisive: true };
    }
  }
};

const gateOf = ({ inputs }: TraceStep): string | undefined => {
  if ('gate' in inputs) return inputs.gate;
  return 'cause' in inputs && 'gate' in inputs.cause ? inputs.cause.gate : undefined;
};

/** A trace in words, line by line, in the order of working. */
export const traceLines = (edition: Edition, trace: readonly TraceStep[], t: T): readonly TraceLine[] => {
  const words = wordsOf(edition, t);
  return trace.map((step) => {
    const gate = gateOf(step);
    return { rule: step.rule, step: step.step, ...(gate === undefined ? {} : { gate }), ...lineOf(step, words) };
  });
};

/** The class that a trace ends with; null if not accepted, undefined if the trace is not whole. */
export const tracedClass = (trace: readonly TraceStep[]): string | null | undefined =>
  trace.reduce<string | null | undefined>((found, step) => {
    switch (step.rule) {
      case 'scoreClass':
      case 'down':
      case 'cap':
      case 'status':
      case 'refuse':
      case 'departure':
        return step.after;
      default:
        return found;
    }
  }, undefined);
