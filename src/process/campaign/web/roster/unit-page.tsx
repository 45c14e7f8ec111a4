import { UnitChanges } from '#parties/enterprises/web/register-change/unit-changes.tsx';
import { SupervisionFacts } from '#parties/enterprises/web/SupervisionFacts.tsx';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { Facts, RecordPage } from '#platform/ui/record/record-page.tsx';
import { useCodeText, useText } from '#platform/ui/text/use-text.tsx';
import { Why } from '#platform/ui/why.tsx';
import { campaignTexts } from '../../campaign.text.ts';
import type { RouteReasonCode } from '../../domain/route.ts';
import type { rosterContract } from '../../roster.contract.ts';
import { routeText } from '../../route.text.ts';
import { rosterClient, useCampaignId, useRosterHref } from '../clients.ts';
import { NoCampaign } from './no-campaign.tsx';
import { UnitState } from './unit-state.tsx';
import '../campaign.css';

type Unit = ResultOf<typeof rosterContract.unit>;

/** One unit of the roster: register, where its declaration goes and why, daily supervision. */
export const UnitPage = () => {
  const campaignId = useCampaignId();
  return campaignId === null ? <NoCampaign /> : <Loaded campaignId={campaignId} />;
};

const Loaded = ({ campaignId }: { readonly campaignId: string }) => {
  const { unitId } = usePathParams<'unitId'>();
  const read = useRead(rosterClient.unit, { params: { campaignId, unitId } });
  return <Answered read={read}>{(unit) => <UnitRecord unit={unit} />}</Answered>;
};

const UnitRecord = ({ unit }: { readonly unit: Unit }) => {
  const t = useText(campaignTexts);
  const code = useCodeText();
  const href = useRosterHref();
  return (
    <RecordPage
      title={unit.unitName}
      crumbs={[{ label: t('roster.title'), href: href('/roster') }]}
      state={<UnitState state={unit.state} />}
      actions={
        <>
          {unit.state !== 'not-started' && (
            <LinkButton href={`/units/${unit.unitId}/course`}>{t('roster.course')}</LinkButton>
          )}
          <LinkButton href={`/declarations/${unit.declarationId}/route`}>{t('roster.declarationRoute')}</LinkButton>
          <LinkButton href={`/register/units/${unit.unitId}`}>{t('roster.registerChanges')}</LinkButton>
          {unit.mayEdit && <LinkButton href={href(`/roster/units/${unit.unitId}/edit`)}>{t('roster.edit')}</LinkButton>}
        </>
      }
      facts={[
        { label: t('roster.enterprise'), value: unit.enterpriseName },
        { label: t('roster.creditCode'), value: unit.creditCode },
        { label: t('roster.industry'), value: unit.names.industry },
        { label: t('roster.receiver'), value: <Receiver unit={unit} /> },
      ]}
      sections={[
        {
          id: 'register',
          title: t('roster.register'),
          flush: true,
          content: (
            <Facts
              facts={[
                { label: t('roster.division'), value: unit.names.division },
                { label: t('roster.body'), value: unit.names.body },
                { label: t('roster.affiliation'), value: unit.names.affiliation },
                { label: t('roster.legalRepresentative'), value: unit.legalRepresentative },
                { label: t('roster.contactName'), value: unit.contactName },
                { label: t('roster.contactPhone'), value: unit.contactPhone },
                { label: t('roster.address'), value: unit.address, wide: true },
              ]}
            />
          ),
        },
        {
          id: 'changes',
          title: t('roster.registerChanges'),
          content: <UnitChanges unitId={unit.unitId} />,
          flush: true,
        },
        {
          id: 'supervision',
          title: t('roster.supervision'),
          content: <SupervisionFacts unitId={unit.unitId} />,
          flush: true,
        },
        { id: 'siblings', title: t('roster.siblings'), content: <Siblings unit={unit} />, flush: true },
      ]}
      history={unit.history.map((entry) => ({
        id: entry.entryId,
        at: entry.at,
        what: code(`command.${entry.command}`) ?? entry.command,
        who: entry.who,
        note: entry.reason,
      }))}
    />
  );
};

/** The receiving body, with the rule of the scheme that decides it. */
const Receiver = ({ unit }: { readonly unit: Unit }) => {
  const t = useText(campaignTexts);
  const route = useText(routeText);
  const reasons = (directed: boolean) =>
    unit.routeReasons
      .filter(({ code }) => (code === 'route.directed') === directed)
      .map(({ code, params }) => ({ text: route(code as RouteReasonCode, params) }));
  const lines = [
    ...reasons(false),
    ...(unit.routeRule ? [{ text: unit.routeRule.name, basis: unit.routeRule.basis }] : []),
    ...reasons(true),
  ];
  return (
    <>
      {unit.names.receiver} <Why title={t('roster.route')} lines={lines} />
    </>
  );
};

const Siblings = ({ unit }: { readonly unit: Unit }) => {
  const t = useText(campaignTexts);
  const href = useRosterHref();
  if (unit.siblings.length === 0) return <p className="ui-soft campaign-note">{t('roster.noSiblings')}</p>;
  return (
    <DataTable
      label={t('roster.siblings')}
      columns={[
        { key: 'unit', title: t('roster.unit'), render: (row) => row.unitName },
        { key: 'industry', title: t('roster.industry'), render: (row) => row.industryName },
      ]}
      rows={unit.siblings}
      rowKey={(row) => row.unitId}
      href={(row) => href(`/roster/units/${row.unitId}`)}
    />
  );
};
