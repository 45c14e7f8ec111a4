import { useMemo } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { campaignTexts } from '../../campaign.text.ts';
import { declarationStates, type rosterContract } from '../../roster.contract.ts';
import { rosterClient, useCampaignId, useRosterHref } from '../clients.ts';
import { NoCampaign } from './no-campaign.tsx';
import { UnitState } from './unit-state.tsx';

type Row = ResultOf<typeof rosterContract.units>['rows'][number];

const defaults = {
  campaign: '',
  text: '',
  body: '',
  division: '',
  industry: '',
  affiliation: '',
  state: '',
  page: '1',
};
const SIZE = 50;

/** 企业名册: the units of a campaign. */
export const RosterPage = () => {
  const campaignId = useCampaignId();
  return campaignId === null ? <NoCampaign /> : <Roster campaignId={campaignId} />;
};

const Roster = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useText(campaignTexts);
  const mayEdit = useHasRole('city-office');
  const seesAll = useHasRole('city-office', 'leading-group', 'auditor');
  const href = useRosterHref();
  const address = useFilters(defaults);
  const { campaign: _campaign, page, state, ...texts } = address.values;
  const filters = { ...texts, state: declarationStates.find((one) => one === state) };
  const params = { campaignId };
  const read = useRead(rosterClient.units, { params, query: { ...filters, page, size: SIZE } });
  const choices = useRead(rosterClient.rosterChoices, { params }).data;
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'unit', title: t('roster.unit'), render: (row) => row.unitName },
      { key: 'enterprise', title: t('roster.enterprise'), render: (row) => row.enterpriseName },
      { key: 'code', title: t('roster.creditCode'), render: (row) => row.creditCode, hidden: true },
      { key: 'industry', title: t('roster.industry'), render: (row) => row.industryName },
      { key: 'division', title: t('roster.division'), render: (row) => row.divisionName },
      { key: 'body', title: t('roster.body'), render: (row) => row.bodyName },
      { key: 'affiliation', title: t('roster.affiliation'), render: (row) => row.affiliationName },
      { key: 'receiver', title: t('roster.receiver'), render: (row) => row.receiverName },
      { key: 'state', title: t('roster.state'), render: (row) => <UnitState state={row.state} /> },
    ],
    [t],
  );
  const options = (list: readonly { readonly code: string; readonly name: string }[] | undefined) =>
    (list ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const choice = (name: 'body' | 'division' | 'industry' | 'affiliation', list: Parameters<typeof options>[0]) =>
    ({ kind: 'choice', name, label: t(`roster.${name}`), options: options(list) }) as const;
  return (
    <ListPage
      id="roster"
      title={t('roster.title')}
      actions={
        mayEdit && (
          <>
            <LinkButton href={href('/roster-imports')}>{t('roster.import')}</LinkButton>
            <LinkButton href={href('/roster/units/new')} look="primary">
              {t('roster.add')}
            </LinkButton>
          </>
        )
      }
      filters={[
        { kind: 'search', name: 'text', label: t('roster.search') },
        ...(seesAll ? [choice('body', choices?.bodies)] : []),
        choice('division', choices?.divisions),
        choice('industry', choices?.industries),
        choice('affiliation', choices?.affiliations),
        {
          kind: 'choice',
          name: 'state',
          label: t('roster.state'),
          options: declarationStates.map((value) => ({ value, label: t(`roster.state.${value}`) })),
        },
      ]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.unitId}
      href={(row) => href(`/roster/units/${row.unitId}`)}
      empty={{
        text: t(seesAll ? 'roster.empty' : 'roster.emptyForBody'),
        action: mayEdit && <LinkButton href={href('/roster-imports')}>{t('roster.import')}</LinkButton>,
      }}
      exports={<DownloadButton fetch={() => rosterClient.unitsWorkbook({ params, query: filters })} />}
    />
  );
};
