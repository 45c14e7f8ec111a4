import type { PlainDate } from '#lib/plain-date.ts';
import { ANSWERS_FORMAT, type Answer, type Answers, type Fact } from './answers.ts';
import type { TraceStep } from './trace.ts';

/**
 * The answers that an account was made of: scoring them again gives the same account, line by line. Facts outside the windows of all
 * gates are not in an account and not here.
 * @param asOf for an edition without gates, whose account names no day
 */
export const answersOfAccount = (edition: string, trace: readonly TraceStep[], asOf: PlainDate): Answers => {
  const answers: Record<string, Answer> = {};
  const windows = new Map<string, { readonly after: string; readonly dates: readonly string[] }>();
  let until: string = asOf;
  for (const step of trace) {
    if (step.rule === 'item.points' || step.rule === 'item.met' || step.rule === 'item.notApplicable')
      answers[step.inputs.item] = step.inputs.given;
    if (step.rule !== 'gate.counted') continue;
    until = step.inputs.until;
    const known = windows.get(step.inputs.fact);
    // All windows end on the same day, so that the longest holds the dates of the others.
    if (!known || step.inputs.after < known.after) windows.set(step.inputs.fact, step.inputs);
  }
  const facts = [...windows].flatMap(([fact, { dates }]): Fact[] =>
    dates.map((date) => ({ fact, date: date as PlainDate })),
  );
  return { format: ANSWERS_FORMAT, edition, asOf: until as PlainDate, answers, facts };
};
