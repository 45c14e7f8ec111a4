import { useText } from '#platform/ui/text/use-text.tsx';
import type { Edition, Item } from '#process/standards/domain/index.ts';
import { itemName, pointsText } from '#process/standards/edition-words.ts';
import { givenAnswers } from '../../domain/completeness.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';
import { lostItems } from '../../domain/rectification/measure.ts';
import { signingTexts } from '../../signing.text.ts';

interface Lost {
  readonly item: Item;
  readonly units: number;
  readonly reason: string;
}

/** Items that lost points, with how many and why. */
export const lostPoints = (edition: Edition, drafts: DraftItems): readonly Lost[] =>
  lostItems(edition, givenAnswers(drafts)).map((item) => {
    const { answer = null, reason = '' } = drafts[item.id] ?? {};
    const earned = answer && 'points' in answer ? answer.points : 0;
    return { item, units: item.full - earned, reason };
  });

/** 扣分: item, points, reason. */
export const DeductionsTable = (props: { readonly edition: Edition; readonly lost: readonly Lost[] }) => {
  const t = useText(signingTexts);
  const { edition, lost } = props;
  if (lost.length === 0) return <p className="check-text">{t('signing.page.deductions.none')}</p>;
  return (
    <div className="ui-table-scroll">
      <table className="ui-table cards">
        <thead>
          <tr>
            <th scope="col">{t('signing.page.deductions.item')}</th>
            <th scope="col" className="number">
              {t('signing.page.deductions.lost')}
            </th>
            <th scope="col">{t('signing.page.deductions.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {lost.map(({ item, units, reason }) => (
            <tr key={item.id}>
              <td className="main">{itemName(item)}</td>
              <td className="number" data-label={t('signing.page.deductions.lost')}>
                {units > 0 ? pointsText(units, edition) : ''}
              </td>
              <td className="sign-reason" data-label={t('signing.page.deductions.reason')}>
                {reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
