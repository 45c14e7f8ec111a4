import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Day, Time } from '#platform/ui/time/time.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import { type Consultation, consultationClient } from './consultation-client.ts';
import { Author, RulingText } from './states.tsx';

/** 意见采纳情况汇总表, to read and to print. */
export const SummaryPage = () => {
  const { consultationId } = usePathParams<'consultationId'>();
  return (
    <Answered read={useRead(consultationClient.consultation, { params: { consultationId } })}>
      {(consultation) => <Summary consultation={consultation} />}
    </Answered>
  );
};

const Summary = ({ consultation }: { readonly consultation: Consultation }) => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const { rows, consultationId } = consultation;
  const count = (ruling: string | null) => rows.filter((row) => row.ruling === ruling).length;
  return (
    <div className="ui-page">
      <PageHead
        title={t('consultation.summary.title')}
        crumbs={[
          { label: t('consultation.list.title'), href: '/consultations' },
          { label: consultation.title, href: `/consultations/${consultationId}` },
        ]}
        actions={
          <>
            <DownloadButton
              small={false}
              fetch={() => consultationClient.commentsWorkbook({ params: { consultationId } })}
            >
              {t('consultation.record.export')}
            </DownloadButton>
            <Button look="primary" onClick={() => window.print()}>
              {ui('action.print')}
            </Button>
          </>
        }
      />
      <section className="ui-panel">
        <h2>{t('consultation.new.of', { title: consultation.title })}</h2>
        <p style={{ padding: '8px 16px' }}>
          {consultation.number}　<Day on={consultation.opensOn} /> – <Day on={consultation.closesOn} />
          <br />
          {t('consultation.summary.counts', {
            total: rows.length,
            adopted: count('adopted'),
            rejected: count('not-adopted'),
            waiting: count(null),
          })}
        </p>
        {rows.length === 0 ? (
          <p className="ui-soft" style={{ padding: '0 16px 12px' }}>
            {t('consultation.summary.empty')}
          </p>
        ) : (
          <div className="ui-table-scroll">
            <table className="ui-table">
              <thead>
                <tr>
                  {(['no', 'who', 'side', 'clause', 'comment', 'ruling', 'reason', 'answered'] as const).map((key) => (
                    <th key={key} scope="col">
                      {t(`consultation.summary.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={row.commentId}>
                    <td className="number">{at + 1}</td>
                    <td>
                      <Author {...row} />
                    </td>
                    <td className="ui-nowrap">{t(`consultation.side.${row.side}`)}</td>
                    <td className="ui-nowrap">{row.itemId === null ? t('consultation.comment.whole') : row.clause}</td>
                    <td className="csl-text">{row.comment}</td>
                    <td className="ui-nowrap">
                      <RulingText ruling={row.ruling} />
                    </td>
                    <td className="csl-text">{row.rulingReason}</td>
                    <td>
                      {row.ruledByName} {row.ruledAt && <Time at={row.ruledAt} />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  );
};
