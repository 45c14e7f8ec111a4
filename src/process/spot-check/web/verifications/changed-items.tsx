import { useText } from '#platform/ui/text/use-text.tsx';
import { answerAfter } from '#process/review/domain/verdict.ts';
import { reviewTexts } from '#process/review/review.text.ts';
import { answerWords } from '#process/review/web/workbench/answer-words.ts';
import type { Answer, Edition } from '#process/standards/domain/index.ts';
import { DeductionDetail } from '#process/standards/web/deduction-detail.tsx';
import { ItemKind } from '#process/standards/web/item-parts.tsx';
import { spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationRecord } from '../../verification.contract.ts';
import { storedVerdicts } from './verified-score.ts';
import './verifications.css';

/** The items that the experts changed or commented on, with all three answers. */
export const ChangedItems = (props: { readonly record: VerificationRecord; readonly edition: Edition }) => {
  const t = useText(spotCheckTexts);
  const words = useText(reviewTexts);
  const { record, edition } = props;
  const verdicts = new Map(storedVerdicts(record).map((verdict) => [verdict.itemId, verdict]));
  const rows = edition.items.flatMap((item) => {
    const verdict = verdicts.get(item.id);
    const reviewed = record.reviewedAnswers[item.id];
    const self = record.selfAnswers[item.id];
    if (!verdict || !reviewed || !self || (verdict.verdict === 'agree' && verdict.comment === '')) return [];
    return [{ item, verdict, reviewed, self, verified: answerAfter(item, reviewed, verdict) }];
  });
  if (rows.length === 0)
    return (
      <p className="ui-empty">
        {t(verdicts.size === 0 ? 'verification.changes.not-begun' : 'verification.changes.empty')}
      </p>
    );
  const text = (answer: Answer) => answerWords(answer, edition, words);
  return (
    <div className="ui-table-scroll">
      <table className="ui-table cards verification-changes" aria-label={t('verification.changes')}>
        <thead>
          <tr>
            <th>{t('verification.item')}</th>
            <th>{t('verification.self')}</th>
            <th>{t('verification.reviewed')}</th>
            <th>{t('verification.verified')}</th>
            <th>{t('verification.comment')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, verdict, reviewed, self, verified }) => (
            <tr key={item.id}>
              <td className="main" data-label={t('verification.item')}>
                {item.clause ?? item.id} <ItemKind kind={item.kind} />
                <small className="ui-soft">{item.text}</small>
              </td>
              <td className="ui-nowrap" data-label={t('verification.self')}>
                {text(self)}
              </td>
              <td className="ui-nowrap" data-label={t('verification.reviewed')}>
                {text(reviewed)}
              </td>
              <td className="ui-nowrap" data-label={t('verification.verified')}>
                <b>{text(verified)}</b>
              </td>
              <td data-label={t('verification.comment')}>
                {verdict.comment}
                <DeductionDetail edition={edition} item={item} counts={verdict.deductions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
