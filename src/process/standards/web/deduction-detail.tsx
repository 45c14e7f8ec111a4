import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { countedLines } from '../deduction-words.ts';
import { deductionsTexts } from '../deductions.text.ts';
import type { DeductionCounts, Edition, Item } from '../domain/index.ts';
import './deductions.css';

/** 扣分明细: how the points of an answer came about, rule by rule; nothing where they were entered as such. */
export const DeductionDetail = (props: {
  readonly edition: Edition;
  readonly item: Item;
  readonly counts: DeductionCounts | undefined;
  /** Whose it is, where several stand together. */
  readonly label?: string;
}) => {
  const t = useText(deductionsTexts);
  const ui = useUiText();
  const { edition, item, counts, label } = props;
  if (!counts) return null;
  return (
    <div className="deduction-detail">
      <span className="ui-soft">
        {label ?? t('deductions.detail')}
        {ui('text.colon')}
      </span>
      <ul>
        {countedLines(edition, item, counts, t).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
};
