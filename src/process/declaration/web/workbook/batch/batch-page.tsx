import { useFilters, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { PagePaging } from '#platform/ui/list/paging.tsx';
import { Notice, StateText, type Tone } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { fileOutcomes, type WorkbookBatchFile, type workbookContract } from '../../../workbook.contract.ts';
import { workbookTexts } from '../../../workbook.text.ts';
import { workbookClient } from '../workbook-client.ts';
import { BatchState } from './batches-page.tsx';
import '../workbook.css';

type Batch = ResultOf<typeof workbookContract.workbookBatch>;
type Outcome = WorkbookBatchFile['outcome'];

const defaults = { page: '1', outcome: '' };
const SIZE = 50;
const LOOK_AGAIN = 2;

/** One archive: how far it is, and what became of each file. It can be left and found again. */
export const BatchPage = () => {
  const { workbookBatchId } = usePathParams<'workbookBatchId'>();
  const address = useFilters(defaults);
  const { page, outcome } = address.values;
  const query = { page: Number(page), outcome: fileOutcomes.find((one) => one === outcome) };
  const call = { params: { workbookBatchId }, query };
  const read = useRead(workbookClient.workbookBatch, call, { refetchSeconds: LOOK_AGAIN });
  return <Answered read={read}>{(batch) => <Shown batch={batch} address={address} />}</Answered>;
};

const Shown = ({ batch, address }: { readonly batch: Batch; readonly address: ReturnType<typeof useFilters> }) => {
  const t = useText(workbookTexts);
  const params = { workbookBatchId: batch.batchId };
  const stop = useCommand(workbookClient.stopWorkbookBatch);
  const done = batch.fileCount - batch.counts.waiting;
  return (
    <div className="ui-page">
      <PageHead
        title={batch.fileName}
        crumbs={[{ label: t('workbook.batches.title'), href: '/workbook-batches' }]}
        beside={<BatchState state={batch.state} />}
        actions={
          <>
            {batch.mayStop && (
              <ConfirmAction
                danger
                label={t('workbook.batch.stop')}
                consequences={[
                  t('workbook.batch.stop.first', { count: batch.counts.waiting }),
                  t('workbook.batch.stop.second'),
                ]}
                onConfirm={async () => {
                  const { left } = await stop.run({ params });
                  announce(t('workbook.batch.stopped', { count: left }));
                }}
              />
            )}
            <DownloadButton
              small={false}
              look={batch.state === 'running' ? undefined : 'primary'}
              fetch={() => workbookClient.workbookBatchReport({ params })}
            >
              {t('workbook.batch.report')}
            </DownloadButton>
          </>
        }
      />
      {batch.state === 'running' && (
        <Notice>
          {t('workbook.batch.running', { done, all: batch.fileCount })}
          <progress
            className="workbook-bar"
            max={batch.fileCount}
            value={done}
            aria-label={t('workbook.batches.progress')}
          />
        </Notice>
      )}
      <section className="ui-panel">
        <Facts
          facts={[
            {
              label: t('workbook.batches.progress'),
              value: t('workbook.batches.done', { done, all: batch.fileCount }),
            },
            ...fileOutcomes
              .filter((outcome) => batch.counts[outcome] > 0)
              .map((outcome) => ({ label: t(`workbook.outcome.${outcome}`), value: batch.counts[outcome] })),
            { label: t('workbook.imports.by'), value: batch.createdByName },
            { label: t('workbook.imports.at'), value: <Time at={batch.createdAt} /> },
          ]}
        />
      </section>
      <Files batch={batch} address={address} />
    </div>
  );
};

const TONES: Readonly<Record<Outcome, Tone>> = {
  waiting: 'open',
  'taken-over': 'done',
  same: 'done',
  conflicts: 'active',
  errors: 'attention',
  refused: 'attention',
};

const Files = ({ batch, address }: { readonly batch: Batch; readonly address: ReturnType<typeof useFilters> }) => {
  const t = useText(workbookTexts);
  const { outcome } = address.values;
  const filter = (value: string, label: string, count: number) => (
    <Button
      key={value}
      small
      aria-pressed={outcome === value}
      onClick={() => address.set({ outcome: value, page: '1' })}
    >
      {label} {count}
    </Button>
  );
  return (
    <section className="ui-panel">
      <h2 className="ui-row">
        <span className="ui-spread">{t('workbook.batch.files')}</span>
        {filter('', t('workbook.batch.all'), batch.fileCount)}
        {fileOutcomes
          .filter((one) => batch.counts[one] > 0)
          .map((one) => filter(one, t(`workbook.outcome.${one}`), batch.counts[one]))}
      </h2>
      <DataTable<WorkbookBatchFile>
        label={t('workbook.batch.files')}
        columns={[
          { key: 'position', title: '#', number: true, width: 48, render: (file) => file.position },
          { key: 'file', title: t('workbook.imports.file'), render: (file) => file.fileName },
          {
            key: 'unit',
            title: t('workbook.batch.unit'),
            render: (file) => (file.unitName === null ? '—' : `${file.enterpriseName} / ${file.unitName}`),
          },
          {
            key: 'outcome',
            title: t('workbook.batch.outcome'),
            width: 150,
            render: (file) => <StateText tone={TONES[file.outcome]}>{t(`workbook.outcome.${file.outcome}`)}</StateText>,
          },
          { key: 'detail', title: t('workbook.batch.detail'), render: (file) => <Detail file={file} /> },
        ]}
        rows={batch.files}
        rowKey={(file) => String(file.position)}
      />
      <div className="ui-list-foot">
        <PagePaging address={address} total={batch.total} size={SIZE} />
      </div>
    </section>
  );
};

const SHOWN_ERRORS = 5;

const Detail = ({ file }: { readonly file: WorkbookBatchFile }) => {
  const ui = useUiText();
  const t = useText(workbookTexts);
  const faults = useFaultText();
  if (file.code !== null) return <>{faults.issue({ path: '', code: file.code, params: file.params })}</>;
  const errors = file.findings.filter(({ level }) => level === 'error');
  if (errors.length > 0)
    return (
      <>
        {errors.slice(0, SHOWN_ERRORS).map((one) => (
          <div key={`${one.path} ${one.code}`}>
            <b>{one.path}</b>
            {ui('text.colon')}
            {faults.issue(one)}
          </div>
        ))}
        {errors.length > SHOWN_ERRORS && <span className="ui-soft">… {errors.length}</span>}
      </>
    );
  const parts = [
    file.filled > 0 ? t('workbook.batch.filled', { count: file.filled }) : '',
    file.open > 0 ? t('workbook.batch.open', { count: file.open }) : '',
    file.kept > 0 ? t('workbook.batch.kept', { count: file.kept }) : '',
  ];
  return <>{parts.filter((part) => part !== '').join('，')}</>;
};
