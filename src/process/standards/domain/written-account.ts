import { printUnits } from '#lib/fraction.ts';
import type { Account, CausePlace } from './account.ts';
import type { Plan } from './compile.ts';
import { NOT_APPLICABLE } from './evaluate.ts';
import type { Cause, TraceStep } from './trace.ts';

/** The account as people read it and `score --json` prints it: a line per step, appended to `trace`. */
export const writtenAccount = (plan: Plan, trace: TraceStep[]): Account => {
  const { items, gates, ranked } = plan;
  const { elements, scale, digits, compare } = plan.edition;
  const codeOf = (rank: number): string => ranked[rank - 1]!.code;
  const causeOf = ({ kind, at }: CausePlace): Cause => {
    if (kind === 'item') return { item: items[at]!.id };
    return kind === 'gate' ? { gate: gates[at]!.id } : { floor: elements[at]!.id };
  };
  return {
    critical: (position, earned, fails) => {
      const { id, kind, full } = items[position]!;
      const rule = fails ? 'item.fails' : 'item.holds';
      trace.push({ step: 1, rule, inputs: { item: id, kind, full }, before: earned, after: fails });
    },
    gate: (gate, count, holds) => {
      const { id, atLeast } = gates[gate]!;
      const rule = holds ? 'gate.holds' : 'gate.doesNotHold';
      trace.push({ step: 2, rule, inputs: { gate: id, atLeast }, before: count, after: holds });
    },
    zero: (cause, element, sum, points) => {
      const lost = plan.itemsUnder
        .get(element)!
        .filter((position) => points[position] !== NOT_APPLICABLE)
        .map((position) => ({ item: items[position]!.id, earned: points[position]! }));
      const inputs = { cause: causeOf(cause), element, items: lost };
      trace.push({ step: 2, rule: 'zero', inputs, before: sum, after: 0 });
    },
    sums: ({ full, notApplicable, earned, deducted }) => {
      const after = { full, notApplicable, earned, deducted };
      trace.push({ step: 3, rule: 'sum', inputs: { items: items.length }, before: null, after });
    },
    score: ({ full, notApplicable, earned }, { num, den }, printedUnits, rank) => {
      const printed = printUnits(printedUnits, digits);
      const inputs = { scale, applicable: full - notApplicable };
      trace.push({ step: 4, rule: 'normalise', inputs, before: earned, after: { num, den } });
      trace.push({ step: 5, rule: 'print', inputs: { digits }, before: { num, den }, after: printed });
      const classes = ranked.map(({ code, from }, index) => ({ class: code, from, reached: index + 1 >= rank }));
      const value = compare === 'printed' ? printed : { num, den };
      trace.push({
        step: 6,
        rule: 'scoreClass',
        inputs: { compare, value, classes },
        before: null,
        after: codeOf(rank),
      });
    },
    floor: (element, percent, { earned, applicable }, broken) => {
      const inputs = { floor: elements[element]!.id, percent, earned, applicable };
      if (broken === null) trace.push({ step: 7, rule: 'floor.notApplicable', inputs, before: null, after: null });
      else trace.push({ step: 7, rule: broken ? 'floor.broken' : 'floor.kept', inputs, before: null, after: broken });
    },
    down: (cause, by, before, after) => {
      const inputs = { cause: causeOf(cause), by };
      trace.push({ step: 7, rule: 'down', inputs, before: codeOf(before), after: codeOf(after) });
    },
    cap: (cause, cap, before, after) => {
      const inputs = { cause: causeOf(cause), cap };
      trace.push({ step: 8, rule: 'cap', inputs, before: codeOf(before), after: codeOf(after) });
    },
    status: (cause, status, rank, first) => {
      const inputs = { cause: causeOf(cause), status };
      const rule = first === undefined ? 'status' : 'status.later';
      trace.push({ step: 9, rule, inputs, before: first ?? codeOf(rank), after: first ?? status });
    },
    refuse: (cause, before) => {
      trace.push({ step: 10, rule: 'refuse', inputs: { cause: causeOf(cause) }, before, after: null });
    },
  };
};
