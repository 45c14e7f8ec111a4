import { useMemo } from 'react';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { type NextStep, RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { BatchRecord } from '../../batch.contract.ts';
import { type ReviewKey, reviewTexts } from '../../review.text.ts';
import { reviewTitles } from '../page-titles.text.ts';
import { batchClient, batchPrintHref, reviewHref } from '../review-client.ts';
import { BatchState } from './batch-state.tsx';
import { lineColumns } from './transmit-page.tsx';

/** One batch: its list as it was sent, to print in two copies, to download, to receive. */
export const BatchPage = () => {
  const { batchId } = usePathParams<'batchId'>();
  const read = useRead(batchClient.batch, { params: { batchId } });
  return <Answered read={read}>{(batch) => <BatchOf batch={batch} />}</Answered>;
};

type T = ReturnType<typeof useText<ReviewKey>>;

const nextOf = (batch: BatchRecord, t: T): NextStep => {
  const who = t('review.who.city-office');
  return batch.state === 'sent'
    ? { what: t('batch.next.receive'), who, mine: batch.actions.includes('receive') }
    : { what: t('batch.next.draw'), who };
};

const BatchOf = ({ batch }: { readonly batch: BatchRecord }) => {
  const t = useText(reviewTexts);
  const titles = useText(reviewTitles);
  const columns = useMemo(() => {
    const departs = batch.list.some(({ departure }) => departure !== '');
    return lineColumns(t, batch.classes).filter(({ key, hidden }) => !hidden || (key === 'departure' && departs));
  }, [t, batch.classes, batch.list]);
  const history = [
    ...(batch.receivedAt
      ? [{ id: 'received', at: batch.receivedAt, what: t('batch.history.received'), who: batch.receivedByName }]
      : []),
    {
      id: 'sent',
      at: batch.sentAt,
      what: t('batch.history.sent'),
      who: `${batch.bodyName} ${batch.sentByName}`,
      note: batch.note,
    },
  ];
  return (
    <RecordPage
      title={t('batch.title', { number: batch.number })}
      crumbs={[{ label: titles('batches'), href: '/batches' }]}
      state={<BatchState state={batch.state} />}
      next={nextOf(batch, t)}
      actions={<Actions batch={batch} />}
      facts={[
        { label: t('batch.list.body'), value: batch.bodyName },
        { label: t('batch.list.units'), value: batch.unitCount },
        { label: t('batch.list.sent'), value: <Time at={batch.sentAt} /> },
        {
          label: t('batch.list.received'),
          value: batch.receivedAt ? <Time at={batch.receivedAt} /> : t('batch.state.sent'),
        },
        { label: t('batch.digest'), value: <Digest digest={batch.listDigest} />, wide: true },
      ]}
      sections={[
        {
          id: 'list',
          title: t('batch.list-title'),
          flush: true,
          content: (
            <DataTable
              label={t('batch.list-title')}
              columns={columns}
              rows={batch.list}
              rowKey={(row) => row.reviewId}
              href={(row) => reviewHref(row.reviewId)}
            />
          ),
        },
      ]}
      history={history}
    />
  );
};

const Digest = ({ digest }: { readonly digest: string }) => {
  const t = useText(reviewTexts);
  return (
    <>
      <code>{digest}</code>
      <p className="ui-soft">{t('batch.digest.hint')}</p>
    </>
  );
};

const Actions = ({ batch }: { readonly batch: BatchRecord }) => {
  const t = useText(reviewTexts);
  const { batchId, unitCount, listDigest } = batch;
  const receive = useCommand(batchClient.receive);
  return (
    <>
      <DownloadButton small={false} fetch={() => batchClient.batchWorkbook({ params: { batchId } })}>
        {t('batch.workbook')}
      </DownloadButton>
      {([1, 2] as const).map((copy) => (
        <a key={copy} className="ui-button" href={batchPrintHref(batchId, copy)} target="_blank" rel="noreferrer">
          {t('batch.print', { copy })}
        </a>
      ))}
      {batch.actions.includes('receive') && (
        <ConfirmAction
          label={t('batch.receive')}
          primary
          consequences={[t('batch.receive.effect', { count: unitCount }), t('batch.receive.next')]}
          onConfirm={() => receive.run({ params: { batchId }, body: { listDigest } })}
        >
          <code>{listDigest}</code>
        </ConfirmAction>
      )}
    </>
  );
};
