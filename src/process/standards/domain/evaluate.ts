import { compareProducts, compareWithDecimal, type Fraction, fraction, roundHalfUp } from '#lib/fraction.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import type { Account, FloorSums } from './account.ts';
import type { Plan, PlannedCause, PlannedFloor } from './compile.ts';
import type { Sums } from './trace.ts';

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

/** Points given, in units, added up over all items: those that do not apply by their full points. */
export interface GivenSums {
  readonly earned: number;
  readonly notApplicable: number;
}

/**
 * The order of effects of `docs/formats.md`, steps 1 (failing) to 10: the only place where a score and a class are worked out.
 * @param given points earned by position, in units, or NOT_APPLICABLE
 * @param counts facts that count for each gate
 * @param account is told each rule applied; null for a run that needs none
 * @param sums of `given`, for a run that has added them up on its way
 */
export const evaluate = (
  plan: Plan,
  given: ArrayLike<number>,
  counts: ArrayLike<number>,
  account: Account | null,
  sums: GivenSums = sumsOf(plan, given),
): Result<Outcome, Refusal> => {
  const causes = failuresAndGates(plan, given, counts, account);
  const points = causes.length > 0 ? withZeros(plan, given, causes, account) : given;
  const { earned, notApplicable } = points === given ? sums : sumsOf(plan, points);
  const full = plan.fullSum;
  const applicable = full - notApplicable;
  if (applicable === 0) return refuse('score.everythingNotApplicable', 422);
  const deducted = applicable - earned;

  const { scale, digits } = plan.edition;
  const normalised = fraction(earned * scale, applicable);
  const printedUnits = roundHalfUp(normalised, digits);
  const scoreRank = rankReached(plan, normalised, printedUnits);
  const scoreClass = plan.ranked[scoreRank - 1]!.code;
  if (account) {
    const all = { full, notApplicable, earned, deducted };
    account.sums(all);
    account.score(all, normalised, printedUnits, scoreRank);
  }

  for (let index = 0; index < plan.floors.length; index += 1) {
    const floor = plan.floors[index]!;
    if (isBroken(floor, points, plan, account)) causes.push(floor.cause);
  }
  const decided = causes.length > 0 ? withEffects(plan, scoreRank, causes, account) : scoreClass;
  return ok({
    full,
    notApplicable,
    earned,
    deducted,
    normalised,
    printedUnits,
    scoreClass,
    class: decided,
    accepted: decided !== null,
  });
};

const sumsOf = (plan: Plan, points: ArrayLike<number>): GivenSums => {
  let earned = 0;
  let notApplicable = 0;
  for (let position = 0; position < plan.full.length; position += 1) {
    const unit = points[position]!;
    if (unit === NOT_APPLICABLE) notApplicable += plan.full[position]!;
    else earned += unit;
  }
  return { earned, notApplicable };
};

/** Step 1 for mandatory and veto items, step 2 for gates. */
const failuresAndGates = (
  plan: Plan,
  given: ArrayLike<number>,
  counts: ArrayLike<number>,
  account: Account | null,
): PlannedCause[] => {
  const causes: PlannedCause[] = [];
  const { critical, full, gates } = plan;
  for (let index = 0; index < critical.length; index += 1) {
    const at = critical[index]!;
    const earned = given[at]!;
    if (earned === NOT_APPLICABLE) continue;
    const fails = earned < full[at]!;
    if (fails) causes.push(plan.causes.items[at]!);
    if (account) account.critical(at, earned, fails);
  }
  for (let at = 0; at < gates.length; at += 1) {
    const count = counts[at]!;
    const holds = count >= gates[at]!.atLeast;
    if (holds) causes.push(plan.causes.gates[at]!);
    if (account) account.gate(at, count, holds);
  }
  return causes;
};

/** Step 2. A mandatory or veto item that is zeroed here does not fail because of it. */
const withZeros = (
  plan: Plan,
  given: ArrayLike<number>,
  causes: readonly PlannedCause[],
  account: Account | null,
): ArrayLike<number> => {
  let points: Float64Array | undefined;
  for (const { place, zeros } of causes) {
    for (const element of zeros) {
      points ??= Float64Array.from(given);
      const positions = plan.itemsUnder.get(element)!;
      if (account) account.zero(place, element, earnedAt(points, positions), points);
      for (const position of positions) if (points[position] !== NOT_APPLICABLE) points[position] = 0;
    }
  }
  return points ?? given;
};

const earnedAt = (points: ArrayLike<number>, positions: readonly number[]): number =>
  positions.reduce((sum, position) => sum + Math.max(0, points[position]!), 0);

/** Step 6. The last rank starts at 0, so some rank is always reached. */
const rankReached = ({ ranked, edition }: Plan, normalised: Fraction, printedUnits: number): number => {
  const exact = edition.compare === 'exact';
  for (let index = 0; index < ranked.length; index += 1) {
    const { threshold, leastPrinted } = ranked[index]!;
    if (exact ? compareWithDecimal(normalised, threshold) >= 0 : printedUnits >= leastPrinted) return index + 1;
  }
  throw new RangeError('the last rank starts at 0');
};

/** Whether an element's share of its applicable points lies below its floor; one without applicable points has no floor. */
const isBroken = (
  { cause, percent, positions }: PlannedFloor,
  points: ArrayLike<number>,
  plan: Plan,
  account: Account | null,
): boolean => {
  let earned = 0;
  let applicable = 0;
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index]!;
    const unit = points[position]!;
    if (unit === NOT_APPLICABLE) continue;
    earned += unit;
    applicable += plan.full[position]!;
  }
  const broken = applicable > 0 && compareProducts(earned, 100, percent, applicable) < 0;
  if (account) {
    const sums: FloorSums = { earned, applicable };
    account.floor(cause.place.at, percent, sums, applicable === 0 ? null : broken);
  }
  return broken;
};

/** Steps 7 to 10; null if the assessment is not accepted. */
const withEffects = (
  plan: Plan,
  scoreRank: number,
  causes: readonly PlannedCause[],
  account: Account | null,
): string | null => {
  const last = plan.ranked.length;
  let rank = scoreRank;
  for (const { place, downs } of causes) {
    for (const by of downs) {
      const after = Math.min(last, rank + by);
      account?.down(place, by, rank, after);
      rank = after;
    }
  }
  for (const { place, caps } of causes) {
    for (const cap of caps) {
      const after = Math.max(rank, plan.rankOf.get(cap)!);
      account?.cap(place, cap, rank, after);
      rank = after;
    }
  }
  let status: string | undefined;
  for (const { place, statuses } of causes) {
    for (const each of statuses) {
      account?.status(place, each, rank, status);
      status ??= each;
    }
  }
  let decided: string | null = status ?? plan.ranked[rank - 1]!.code;
  for (const { place, refusals } of causes) {
    for (let nth = 0; nth < refusals; nth += 1) {
      account?.refuse(place, decided);
      decided = null;
    }
  }
  return decided;
};
