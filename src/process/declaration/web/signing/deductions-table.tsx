import { useText } from '#platform/ui/text/use-text.tsx';
import type { Edition, Item } from '#process/standards/domain/index.ts';
import { itemName, pointsText } from '#process/standards/edition-words.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';
import { signingTexts } from '../../signing.text.ts';

interface Lost {
  readonly item: Item;
  readonly units: number;
  readonly reason: string;
}

/** Items that lost points, with how many and why. */
export const lostPoints = (edition: Edition, drafts: DraftItems): readonly Lost[] =>
  edition.items.flatMap((item) => {
    const draft = drafts[item.id];
    const answer = draft?.answer;
    if (!draft || !answer || 'na' in answer) return [];
    const earned = 'points' in answer ? answer.points : answer.met ? item.full : 0;
    const unmet = 'met' in answer && !answer.met;
    return earned < item.full || unmet ? [{ item, units: item.full - earned, reason: draft.reason }] : [];
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
              <td data-label={t('signing.page.deductions.reason')}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
