import { useText } from '#platform/ui/text/use-text.tsx';
import { comparisonTexts } from '../../comparison.text.ts';
import { type Edition, type EditionDifference, effectOnPoints, type PointsEffect } from '../../domain/index.ts';

const KINDS = ['added', 'removed', 'changed', 'moved', 'unchanged'] as const;

const rounded = (points: number): number => Math.round(points * 10_000) / 10_000;

/** How many items change, and how points shift between the elements; those whose points stay are left out. */
export const ComparisonSummary = (props: {
  readonly difference: EditionDifference;
  readonly before: Edition;
  readonly after: Edition;
}) => {
  const t = useText(comparisonTexts);
  const effect = effectOnPoints(props.before, props.after);
  const rows: readonly (readonly [string, PointsEffect])[] = [
    [t('comparison.points.total'), effect.total],
    ...effect.elements
      .filter(({ before, after }) => before !== after)
      .map((element) => [t('comparison.points.of-element', { title: element.title ?? element.id }), element] as const),
    [t('comparison.points.items'), effect.itemCount],
    [t('comparison.points.mandatory'), effect.mandatory],
    [t('comparison.points.veto'), effect.veto],
  ];
  return (
    <section className="ui-panel cmp-summary">
      <h2>{t('comparison.summary')}</h2>
      <ul className="cmp-counts">
        {KINDS.map((kind) => (
          <li key={kind}>
            <span>{t(`comparison.kind.${kind}`)}</span>
            <b>{props.difference.items[kind].length}</b>
          </li>
        ))}
      </ul>
      <div className="ui-table-scroll">
        <table className="ui-table">
          <thead>
            <tr>
              <th scope="col">{t('comparison.points')}</th>
              <th scope="col" className="number">
                {t('comparison.before')}
              </th>
              <th scope="col" className="number">
                {t('comparison.after')}
              </th>
              <th scope="col" className="number">
                {t('comparison.points.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, { before, after }]) => (
              <tr key={label}>
                <td>{label}</td>
                <td className="number">{rounded(before)}</td>
                <td className="number">{rounded(after)}</td>
                <td className="number">
                  {before === after
                    ? t('comparison.points.none')
                    : `${after > before ? '+' : '−'}${rounded(Math.abs(after - before))}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
