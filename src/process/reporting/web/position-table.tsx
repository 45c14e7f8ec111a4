import { Link } from '#platform/ui/address.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { type Grouping, listOf, type Position, positions } from '../domain/position.ts';
import type { ProgressRow } from '../progress.contract.ts';
import { progressTexts } from '../progress.text.ts';
import './progress.css';

const Count = ({ value, href }: { readonly value: number; readonly href: string }) =>
  value === 0 ? (
    <td className="number none">–</td>
  ) : (
    <td className="number">
      <Link href={href}>{value}</Link>
    </td>
  );

/** Groups down, places in the process across; each number leads to its list. */
export const PositionTable = ({ rows, by }: { readonly rows: readonly ProgressRow[]; readonly by: Grouping }) => {
  const t = useText(progressTexts);
  const sum = (of: (row: ProgressRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const at = (position: Position) => sum((row) => row.positions[position] ?? 0);
  return (
    <div className="ui-table-scroll">
      <table className="ui-table reporting-positions" aria-label={t('progress.table')}>
        <thead>
          <tr>
            <th>{t(`progress.by.${by}`)}</th>
            <th className="number">{t('progress.units')}</th>
            {positions.map((position) => (
              <th key={position} className="number">
                {t(`progress.position.${position}`)}
              </th>
            ))}
            <th className="number">{t('progress.overdue')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, units, overdue, positions: own }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td className="number">{units}</td>
              {positions.map((position) => (
                <Count key={position} value={own[position] ?? 0} href={listOf(position, by, code)} />
              ))}
              <td className={overdue > 0 ? 'number ui-wrong' : 'number none'}>{overdue || '–'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('progress.all')}</th>
            <td className="number">{sum((row) => row.units)}</td>
            {positions.map((position) => (
              <Count key={position} value={at(position)} href={listOf(position, by, '')} />
            ))}
            <td className="number">{sum((row) => row.overdue) || '–'}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
