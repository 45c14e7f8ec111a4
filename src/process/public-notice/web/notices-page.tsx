import { useMemo } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import type { publicNoticeContract } from '../public-notice.contract.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';
import { publicNoticeClient } from './public-notice-client.ts';
import { NoticeStateText } from './states.tsx';
import { WithCampaign } from './with-campaign.tsx';

type Row = ResultOf<typeof publicNoticeContract.notices>['rows'][number];

const none = {};

/** 公示: all notices of the campaign. */
export const NoticesPage = () => {
  const t = useText(publicNoticeTexts);
  return (
    <WithCampaign title={t('notice.list.title')}>{(campaignId) => <Notices campaignId={campaignId} />}</WithCampaign>
  );
};

const Notices = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useText(publicNoticeTexts);
  const mayPublish = useHasRole('city-office');
  const address = useFilters(none);
  const read = useRead(publicNoticeClient.notices, { params: { campaignId } });
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'number', title: t('notice.column.number'), render: (row) => row.number },
      { key: 'title', title: t('notice.column.title'), render: (row) => row.title },
      { key: 'state', title: t('notice.column.state'), render: (row) => <NoticeStateText state={row.state} /> },
      { key: 'opens', title: t('notice.column.opens'), render: (row) => <Day on={row.opensOn} /> },
      { key: 'closes', title: t('notice.column.closes'), render: (row) => <Closes row={row} /> },
      { key: 'entries', title: t('notice.column.entries'), number: true, render: (row) => row.entries },
      { key: 'cleared', title: t('notice.column.cleared'), number: true, render: (row) => row.cleared },
      { key: 'upheld', title: t('notice.column.upheld'), number: true, render: (row) => row.upheld },
      {
        key: 'waiting',
        title: t('notice.column.waiting'),
        number: true,
        render: (row) => <span className={row.waiting > 0 ? 'ui-wrong' : undefined}>{row.waiting}</span>,
      },
    ],
    [t],
  );
  const publish = mayPublish && (
    <LinkButton href="/notices/new" look="primary">
      {t('notice.new.action')}
    </LinkButton>
  );
  return (
    <ListPage
      id="notices"
      title={t('notice.list.title')}
      actions={publish}
      filters={[]}
      address={address}
      read={read}
      columns={columns}
      rowKey={(row) => row.noticeId}
      href={(row) => `/notices/${row.noticeId}`}
      empty={{ text: t('notice.list.empty'), action: publish }}
    />
  );
};

/** The last day, and while the window is open how much of it is left. */
export const Closes = ({ row }: { readonly row: Pick<Row, 'state' | 'closesOn' | 'workingDaysLeft'> }) => {
  const t = useText(publicNoticeTexts);
  const left = row.workingDaysLeft > 0 ? t('notice.days-left', { days: row.workingDaysLeft }) : t('notice.last-day');
  return (
    <span className="ui-nowrap">
      <Day on={row.closesOn} /> {row.state === 'open' && <span className="ui-soft">{left}</span>}
    </span>
  );
};
