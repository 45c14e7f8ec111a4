import { useState } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { type Fact, type NextStep, RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Why } from '#platform/ui/why.tsx';
import { spotCheckTexts } from '../../spot-check.text.ts';
import { CopyButton } from '../copy-button.tsx';
import { DrawStateText } from '../marks.tsx';
import { drawClient, drawRecordHref } from '../spot-check-client.ts';
import './draws.css';
import { DrawnUnits, Strata } from './draw-tables.tsx';
import type { Draw } from './sample.ts';
import { SeedDialog } from './seed-dialog.tsx';

/** One draw: what was published before the seed, the seed, the result, and how anyone recomputes it. */
export const DrawPage = () => {
  const { drawId } = usePathParams<'drawId'>();
  return (
    <Answered read={useRead(drawClient.draw, { params: { drawId } })}>{(draw) => <DrawOf draw={draw} />}</Answered>
  );
};

const nextOf = (draw: Draw, t: ReturnType<typeof useText<keyof (typeof spotCheckTexts)['zh-CN']>>): NextStep | null => {
  if (draw.state === 'frozen')
    return { what: t('draw.next.seed'), who: t('draw.next.office'), mine: draw.actions.length > 0 };
  return draw.units.some(({ verification }) => verification?.state === 'to-assign')
    ? { what: t('draw.next.assign'), who: t('draw.next.office') }
    : null;
};

const Digest = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <span className="draw-digest">
    <code>{value}</code>
    <CopyButton text={value} label={label} />
  </span>
);

const factsOf = (draw: Draw, t: ReturnType<typeof useText<keyof (typeof spotCheckTexts)['zh-CN']>>): Fact[] => {
  const digest = (label: string, value: string): Fact => ({
    label,
    value: <Digest label={label} value={value} />,
    wide: true,
  });
  const taken = draw.seed === null ? [] : [digest(t('draw.facts.seed'), draw.seed)];
  const sources: Fact[] =
    draw.seed === null
      ? []
      : [
          { label: t('draw.facts.source'), value: draw.seedSource, wide: true },
          { label: t('draw.facts.witnesses'), value: draw.witnesses, wide: true },
        ];
  const pages = (
    <span className="ui-row">
      <a href={`/public/${draw.slug}`} target="_blank" rel="noreferrer">
        {t('draw.facts.frozen-page')}
      </a>
      {draw.resultSlug && (
        <a href={`/public/${draw.resultSlug}`} target="_blank" rel="noreferrer">
          {t('draw.facts.result-page')}
        </a>
      )}
    </span>
  );
  return [
    digest(t('draw.facts.pool'), draw.poolDigest),
    digest(t('draw.facts.params'), draw.paramsDigest),
    ...taken,
    ...sources,
    ...(draw.key ? [digest(t('draw.facts.key'), draw.key)] : []),
    { label: t('draw.facts.page'), value: pages, wide: true },
  ];
};

const DrawOf = ({ draw }: { readonly draw: Draw }) => {
  const t = useText(spotCheckTexts);
  const [seeding, setSeeding] = useState(false);
  const mayAssign = useHasRole('city-office');
  return (
    <>
      <RecordPage
        title={t('draw.title', { number: draw.number })}
        crumbs={[{ label: t('draws.title'), href: '/draws' }]}
        state={<DrawStateText state={draw.state} />}
        next={nextOf(draw, t)}
        facts={factsOf(draw, t)}
        actions={
          <>
            <a className="ui-button" href={drawRecordHref(draw.drawId)} target="_blank" rel="noreferrer">
              {t('draw.record')}
            </a>
            {mayAssign && draw.units.some(({ verification }) => verification?.state === 'to-assign') && (
              <LinkButton look="primary" href={`/verifications?state=to-assign&drawId=${draw.drawId}`}>
                {t('verifications.assign')}
              </LinkButton>
            )}
            {draw.actions.includes('take-seed') && (
              <Button look="primary" aria-haspopup="dialog" onClick={() => setSeeding(true)}>
                {t('seed.action')}
              </Button>
            )}
          </>
        }
        sections={[
          {
            id: 'units',
            title: t('draw.units'),
            beside: draw.state === 'drawn' && <DrawWhy />,
            flush: true,
            content: <DrawnUnits draw={draw} />,
          },
          { id: 'strata', title: t('draw.strata'), flush: true, content: <Strata rows={draw.strataList} /> },
          { id: 'recompute', title: t('draw.recompute'), content: <Recompute draw={draw} /> },
        ]}
        history={draw.history.map(({ at, what, who }) => ({
          id: what,
          at,
          what: t(`draw.history.${what}`),
          who,
          ...(what === 'drawn' ? { note: draw.seedSource } : {}),
        }))}
      />
      {seeding && <SeedDialog draw={draw} onClose={() => setSeeding(false)} />}
    </>
  );
};

const DrawWhy = () => {
  const t = useText(spotCheckTexts);
  const lines = (['draw.why.key', 'draw.why.ticket', 'draw.why.order', 'draws.why.formula'] as const).map((key) => ({
    text: t(key),
  }));
  return <Why title={t('draw.why.title')} lines={lines} />;
};

const Recompute = ({ draw }: { readonly draw: Draw }) => {
  const t = useText(spotCheckTexts);
  const download = (file: 'pool.csv' | 'strata.csv' | 'result.json') =>
    drawClient.drawFile({ params: { drawId: draw.drawId, file } });
  return (
    <>
      <p>{t('draw.recompute.text')}</p>
      <p className="draw-command">
        <code>{draw.command}</code>
      </p>
      <div className="draw-files">
        <DownloadButton fetch={() => download('pool.csv')}>{t('draw.file.pool')}</DownloadButton>
        <DownloadButton fetch={() => download('strata.csv')}>{t('draw.file.strata')}</DownloadButton>
        {draw.state === 'drawn' && (
          <DownloadButton fetch={() => download('result.json')}>{t('draw.file.result')}</DownloadButton>
        )}
        <CopyButton text={draw.command} label={t('draw.recompute')} />
      </div>
      {draw.seed === null && <p className="ui-soft">{t('draw.recompute.seed')}</p>}
    </>
  );
};
