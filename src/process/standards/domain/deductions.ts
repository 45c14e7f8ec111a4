import type { Params } from '#lib/result.ts';
import type { Answer } from './answers.ts';
import type { Deduction, Edition, Item } from './edition.ts';
import type { DeductionCode } from './fault-codes.ts';
import { exactPoints } from './points-text.ts';
import { nameOfItem } from './publishing-reading.ts';
import { isCount } from './reading.ts';

/**
 * How often each deduction rule (扣分规则) of an item was found, by the rule's position in the item's `deductions`, from 0, as a decimal
 * text. A position names its rule for good: an edition never changes, and an answer belongs to one edition. What was not found is absent.
 */
export type DeductionCounts = Readonly<Record<string, number>>;

/** The most that one rule may be counted. */
export const MOST_COUNT = 9999;

const POSITION = /^(0|[1-9]\d{0,3})$/;

const ruleAt = (item: Item, position: string): Deduction | undefined =>
  POSITION.test(position) ? item.deductions?.[Number(position)] : undefined;

/** Whether there are rules to count out; only points can be counted out. */
export const isCountable = (item: Item): boolean => item.scoring === 'points' && (item.deductions?.length ?? 0) > 0;

/** Without `per` a rule says that something is so, which is so once or not at all. */
export const countsOnce = (rule: Deduction): boolean => 'all' in rule || rule.per === undefined;

/** A rule that was found, and what it takes away: count × units, or everything. */
export interface CountedDeduction {
  /** In the item's list, from 0. */
  readonly position: number;
  readonly rule: Deduction;
  readonly count: number;
  /** Before the floor at zero: several rules together may take more than the item has. */
  readonly units: number;
}

/** What was found, in the order of the rules. @param counts that `deductionsFault` has nothing against */
export const countedDeductions = (item: Item, counts: DeductionCounts): readonly CountedDeduction[] =>
  (item.deductions ?? []).flatMap((rule, position): CountedDeduction[] => {
    const count = Object.hasOwn(counts, position) ? (counts[position] ?? 0) : 0;
    return count > 0 ? [{ position, rule, count, units: 'all' in rule ? item.full : rule.units * count }] : [];
  });

/** Units left of an item after what was found: full − Σ units × count, never below 0; nothing once a rule takes everything. */
export const pointsLeft = (item: Item, counts: DeductionCounts): number =>
  Math.max(
    0,
    countedDeductions(item, counts).reduce((left, { units }) => left - units, item.full),
  );

/** The counts as they are kept: without zeros; undefined where nothing was found. */
export const tidyCounts = (counts: DeductionCounts | undefined): DeductionCounts | undefined => {
  const found = Object.entries(counts ?? {}).filter(([, count]) => count !== 0);
  return found.length > 0 ? Object.fromEntries(found) : undefined;
};

export const sameCounts = (a: DeductionCounts | undefined, b: DeductionCounts | undefined): boolean => {
  const [one, other] = [Object.entries(tidyCounts(a) ?? {}), tidyCounts(b) ?? {}];
  return (
    one.length === Object.keys(other).length &&
    one.every(([position, count]) => Object.hasOwn(other, position) && other[position] === count)
  );
};

export interface DeductionFault {
  readonly code: DeductionCode;
  readonly params: Params;
}

/**
 * Why counts do not explain an answer: a rule that the item does not have, a count that is none, or points other than those that are
 * left. `rule` in the parameters runs from 1, as people count.
 */
export const deductionsFault = (
  item: Item,
  answer: Answer | null,
  counts: DeductionCounts,
  edition: Pick<Edition, 'unitsPerPoint'>,
): DeductionFault | undefined => {
  const fault = (code: DeductionCode, params: Params = {}): DeductionFault => ({
    code,
    params: { item: nameOfItem(item), ...params },
  });
  const given = Object.entries(counts);
  if (given.length === 0) return undefined;
  if (!isCountable(item)) return fault('deductions.nothingToCount');
  for (const [position, count] of given) {
    const rule = ruleAt(item, position);
    if (!rule) return fault('deductions.ruleUnknown', { rule: position, most: item.deductions?.length ?? 0 });
    const named = { rule: Number(position) + 1, text: rule.text };
    if (!isCount(count)) return fault('deductions.countNotWhole', named);
    if (count > 1 && countsOnce(rule)) return fault('deductions.countsOnce', named);
    if (count > MOST_COUNT) return fault('deductions.countTooLarge', { ...named, most: MOST_COUNT });
  }
  if (answer === null || !('points' in answer)) return fault('deductions.withoutPoints');
  const left = pointsLeft(item, counts);
  if (answer.points === left) return undefined;
  const points = (units: number) => (isCount(units) ? exactPoints(units, edition.unitsPerPoint) : String(units));
  return fault('deductions.pointsDiffer', {
    given: points(answer.points),
    left: points(left),
    rules: countedDeductions(item, counts)
      .map(({ position, count }) => `${position + 1}×${count}`)
      .join(' '),
  });
};
