import { useText } from '#platform/ui/text/use-text.tsx';
import type { Answer, Edition } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { declarationTexts } from '../declaration.text.ts';
import { type ElementSums, sumsByElement } from '../domain/element-sums.ts';

/** 得分汇总: per first-level element what it is worth, what does not apply, what was earned. */
export const ScoreTable = (props: {
  readonly edition: Edition;
  readonly answers: Readonly<Record<string, Answer>>;
}) => {
  const t = useText(declarationTexts);
  const { edition, answers } = props;
  const { rows, total } = sumsByElement(edition, answers);
  const points = (units: number) => pointsText(units, edition);
  const rate = ({ earned, full, na }: ElementSums) =>
    full === na ? '' : `${Math.round((earned * 1000) / (full - na)) / 10}%`;
  const cells = (sums: ElementSums) => (
    <>
      <td className="number" data-label={t('declaration.check.answered')}>
        {sums.answered}/{sums.items}
      </td>
      <td className="number" data-label={t('declaration.check.of')}>
        {points(sums.full - sums.na)}
      </td>
      <td className="number" data-label={t('declaration.check.na')}>
        {points(sums.na)}
      </td>
      <td className="number" data-label={t('declaration.check.deducted')}>
        {points(sums.full - sums.na - sums.earned)}
      </td>
      <td className="number" data-label={t('declaration.check.earned')}>
        {points(sums.earned)}
      </td>
      <td className="number" data-label={t('declaration.check.rate')}>
        {rate(sums)}
      </td>
    </>
  );
  return (
    <div className="ui-table-scroll">
      {total.answered < total.items && (
        <p className="check-text ui-soft">
          {t('declaration.check.open-as-zero', { count: total.items - total.answered })}
        </p>
      )}
      <table className="ui-table cards">
        <thead>
          <tr>
            <th scope="col">{t('declaration.check.section')}</th>
            {(['answered', 'of', 'na', 'deducted', 'earned', 'rate'] as const).map((key) => (
              <th key={key} scope="col" className="number">
                {t(`declaration.check.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.elementId}>
              <td className="main">{row.title}</td>
              {cells(row)}
            </tr>
          ))}
          <tr>
            <td className="main">
              <b>{t('declaration.check.total')}</b>
            </td>
            {cells(total)}
          </tr>
        </tbody>
      </table>
    </div>
  );
};
