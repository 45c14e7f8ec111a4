import { useState } from 'react';
import { useHasRole, useSignedIn } from '#parties/people/web/session.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { KeepableStratum } from '../../settlement.contract.ts';
import { type SpotCheckKey, spotCheckTexts } from '../../spot-check.text.ts';
import { spotCheckTitles } from '../page-titles.text.ts';
import { settlementClient } from '../spot-check-client.ts';
import { KeepDialog } from './keep-dialog.tsx';
import { UndrawnUnits } from './undrawn-units.tsx';

type T = ReturnType<typeof useText<SpotCheckKey>>;

const keyOf = ({ drawId, stratum }: KeepableStratum): string => `${drawId} ${stratum}`;

const Sample = ({ row }: { readonly row: KeepableStratum }) => {
  const t = useText(spotCheckTexts);
  if (row.drawn === 0) return <span className="ui-soft">{t('kept.sample.none')}</span>;
  return (
    <>
      {t('kept.sample.of', { confirmed: row.confirmed, drawn: row.drawn })}
      {row.changed > 0 && <span className="ui-wrong"> {t('kept.sample.changed', { count: row.changed })}</span>}
    </>
  );
};

const columnsFor = (t: T): readonly Column<KeepableStratum>[] => [
  { key: 'stratum', title: t('draws.stratum'), render: (row) => row.stratum },
  { key: 'draw', title: t('kept.draw'), render: (row) => <span className="ui-nowrap">{row.drawNumber}</span> },
  { key: 'size', title: t('draws.size'), number: true, render: (row) => row.size },
  { key: 'sample', title: t('kept.sample'), render: (row) => <Sample row={row} /> },
  { key: 'undrawn', title: t('kept.undrawn'), number: true, render: (row) => row.undrawn },
  { key: 'kept', title: t('kept.kept'), number: true, render: (row) => row.kept },
  { key: 'open', title: t('kept.open'), number: true, render: (row) => (row.open > 0 ? <b>{row.open}</b> : 0) },
];

/** 沿用初审类别: strata with what their samples showed, and the act by which undrawn units are settled. */
export const KeptPage = () => {
  const t = useText(spotCheckTexts);
  const titles = useText(spotCheckTitles);
  const { campaign } = useSignedIn();
  const params = { campaignId: campaign?.id ?? '' };
  const read = useRead(settlementClient.keepable, { params }, { enabled: campaign !== null });
  return (
    <div className="ui-page">
      <PageHead title={titles('kept')} crumbs={[{ label: t('draws.title'), href: '/draws' }]} />
      <p className="ui-soft">{t('kept.intro')}</p>
      <Answered read={read}>
        {({ strata }) =>
          strata.length === 0 ? (
            <p className="ui-panel ui-empty">{t('kept.empty')}</p>
          ) : (
            <>
              <Strata campaignId={params.campaignId} strata={strata} />
              <UndrawnUnits campaignId={params.campaignId} strata={strata} />
            </>
          )
        }
      </Answered>
    </div>
  );
};

const Strata = (props: { readonly campaignId: string; readonly strata: readonly KeepableStratum[] }) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const mayKeep = useHasRole('city-office');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [acting, setActing] = useState(false);
  const open = props.strata.filter((row) => row.open > 0);
  const done = props.strata.filter((row) => row.open === 0);
  const chosen = open.filter((row) => selected.has(keyOf(row)));
  const count = chosen.reduce((sum, { open }) => sum + open, 0);
  const select = (rows: readonly KeepableStratum[], on: boolean) => {
    const next = new Set(selected);
    for (const row of rows) {
      if (on) next.add(keyOf(row));
      else next.delete(keyOf(row));
    }
    setSelected(next);
  };
  return (
    <>
      <section className="ui-panel">
        <h2 className="ui-row">
          <span className="ui-spread">
            {t('kept.strata.open')}{' '}
            {chosen.length > 0 && <small>{ui('list.selected', { count: chosen.length })}</small>}
          </span>
          {mayKeep && open.length > 0 && (
            <Button look="primary" disabled={count === 0} aria-haspopup="dialog" onClick={() => setActing(true)}>
              {t('kept.act')}
            </Button>
          )}
        </h2>
        {open.length === 0 ? (
          <p className="ui-empty">{t('kept.strata.none')}</p>
        ) : (
          <DataTable
            label={t('kept.strata.open')}
            columns={columnsFor(t)}
            rows={open}
            rowKey={keyOf}
            selected={mayKeep ? selected : undefined}
            onSelect={mayKeep ? select : undefined}
          />
        )}
      </section>
      {done.length > 0 && (
        <section className="ui-panel">
          <h2>{t('kept.strata.done')}</h2>
          <DataTable label={t('kept.strata.done')} columns={columnsFor(t)} rows={done} rowKey={keyOf} />
        </section>
      )}
      {acting && (
        <KeepDialog
          campaignId={props.campaignId}
          strata={chosen}
          onDone={() => setSelected(new Set())}
          onClose={() => setActing(false)}
        />
      )}
    </>
  );
};
