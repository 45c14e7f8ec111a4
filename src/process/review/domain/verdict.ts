import {
  type Answer,
  type DeductionCounts,
  type DeductionFault,
  deductionsFault,
  type Edition,
  type Item,
} from '#process/standards/domain/index.ts';

/**
 * What an examiner says to one answer: `agree` (同意) keeps it, `adjust` (调整) puts points or met in its place, `refuse-na`
 * (不认可不参评) makes an item count that was answered as not applicable.
 */
export const verdictKinds = ['agree', 'adjust', 'refuse-na'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

export interface Verdict {
  readonly itemId: string;
  readonly verdict: VerdictKind;
  /** In units of the edition, for an item scored by points. */
  readonly points?: number;
  /** For an item that is met or not. */
  readonly met?: boolean;
  /** How the points were counted out; they are those that these counts leave. */
  readonly deductions?: DeductionCounts;
  readonly comment: string;
}

export type VerdictCode =
  | 'review.itemUnknown'
  | 'review.itemTwice'
  | 'review.agreeWithValue'
  | 'review.adjustNotApplicable'
  | 'review.refuseApplicable'
  | 'review.valueWrongKind'
  | 'review.pointsOutOfRange'
  | 'review.valueMissing'
  | 'review.adjustsNothing'
  | 'review.commentMissing';

const hasValue = ({ points, met }: Verdict): boolean => points !== undefined || met !== undefined;

const valueFault = (item: Item, { points, met }: Verdict): VerdictCode | undefined => {
  if (item.scoring === 'met') return points === undefined ? undefined : 'review.valueWrongKind';
  if (met !== undefined) return 'review.valueWrongKind';
  if (points === undefined) return undefined;
  return Number.isInteger(points) && points >= 0 && points <= item.full ? undefined : 'review.pointsOutOfRange';
};

/** What makes a verdict impossible for this answer, whatever is still to be written. */
export const verdictFault = (item: Item, answer: Answer, verdict: Verdict): VerdictCode | undefined => {
  if (verdict.verdict === 'agree') return hasValue(verdict) || verdict.deductions ? 'review.agreeWithValue' : undefined;
  if (verdict.verdict === 'adjust' && 'na' in answer) return 'review.adjustNotApplicable';
  if (verdict.verdict === 'refuse-na' && !('na' in answer)) return 'review.refuseApplicable';
  return valueFault(item, verdict);
};

/** Why the counts of a verdict do not lead to its points. */
export const verdictDeductionsFault = (
  item: Item,
  { points, deductions }: Verdict,
  edition: Pick<Edition, 'unitsPerPoint'>,
): DeductionFault | undefined =>
  deductions && deductionsFault(item, points === undefined ? null : { points }, deductions, edition);

// The same points may have been lost for other reasons than the answer counts.
const changesNothing = (answer: Answer, { points, met, deductions }: Verdict): boolean =>
  ('points' in answer && answer.points === points && !deductions) || ('met' in answer && answer.met === met);

/** What a verdict, possible as it is, still lacks: its value, its reason. */
export const verdictGap = (answer: Answer, verdict: Verdict): VerdictCode | undefined => {
  if (verdict.verdict === 'agree') return undefined;
  if (verdict.verdict === 'adjust' && !hasValue(verdict)) return 'review.valueMissing';
  if (verdict.verdict === 'adjust' && changesNothing(answer, verdict)) return 'review.adjustsNothing';
  return verdict.comment.trim() === '' ? 'review.commentMissing' : undefined;
};

/** The answer that counts after a possible verdict; one without its value counts as not yet given, a refused 不参评 as nothing earned. */
export const answerAfter = (item: Item, answer: Answer, verdict: Verdict): Answer => {
  if (verdict.verdict === 'agree') return answer;
  if (verdict.verdict === 'adjust' && !hasValue(verdict)) return answer;
  return item.scoring === 'met' ? { met: verdict.met ?? false } : { points: verdict.points ?? 0 };
};

/** How the points that count after a verdict came about; undefined where they were entered as such. */
export const countsAfter = (
  given: DeductionCounts | undefined,
  verdict: Verdict | undefined,
): DeductionCounts | undefined =>
  !verdict || verdict.verdict === 'agree' || (verdict.verdict === 'adjust' && !hasValue(verdict))
    ? given
    : verdict.deductions;
