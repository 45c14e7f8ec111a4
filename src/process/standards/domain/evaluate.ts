import {
  compareProducts,
  compareWithDecimal,
  type Fraction,
  fraction,
  printUnits,
  roundHalfUp,
} from '#lib/fraction.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import type { Plan, PlannedFloor } from './compile.ts';
import type { Effect } from './edition.ts';
import type { Cause, Sums, TraceStep } from './trace.ts';

/** Marks a position as not applicable where points are expected. */
export const NOT_APPLICABLE = -1;

export interface Outcome extends Sums {
  readonly normalised: Fraction;
  /** The printed score in units of 10^-digits. */
  readonly printedUnits: number;
  readonly scoreClass: string;
  /** Null if not accepted. */
  readonly class: string | null;
  readonly accepted: boolean;
}

interface Causes {
  readonly cause: Cause;
  readonly effects: readonly Effect[];
}

/**
 * The order of effects of `docs/formats.md`, steps 1 (failing) to 10: the only place where a score and a class are worked out.
 * @param given points earned by position, in units, or NOT_APPLICABLE
 * @param counts facts that count for each gate
 * @param trace takes one line per rule applied; null for a run that needs none
 */
export const evaluate = (
  plan: Plan,
  given: ArrayLike<number>,
  counts: ArrayLike<number>,
  trace: TraceStep[] | null,
): Result<Outcome, Refusal> => {
  const causes: Causes[] = [];
  for (const position of plan.critical) {
    const earned = given[position]!;
    if (earned === NOT_APPLICABLE) continue;
    const { id, kind, full, onFail } = plan.items[position]!;
    const fails = earned < full;
    if (fails) causes.push({ cause: { item: id }, effects: onFail });
    trace?.push({
      step: 1,
      rule: fails ? 'item.fails' : 'item.holds',
      inputs: { item: id, kind, full },
      before: earned,
      after: fails,
    });
  }
  plan.gates.forEach(({ id, atLeast, effects }, index) => {
    const count = counts[index]!;
    const holds = count >= atLeast;
    if (holds) causes.push({ cause: { gate: id }, effects });
    trace?.push({
      step: 2,
      rule: holds ? 'gate.holds' : 'gate.doesNotHold',
      inputs: { gate: id, atLeast },
      before: count,
      after: holds,
    });
  });

  const points = causes.length > 0 ? withZeros(plan, given, causes, trace) : given;
  let earned = 0;
  let notApplicable = 0;
  for (let position = 0; position < plan.full.length; position += 1) {
    const unit = points[position]!;
    if (unit === NOT_APPLICABLE) notApplicable += plan.full[position]!;
    else earned += unit;
  }
  const full = plan.fullSum;
  const applicable = full - notApplicable;
  const sums: Sums = { full, notApplicable, earned, deducted: applicable - earned };
  if (applicable === 0) return refuse('score.everythingNotApplicable', 422);
  trace?.push({ step: 3, rule: 'sum', inputs: { items: plan.items.length }, before: null, after: sums });

  const { scale, digits } = plan.edition;
  const normalised = fraction(earned * scale, applicable);
  const printedUnits = roundHalfUp(normalised, digits);
  const scoreRank = rankReached(plan, normalised, printedUnits);
  const scoreClass = plan.ranked[scoreRank - 1]!.code;
  if (trace) traceScore(plan, trace, { earned, applicable, normalised, printedUnits, scoreClass });

  for (const floor of plan.floors) {
    if (isBroken(floor, points, plan, trace)) causes.push({ cause: { floor: floor.element }, effects: floor.effects });
  }
  const decided = causes.length > 0 ? withEffects(plan, scoreRank, causes, trace) : scoreClass;
  return ok({ ...sums, normalised, printedUnits, scoreClass, class: decided, accepted: decided !== null });
};

/** Step 2. A mandatory or veto item that is zeroed here does not fail because of it. */
const withZeros = (
  plan: Plan,
  given: ArrayLike<number>,
  causes: readonly Causes[],
  trace: TraceStep[] | null,
): ArrayLike<number> => {
  let points: Float64Array | undefined;
  for (const { cause, effects } of causes) {
    for (const effect of effects) {
      if (!('zero' in effect)) continue;
      points ??= Float64Array.from(given);
      const items: { item: string; earned: number }[] = [];
      let before = 0;
      for (const position of plan.itemsUnder.get(effect.zero)!) {
        const earned = points[position]!;
        if (earned === NOT_APPLICABLE) continue;
        before += earned;
        if (trace) items.push({ item: plan.items[position]!.id, earned });
        points[position] = 0;
      }
      trace?.push({ step: 2, rule: 'zero', inputs: { cause, element: effect.zero, items }, before, after: 0 });
    }
  }
  return points ?? given;
};

/** Step 6. The last rank starts at 0, so some rank is always reached. */
const rankReached = (plan: Plan, normalised: Fraction, printedUnits: number): number => {
  const exact = plan.edition.compare === 'exact';
  const index = plan.ranked.findIndex(({ threshold, leastPrinted }) =>
    exact ? compareWithDecimal(normalised, threshold) >= 0 : printedUnits >= leastPrinted,
  );
  return index + 1;
};

const traceScore = (
  plan: Plan,
  trace: TraceStep[],
  at: { earned: number; applicable: number; normalised: Fraction; printedUnits: number; scoreClass: string },
): void => {
  const { scale, digits, compare } = plan.edition;
  const { num, den } = at.normalised;
  const printed = printUnits(at.printedUnits, digits);
  trace.push({
    step: 4,
    rule: 'normalise',
    inputs: { scale, applicable: at.applicable },
    before: at.earned,
    after: { num, den },
  });
  trace.push({ step: 5, rule: 'print', inputs: { digits }, before: { num, den }, after: printed });
  const reachedFrom = plan.ranked.findIndex(({ code }) => code === at.scoreClass);
  const classes = plan.ranked.map(({ code, from }, index) => ({ class: code, from, reached: index >= reachedFrom }));
  const value = compare === 'printed' ? printed : { num, den };
  trace.push({ step: 6, rule: 'scoreClass', inputs: { compare, value, classes }, before: null, after: at.scoreClass });
};

/** Whether an element's share of its applicable points lies below its floor; one without applicable points has no floor. */
const isBroken = (
  { element, percent, positions }: PlannedFloor,
  points: ArrayLike<number>,
  plan: Plan,
  trace: TraceStep[] | null,
): boolean => {
  let earned = 0;
  let applicable = 0;
  for (const position of positions) {
    const unit = points[position]!;
    if (unit === NOT_APPLICABLE) continue;
    earned += unit;
    applicable += plan.full[position]!;
  }
  const broken = applicable > 0 && compareProducts(earned, 100, percent, applicable) < 0;
  if (trace) {
    const inputs = { floor: element, percent, earned, applicable };
    if (applicable === 0) trace.push({ step: 7, rule: 'floor.notApplicable', inputs, before: null, after: null });
    else trace.push({ step: 7, rule: broken ? 'floor.broken' : 'floor.kept', inputs, before: null, after: broken });
  }
  return broken;
};

/** Steps 7 to 10; null if the assessment is not accepted. */
const withEffects = (
  plan: Plan,
  scoreRank: number,
  causes: readonly Causes[],
  trace: TraceStep[] | null,
): string | null => {
  const last = plan.ranked.length;
  const codeOf = (rank: number) => plan.ranked[rank - 1]!.code;
  const effects: [Effect, Cause][] = [];
  for (const { cause, effects: own } of causes) for (const effect of own) effects.push([effect, cause]);
  let rank = scoreRank;
  for (const [effect, cause] of effects) {
    if (!('down' in effect)) continue;
    const after = Math.min(last, rank + effect.down);
    trace?.push({
      step: 7,
      rule: 'down',
      inputs: { cause, by: effect.down },
      before: codeOf(rank),
      after: codeOf(after),
    });
    rank = after;
  }
  for (const [effect, cause] of effects) {
    if (!('cap' in effect)) continue;
    const after = Math.max(rank, plan.rankOf.get(effect.cap)!);
    trace?.push({
      step: 8,
      rule: 'cap',
      inputs: { cause, cap: effect.cap },
      before: codeOf(rank),
      after: codeOf(after),
    });
    rank = after;
  }
  const ranked = codeOf(rank);
  let status: string | undefined;
  for (const [effect, cause] of effects) {
    if (!('status' in effect)) continue;
    const before = status ?? ranked;
    const rule = status === undefined ? 'status' : 'status.later';
    status ??= effect.status;
    trace?.push({ step: 9, rule, inputs: { cause, status: effect.status }, before, after: status });
  }
  let decided: string | null = status ?? ranked;
  for (const [effect, cause] of effects) {
    if (!('refuse' in effect)) continue;
    trace?.push({ step: 10, rule: 'refuse', inputs: { cause }, before: decided, after: null });
    decided = null;
  }
  return decided;
};
