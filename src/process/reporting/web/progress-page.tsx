import { useSignedIn } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { createClient } from '#platform/ui/api/client.ts';
import { BoardPage, type Figure } from '#platform/ui/board/board-page.tsx';
import { useRead } from '#platform/ui/data.ts';
import { FilterBar } from '#platform/ui/list/filter-bar.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Why } from '#platform/ui/why.tsx';
import { groupings, isSubmitted, listOf, type Position, positions } from '../domain/position.ts';
import { type ProgressRow, progressContract } from '../progress.contract.ts';
import { progressTexts } from '../progress.text.ts';
import { PositionTable } from './position-table.tsx';

const client = createClient(progressContract);
const defaults = { by: 'body' };

const total = (rows: readonly ProgressRow[], counted: (position: Position) => boolean): number =>
  rows.reduce(
    (sum, row) =>
      sum + positions.reduce((own, position) => own + (counted(position) ? (row.positions[position] ?? 0) : 0), 0),
    0,
  );

const from = (first: Position) => (position: Position) => positions.indexOf(position) >= positions.indexOf(first);

/** 工作进度: how far the campaign has come, and with whom it waits. */
export const ProgressPage = () => {
  const t = useText(progressTexts);
  const { campaign } = useSignedIn();
  if (campaign === null)
    return (
      <div className="ui-page">
        <PageHead title={t('progress.title')} />
        <p className="ui-soft">{t('progress.no-campaign')}</p>
      </div>
    );
  return <Board campaignId={campaign.id} />;
};

const Board = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useText(progressTexts);
  const address = useFilters(defaults);
  const by = groupings.find((one) => one === address.values.by) ?? 'body';
  const read = useRead(client.progress, { params: { campaignId }, query: { by } }, { refetchSeconds: 60 });
  return (
    <Answered read={read}>
      {({ rows, enterprises }) => {
        const units = rows.reduce((sum, row) => sum + row.units, 0);
        const overdue = rows.reduce((sum, row) => sum + row.overdue, 0);
        const figure = (label: string, value: number, href: string): Figure => ({
          label,
          value,
          unit: t('progress.unit'),
          href,
          note: units > 0 && t('progress.share', { percent: Math.round((value / units) * 100) }),
        });
        const figures: readonly Figure[] = [
          { ...figure(t('progress.units'), units, '/roster'), note: t('progress.enterprises', { count: enterprises }) },
          figure(t('progress.submitted'), total(rows, isSubmitted), '/declarations?state=submitted'),
          { ...figure(t('progress.overdue'), overdue, '/declarations?overdue=1'), attention: overdue > 0 },
          figure(t('progress.reviewed'), total(rows, from('signed')), '/reviews?state=signed-off'),
          figure(t('progress.settled'), total(rows, from('settled')), '/score-comparison'),
          figure(t('progress.decided'), total(rows, from('decided')), listOf('decided', by, '')),
        ];
        return (
          <BoardPage
            title={t('progress.title')}
            actions={
              <FilterBar
                filters={[
                  {
                    kind: 'choice',
                    name: 'by',
                    label: t('progress.by'),
                    options: groupings.map((value) => ({ value, label: t(`progress.by.${value}`) })),
                  },
                ]}
                address={address}
              />
            }
            figures={figures}
          >
            <section className="ui-panel">
              <h2>
                {t('progress.table')}{' '}
                <Why
                  title={t('progress.table')}
                  lines={[{ text: t('progress.why') }, { text: t('progress.why-settling') }]}
                />
              </h2>
              {rows.length === 0 ? (
                <p className="ui-soft">{t('progress.empty')}</p>
              ) : (
                <PositionTable rows={rows} by={by} />
              )}
            </section>
          </BoardPage>
        );
      }}
    </Answered>
  );
};
