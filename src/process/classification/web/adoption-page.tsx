import { useMemo, useState } from 'react';
import type { Translate } from '#platform/text.ts';
import { usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import type { HistoryEntry } from '#platform/ui/record/history.tsx';
import { RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import { RowTable } from '#process/public-notice/web/row-table.tsx';
import type { classificationContract } from '../classification.contract.ts';
import { type ClassificationKey, classificationTexts } from '../classification.text.ts';
import { AdoptionStateText, ClassOf } from './class-of.tsx';
import { classificationClient } from './classification-client.ts';
import { listColumns, textOfRow } from './list-columns.tsx';
import { SignDialog } from './sign-dialog.tsx';

type Adoption = ResultOf<typeof classificationContract.adoption>;

/** One batch: its meeting, its list, the signature. */
export const AdoptionPage = () => {
  const { adoptionId } = usePathParams<'adoptionId'>();
  return (
    <Answered read={useRead(classificationClient.adoption, { params: { adoptionId } })}>
      {(adoption) => <AdoptionRecord adoption={adoption} />}
    </Answered>
  );
};

const AdoptionRecord = ({ adoption }: { readonly adoption: Adoption }) => {
  const t = useText(classificationTexts);
  const [signing, setSigning] = useState(false);
  const { classes, rows, state, gone, actions } = adoption;
  const columns = useMemo(() => listColumns(t, classes), [t, classes]);
  const maySign = actions.includes('sign') && gone === 0;
  return (
    <>
      <RecordPage
        title={adoption.number ?? adoption.title}
        crumbs={[{ label: t('adoption.list.title'), href: '/adoptions' }]}
        state={<AdoptionStateText state={state} />}
        next={
          state === 'prepared'
            ? { what: t('adoption.record.next-sign'), who: t('adoption.record.next-who'), mine: maySign }
            : null
        }
        notice={gone > 0 && <Notice wrong>{t('adoption.record.gone', { count: gone })}</Notice>}
        actions={<Actions adoption={adoption} onSign={maySign ? () => setSigning(true) : null} />}
        facts={[
          { label: t('adoption.column.title'), value: adoption.title, wide: true },
          { label: t('adoption.column.meeting'), value: <Day on={adoption.meetingOn} /> },
          { label: t('adoption.record.chair'), value: adoption.chair },
          { label: t('adoption.record.present'), value: adoption.present, wide: true },
          { label: t('adoption.record.minutes'), value: adoption.minutes, wide: true },
          {
            label: t('adoption.record.counts'),
            wide: true,
            value: (
              <span className="ui-row">
                {adoption.counts.map(({ classCode, count }) => (
                  <span key={classCode} className="ui-nowrap">
                    <ClassOf code={classCode} classes={classes} /> {t('adoption.record.count', { count })}
                  </span>
                ))}
              </span>
            ),
          },
          { label: t('adoption.record.digest'), value: <code>{adoption.listDigest}</code>, wide: true },
        ]}
        sections={[
          {
            id: 'rows',
            title: t('adoption.record.rows'),
            flush: true,
            content: (
              <RowTable
                label={t('adoption.record.rows')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.settledId}
                textOf={textOfRow}
              />
            ),
          },
        ]}
        history={history(adoption, t)}
      />
      {signing && <SignDialog adoption={adoption} onClose={() => setSigning(false)} />}
    </>
  );
};

const Actions = ({ adoption, onSign }: { readonly adoption: Adoption; readonly onSign: (() => void) | null }) => {
  const t = useText(classificationTexts);
  const { run } = useCommand(classificationClient.withdrawAdoption);
  const params = { adoptionId: adoption.adoptionId };
  const handleWithdraw = async (reason: string) => {
    await run({ params, body: { reason } });
    announce(t('adoption.withdraw.done'));
  };
  return (
    <>
      {adoption.actions.includes('withdraw') && (
        <ConfirmAction
          label={t('adoption.withdraw.action')}
          consequences={[t('adoption.withdraw.effect')]}
          reason="required"
          danger
          onConfirm={handleWithdraw}
        />
      )}
      <DownloadButton small={false} fetch={() => classificationClient.adoptionWorkbook({ params })}>
        {t('adoption.record.workbook')}
      </DownloadButton>
      <DownloadButton small={false} fetch={() => classificationClient.adoptionDocument({ params })}>
        {t('adoption.record.document')}
      </DownloadButton>
      {adoption.slug && (
        <a className="ui-button" href={`/public/${adoption.slug}`} target="_blank" rel="noreferrer">
          {t('adoption.record.public-page')}
        </a>
      )}
      {onSign && (
        <Button look="primary" onClick={onSign} aria-haspopup="dialog">
          {t('adoption.sign.action')}
        </Button>
      )}
    </>
  );
};

const history = (adoption: Adoption, t: Translate<ClassificationKey>): readonly HistoryEntry[] => {
  const entries: HistoryEntry[] = [
    { id: 'prepared', at: adoption.preparedAt, what: t('adoption.record.prepared'), who: adoption.preparedByName },
  ];
  if (adoption.signedAt)
    entries.unshift({
      id: 'signed',
      at: adoption.signedAt,
      what: t('adoption.record.signed'),
      who: adoption.signedByName,
      note: adoption.number,
    });
  if (adoption.withdrawnAt)
    entries.unshift({
      id: 'withdrawn',
      at: adoption.withdrawnAt,
      what: t('adoption.record.withdrawn'),
      who: adoption.withdrawnByName,
      note: adoption.withdrawalReason,
    });
  return entries;
};
