import { Link } from '#platform/ui/address.tsx';
import type { Column } from '#platform/ui/list/columns.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { spotCheckTexts } from '../../spot-check.text.ts';
import { VerificationStateText } from '../marks.tsx';
import { verificationHref } from '../spot-check-client.ts';
import type { Draw } from './sample.ts';

/** What each stratum holds and how many are drawn from it. */
export const Strata = ({ rows }: { readonly rows: Draw['strataList'] }) => {
  const t = useText(spotCheckTexts);
  const columns: readonly Column<Draw['strataList'][number]>[] = [
    { key: 'stratum', title: t('draws.stratum'), render: (row) => row.stratum },
    { key: 'size', title: t('draws.size'), number: true, render: (row) => row.size },
    { key: 'ratio', title: t('draws.ratio'), number: true, render: (row) => row.ratio },
    { key: 'min', title: t('draws.min'), number: true, render: (row) => row.min },
    { key: 'sample', title: t('draws.sample'), number: true, render: (row) => <b>{row.sample}</b> },
    { key: 'reason', title: t('draws.reason'), render: (row) => row.reason },
  ];
  return <DataTable label={t('draw.strata')} columns={columns} rows={rows} rowKey={(row) => row.stratum} />;
};

export const DrawnUnits = ({ draw }: { readonly draw: Draw }) => {
  const t = useText(spotCheckTexts);
  if (draw.state === 'frozen') return <p className="ui-empty">{t('draw.units.empty')}</p>;
  const columns: readonly Column<Draw['units'][number]>[] = [
    {
      key: 'unit',
      title: t('verifications.unit'),
      render: (row) =>
        row.verification ? (
          <Link href={verificationHref(row.verification.verificationId)}>{row.unitName}</Link>
        ) : (
          row.unitName
        ),
    },
    { key: 'enterprise', title: t('verifications.enterprise'), render: (row) => row.enterpriseName },
    { key: 'stratum', title: t('draws.stratum'), render: (row) => row.stratum },
    { key: 'rank', title: t('draw.rank'), number: true, render: (row) => row.rank },
    { key: 'id', title: t('draw.pool-id'), render: (row) => <span className="ui-nowrap">{row.poolId}</span> },
    {
      key: 'ticket',
      title: t('draw.ticket'),
      render: (row) => (
        <span className="draw-ticket" title={row.ticket}>
          {row.ticket.slice(0, 8)}…
        </span>
      ),
    },
    {
      key: 'state',
      title: t('verifications.state'),
      render: (row) => row.verification && <VerificationStateText state={row.verification.state} />,
    },
  ];
  return <DataTable label={t('draw.units')} columns={columns} rows={draw.units} rowKey={(row) => row.poolId} />;
};
