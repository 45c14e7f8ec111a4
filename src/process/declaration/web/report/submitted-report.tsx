import { useState } from 'react';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { reportTexts } from '../../report.text.ts';
import { MissingGlyphs, PrintedReportView } from './printed-report.tsx';
import { reportClient, useSubmittedReport } from './report-client.ts';

/** 自评报告 as it was handed in: both files, and the whole of it on demand. */
export const SubmittedReport = (props: { readonly submissionId: string; readonly hasReport: boolean }) => {
  const t = useText(reportTexts);
  const { submissionId, hasReport } = props;
  const [open, setOpen] = useState(false);
  const file = (format: 'pdf' | 'docx') => () =>
    reportClient.submittedReportFile({ params: { submissionId }, query: { format } });
  return (
    <section className="ui-panel">
      <h2>{t('report.submission')}</h2>
      {hasReport ? (
        <>
          <div className="ui-row check-text ui-screen">
            <Button aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'report.submission.hide' : 'report.submission.show')}
            </Button>
            <DownloadButton small={false} fetch={file('pdf')}>
              {t('report.download.pdf')}
            </DownloadButton>
            <DownloadButton small={false} fetch={file('docx')}>
              {t('report.download.docx')}
            </DownloadButton>
          </div>
          {open && <Whole submissionId={submissionId} />}
        </>
      ) : (
        <p className="check-text ui-soft">{t('report.submission.none')}</p>
      )}
    </section>
  );
};

const Whole = ({ submissionId }: { readonly submissionId: string }) => (
  <Answered read={useSubmittedReport(submissionId, true)}>
    {({ report, missingGlyphs }) => (
      <>
        <MissingGlyphs missing={missingGlyphs} />
        <PrintedReportView report={report} />
      </>
    )}
  </Answered>
);
