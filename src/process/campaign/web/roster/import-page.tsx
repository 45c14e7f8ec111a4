import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { PagePaging } from '#platform/ui/list/paging.tsx';
import { Notice, StateText } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { campaignTexts } from '../../campaign.text.ts';
import type { rosterContract } from '../../roster.contract.ts';
import { rosterClient } from '../clients.ts';
import { ImportState } from './import-state.tsx';
import './roster.css';

type Import = ResultOf<typeof rosterContract.rosterImport>;

const defaults = { page: '1', faulty: '' };
const SIZE = 50;

/** 名册预览: what is wrong by cell, what would be entered, and the act that enters it. */
export const ImportPage = () => {
  const { importId } = usePathParams<'importId'>();
  const address = useFilters(defaults);
  const { page, faulty } = address.values;
  const query = { page, faulty: faulty === 'yes' ? ('yes' as const) : undefined };
  const read = useRead(rosterClient.rosterImport, { params: { importId }, query });
  return <Answered read={read}>{(found) => <Preview found={found} address={address} />}</Answered>;
};

const Preview = ({ found, address }: { readonly found: Import; readonly address: ReturnType<typeof useFilters> }) => {
  const t = useText(campaignTexts);
  const back = `/roster-imports?campaign=${found.campaignId}`;
  return (
    <div className="ui-page">
      <PageHead
        title={found.fileName}
        crumbs={[
          { label: t('roster.title'), href: `/roster?campaign=${found.campaignId}` },
          { label: t('roster.importTitle'), href: back },
        ]}
        beside={<ImportState state={found.state} />}
        actions={<Actions found={found} back={back} />}
      />
      {found.state === 'previewed' && found.errorCount > 0 && (
        <Notice wrong>{t('roster.mustMend', { count: found.errorCount })}</Notice>
      )}
      {found.state === 'previewed' && found.errorCount === 0 && <Notice>{t('roster.mayConfirm')}</Notice>}
      <section className="ui-panel">
        <Facts
          facts={[
            { label: t('campaign.list'), value: found.campaignName },
            { label: t('roster.rows'), value: found.rowCount },
            { label: t('roster.errors'), value: found.errorCount },
            { label: t('roster.warnings'), value: found.warningCount },
            {
              label: t('roster.registered'),
              value: `${t('roster.register.new')} ${found.counts.newEnterprises} · ${t('roster.register.new-unit')} ${found.counts.newUnits} · ${t('roster.register.known')} ${found.counts.knownUnits}`,
            },
            { label: t('roster.uploadedBy'), value: found.createdBy },
            { label: t('roster.uploadedAt'), value: <Time at={found.createdAt} /> },
          ]}
        />
      </section>
      <Findings found={found} />
      <Rows found={found} address={address} />
    </div>
  );
};

const Actions = ({ found, back }: { readonly found: Import; readonly back: string }) => {
  const t = useText(campaignTexts);
  const mayImport = useHasRole('city-office');
  const confirm = useCommand(rosterClient.confirmRoster);
  const discard = useCommand(rosterClient.discardRoster);
  if (!mayImport) return null;
  if (found.state === 'confirmed')
    return (
      <LinkButton href="/enterprise-accounts" look="primary">
        {t('roster.toSlips')}
      </LinkButton>
    );
  if (found.state !== 'previewed') return null;
  const params = { importId: found.importId };
  const { newEnterprises, newUnits, knownUnits } = found.counts;
  return (
    <>
      <ConfirmAction
        danger
        label={t('roster.discard')}
        consequences={[t('roster.discardConsequence')]}
        onConfirm={async () => {
          await discard.run({ params });
          announce(t('roster.discarded'));
        }}
      />
      {found.mayConfirm ? (
        <ConfirmAction
          primary
          label={t('roster.confirm')}
          consequences={[
            t('roster.confirmUnits', { count: found.rowCount, campaign: found.campaignName }),
            t('roster.confirmNew', { enterprises: newEnterprises, units: newUnits }),
            ...(knownUnits > 0 ? [t('roster.confirmKnown', { count: knownUnits })] : []),
            t('roster.confirmAll'),
          ]}
          onConfirm={async () => {
            const { unitCount } = await confirm.run({ params });
            announce(t('roster.confirmed', { count: unitCount }));
          }}
        />
      ) : (
        <LinkButton href={back} look="primary">
          {t('roster.goMend')}
        </LinkButton>
      )}
    </>
  );
};

const Findings = ({ found }: { readonly found: Import }) => {
  const t = useText(campaignTexts);
  const faults = useFaultText();
  const total = found.errorCount + found.warningCount;
  return (
    <section className="ui-panel">
      <h2>{t('roster.findings')}</h2>
      {total === 0 && <p className="ui-soft roster-bar">{t('roster.findingsNone')}</p>}
      {total > 0 && (
        <div className="roster-findings">
          <DataTable
            label={t('roster.findings')}
            columns={[
              { key: 'cell', title: t('roster.cell'), render: (row) => row.path, width: 140 },
              {
                key: 'kind',
                title: t('roster.severity'),
                width: 90,
                render: (row) => (
                  <StateText tone={row.kind === 'error' ? 'attention' : 'open'}>
                    {t(`roster.kind.${row.kind}`)}
                  </StateText>
                ),
              },
              { key: 'what', title: t('roster.finding'), render: (row) => faults.issue(row) },
            ]}
            rows={found.findings}
            rowKey={(row) => `${row.path} ${row.code}`}
          />
        </div>
      )}
      {total > found.findings.length && (
        <p className="ui-soft roster-bar">{t('roster.findingsMore', { total, shown: found.findings.length })}</p>
      )}
    </section>
  );
};

const Rows = ({ found, address }: { readonly found: Import; readonly address: ReturnType<typeof useFilters> }) => {
  const t = useText(campaignTexts);
  const ui = useUiText();
  const onlyFaulty = address.values.faulty === 'yes';
  return (
    <section className="ui-panel">
      <h2 className="ui-row">
        <span className="ui-spread">{t('roster.previewTitle')}</span>
        <label className="ui-choice">
          <input
            type="checkbox"
            checked={onlyFaulty}
            onChange={(event) => address.set({ faulty: event.target.checked ? 'yes' : '', page: '1' })}
          />
          {t('roster.onlyFaulty')}
        </label>
      </h2>
      <DataTable
        label={t('roster.previewTitle')}
        columns={[
          { key: 'row', title: t('roster.row'), number: true, width: 56, render: (row) => row.row },
          { key: 'enterprise', title: t('roster.enterprise'), render: (row) => row.enterpriseName },
          { key: 'code', title: t('roster.creditCode'), render: (row) => row.creditCode },
          { key: 'unit', title: t('roster.unit'), render: (row) => row.unitName },
          { key: 'industry', title: t('roster.industry'), render: (row) => row.industry },
          { key: 'division', title: t('roster.division'), render: (row) => row.division },
          { key: 'body', title: t('roster.body'), render: (row) => row.body },
          { key: 'affiliation', title: t('roster.affiliation'), render: (row) => row.affiliation },
          { key: 'receiver', title: t('roster.receiver'), render: (row) => row.receiver },
          { key: 'register', title: t('roster.registered'), render: (row) => t(`roster.register.${row.register}`) },
        ]}
        rows={found.rows}
        rowKey={(row) => String(row.row)}
      />
      <div className="ui-list-foot">
        <span className="ui-soft">{ui('list.total', { count: found.total })}</span>
        <PagePaging address={address} total={found.total} size={SIZE} />
      </div>
    </section>
  );
};
