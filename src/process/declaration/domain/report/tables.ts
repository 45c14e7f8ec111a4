import {
  type Answer,
  answerFault,
  type DeductionCounts,
  type Edition,
  type Item,
  losesPoints,
} from '#process/standards/domain/index.ts';
import { sectionsOf } from '../sections.ts';

/** Answers that count, by item. */
export type Given = Readonly<Record<string, Answer>>;

/** One line of the summary of scores (得分汇总表), in units: before any effect of a failed item or gate, as the columns of the paper ask. */
export interface ScoreLine {
  readonly full: number;
  /** 空项分值. */
  readonly na: number;
  readonly deducted: number;
  readonly earned: number;
  /** Items without an answer; they stand under `deducted`. */
  readonly open: number;
}

export interface SectionLine extends ScoreLine {
  /** First and second-level element; where items stand directly under a first-level one, both are the same. */
  readonly top: string;
  readonly section: string;
}

const nothing: ScoreLine = { full: 0, na: 0, deducted: 0, earned: 0, open: 0 };
const plus = (a: ScoreLine, b: ScoreLine): ScoreLine => ({
  full: a.full + b.full,
  na: a.na + b.na,
  deducted: a.deducted + b.deducted,
  earned: a.earned + b.earned,
  open: a.open + b.open,
});

const answerTo = (item: Item, given: Given): Answer | undefined => {
  const answer = given[item.id];
  return answer !== undefined && answerFault(item, answer) === undefined ? answer : undefined;
};

/** What an answer earns, in units; null if it takes the item out of the sums. */
const earnedBy = (item: Item, answer: Answer): number | null => {
  if ('na' in answer) return null;
  if ('met' in answer) return answer.met ? item.full : 0;
  return answer.points;
};

const lineOf = (item: Item, given: Given): ScoreLine => {
  const answer = answerTo(item, given);
  if (!answer) return { ...nothing, full: item.full, deducted: item.full, open: 1 };
  const earned = earnedBy(item, answer);
  if (earned === null) return { ...nothing, full: item.full, na: item.full };
  return { ...nothing, full: item.full, earned, deducted: item.full - earned };
};

/** One line a second-level element, and the sum of all. */
export const scoreLines = (
  edition: Edition,
  given: Given,
): { readonly rows: readonly SectionLine[]; readonly total: ScoreLine } => {
  const rows = sectionsOf(edition).map(({ top, title, items }) => ({
    top: top.title,
    section: title,
    ...items.map((item) => lineOf(item, given)).reduce(plus, nothing),
  }));
  return { rows, total: rows.reduce<ScoreLine>(plus, nothing) };
};

/** 得分率: earned of what applies, in per cent to one place, rounded half up; null where nothing applies. */
export const rateOf = ({ full, na, earned }: ScoreLine): number | null =>
  full === na ? null : Math.round((earned * 1000) / (full - na)) / 10;

/** A mandatory or veto item (必备项、否决项) and how it stands. */
export interface CriticalLine {
  readonly item: Item;
  readonly stands: 'met' | 'unmet' | 'na' | 'open';
}

export const criticalLines = (edition: Edition, given: Given): readonly CriticalLine[] =>
  edition.items
    .filter(({ kind }) => kind !== 'scored')
    .map((item) => {
      const answer = answerTo(item, given);
      if (!answer) return { item, stands: 'open' };
      const earned = earnedBy(item, answer);
      if (earned === null) return { item, stands: 'na' };
      return { item, stands: earned < item.full ? 'unmet' : 'met' };
    });

/** Items that do not apply (合理缺项), with the reason given. */
export const naLines = (edition: Edition, given: Given): readonly { readonly item: Item; readonly reason: string }[] =>
  edition.items.flatMap((item) => {
    const answer = answerTo(item, given);
    return answer && 'na' in answer ? [{ item, reason: answer.na }] : [];
  });

/** An item that lost points, in units. */
export interface LostLine {
  readonly item: Item;
  readonly lost: number;
  readonly counts: DeductionCounts | undefined;
}

export const lostLines = (
  edition: Edition,
  given: Given,
  deductions: Readonly<Record<string, DeductionCounts>>,
): readonly LostLine[] =>
  edition.items.flatMap((item) => {
    const answer = answerTo(item, given);
    if (!answer || !losesPoints(item, answer)) return [];
    return [{ item, lost: item.full - (earnedBy(item, answer) ?? item.full), counts: deductions[item.id] }];
  });
