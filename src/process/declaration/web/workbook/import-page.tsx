import { useMemo, useState } from 'react';
import { usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { formatTime } from '#platform/ui/time/format.ts';
import { Time } from '#platform/ui/time/time.tsx';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import { declarationTexts } from '../../declaration.text.ts';
import {
  type Choices,
  chosen,
  type Difference,
  type DifferenceKind,
  differenceKinds,
  type Side,
} from '../../domain/workbook/compare.ts';
import { registrationTexts } from '../../registration.text.ts';
import type { ShownDifference, WorkbookImport } from '../../workbook.contract.ts';
import { workbookTexts } from '../../workbook.text.ts';
import { DifferenceGroup } from './difference-group.tsx';
import type { EntryWords } from './entry-words.ts';
import { FindingsTable } from './findings-table.tsx';
import { workbookClient, workbookHref } from './workbook-client.ts';
import { ImportStateText } from './workbook-page.tsx';
import './workbook.css';

/** One workbook: what is wrong with it, or what it says other than the system, to be chosen entry by entry. */
export const ImportPage = () => {
  const { declarationId, workbookImportId } = usePathParams<'declarationId' | 'workbookImportId'>();
  const read = useRead(workbookClient.workbookImport, { params: { declarationId, workbookImportId } });
  return <Answered read={read}>{(found) => <WithEdition key={found.version} found={found} />}</Answered>;
};

const WithEdition = ({ found }: { readonly found: WorkbookImport }) => {
  const { loaded } = useEdition(found.editionHash);
  return loaded ? <Shown found={found} loaded={loaded} /> : <Loading />;
};

const asDifference = (one: ShownDifference): Difference => ({
  key: one.key,
  kind: one.kind,
  workbook: one.workbook,
  system: one.system,
  base: one.base,
});

const Shown = ({ found, loaded }: { readonly found: WorkbookImport; readonly loaded: LoadedEdition }) => {
  const t = useText(workbookTexts);
  const form = useText(registrationTexts);
  const declaration = useText(declarationTexts);
  const [choices, setChoices] = useState<Choices>({});
  const words = useMemo(
    (): EntryWords => ({
      t,
      form,
      loaded,
      verdict: (met) => declaration(met ? 'declaration.sheet.met' : 'declaration.sheet.unmet'),
    }),
    [t, form, declaration, loaded],
  );
  const { differences } = found;
  const { taken, open } = useMemo(() => chosen(differences.map(asDifference), choices), [differences, choices]);
  const handleChoose = (keys: readonly string[], side: Side) =>
    setChoices((before) => ({ ...before, ...Object.fromEntries(keys.map((key) => [key, side])) }));
  const ofKind = (kind: DifferenceKind) => differences.filter((one) => one.kind === kind);
  return (
    <div className="ui-page">
      <PageHead
        title={found.fileName}
        crumbs={[
          { label: found.unitName, href: `/declarations/${found.declarationId}` },
          { label: t('workbook.title'), href: workbookHref(found.declarationId) },
        ]}
        beside={<ImportStateText line={found} />}
        actions={<Actions found={found} choices={choices} taken={taken.length} open={open.length} />}
      />
      <State found={found} open={open.length} />
      <section className="ui-panel">
        <Facts
          facts={[
            {
              label: t('workbook.imports.by'),
              value: found.byBody ? `${found.createdByName}（${t('workbook.by-body')}）` : found.createdByName,
            },
            { label: t('workbook.imports.at'), value: <Time at={found.createdAt} /> },
            { label: t('workbook.import.made'), value: found.madeAt ? <Time at={found.madeAt} /> : '—' },
            {
              label: t('workbook.import.digest'),
              value: <code className="workbook-digest">{found.fileDigest.slice(0, 16)}…</code>,
            },
          ]}
        />
      </section>
      <FindingsTable findings={found.findings} />
      {differenceKinds
        .toSorted((a, b) => Number(b === 'both') - Number(a === 'both'))
        .map((kind) => (
          <DifferenceGroup
            key={kind}
            kind={kind}
            list={ofKind(kind)}
            words={words}
            choices={choices}
            disabled={!found.mayApply}
            onChoose={handleChoose}
          />
        ))}
    </div>
  );
};

const State = ({ found, open }: { readonly found: WorkbookImport; readonly open: number }) => {
  const t = useText(workbookTexts);
  if (found.errorCount > 0) return <Notice wrong>{t('workbook.import.errors', { count: found.errorCount })}</Notice>;
  if (found.state === 'undone') return <Notice>{t('workbook.import.undone')}</Notice>;
  const applied = found.appliedAt !== null && (
    <Notice>
      {t('workbook.import.applied', {
        count: found.taken,
        by: found.appliedByName ?? '',
        at: formatTime(found.appliedAt),
      })}
      {!found.mayUndo && ` ${t('workbook.import.undo.not')}`}
    </Notice>
  );
  return (
    <>
      {applied}
      {found.state === 'previewed' && found.differences.length === 0 && <Notice>{t('workbook.import.same')}</Notice>}
      {found.mayApply && open > 0 && <Notice wrong>{t('workbook.import.apply.open', { count: open })}</Notice>}
    </>
  );
};

const Actions = (props: {
  readonly found: WorkbookImport;
  readonly choices: Choices;
  readonly taken: number;
  readonly open: number;
}) => {
  const t = useText(workbookTexts);
  const { found, taken, open } = props;
  const apply = useCommand(workbookClient.applyWorkbookImport);
  const undo = useCommand(workbookClient.undoWorkbookImport);
  const params = { declarationId: found.declarationId, workbookImportId: found.importId };
  return (
    <>
      {found.mayUndo && (
        <ConfirmAction
          danger
          label={t('workbook.import.undo')}
          consequences={[t('workbook.import.undo.first', { count: found.taken }), t('workbook.import.undo.second')]}
          onConfirm={async () => {
            await undo.run({ params });
            announce(t('workbook.import.undo.done'));
          }}
        />
      )}
      {found.errorCount > 0 && (
        <LinkButton look="primary" href={workbookHref(found.declarationId)}>
          {t('workbook.import.again')}
        </LinkButton>
      )}
      {found.mayApply && (
        <ConfirmAction
          primary
          label={t('workbook.import.apply', { count: taken })}
          disabled={open > 0 || taken === 0}
          consequences={[
            t('workbook.import.apply.first', { taken, kept: found.differences.length - taken }),
            t('workbook.import.apply.second'),
          ]}
          onConfirm={async () => {
            const done = await apply.run({ params, body: { baseVersion: found.version, choices: props.choices } });
            announce(t('workbook.import.apply.done', { count: done.taken }));
          }}
        />
      )}
      {!found.mayApply && found.errorCount === 0 && (
        <LinkButton href={`/declarations/${found.declarationId}`}>{t('workbook.import.to-declaration')}</LinkButton>
      )}
    </>
  );
};
