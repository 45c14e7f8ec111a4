import type { PlainDate } from '#lib/plain-date.ts';
import type { Refusal, Result } from '#lib/result.ts';
import { asFacts, gateFacts } from '#process/declaration/domain/gate-facts.ts';
import { type Answers, type Fact, type Plan, type Score, score } from '#process/standards/domain/index.ts';
import { answersSoFar } from './apply-verdicts.ts';
import type { Verdict } from './verdict.ts';

/** Those of the facts on record that the edition's gates ask about, up to the day of the examination. */
export const factsThatCount = (
  edition: Plan['edition'],
  recorded: readonly { readonly fact: string; readonly date: PlainDate; readonly note: string }[],
  asOf: PlainDate,
): readonly Fact[] =>
  asFacts(
    gateFacts(
      edition,
      recorded.map(({ fact, date, note }) => ({ kind: fact, happenedOn: date, note })),
      asOf,
    ),
  );

/** Score and class while the examination goes on, with the account; equal to what a proposal keeps once it is finished. */
export const reviewedSoFar = (
  plan: Plan,
  answers: Answers,
  verdicts: readonly Verdict[],
  facts: readonly Fact[],
  asOf: PlainDate,
): Result<Score, Refusal> =>
  score(plan, { ...answersSoFar(plan.edition, answers, verdicts), facts, asOf }, { trace: true });
