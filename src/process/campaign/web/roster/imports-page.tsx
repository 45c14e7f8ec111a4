import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters, useGo } from '#platform/ui/address.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { useRead, useRefresh } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { campaignTexts } from '../../campaign.text.ts';
import type { rosterContract } from '../../roster.contract.ts';
import { rosterClient, useCampaignId, useRosterHref } from '../clients.ts';
import { ImportState } from './import-state.tsx';
import { NoCampaign } from './no-campaign.tsx';
import './roster.css';

type Row = ResultOf<typeof rosterContract.rosterImports>['rows'][number];

const defaults = { campaign: '', page: '1' };
const SIZE = 50;
/** Bytes, as the server reads workbooks. */
const LIMITS = { endings: ['.xlsx'], maxBytes: 20 * 1_048_576 };

/** 导入名册: template, upload, and what was imported before. */
export const ImportsPage = () => {
  const campaignId = useCampaignId();
  return campaignId === null ? <NoCampaign /> : <Imports campaignId={campaignId} />;
};

const Imports = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useText(campaignTexts);
  const go = useGo();
  const refresh = useRefresh();
  const href = useRosterHref();
  const mayImport = useHasRole('city-office');
  const address = useFilters(defaults);
  const params = { campaignId };
  const read = useRead(rosterClient.rosterImports, { params, query: { page: address.values.page } });
  const columns: readonly Column<Row>[] = [
    { key: 'file', title: t('roster.file'), render: (row) => row.fileName },
    { key: 'state', title: t('roster.importState'), render: (row) => <ImportState state={row.state} /> },
    { key: 'rows', title: t('roster.rows'), number: true, render: (row) => row.rowCount },
    { key: 'errors', title: t('roster.errors'), number: true, render: (row) => row.errorCount },
    { key: 'warnings', title: t('roster.warnings'), number: true, render: (row) => row.warningCount },
    { key: 'by', title: t('roster.uploadedBy'), render: (row) => row.createdBy },
    { key: 'at', title: t('roster.uploadedAt'), render: (row) => <Time at={row.createdAt} /> },
  ];
  return (
    <ListPage
      id="roster-imports"
      title={t('roster.importTitle')}
      crumbs={[{ label: t('roster.title'), href: href('/roster') }]}
      actions={
        mayImport && (
          <DownloadButton small={false} fetch={() => rosterClient.rosterTemplate({ params })}>
            {t('roster.template')}
          </DownloadButton>
        )
      }
      intro={
        mayImport && (
          <section className="ui-panel roster-upload">
            <p>{t('roster.importSteps')}</p>
            <FileUpload
              label={t('roster.upload')}
              limits={LIMITS}
              upload={async (file, call) => {
                const { importId } = await rosterClient.previewRoster({ params, body: formWith(file) }, call);
                await refresh();
                go(`/roster-imports/${importId}`);
              }}
            />
          </section>
        )
      }
      filters={[]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.importId}
      href={(row) => `/roster-imports/${row.importId}`}
      empty={{ text: t('roster.historyEmpty') }}
    />
  );
};
