import { useHasRole } from '#parties/people/web/session.tsx';
import { useGo, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { Notice, StateText } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { draftingTexts } from '../../drafting.text.ts';
import { ChangesTable } from './changes-table.tsx';
import { draftHref, draftingClient, type ImportRecord, newImportHref, standardsHref } from './drafting-client.ts';
import './drafting.css';

/** What an uploaded workbook says: its faults by cell, what it would change, and the act that takes it over. */
export const ImportPage = () => {
  const { editionImportId: importId } = usePathParams<'editionImportId'>();
  const read = useRead(draftingClient.editionImport, { params: { importId } });
  return <Answered read={read}>{(found) => <Preview found={found} />}</Answered>;
};

const Preview = ({ found }: { readonly found: ImportRecord }) => {
  const t = useText(draftingTexts);
  const { errorCount, faults, changes, draftId } = found;
  return (
    <div className="ui-page">
      <PageHead
        title={found.fileName}
        crumbs={[
          { label: t('drafting.list.title'), href: standardsHref },
          draftId === null
            ? {
                label: t('drafting.import.title', { industry: found.industryName }),
                href: newImportHref(found.industry),
              }
            : { label: t('drafting.import.draft'), href: draftHref(draftId) },
        ]}
        beside={
          <StateText tone={found.state === 'taken-over' ? 'done' : errorCount > 0 ? 'attention' : 'active'}>
            {t(
              found.state === 'taken-over'
                ? 'drafting.import.taken-over'
                : errorCount > 0
                  ? 'drafting.import.wrong'
                  : 'drafting.import.previewed',
            )}
          </StateText>
        }
        actions={<Actions found={found} />}
      />
      {found.state === 'previewed' &&
        (errorCount > 0 ? (
          <Notice wrong>{t('drafting.import.must-mend', { count: errorCount })}</Notice>
        ) : (
          <Notice>{t(draftId === null ? 'drafting.import.may-new' : 'drafting.import.may-replace')}</Notice>
        ))}
      <section className="ui-panel">
        <Facts
          facts={[
            { label: t('drafting.head.industry'), value: found.industryName },
            { label: t('drafting.import.errors'), value: errorCount },
            { label: t('drafting.import.by'), value: found.createdBy },
            { label: t('drafting.import.at'), value: <Time at={found.createdAt} /> },
          ]}
        />
      </section>
      {errorCount > 0 && <Findings found={found} />}
      {changes && (
        <section className="ui-panel">
          <h2>{t('drafting.import.changes')}</h2>
          <div className="drafting-panel">
            <ChangesTable
              changes={changes}
              against={t(draftId === null ? 'drafting.changes.in-force' : 'drafting.changes.draft')}
            />
          </div>
        </section>
      )}
      {errorCount === 0 && faults.length > 0 && <Notice>{t('drafting.import.later', { count: faults.length })}</Notice>}
    </div>
  );
};

const Findings = ({ found }: { readonly found: ImportRecord }) => {
  const t = useText(draftingTexts);
  const faultText = useFaultText();
  return (
    <section className="ui-panel">
      <h2>{t('drafting.import.findings')}</h2>
      <DataTable
        label={t('drafting.import.findings')}
        columns={[
          { key: 'cell', title: t('drafting.import.cell'), render: (row) => row.path, width: 160 },
          { key: 'what', title: t('drafting.import.finding'), render: (row) => faultText.issue(row) },
        ]}
        rows={found.errors}
        rowKey={(row) => `${row.path} ${row.code} ${JSON.stringify(row.params)}`}
      />
      {found.errorCount > found.errors.length && (
        <p className="ui-soft drafting-panel">
          {t('drafting.import.more', { shown: found.errors.length, total: found.errorCount })}
        </p>
      )}
    </section>
  );
};

const Actions = ({ found }: { readonly found: ImportRecord }) => {
  const t = useText(draftingTexts);
  const go = useGo();
  const take = useCommand(draftingClient.takeOverImport);
  const mayUpload = useHasRole('city-office');
  const { draftId } = found;
  if (!mayUpload) return null;
  const again = draftId === null ? newImportHref(found.industry) : draftHref(draftId);
  if (found.state === 'taken-over' && draftId !== null) {
    return (
      <LinkButton look="primary" href={draftHref(draftId)}>
        {t('drafting.import.to-draft')}
      </LinkButton>
    );
  }
  return (
    <>
      <LinkButton look={found.mayTakeOver ? undefined : 'primary'} href={again}>
        {t(draftId === null ? 'drafting.import.again' : 'drafting.import.back')}
      </LinkButton>
      {found.mayTakeOver && (
        <ConfirmAction
          primary
          label={t('drafting.import.take')}
          consequences={
            draftId === null
              ? [t('drafting.import.take-new', { industry: found.industryName })]
              : [t('drafting.import.take-replace'), t('drafting.import.take-whole')]
          }
          onConfirm={async () => {
            const done = await take.run({
              params: { importId: found.importId },
              body: { baseVersion: found.draftVersion },
            });
            announce(t('drafting.import.done'));
            go(draftHref(done.draftId));
          }}
        />
      )}
    </>
  );
};
