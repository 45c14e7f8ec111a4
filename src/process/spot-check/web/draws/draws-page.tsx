import { useHasRole, useSignedIn } from '#parties/people/web/session.tsx';
import { Link } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { BoardPage, type Figure } from '#platform/ui/board/board-page.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { DrawLine } from '../../draw.contract.ts';
import { type SpotCheckKey, spotCheckTexts } from '../../spot-check.text.ts';
import { DrawStateText } from '../marks.tsx';
import { drawClient, drawHref } from '../spot-check-client.ts';
import { FreezePanel } from './freeze-panel.tsx';

type T = ReturnType<typeof useText<SpotCheckKey>>;

const columnsFor = (t: T): readonly Column<DrawLine>[] => [
  { key: 'number', title: t('draws.number'), render: (row) => row.number },
  {
    key: 'state',
    title: t('draws.state'),
    render: (row) => (
      <span className="ui-row">
        <DrawStateText state={row.state} />
        {row.late && <span className="ui-soft">{t('draws.late')}</span>}
      </span>
    ),
  },
  { key: 'pool', title: t('draws.pool-size'), number: true, render: (row) => row.poolSize },
  { key: 'strata', title: t('draws.strata'), number: true, render: (row) => row.strata },
  {
    key: 'drawn',
    title: t('draws.drawn-count'),
    number: true,
    render: (row) => (row.state === 'drawn' ? row.drawn : ''),
  },
  {
    key: 'confirmed',
    title: t('draws.confirmed-count'),
    number: true,
    render: (row) => (row.state === 'drawn' ? row.confirmed : ''),
  },
  { key: 'frozen', title: t('draws.frozen-at'), render: (row) => <Time at={row.frozenAt} /> },
  { key: 'drawnAt', title: t('draws.drawn-at'), render: (row) => row.drawnAt && <Time at={row.drawnAt} /> },
];

const sum = (draws: readonly DrawLine[], of: (draw: DrawLine) => number): number =>
  draws.reduce((total, draw) => total + of(draw), 0);

/** 抽查核定: what there is to draw from, what is on its way, and the draws so far. */
export const DrawsPage = () => {
  const t = useText(spotCheckTexts);
  const { campaign } = useSignedIn();
  const seesCandidates = useHasRole('city-office', 'auditor');
  const params = { campaignId: campaign?.id ?? '' };
  const enabled = campaign !== null;
  const draws = useRead(drawClient.draws, { params }, { enabled });
  const candidates = useRead(drawClient.drawCandidates, { params }, { enabled: enabled && seesCandidates });
  const list = draws.data?.draws ?? [];
  const found = candidates.data;
  const drawn = sum(list, (draw) => draw.drawn);
  const figures: readonly Figure[] = [
    ...(found
      ? [
          {
            label: t('draws.candidates'),
            value: found.total,
            note: t('draws.candidates.note', { count: found.batches.length }),
            attention: found.total > 0,
          },
          {
            label: t('draws.awaited'),
            value: found.awaited.length,
            href: '/batches?state=sent',
            note: t('draws.awaited.note', { count: found.awaited.reduce((total, { units }) => total + units, 0) }),
          },
        ]
      : []),
    {
      label: t('draws.drawn'),
      value: drawn,
      href: '/verifications?cause=drawn',
      note: t('draws.drawn.note', { count: list.length }),
    },
    {
      label: t('draws.confirmed'),
      value: `${sum(list, (draw) => draw.confirmed)}/${drawn}`,
      href: '/verifications?state=confirmed&cause=drawn',
    },
  ];
  return (
    <BoardPage title={t('draws.title')} figures={figures}>
      {list
        .filter(({ state }) => state === 'frozen')
        .map((draw) => (
          <Notice key={draw.drawId}>
            <Link href={drawHref(draw.drawId)}>{t('draws.frozen', { number: draw.number })}</Link>
          </Notice>
        ))}
      {seesCandidates && enabled && (
        <Answered read={candidates}>
          {(answer) => <FreezePanel key={answer.basis} campaignId={params.campaignId} candidates={answer} />}
        </Answered>
      )}
      <section className="ui-panel">
        <h2>{t('draws.list.title')}</h2>
        <Answered read={draws}>
          {(answer) =>
            answer.draws.length === 0 ? (
              <p className="ui-empty">{t('draws.list.empty')}</p>
            ) : (
              <DataTable
                label={t('draws.list.title')}
                columns={columnsFor(t)}
                rows={answer.draws}
                rowKey={(row) => row.drawId}
                href={(row) => drawHref(row.drawId)}
              />
            )
          }
        </Answered>
      </section>
    </BoardPage>
  );
};
