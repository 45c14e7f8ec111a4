import { useMemo } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { ANSWERS_FORMAT, type Answers, type DeductionCounts, type Score } from '#process/standards/domain/index.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import { countsAfterVerdicts } from '../../domain/apply-verdicts.ts';
import { type Progress, progressOf } from '../../domain/examination.ts';
import { factsThatCount, reviewedSoFar } from '../../domain/reviewed-score.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Workbench } from '../../review.contract.ts';
import { type Drafts, verdictsOf } from './verdict-store.ts';

/** What the verdicts come to so far, worked out here with the server's own functions. */
export interface ReviewedResult {
  readonly verdicts: readonly Verdict[];
  readonly progress: Progress;
  /** Null if everything is not applicable. */
  readonly score: Score | null;
  /** How the points that count came about, where they were counted out. */
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
  readonly adjusted: number;
  readonly refused: number;
}

/** The answers of the submission as the domain takes them; without facts, which the examination brings. */
export const submittedAnswers = ({ submission, editionHash }: Workbench): Answers => ({
  format: ANSWERS_FORMAT,
  edition: editionHash,
  asOf: plainDate(submission.asOf),
  answers: submission.answers,
  facts: [],
});

export const useResult = (review: Workbench, { edition, plan }: LoadedEdition, drafts: Drafts): ReviewedResult =>
  useMemo(() => {
    const verdicts = verdictsOf(drafts);
    const answers = submittedAnswers(review);
    const today = plainDate(review.today);
    const recorded = review.facts.map(({ fact, date, note }) => ({ fact, date: plainDate(date), note }));
    const score = reviewedSoFar(plan, answers, verdicts, factsThatCount(edition, recorded, today), today);
    const count = (kind: Verdict['verdict']) => verdicts.filter(({ verdict }) => verdict === kind).length;
    return {
      verdicts,
      progress: progressOf(edition, answers, verdicts),
      score: score.ok ? score.value : null,
      deductions: countsAfterVerdicts(edition, review.submission.deductions, verdicts),
      adjusted: count('adjust'),
      refused: count('refuse-na'),
    };
  }, [review, edition, plan, drafts]);
