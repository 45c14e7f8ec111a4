/** The front door of scoring: import from here, not from the files behind it. */

export {
  type AlignedElement,
  type AlignedItem,
  alignedEditions,
  nothingBefore,
  type RowKind,
} from './aligned-editions.ts';
export type { Answer, Answers, Fact } from './answers.ts';
export { ANSWERS_FORMAT } from './answers.ts';
export { answersOfAccount } from './answers-of-account.ts';
export {
  type CarriedItem,
  type CarryOver,
  carryOver,
  type Predecessor,
  predecessors,
  suggestion,
} from './carry-over.ts';
export type { ClassLine } from './class-lines.ts';
export { compile, type Plan } from './compile.ts';
export { type Change, type ChangeSet, type Counterfactual, counterfactual, type Nearest } from './counterfactual.ts';
export {
  type CountedDeduction,
  countedDeductions,
  countsOnce,
  type DeductionCounts,
  type DeductionFault,
  deductionsFault,
  isCountable,
  MOST_COUNT,
  pointsLeft,
  sameCounts,
  tidyCounts,
} from './deductions.ts';
export { type Departure, departableClasses, withDeparture } from './departure.ts';
export type * from './edition.ts';
export { EDITION_FORMAT } from './edition.ts';
export {
  differenceOf,
  type EditionDifference,
  type FieldChange,
  type ItemPair,
  type ItemsDifference,
  isSame,
  type ListDifference,
  type Pair,
} from './edition-difference.ts';
export { editionFaults } from './edition-faults.ts';
export type { Outcome } from './evaluate.ts';
export type {
  AnswersCode,
  DeductionCode,
  DepartureCode,
  EditionCode,
  PackCode,
  PublishingCode,
  ScoreCode,
  StandardsCode,
} from './fault-codes.ts';
export { type Bound, type LiveScore, liveScore, type PartialAnswers } from './interval.ts';
export { CONTENT_FIELDS, type ContentField, itemContent } from './item-content.ts';
export { type EffectOnPoints, effectOnPoints, losesPoints, type PointsEffect } from './item-points.ts';
export { type Packed, type PackTexts, packAnswers, type Unpacked, unpackAnswers } from './pack.ts';
export { packedEdition } from './pack-layout.ts';
export { type PackedAccount, packedAccount } from './packed-account.ts';
export { answerFault, parseAnswers } from './parse-answers.ts';
export { parseEdition } from './parse-edition.ts';
export { exactPoints, unitsOfPoints } from './points-text.ts';
export { checkForPublishing } from './publishing-check.ts';
export { type Repacked, repacker } from './repack.ts';
export { type Score, score } from './score.ts';
export { type PackedScorer, packedScorer } from './score-packed.ts';
export type { Cause, DepartureStep, TraceRule, TraceStep } from './trace.ts';
export { type Stretch, wordDifference } from './word-difference.ts';
