import { useText } from '#platform/ui/text/use-text.tsx';
import { comparisonTexts } from '../../comparison.text.ts';
import { fieldName } from '../../difference-words.ts';
import { draftingTexts } from '../../drafting.text.ts';
import { pointsText } from '../../edition-words.ts';
import type { Changes } from './drafting-client.ts';

/** How a document would differ from what it is held against, in figures. */
export const ChangesTable = ({ changes, against }: { readonly changes: Changes; readonly against: string }) => {
  const t = useText(draftingTexts);
  const comparison = useText(comparisonTexts);
  const { before, after } = changes;
  const rows = [
    ['items', String(before.items), String(after.items)],
    ['points', pointsText(before.units, before), pointsText(after.units, after)],
    ['mandatory', String(before.mandatory), String(after.mandatory)],
    ['veto', String(before.veto), String(after.veto)],
  ] as const;
  const counts = [
    ['itemsAdded', changes.itemsAdded],
    ['itemsRemoved', changes.itemsRemoved],
    ['itemsChanged', changes.itemsChanged],
    ['itemsMoved', changes.itemsMoved],
    ['itemsKept', changes.itemsKept],
    ['elementsChanged', changes.elementsChanged],
    ['elementsReordered', changes.elementsReordered],
    ['gatesChanged', changes.gatesChanged],
    ['classesChanged', changes.classesChanged],
  ] as const;
  const nothing = counts.every(([name, count]) => name === 'itemsKept' || count === 0) && changes.head.length === 0;
  return (
    <div className="drafting-changes">
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col">{t('drafting.changes')}</th>
            <th scope="col" className="number">
              {against}
            </th>
            <th scope="col" className="number">
              {t('drafting.changes.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, was, is]) => (
            <tr key={name}>
              <th scope="row">{t(`drafting.changes.${name}`)}</th>
              <td className="number">{was}</td>
              <td className="number">{was === is ? is : <b>{is}</b>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {nothing && <li>{t('drafting.changes.nothing')}</li>}
        {counts.map(([name, count]) =>
          count === 0 ? null : <li key={name}>{t(`drafting.changes.${name}`, { count })}</li>,
        )}
        {changes.head.length > 0 && (
          <li>
            {t('drafting.changes.head', {
              fields: changes.head.map((field) => fieldName(field, comparison)).join(t('drafting.comma')),
            })}
          </li>
        )}
      </ul>
    </div>
  );
};
