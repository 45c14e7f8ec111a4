import { printUnits } from '#lib/fraction.ts';
import type { PlainDate } from '#lib/plain-date.ts';
import type { Answer, Fact } from './answers.ts';
import type { Plan } from './compile.ts';
import { evaluate, NOT_APPLICABLE, type Outcome } from './evaluate.ts';
import { answerFault } from './parse-answers.ts';
import { countedDates, unitsOf } from './score.ts';

/** Answers while they are being given; an item without an answer, or with one that does not fit it, counts as unanswered. */
export interface PartialAnswers {
  readonly asOf: PlainDate;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly facts: readonly Fact[];
}

export interface Bound {
  readonly normalised: { readonly num: number; readonly den: number };
  readonly printed: string;
  readonly scoreClass: string;
  /** Null if not accepted. */
  readonly class: string | null;
  readonly accepted: boolean;
}

export interface LiveScore {
  readonly answered: number;
  readonly total: number;
  /** Null while, and only if, no completion leaves any applicable points. */
  readonly best: Bound | null;
  readonly worst: Bound | null;
  /** The class that every completion leads to, if there is only one. */
  readonly settled: string | null;
}

/**
 * The best and the worst score and class that completing the answers can still lead to, the facts taken as they are. Both bounds are
 * reached by a completion and no completion lies outside:
 *
 * - Worst: every unanswered item earns 0. Against any other answer this lowers the total's and every floor's share, and makes every open
 *   mandatory or veto item fail, so every effect that can apply does; effects only ever lower points and class.
 * - Best: every unanswered item earns its full points, which lifts every share and fails nothing. Only where an item already answered,
 *   or a gate, zeroes its element would those points be lost; there not applicable, where allowed, is the better answer.
 *
 * Completions in which everything is not applicable have no score and lie outside the question.
 */
export const liveScore = (plan: Plan, partial: PartialAnswers): LiveScore => {
  const { items } = plan;
  const worst = new Float64Array(items.length);
  const full = new Float64Array(items.length);
  const open: number[] = [];
  items.forEach((item, position) => {
    const answer = Object.hasOwn(partial.answers, item.id) ? partial.answers[item.id] : undefined;
    const fits = answer !== undefined && answerFault(item, answer) === undefined;
    if (!fits) open.push(position);
    worst[position] = fits ? unitsOf(item, answer) : 0;
    full[position] = fits ? unitsOf(item, answer) : item.full;
  });
  const counts = plan.gates.map((gate) => countedDates(gate, partial.asOf, partial.facts).length);
  const outcome = (given: Float64Array): Bound | null => {
    const result = evaluate(plan, given, counts, null);
    return result.ok ? bound(plan, result.value) : null;
  };

  const zeroed = zeroedPositions(plan, full, counts);
  const best = Float64Array.from(full);
  for (const position of open) {
    if (zeroed.has(position) && items[position]!.na === 'allowed') best[position] = NOT_APPLICABLE;
  }
  // If that leaves nothing applicable, the score is 0 or refused whatever the zeroed items are.
  const bounds = { best: outcome(best) ?? outcome(full), worst: outcome(worst) };
  const settled = bounds.best && bounds.best.class === bounds.worst?.class ? bounds.best.class : null;
  return { answered: items.length - open.length, total: items.length, ...bounds, settled };
};

/** Positions that earn nothing because an item already answered, or a gate, zeroes their element. */
const zeroedPositions = (plan: Plan, full: Float64Array, counts: readonly number[]): Set<number> => {
  const failed = plan.critical.filter(
    (position) => full[position] !== NOT_APPLICABLE && full[position]! < plan.full[position]!,
  );
  const holding = plan.gates.filter((gate, index) => counts[index]! >= gate.atLeast);
  const effects = [
    ...failed.flatMap((position) => plan.items[position]!.onFail),
    ...holding.flatMap((gate) => gate.effects),
  ];
  return new Set(effects.flatMap((effect) => ('zero' in effect ? (plan.itemsUnder.get(effect.zero) ?? []) : [])));
};

const bound = (plan: Plan, outcome: Outcome): Bound => ({
  normalised: { num: outcome.normalised.num, den: outcome.normalised.den },
  printed: printUnits(outcome.printedUnits, plan.edition.digits),
  scoreClass: outcome.scoreClass,
  class: outcome.class,
  accepted: outcome.accepted,
});
