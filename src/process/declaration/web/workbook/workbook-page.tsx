import { Link, useGo, usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { useRead, useRefresh } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { Notice, StateText } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { WorkbookImportLine } from '../../workbook.contract.ts';
import { workbookTexts } from '../../workbook.text.ts';
import { importHref, WORKBOOK_LIMITS, workbookClient } from './workbook-client.ts';
import './workbook.css';

/** 电子表格 of one declaration: the workbook out and in, and what was brought before. */
export const WorkbookPage = () => {
  const t = useText(workbookTexts);
  const go = useGo();
  const refresh = useRefresh();
  const { declarationId } = usePathParams<'declarationId'>();
  const params = { declarationId };
  const read = useRead(workbookClient.workbookImports, { params });
  return (
    <Answered read={read}>
      {({ unitName, mayImport, imports }) => (
        <div className="ui-page">
          <PageHead
            title={t('workbook.title')}
            crumbs={[{ label: unitName, href: `/declarations/${declarationId}` }]}
            actions={
              <DownloadButton small={false} look="primary" fetch={() => workbookClient.workbook({ params })}>
                {t('workbook.download')}
              </DownloadButton>
            }
          />
          <section className="ui-panel workbook-pad">
            <p>{t('workbook.intro')}</p>
            <p className="ui-soft">{t('workbook.download.note')}</p>
            {mayImport ? (
              <>
                <FileUpload
                  label={t('workbook.upload')}
                  limits={WORKBOOK_LIMITS}
                  upload={async (file, call) => {
                    const body = formWith(file);
                    const { importId } = await workbookClient.previewWorkbookImport({ params, body }, call);
                    await refresh();
                    go(importHref(declarationId, importId));
                  }}
                />
                <p className="ui-soft">{t('workbook.upload.note')}</p>
              </>
            ) : (
              <Notice>{t('workbook.upload.closed')}</Notice>
            )}
          </section>
          <section className="ui-panel">
            <h2>{t('workbook.imports')}</h2>
            {imports.length === 0 ? (
              <p className="ui-soft workbook-pad">{t('workbook.imports.none')}</p>
            ) : (
              <Imports imports={imports} declarationId={declarationId} />
            )}
          </section>
        </div>
      )}
    </Answered>
  );
};

export const ImportStateText = ({ line }: { readonly line: WorkbookImportLine }) => {
  const t = useText(workbookTexts);
  if (line.errorCount > 0)
    return <StateText tone="attention">{t('workbook.state.errors', { count: line.errorCount })}</StateText>;
  const tone = line.state === 'previewed' ? 'active' : line.state === 'applied' ? 'done' : 'open';
  return <StateText tone={tone}>{t(`workbook.state.${line.state}`)}</StateText>;
};

const Imports = (props: { readonly imports: readonly WorkbookImportLine[]; readonly declarationId: string }) => {
  const t = useText(workbookTexts);
  return (
    <DataTable<WorkbookImportLine>
      label={t('workbook.imports')}
      columns={[
        {
          key: 'file',
          title: t('workbook.imports.file'),
          render: (line) => <Link href={importHref(props.declarationId, line.importId)}>{line.fileName}</Link>,
        },
        { key: 'state', title: t('workbook.imports.state'), render: (line) => <ImportStateText line={line} /> },
        { key: 'taken', title: t('workbook.imports.taken'), number: true, render: (line) => line.taken },
        {
          key: 'by',
          title: t('workbook.imports.by'),
          render: (line) => (line.byBody ? `${line.createdByName}（${t('workbook.by-body')}）` : line.createdByName),
        },
        { key: 'at', title: t('workbook.imports.at'), render: (line) => <Time at={line.createdAt} /> },
      ]}
      rows={props.imports}
      rowKey={(line) => line.importId}
    />
  );
};
