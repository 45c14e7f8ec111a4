import { useHasRole } from '#parties/people/web/session.tsx';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { StateText } from '#platform/ui/marks.tsx';
import type { HistoryEntry } from '#platform/ui/record/history.tsx';
import { RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time, useToday } from '#platform/ui/time/time.tsx';
import { campaignTexts } from '../campaign.text.ts';
import { revisionTexts } from '../revision.text.ts';
import { Period } from './campaigns-page.tsx';
import { type Campaign, campaignClient } from './clients.ts';
import { DatesSection } from './dates-section.tsx';
import { RevisionsSection } from './revision/revisions-section.tsx';
import { rosterReaders } from './roster-readers.ts';
import { useScopeText } from './scope-text.ts';
import { campaignTitles } from './titles.text.ts';

/** One campaign: its dates and their changes, the standards in force, the bodies and how far they are. */
export const CampaignPage = () => {
  const { campaignId } = usePathParams<'campaignId'>();
  const read = useRead(campaignClient.campaign, { params: { campaignId } });
  return <Answered read={read}>{(campaign) => <CampaignRecord campaign={campaign} />}</Answered>;
};

/** Administrators keep accounts and see dates and bodies; the roster is not theirs. */
const useSeesRoster = (): boolean => useHasRole(...rosterReaders);

const CampaignRecord = ({ campaign }: { readonly campaign: Campaign }) => {
  const t = useText(campaignTexts);
  const ui = useUiText();
  const titles = useText(campaignTitles);
  const revisions = useText(revisionTexts);
  const scope = useScopeText(campaign);
  const seesRoster = useSeesRoster();
  const query = `?campaign=${campaign.campaignId}`;
  const history = campaign.changes.map(
    (change): HistoryEntry => ({
      id: `${change.changedAt} ${change.phase} ${change.bodyId} ${change.industry}`,
      at: change.changedAt,
      what: ui('text.pair', { label: t('campaign.changeDates'), value: scope.phase(change.phase) }),
      who: change.changedBy,
      note: (
        <>
          {scope.scope(change)}
          {ui('text.colon')}
          {change.from ? <Period {...change.from} /> : t('campaign.none')} →{' '}
          {change.to ? <Period {...change.to} /> : t('campaign.none')}
          <br />
          {ui('text.pair', { label: t('campaign.reason'), value: change.reason })}
        </>
      ),
    }),
  );
  return (
    <RecordPage
      title={campaign.name}
      crumbs={[{ label: titles('campaigns'), href: '/campaigns' }]}
      state={<CurrentPhases campaign={campaign} />}
      actions={
        <>
          {campaign.mayChange && <LinkButton href={`/roster-imports${query}`}>{t('campaign.toImport')}</LinkButton>}
          {seesRoster && <LinkButton href={`/roster${query}`}>{t('campaign.toRoster')}</LinkButton>}
        </>
      }
      facts={[
        { label: t('campaign.scheme'), value: campaign.schemeTitle, wide: true },
        { label: t('campaign.notice'), value: campaign.noticeNumber },
        { label: t('campaign.period'), value: <Period {...campaign} /> },
        { label: t('campaign.openedAt'), value: <Time at={campaign.openedAt} /> },
        { label: t('campaign.opener'), value: campaign.openedBy },
      ]}
      sections={[
        {
          id: 'dates',
          title: t('campaign.dates'),
          content: <DatesSection campaign={campaign} />,
          flush: true,
        },
        {
          id: 'bodies',
          title: t('campaign.bodies'),
          content: <Bodies campaign={campaign} query={query} />,
          flush: true,
        },
        { id: 'editions', title: t('campaign.editions'), content: <Editions campaign={campaign} />, flush: true },
        ...(seesRoster
          ? [
              {
                id: 'revisions',
                title: revisions('revision.title'),
                beside: campaign.mayChange && (
                  <LinkButton href={`/campaigns/${campaign.campaignId}/edition-revisions/new`} small>
                    {revisions('revision.order')}
                  </LinkButton>
                ),
                content: <RevisionsSection campaignId={campaign.campaignId} />,
                flush: true,
              },
            ]
          : []),
      ]}
      history={history}
    />
  );
};

const CurrentPhases = ({ campaign }: { readonly campaign: Campaign }) => {
  const t = useText(campaignTexts);
  const ui = useUiText();
  const today = useToday();
  const current = campaign.phases.filter(({ code }) =>
    campaign.dates.some(
      (row) =>
        row.phase === code &&
        row.bodyId === '*' &&
        row.industry === '*' &&
        row.startsOn <= today &&
        today <= row.endsOn,
    ),
  );
  return (
    <StateText tone={current.length > 0 ? 'active' : 'open'}>
      {current.length > 0 ? current.map((phase) => phase.name).join(ui('text.comma')) : t('campaign.noCurrentPhase')}
    </StateText>
  );
};

const Bodies = ({ campaign, query }: { readonly campaign: Campaign; readonly query: string }) => {
  const t = useText(campaignTexts);
  const seesRoster = useSeesRoster();
  return (
    <>
      <DataTable
        label={t('campaign.bodies')}
        columns={[
          { key: 'name', title: t('campaign.body'), render: (row) => row.name },
          { key: 'units', title: t('campaign.unitCount'), number: true, render: (row) => row.unitCount },
          { key: 'submitted', title: t('campaign.submitted'), number: true, render: (row) => row.submittedCount },
        ]}
        rows={campaign.bodies}
        rowKey={(row) => row.bodyId}
        href={seesRoster ? (row) => `/roster${query}&body=${row.bodyId}` : undefined}
      />
      <p className="ui-soft campaign-note">{t('campaign.bodiesHint')}</p>
    </>
  );
};

const Editions = ({ campaign }: { readonly campaign: Campaign }) => {
  const t = useText(campaignTexts);
  return (
    <DataTable
      label={t('campaign.editions')}
      columns={[
        { key: 'industry', title: t('campaign.industry'), render: (row) => row.industryName },
        {
          key: 'edition',
          title: t('campaign.edition'),
          render: (row) => row.title ?? <span className="ui-soft">{t('campaign.noEdition')}</span>,
        },
        { key: 'units', title: t('campaign.unitCount'), number: true, render: (row) => row.unitCount },
      ]}
      rows={campaign.editions}
      rowKey={(row) => row.industry}
    />
  );
};
