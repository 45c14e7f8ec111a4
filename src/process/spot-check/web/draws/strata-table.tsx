import type { Issue } from '#lib/result.ts';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import type { StratumRequest } from '../../domain/strata.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import { type Candidates, sampleOf } from './sample.ts';

interface Props {
  readonly candidates: Candidates;
  readonly rows: readonly StratumRequest[];
  readonly disabled: boolean;
  readonly faults: readonly Issue[];
  readonly onChange: (index: number, change: Partial<StratumRequest>) => void;
}

/** The strata with what is asked of each: ratio, least number, reason, and the number that follows. */
export const StrataTable = ({ candidates, rows, disabled, faults, onChange }: Props) => {
  const t = useText(spotCheckTexts);
  const sizes = new Map(candidates.strata.map((one) => [one.stratum, one]));
  const total = rows.reduce((sum, row) => sum + (sampleOf(sizes.get(row.stratum)?.size ?? 0, row) ?? 0), 0);
  return (
    <div className="ui-table-scroll">
      <table className="ui-table draws-strata">
        <thead>
          <tr>
            <th>{t('draws.stratum')}</th>
            {candidates.late && <th>{t('draws.floor.title')}</th>}
            <th className="number">{t('draws.size')}</th>
            <th className="number">{t('draws.ratio')}</th>
            <th className="number">{t('draws.min')}</th>
            <th className="number">{t('draws.sample')}</th>
            <th>{t('draws.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.stratum}
              row={row}
              candidate={sizes.get(row.stratum)}
              late={candidates.late}
              disabled={disabled}
              faults={faults.filter(({ path }) => path.startsWith(`strata.${index}.`))}
              onChange={(change) => onChange(index, change)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('draws.total')}</td>
            {candidates.late && <td />}
            <td className="number">{candidates.total}</td>
            <td />
            <td />
            <td className="number">
              <b>{total}</b>
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

const Row = (props: {
  readonly row: StratumRequest;
  readonly candidate: Candidates['strata'][number] | undefined;
  readonly late: boolean;
  readonly disabled: boolean;
  readonly faults: readonly Issue[];
  readonly onChange: (change: Partial<StratumRequest>) => void;
}) => {
  const t = useText(spotCheckTexts);
  const words = useFaultText();
  const { row, candidate, disabled, faults, onChange } = props;
  const size = candidate?.size ?? 0;
  const floor = candidate?.floor;
  const input = (field: 'ratio' | 'min') => (
    <input
      className="ui-input ui-number draws-number"
      type="text"
      inputMode="decimal"
      aria-label={`${row.stratum} ${t(`draws.${field}`)}`}
      aria-invalid={faults.some(({ path }) => path.endsWith(field)) || undefined}
      disabled={disabled}
      value={row[field]}
      onChange={(event) => onChange({ [field]: event.target.value.trim() })}
    />
  );
  return (
    <tr>
      <td>{row.stratum}</td>
      {props.late && (
        <td className="ui-soft ui-nowrap">{floor && t('draws.floor', { ratio: floor.ratio, draw: floor.draw })}</td>
      )}
      <td className="number">{size}</td>
      <td className="number">{input('ratio')}</td>
      <td className="number">{input('min')}</td>
      <td className="number">
        <b>{sampleOf(size, row) ?? '—'}</b>
      </td>
      <td>
        <input
          className="ui-input"
          aria-label={`${row.stratum} ${t('draws.reason')}`}
          placeholder={t('draws.reason.placeholder')}
          maxLength={500}
          disabled={disabled}
          value={row.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
        {faults.map((issue) => (
          <small key={issue.path} className="ui-wrong draws-floor">
            {words.issue(issue)}
          </small>
        ))}
      </td>
    </tr>
  );
};
