import { useState } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters, useGo } from '#platform/ui/address.tsx';
import { useRead, useRefresh } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { StateText } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { campaignClient, useCampaignId } from '#process/campaign/web/clients.ts';
import { NoCampaign } from '#process/campaign/web/roster/no-campaign.tsx';
import type { WorkbookBatchLine } from '../../../workbook.contract.ts';
import { workbookTexts } from '../../../workbook.text.ts';
import { ARCHIVE_LIMITS, batchHref, MOST_IN_ARCHIVE, workbookClient } from '../workbook-client.ts';
import '../workbook.css';

const defaults = { campaign: '', page: '1' };
const SIZE = 20;
const LOOK_AGAIN = 3;

/** 批量导入: archives of workbooks that enterprises handed over, and what became of them. */
export const BatchesPage = () => {
  const campaignId = useCampaignId();
  return campaignId === null ? <NoCampaign /> : <Batches campaignId={campaignId} />;
};

export const BatchState = ({ state }: { readonly state: WorkbookBatchLine['state'] }) => {
  const t = useText(workbookTexts);
  const tone = state === 'running' ? 'active' : state === 'finished' ? 'done' : 'attention';
  return <StateText tone={tone}>{t(`workbook.batch.state.${state}`)}</StateText>;
};

const Batches = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useText(workbookTexts);
  const go = useGo();
  const refresh = useRefresh();
  const mayImport = useHasRole('reviewer', 'city-office');
  const address = useFilters(defaults);
  const params = { campaignId };
  const page = Number(address.values.page);
  const read = useRead(workbookClient.workbookBatches, { params, query: { page } }, { refetchSeconds: LOOK_AGAIN });
  const columns: readonly Column<WorkbookBatchLine>[] = [
    { key: 'file', title: t('workbook.batches.file'), render: (row) => row.fileName },
    { key: 'state', title: t('workbook.imports.state'), render: (row) => <BatchState state={row.state} /> },
    {
      key: 'progress',
      title: t('workbook.batches.progress'),
      number: true,
      render: (row) => t('workbook.batches.done', { done: row.fileCount - row.counts.waiting, all: row.fileCount }),
    },
    ...(['taken-over', 'conflicts', 'errors', 'refused'] as const).map(
      (outcome): Column<WorkbookBatchLine> => ({
        key: outcome,
        title: t(`workbook.outcome.${outcome}`),
        number: true,
        render: (row) => row.counts[outcome],
      }),
    ),
    { key: 'by', title: t('workbook.imports.by'), render: (row) => row.createdByName },
    { key: 'at', title: t('workbook.imports.at'), render: (row) => <Time at={row.createdAt} /> },
  ];
  return (
    <ListPage
      id="workbook-batches"
      title={t('workbook.batches.title')}
      intro={
        mayImport && (
          <section className="ui-panel workbook-pad">
            <p>{t('workbook.batches.intro', { files: MOST_IN_ARCHIVE, mb: ARCHIVE_LIMITS.maxBytes / 1_048_576 })}</p>
            <p className="ui-soft">{t('workbook.batches.rules')}</p>
            <FileUpload
              label={t('workbook.batches.upload')}
              limits={ARCHIVE_LIMITS}
              upload={async (file, call) => {
                const { batchId } = await workbookClient.addWorkbookBatch({ params, body: formWith(file) }, call);
                await refresh();
                go(batchHref(batchId));
              }}
            />
            <Blank campaignId={campaignId} />
          </section>
        )
      }
      filters={[]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.batchId}
      href={(row) => batchHref(row.batchId)}
      empty={{ text: t('workbook.batches.empty') }}
    />
  );
};

/** The workbook without a unit, by industry. */
const Blank = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useText(workbookTexts);
  const { data } = useRead(campaignClient.campaign, { params: { campaignId } });
  const [industry, setIndustry] = useState('');
  const offered = (data?.editions ?? []).filter(({ hash }) => hash !== null);
  const chosen = industry === '' ? (offered[0]?.industry ?? '') : industry;
  return (
    <div className="workbook-blank">
      <label>
        <span className="ui-soft">{t('workbook.batches.blank.industry')} </span>
        <select className="ui-input" value={chosen} onChange={(event) => setIndustry(event.target.value)}>
          {offered.map((one) => (
            <option key={one.industry} value={one.industry}>
              {one.industryName}
            </option>
          ))}
        </select>
      </label>
      {chosen !== '' && (
        <DownloadButton fetch={() => workbookClient.blankWorkbook({ params: { campaignId, industry: chosen } })}>
          {t('workbook.batches.blank')}
        </DownloadButton>
      )}
      <span className="ui-soft">{t('workbook.batches.blank.note')}</span>
    </div>
  );
};
