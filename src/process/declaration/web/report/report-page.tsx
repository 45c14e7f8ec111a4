import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { SavedMark } from '#platform/ui/sheet/saved-mark.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { isWritten } from '../../domain/report/rich-text.ts';
import { reportSections } from '../../domain/report/sections.ts';
import type { Report } from '../../report.contract.ts';
import { reportTexts } from '../../report.text.ts';
import { declarationHref } from '../declaration-client.ts';
import { declarationTitles } from '../page-titles.text.ts';
import { MissingGlyphs, PrintedReportView } from './printed-report.tsx';
import { reportClient, useReport, useReportPreview } from './report-client.ts';
import { ReportSectionPanel } from './report-section.tsx';
import { useNarratives } from './use-narratives.ts';
import './report.css';

/** 自评报告: the narratives to write, the whole as it will print, and both files. */
export const ReportPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  return <Answered read={useReport(declarationId)}>{(report) => <Shown report={report} />}</Answered>;
};

const Shown = ({ report }: { readonly report: Report }) => {
  const t = useText(reportTexts);
  const titles = useText(declarationTitles);
  const { section: wanted, view } = useSearch({ strict: false }) as {
    readonly section?: string;
    readonly view?: string;
  };
  const [previewing, setPreviewing] = useState(view === 'preview' || !report.editable);
  const narratives = useNarratives(report);
  const refresh = useRefresh();
  const { declarationId } = report;
  const { state } = narratives;
  const unsaved = state.waiting + state.refused.size;
  const empty = reportSections.filter((section) => !isWritten(narratives.of[section].content ?? undefined));
  useEffect(() => {
    if (wanted) document.getElementById(`report-${wanted}`)?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  useEffect(() => {
    if (previewing && unsaved === 0) void refresh(reportClient.reportPreview);
  }, [previewing, unsaved, refresh]);
  const file = (format: 'pdf' | 'docx') => () =>
    reportClient.reportFile({ params: { declarationId }, query: { format } });
  return (
    <div className="ui-page report-page">
      <PageHead
        title={t('report.title')}
        beside={<SavedMark state={state} onRetry={narratives.retry} />}
        crumbs={[
          { label: titles('list'), href: '/declarations' },
          { label: report.unitName, href: declarationHref(declarationId).record },
        ]}
        actions={
          <>
            <DownloadButton small={false} fetch={file('docx')}>
              {t('report.download.docx')}
            </DownloadButton>
            <DownloadButton small={false} fetch={file('pdf')}>
              {t('report.download.pdf')}
            </DownloadButton>
          </>
        }
      />
      <div className="ui-row report-views" role="group" aria-label={t('report.views')}>
        <Button aria-pressed={!previewing} onClick={() => setPreviewing(false)}>
          {t('report.edit')}
        </Button>
        <Button aria-pressed={previewing} onClick={() => setPreviewing(true)}>
          {t('report.preview')}
        </Button>
        <span className="ui-soft">{t('report.draft')}</span>
      </div>
      {!report.editable && <Notice>{t('report.read-only')}</Notice>}
      {narratives.restored > 0 && <Notice>{t('report.restored', { count: narratives.restored })}</Notice>}
      {previewing && unsaved > 0 && <Notice wrong>{t('report.unsent', { count: unsaved })}</Notice>}
      {previewing ? (
        <Preview declarationId={declarationId} />
      ) : (
        <>
          <p className="ui-soft">{t('report.intro')}</p>
          {report.editable && empty.length > 1 && (
            <div>
              <Button
                onClick={() => {
                  for (const section of empty) narratives.replace(section, report.sections[section].suggestion);
                  // The button goes; the first section that it filled is where the person reads on.
                  document.getElementById(`report-${empty[0]}`)?.focus();
                }}
              >
                {t('report.adopt-all')}
              </Button>
            </div>
          )}
          {reportSections.map((section) => (
            <ReportSectionPanel
              key={section}
              section={section}
              report={report}
              narratives={narratives}
              editable={report.editable}
            />
          ))}
        </>
      )}
    </div>
  );
};

const Preview = ({ declarationId }: { readonly declarationId: string }) => (
  <Answered read={useReportPreview(declarationId)}>
    {({ report, missingGlyphs }) => (
      <>
        <MissingGlyphs missing={missingGlyphs} />
        <PrintedReportView report={report} />
      </>
    )}
  </Answered>
);
