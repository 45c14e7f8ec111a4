import type { AnswerOf } from '#platform/contract.ts';
import { useFilters } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { FilterBar } from '#platform/ui/list/filter-bar.tsx';
import { PagePaging } from '#platform/ui/list/paging.tsx';
import { StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { KeepableStratum, settlementContract } from '../../settlement.contract.ts';
import { type SpotCheckKey, spotCheckTexts } from '../../spot-check.text.ts';
import { type Classes, ScoreOf } from '../marks.tsx';
import { settlementClient } from '../spot-check-client.ts';

const defaults = { q: '', drawId: '', stratum: '', state: '', page: '1' };
const SIZE = 50;
const states = ['open', 'kept', 'held'] as const;
const tones: Readonly<Record<(typeof states)[number], Tone>> = { open: 'open', kept: 'done', held: 'attention' };
type Row = AnswerOf<typeof settlementContract.undrawnUnits>['rows'][number];

const columnsFor = (t: ReturnType<typeof useText<SpotCheckKey>>, classes: Classes): readonly Column<Row>[] => [
  { key: 'unit', title: t('verifications.unit'), render: (row) => row.unitName },
  { key: 'stratum', title: t('draws.stratum'), render: (row) => row.stratum },
  { key: 'industry', title: t('verifications.industry'), render: (row) => row.industryName },
  {
    key: 'class',
    title: t('verification.reviewed'),
    render: (row) => <ScoreOf classes={classes} scored={row.reviewed} />,
  },
  {
    key: 'state',
    title: t('kept.state'),
    render: (row) => <StateText tone={tones[row.state]}>{t(`kept.state.${row.state}`)}</StateText>,
  },
  {
    key: 'at',
    title: t('kept.settled-at'),
    render: (row) =>
      row.settledAt && (
        <span title={row.act}>
          <Time at={row.settledAt} /> {row.settledByName}
        </span>
      ),
  },
];

/** Every unit that was not drawn, and what has become of it. */
export const UndrawnUnits = (props: { readonly campaignId: string; readonly strata: readonly KeepableStratum[] }) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const address = useFilters(defaults);
  const { q, drawId, stratum, state, page } = address.values;
  const read = useRead(settlementClient.undrawnUnits, {
    params: { campaignId: props.campaignId },
    query: {
      q,
      drawId: drawId || undefined,
      stratum: stratum || undefined,
      state: states.find((one) => one === state),
      page,
      size: SIZE,
    },
  });
  const named = (values: readonly (readonly [string, string])[]) =>
    [...new Map(values)].map(([value, label]) => ({ value, label }));
  return (
    <section className="ui-panel">
      <h2>{t('kept.units')}</h2>
      <div className="ui-list-bar ui-screen" role="search">
        <FilterBar
          address={address}
          filters={[
            { kind: 'search', name: 'q', label: t('verifications.search') },
            {
              kind: 'choice',
              name: 'drawId',
              label: t('kept.draw'),
              options: named(props.strata.map((row) => [row.drawId, row.drawNumber])),
            },
            {
              kind: 'choice',
              name: 'stratum',
              label: t('draws.stratum'),
              options: named(props.strata.map((row) => [row.stratum, row.stratum])),
            },
            {
              kind: 'choice',
              name: 'state',
              label: t('kept.state'),
              options: states.map((value) => ({ value, label: t(`kept.state.${value}`) })),
            },
          ]}
        />
      </div>
      <Answered read={read}>
        {(answer) => (
          <>
            {answer.rows.length > 0 ? (
              <DataTable
                label={t('kept.units')}
                columns={columnsFor(t, answer.classes)}
                rows={answer.rows}
                rowKey={(row) => row.reviewId}
              />
            ) : (
              <p className="ui-empty">{ui('list.empty-filtered')}</p>
            )}
            <div className="ui-list-foot">
              <span className="ui-soft">{ui('list.total', { count: answer.total })}</span>
              <PagePaging address={address} total={answer.total} size={SIZE} />
            </div>
          </>
        )}
      </Answered>
    </section>
  );
};
