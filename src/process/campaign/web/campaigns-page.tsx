import { useMemo } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Day, Time } from '#platform/ui/time/time.tsx';
import type { campaignContract } from '../campaign.contract.ts';
import { campaignTexts } from '../campaign.text.ts';
import { campaignClient } from './clients.ts';

type Row = ResultOf<typeof campaignContract.campaigns>['rows'][number];

const none = {};

/** All campaigns of the city. */
export const CampaignsPage = () => {
  const t = useText(campaignTexts);
  const ui = useUiText();
  const mayOpen = useHasRole('city-office');
  const address = useFilters(none);
  const read = useRead(campaignClient.campaigns);
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'name', title: t('campaign.name'), render: (row) => row.name },
      { key: 'period', title: t('campaign.period'), render: (row) => <Period {...row} /> },
      {
        key: 'phases',
        title: t('campaign.currentPhases'),
        render: (row) =>
          row.currentPhases.length === 0
            ? t('campaign.noCurrentPhase')
            : row.currentPhases.map((phase) => phase.name).join(ui('text.comma')),
      },
      {
        key: 'units',
        title: t('campaign.unitCount'),
        unit: t('campaign.unit'),
        number: true,
        render: (row) => row.unitCount,
      },
      { key: 'opened', title: t('campaign.openedAt'), render: (row) => <Time at={row.openedAt} /> },
    ],
    [t, ui],
  );
  const open = mayOpen && (
    <LinkButton href="/campaigns/new" look="primary">
      {t('campaign.open')}
    </LinkButton>
  );
  return (
    <ListPage
      id="campaigns"
      title={t('campaign.list')}
      actions={open}
      filters={[]}
      address={address}
      read={read}
      columns={columns}
      rowKey={(row) => row.campaignId}
      href={(row) => `/campaigns/${row.campaignId}`}
      empty={{ text: t('campaign.empty'), action: open }}
    />
  );
};

/** First to last day. */
export const Period = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }) => (
  <span className="ui-nowrap">
    <Day on={startsOn} />–<Day on={endsOn} />
  </span>
);
