/** Codes of faults in an edition; the wording stands in `standards-faults.text.ts`. */
export type EditionCode =
  | 'edition.notAnObject'
  | 'edition.notAList'
  | 'edition.formatUnknown'
  | 'edition.notCanonical'
  | 'edition.numberNotPositive'
  | 'edition.numberNegative'
  | 'edition.digitsOutOfRange'
  | 'edition.choiceUnknown'
  | 'edition.textMissing'
  | 'edition.idRepeated'
  | 'edition.rankNotInteger'
  | 'edition.ranksWithGap'
  | 'edition.noRankedClass'
  | 'edition.fromNotDecimal'
  | 'edition.fromWithoutRank'
  | 'edition.fromNotFalling'
  | 'edition.lastFromNotZero'
  | 'edition.parentUnknown'
  | 'edition.parentCycle'
  | 'edition.tooManyLevels'
  | 'edition.elementUnknown'
  | 'edition.pointsNotInteger'
  | 'edition.percentOutOfRange'
  | 'edition.effectNotOne'
  | 'edition.effectNotAllowedHere'
  | 'edition.classUnknown'
  | 'edition.capOnStatus'
  | 'edition.statusIsRanked'
  | 'edition.numbersTooLarge';

/** Codes of what the score would accept and a published edition must not have. */
export type PublishingCode =
  | 'edition.titleMissing'
  | 'edition.basisMissing'
  | 'edition.effectsNeverReached'
  | 'edition.effectsMissing'
  | 'edition.cannotFail'
  | 'edition.effectWithoutForce'
  | 'edition.capWithoutForce'
  | 'edition.floorNeverBroken'
  | 'edition.elementEmpty'
  | 'edition.nothingToScore'
  | 'edition.classNameRepeated'
  | 'edition.gateAlwaysHolds'
  | 'edition.gateNeverHolds'
  | 'edition.pointsTooLargeToPack'
  | 'edition.issuedNotADay'
  | 'edition.decidingBasisMissing'
  | 'edition.fromAboveScale'
  | 'edition.totalDiffers'
  | 'edition.elementTotalDiffers'
  | 'edition.clauseRepeated'
  | 'edition.textShared'
  | 'edition.naWithoutWhen'
  | 'edition.naWhenWithoutNa'
  | 'edition.deductionNotOne'
  | 'edition.deductionNotPositive'
  | 'edition.deductionTooLarge'
  | 'edition.deductionsOnMet';

/** Codes of faults in a set of answers. */
export type AnswersCode =
  | 'answers.notAnObject'
  | 'answers.notAList'
  | 'answers.formatUnknown'
  | 'answers.otherEdition'
  | 'answers.notADay'
  | 'answers.factMissing'
  | 'answers.itemUnknown'
  | 'answers.itemUnanswered'
  | 'answers.answerNotOne'
  | 'answers.pointsNotInteger'
  | 'answers.pointsOutOfRange'
  | 'answers.metNotBoolean'
  | 'answers.pointsOnMetItem'
  | 'answers.metOnPointsItem'
  | 'answers.naForbidden'
  | 'answers.naWithoutReason'
  | 'answers.deductionWithoutReason';

export type ScoreCode = 'score.everythingNotApplicable';

export type PackCode =
  | 'pack.formatUnknown'
  | 'pack.otherEdition'
  | 'pack.lengthWrong'
  | 'pack.pointsOutOfRange'
  | 'pack.naForbidden'
  | 'pack.reasonMissing'
  | 'pack.deductionsDiffer'
  | 'pack.dayWrong';

/** Codes of deductions that do not fit their item, or do not lead to the points beside them. */
export type DeductionCode =
  | 'deductions.nothingToCount'
  | 'deductions.ruleUnknown'
  | 'deductions.countNotWhole'
  | 'deductions.countsOnce'
  | 'deductions.countTooLarge'
  | 'deductions.withoutPoints'
  | 'deductions.pointsDiffer';

/** Codes of a departure that is not allowed. */
export type DepartureCode =
  | 'departure.notAccepted'
  | 'departure.classUnknown'
  | 'departure.fromStatus'
  | 'departure.tooFar'
  | 'departure.liftsEffect'
  | 'departure.reasonMissing';

export type StandardsCode =
  | EditionCode
  | PublishingCode
  | AnswersCode
  | DeductionCode
  | ScoreCode
  | PackCode
  | DepartureCode;
