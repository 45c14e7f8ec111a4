import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatFullInstant, formatSize } from '#platform/ui/time/format.ts';
import { useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../../declaration.contract.ts';
import type { LibraryFile } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { declarationHref, useDeclaration } from '../declaration-client.ts';
import { declarationTitles } from '../page-titles.text.ts';
import { DigestCopy } from './digest-copy.tsx';
import { evidenceClient } from './uploads-of.ts';
import './evidence.css';

/** 佐证材料收妥清单: what the server has received, to be kept or printed. */
export const ReceiptsPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  const library = useRead(evidenceClient.evidenceFiles, { params: { declarationId } });
  return (
    <Answered read={useDeclaration(declarationId)}>
      {(declaration) => (
        <Answered read={library}>
          {({ files }) => (
            <Receipts declaration={declaration} files={files.filter(({ removedAt }) => removedAt === null)} />
          )}
        </Answered>
      )}
    </Answered>
  );
};

const Receipts = (props: { readonly declaration: Declaration; readonly files: readonly LibraryFile[] }) => {
  const t = useText(evidenceTexts);
  const ui = useUiText();
  const titles = useText(declarationTitles);
  const { declaration, files } = props;
  const { loaded } = useEdition(declaration.editionHash);
  const href = declarationHref(declaration.declarationId);
  const clauseOf = (id: string) => loaded?.edition.items.find((item) => item.id === id)?.clause ?? id;
  const columns = ['number', 'name', 'size', 'received', 'by', 'clauses'] as const;
  return (
    <div className="ui-page receipts-page">
      <PageHead
        title={t('evidence.list.title')}
        crumbs={[
          { label: titles('list'), href: '/declarations' },
          { label: declaration.register.unitName, href: href.record },
          { label: t('evidence.title'), href: href.files },
        ]}
        actions={<Button onClick={() => window.print()}>{ui('action.print')}</Button>}
      />
      <p>
        {t('evidence.list.of', { unit: declaration.register.unitName, campaign: declaration.campaign.name })}
        <br />
        <span className="ui-soft">{t('evidence.list.text')}</span>
      </p>
      <div className="ui-panel ui-table-scroll">
        {files.length === 0 ? (
          <p className="evidence-text">{t('evidence.list.none')}</p>
        ) : (
          <table className="ui-table cards">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" className={column === 'size' ? 'number' : undefined}>
                    {t(`evidence.list.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {files.map((file, at) => (
                <tr key={file.fileId}>
                  <td data-label={t('evidence.list.number')}>{at + 1}</td>
                  <td className="main">
                    {file.fileName}
                    <small className="receipt-digest">
                      {file.digest} <DigestCopy digest={file.digest} name={file.fileName} />
                    </small>
                  </td>
                  <td className="number" data-label={t('evidence.list.size')}>
                    {formatSize(file.sizeBytes)}
                  </td>
                  <td data-label={t('evidence.list.received')}>{formatFullInstant(file.uploadedAt, ui)}</td>
                  <td data-label={t('evidence.list.by')}>{file.uploadedByName}</td>
                  <td data-label={t('evidence.list.clauses')}>
                    {file.links.map(({ itemId }) => clauseOf(itemId)).join(ui('text.comma'))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
};
