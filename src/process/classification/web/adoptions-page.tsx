import { useMemo } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day, Time } from '#platform/ui/time/time.tsx';
import { WithCampaign } from '#process/public-notice/web/with-campaign.tsx';
import type { classificationContract } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { AdoptionStateText } from './class-of.tsx';
import { classificationClient } from './classification-client.ts';

type Row = ResultOf<typeof classificationContract.adoptions>['rows'][number];

const none = {};

/** 认定批次: every batch of the campaign, the newest first. */
export const AdoptionsPage = () => {
  const t = useText(classificationTexts);
  return (
    <WithCampaign title={t('adoption.list.title')}>
      {(campaignId) => <Adoptions campaignId={campaignId} />}
    </WithCampaign>
  );
};

const Adoptions = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useText(classificationTexts);
  const mayPrepare = useHasRole('city-office');
  const address = useFilters(none);
  const read = useRead(classificationClient.adoptions, { params: { campaignId } });
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'title', title: t('adoption.column.title'), render: (row) => row.title },
      {
        key: 'number',
        title: t('adoption.column.number'),
        render: (row) => row.number ?? <span className="ui-soft">{t('adoption.no-number')}</span>,
      },
      { key: 'state', title: t('adoption.column.state'), render: (row) => <AdoptionStateText state={row.state} /> },
      { key: 'meeting', title: t('adoption.column.meeting'), render: (row) => <Day on={row.meetingOn} /> },
      { key: 'units', title: t('adoption.column.units'), number: true, render: (row) => row.unitCount },
      { key: 'prepared', title: t('adoption.column.prepared'), render: (row) => <Time at={row.preparedAt} /> },
      {
        key: 'signed',
        title: t('adoption.column.signed'),
        render: (row) => row.signedAt && <Time at={row.signedAt} />,
      },
    ],
    [t],
  );
  const prepare = mayPrepare && (
    <LinkButton href="/adoptions/new" look="primary">
      {t('adoption.new.action')}
    </LinkButton>
  );
  return (
    <ListPage
      id="adoptions"
      title={t('adoption.list.title')}
      actions={prepare}
      filters={[]}
      address={address}
      read={read}
      columns={columns}
      rowKey={(row) => row.adoptionId}
      href={(row) => `/adoptions/${row.adoptionId}`}
      empty={{ text: t('adoption.list.empty'), action: prepare }}
    />
  );
};
