import { useMemo } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { countsAfterVerdicts } from '#process/review/domain/apply-verdicts.ts';
import { type Progress, progressOf } from '#process/review/domain/examination.ts';
import { factsThatCount, reviewedSoFar } from '#process/review/domain/reviewed-score.ts';
import type { Verdict } from '#process/review/domain/verdict.ts';
import { ANSWERS_FORMAT, type Answers, type DeductionCounts, type Score } from '#process/standards/domain/index.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { VerificationRecord } from '../../verification.contract.ts';

/** What the findings come to so far. */
export interface SoFar {
  readonly progress: Progress;
  /** Null if everything is not applicable. */
  readonly score: Score | null;
  /** How the points that count came about, where they were counted out. */
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
}

/** The answers of the preliminary review, on which the experts build; without facts. */
export const baseAnswers = (record: VerificationRecord): Answers => ({
  format: ANSWERS_FORMAT,
  edition: record.editionHash,
  asOf: plainDate(record.today),
  answers: record.reviewedAnswers,
  facts: [],
});

export const storedVerdicts = (record: VerificationRecord): readonly Verdict[] =>
  Object.entries(record.verdicts).map(([itemId, { verdict, points, met, deductions, comment }]) => ({
    itemId,
    verdict,
    comment,
    ...(points === undefined ? {} : { points }),
    ...(met === undefined ? {} : { met }),
    ...(deductions && { deductions }),
  }));

/** Score, class and account of the findings, worked out here with the server's own functions. */
export const useSoFar = (
  record: VerificationRecord,
  { edition, plan }: LoadedEdition,
  verdicts: readonly Verdict[],
): SoFar =>
  useMemo(() => {
    const answers = baseAnswers(record);
    const today = plainDate(record.today);
    const recorded = record.facts.map(({ fact, date, note }) => ({ fact, date: plainDate(date), note }));
    const score = reviewedSoFar(plan, answers, verdicts, factsThatCount(edition, recorded, today), today);
    return {
      progress: progressOf(edition, answers, verdicts),
      score: score.ok ? score.value : null,
      deductions: countsAfterVerdicts(edition, record.reviewedDeductions, verdicts),
    };
  }, [record, edition, plan, verdicts]);
