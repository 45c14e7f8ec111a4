import { printUnits } from '#lib/fraction.ts';
import { monthsBefore, type PlainDate } from '#lib/plain-date.ts';
import { ok, type Refusal, type Result } from '#lib/result.ts';
import type { Answer, Answers, Fact } from './answers.ts';
import type { Plan } from './compile.ts';
import type { Gate, Item } from './edition.ts';
import { evaluate, NOT_APPLICABLE } from './evaluate.ts';
import type { TraceStep } from './trace.ts';
import { writtenAccount } from './written-account.ts';

/** The result of `score`, with the members in the order in which the command line prints them; points in units. */
export interface Score {
  /** Hash of the edition that produced it. */
  readonly edition: string;
  readonly full: number;
  readonly earned: number;
  readonly deducted: number;
  readonly notApplicable: number;
  /** Earned × scale ÷ applicable points, in lowest terms. */
  readonly normalised: { readonly num: number; readonly den: number };
  /** The normalised score rounded half up to the edition's digits. */
  readonly printed: string;
  /** The class by score alone. */
  readonly scoreClass: string;
  /** The class after all effects; null if not accepted. */
  readonly class: string | null;
  readonly accepted: boolean;
  /** Empty unless asked for. */
  readonly trace: readonly TraceStep[];
}

/**
 * Score, class and, if asked for, the account of how they came about.
 * @param answers checked by `parseAnswers` against the plan's edition
 * @returns the refusal `score.everythingNotApplicable` if no applicable points are left
 */
export const score = (plan: Plan, answers: Answers, options: { trace: boolean }): Result<Score, Refusal> => {
  const trace: TraceStep[] | null = options.trace ? [] : null;
  const given = new Float64Array(plan.items.length);
  plan.items.forEach((item, position) => {
    const answer = answers.answers[item.id]!;
    given[position] = unitsOf(item, answer);
    trace?.push(givenStep(item, answer, given[position]!));
  });
  const counts = plan.gates.map((gate) => {
    const after = monthsBefore(answers.asOf, gate.months);
    const dates = countedDates(gate, answers.asOf, answers.facts);
    trace?.push({
      step: 2,
      rule: 'gate.counted',
      inputs: { gate: gate.id, fact: gate.fact, after, until: answers.asOf, dates },
      before: null,
      after: dates.length,
    });
    return dates.length;
  });
  const outcome = evaluate(plan, given, counts, trace && writtenAccount(plan, trace));
  if (!outcome.ok) return outcome;
  const { full, earned, deducted, notApplicable, normalised, printedUnits, scoreClass, accepted } = outcome.value;
  return ok({
    edition: answers.edition,
    full,
    earned,
    deducted,
    notApplicable,
    normalised: { num: normalised.num, den: normalised.den },
    printed: printUnits(printedUnits, plan.edition.digits),
    scoreClass,
    class: outcome.value.class,
    accepted,
    trace: trace ?? [],
  });
};

/** What an answer earns, in units, or NOT_APPLICABLE. */
export const unitsOf = (item: Item, answer: Answer): number => {
  if ('na' in answer) return NOT_APPLICABLE;
  if ('met' in answer) return answer.met ? item.full : 0;
  return answer.points;
};

/** Dates of the facts that count for a gate: after the same day `months` earlier (clamped to that month's end), up to `asOf`. */
export const countedDates = (gate: Gate, asOf: PlainDate, facts: readonly Fact[]): PlainDate[] => {
  if (facts.length === 0) return [];
  const after = monthsBefore(asOf, gate.months);
  return facts.flatMap(({ fact, date }) => (fact === gate.fact && after < date && date <= asOf ? [date] : []));
};

const givenStep = (item: Item, given: Answer, earned: number): TraceStep => {
  const { id, element, kind, full } = item;
  const inputs = { item: id, element, kind, full, given };
  if ('na' in given) return { step: 1, rule: 'item.notApplicable', inputs, before: null, after: null };
  return { step: 1, rule: 'met' in given ? 'item.met' : 'item.points', inputs, before: null, after: earned };
};
