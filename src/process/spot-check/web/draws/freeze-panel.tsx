import { useState } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { issuesOf } from '#platform/ui/api/faults.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Why, type WhyLine } from '#platform/ui/why.tsx';
import { checkedStrata, type StratumRequest } from '../../domain/strata.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import { drawClient, drawHref } from '../spot-check-client.ts';
import './draws.css';
import { type Candidates, sampleOf } from './sample.ts';
import { StrataTable } from './strata-table.tsx';

/** The candidates by stratum, what is asked of each, and the act that freezes and publishes them. */
export const FreezePanel = (props: { readonly campaignId: string; readonly candidates: Candidates }) => {
  const t = useText(spotCheckTexts);
  const faults = useFaultText();
  const go = useGo();
  const mayFreeze = useHasRole('city-office');
  const { candidates } = props;
  const freeze = useCommand(drawClient.freezeDraw);
  const [rows, setRows] = useState<readonly StratumRequest[]>(() =>
    candidates.strata.map(({ stratum, ratio, min }) => ({ stratum, ratio, min, reason: '' })),
  );
  const checked = checkedStrata(rows, {
    strata: candidates.strata.map(({ stratum }) => stratum),
    ratio: candidates.ratio.value,
    min: candidates.min.value,
    earlier: candidates.strata.flatMap(({ stratum, floor }) =>
      floor
        ? [{ number: floor.draw, ratio: floor.ratio, strata: [{ ...floor, stratum, min: String(floor.min) }] }]
        : [],
    ),
  });
  const wrong = checked.ok ? [] : checked.error.issues;
  const sent = issuesOf(freeze.error);
  return (
    <section className="ui-panel">
      <h2 className="ui-row">
        <span className="ui-spread">{t('draws.pool.title')}</span>
        {rows.length > 0 && <SampleWhy candidates={candidates} rows={rows} />}
        {mayFreeze && rows.length > 0 && (
          <ConfirmAction
            label={t('draws.pool.freeze')}
            primary
            disabled={wrong.length > 0}
            consequences={[
              t('draws.pool.freeze.first', { count: candidates.total, strata: rows.length }),
              t('draws.pool.freeze.second'),
              t('draws.pool.freeze.third'),
            ]}
            onConfirm={async () => {
              const { drawId, number } = await freeze.run({
                params: { campaignId: props.campaignId },
                body: { basis: candidates.basis, strata: rows.map((row) => ({ ...row })) },
              });
              announce(t('draws.pool.done', { number }));
              go(drawHref(drawId));
            }}
          />
        )}
      </h2>
      <Batches candidates={candidates} />
      {sent.length > 0 && (
        <Notice wrong>
          {sent.map((issue) => (
            <p key={issue.path}>{faults.issue(issue)}</p>
          ))}
        </Notice>
      )}
      {rows.length === 0 ? (
        <div className="ui-empty">
          <p>{t('draws.pool.empty')}</p>
          <LinkButton href="/batches?state=sent">{t('draws.pool.to-batches')}</LinkButton>
        </div>
      ) : (
        <StrataTable
          candidates={candidates}
          rows={rows}
          disabled={!mayFreeze || freeze.pending}
          faults={wrong}
          onChange={(index, change) => setRows(rows.map((row, at) => (at === index ? { ...row, ...change } : row)))}
        />
      )}
    </section>
  );
};

const Batches = ({ candidates }: { readonly candidates: Candidates }) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const listed = (batches: readonly { bodyName: string; number: string; units: number }[]) =>
    batches
      .map(({ bodyName, number, units }) => t('draws.pool.batch', { body: bodyName, number, count: units }))
      .join(ui('text.comma'));
  const { batches, awaited, late, total } = candidates;
  if (batches.length + awaited.length === 0) return null;
  return (
    <div className="draws-batches ui-soft">
      {late && total > 0 && <p>{t('draws.pool.late')}</p>}
      {batches.length > 0 && <p>{t('draws.pool.batches', { list: listed(batches) })}</p>}
      {awaited.length > 0 && <p>{t('draws.pool.awaited', { list: listed(awaited) })}</p>}
    </div>
  );
};

const SampleWhy = (props: { readonly candidates: Candidates; readonly rows: readonly StratumRequest[] }) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const { ratio, min, strataBy, strata } = props.candidates;
  const keys = strataBy.value.map((key) => t(`draws.key.${key as 'industry'}`)).join(' × ');
  const lines: readonly WhyLine[] = [
    { text: t('draws.why.strata'), value: keys, basis: strataBy.basis },
    { text: t('draws.why.ratio'), value: ratio.value, basis: ratio.basis },
    { text: t('draws.why.min'), value: String(min.value), basis: min.basis },
    { text: t('draws.why.formula') },
    ...props.rows.map((row) => {
      const size = strata.find(({ stratum }) => stratum === row.stratum)?.size ?? 0;
      const text = t('draws.why.row', { stratum: row.stratum, size, ratio: row.ratio, min: row.min });
      return { text, value: String(sampleOf(size, row) ?? ui('state.unknown')) };
    }),
  ];
  return <Why title={t('draws.why.title')} lines={lines} />;
};
