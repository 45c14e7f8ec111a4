import { useGo, usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { randomId } from '#platform/ui/api/random-id.ts';
import { useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { draftingTexts } from '../../drafting.text.ts';
import { draftingClient, type Industry, importHref, standardsHref } from './drafting-client.ts';
import { workbookLimits } from './workbook-limits.ts';
import './drafting.css';

/** A new draft from a workbook: where to get one, and where to put it. */
export const NewImportPage = () => {
  const t = useText(draftingTexts);
  const { industry } = usePathParams<'industry'>();
  return (
    <Answered read={useRead(draftingClient.standards)}>
      {({ industries }) => {
        const found = industries.find((one) => one.industry === industry);
        return found ? <Upload industry={found} /> : <Notice wrong>{t('drafting.import.no-industry')}</Notice>;
      }}
    </Answered>
  );
};

const Upload = ({ industry }: { readonly industry: Industry }) => {
  const t = useText(draftingTexts);
  const go = useGo();
  const { inForce, industryName } = industry;
  return (
    <div className="ui-page">
      <PageHead
        title={t('drafting.import.title', { industry: industryName })}
        crumbs={[{ label: t('drafting.list.title'), href: standardsHref }]}
      />
      <section className="ui-panel drafting-steps">
        <ol>
          <li>
            {inForce ? t('drafting.import.step-form', { title: inForce.title }) : t('drafting.import.step-no-form')}
            {inForce && (
              <DownloadButton fetch={() => draftingClient.editionWorkbook({ params: { editionHash: inForce.hash } })}>
                {t('drafting.list.excel')}
              </DownloadButton>
            )}
          </li>
          <li>{t('drafting.import.step-fill')}</li>
          <li>{t('drafting.import.step-upload')}</li>
        </ol>
        <FileUpload
          limits={workbookLimits}
          upload={async (file, call) => {
            const { importId } = await draftingClient.previewNewWorkbook(
              { params: { industry: industry.industry }, body: formWith(file) },
              { ...call, key: randomId() },
            );
            go(importHref(importId));
          }}
        />
      </section>
    </div>
  );
};
