import type { Translate } from '#platform/text.ts';
import type { DeductionsKey } from './deductions.text.ts';
import {
  type CountedDeduction,
  countedDeductions,
  type DeductionCounts,
  type Edition,
  type Item,
} from './domain/index.ts';
import { pointsText } from './edition-words.ts';

type T = Translate<DeductionsKey>;

/** 扣分明细, a line for each rule that was found: 缺护栏 2 处，扣 4 分. */
export const countedLines = (edition: Edition, item: Item, counts: DeductionCounts, t: T): readonly string[] =>
  countedDeductions(item, counts).map((counted) => countedLine(edition, counted, t));

const countedLine = (edition: Edition, { rule, count, units }: CountedDeduction, t: T): string => {
  if ('all' in rule) return t('deductions.line.all', { text: rule.text });
  const points = pointsText(units, edition);
  return rule.per === undefined
    ? t('deductions.line.once', { text: rule.text, points })
    : t('deductions.line.each', { text: rule.text, count, per: rule.per, points });
};

/** The same in one sentence, for a cell that also holds other words; '' where nothing was counted. */
export const countedText = (edition: Edition, item: Item, counts: DeductionCounts | undefined, t: T): string =>
  counts ? countedLines(edition, item, counts, t).join(t('deductions.separator')) : '';
