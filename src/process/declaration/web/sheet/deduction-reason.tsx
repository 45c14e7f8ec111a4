import type { Translate } from '#platform/text.ts';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { countedText } from '#process/standards/deduction-words.ts';
import type { DeductionsKey } from '#process/standards/deductions.text.ts';
import type { DeductionCounts, Edition, Item } from '#process/standards/domain/index.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { MOST_REASON } from '../../domain/draft-answers.ts';
import { LateText } from './late-text.tsx';

/** What was counted as one sentence that can stand as 扣分原因; '' where nothing was counted. */
export const countedReason = (
  edition: Edition,
  item: Item,
  counts: DeductionCounts | undefined,
  t: Translate<DeductionsKey>,
): string => [...countedText(edition, item, counts, t)].slice(0, MOST_REASON).join('');

interface Props {
  readonly reason: string;
  /** The sentence of the rules that were counted; '' for none. */
  readonly offered: string;
  readonly disabled: boolean;
  readonly onChange: (reason: string) => void;
}

/** 扣分原因, asked for wherever points are lost. */
export const DeductionReason = ({ reason, offered, disabled, onChange }: Props) => {
  const t = useText(declarationTexts);
  return (
    <div className="item-reason" data-part="reason">
      <LateText
        value={reason}
        label={t('declaration.sheet.deduction-reason')}
        placeholder={t('declaration.sheet.deduction-reason.placeholder')}
        limit={MOST_REASON}
        disabled={disabled}
        required
        onChange={onChange}
      />
      {reason.trim() === '' && <small className="ui-wrong">{t('declaration.sheet.deduction-reason.missing')}</small>}
      {!disabled && offered !== '' && reason !== offered && (
        <Button look="link" onClick={() => onChange(offered)}>
          {t('declaration.sheet.deduction-reason.offered')}
        </Button>
      )}
    </div>
  );
};
