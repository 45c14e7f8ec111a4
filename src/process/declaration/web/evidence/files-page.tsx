import { useMemo, useState } from 'react';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { registeredPlaceOf } from '../../domain/evidence/registered-place.ts';
import { sectionsOf } from '../../domain/sections.ts';
import type { LibraryFile, OpenUpload } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { declarationHref, useDeclaration } from '../declaration-client.ts';
import { declarationTitles } from '../page-titles.text.ts';
import { draftsOf } from '../use-progress.ts';
import { AskedItems } from './asked-items.tsx';
import { askingItems } from './asking-items.ts';
import { isPicture } from './file-addresses.ts';
import { FileCard } from './file-card.tsx';
import { FileChooser } from './file-chooser.tsx';
import { libraryView, type ShownKind, shownKinds } from './library-view.ts';
import { PictureViewer } from './picture-viewer.tsx';
import { UnfinishedUploads } from './unfinished-uploads.tsx';
import { UploadLines } from './upload-lines.tsx';
import { UploadsKeeper } from './uploads-keeper.tsx';
import { evidenceClient } from './uploads-of.ts';
import { useUploadQueue, useUploads } from './use-uploads.ts';
import './evidence.css';

/** 佐证材料: all files of a declaration, what they prove, what is still without proof. */
export const FilesPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  const library = useRead(evidenceClient.evidenceFiles, { params: { declarationId } });
  return (
    <Answered read={useDeclaration(declarationId)}>
      {(declaration) => (
        <Answered read={library}>{(answer) => <WithEdition declaration={declaration} {...answer} />}</Answered>
      )}
    </Answered>
  );
};

interface Props {
  readonly declaration: Declaration;
  readonly files: readonly LibraryFile[];
  readonly uploads: readonly OpenUpload[];
  readonly editable: boolean;
}

const WithEdition = (props: Props) => {
  const { loaded } = useEdition(props.declaration.editionHash);
  return loaded ? <Library {...props} loaded={loaded} /> : <Loading />;
};

const Library = ({ declaration, files, uploads, editable, loaded }: Props & { readonly loaded: LoadedEdition }) => {
  const t = useText(evidenceTexts);
  const titles = useText(declarationTitles);
  const { declarationId } = declaration;
  const href = declarationHref(declarationId);
  const queue = useUploadQueue(declarationId);
  const entries = useUploads(queue);
  const sections = useMemo(() => sectionsOf(loaded.edition), [loaded]);
  const clauses = useMemo(
    () => new Map(loaded.edition.items.map((item) => [item.id, item.clause ?? item.id])),
    [loaded],
  );
  const clauseOf = (itemId: string) => clauses.get(itemId) ?? itemId;
  const asked = useMemo(
    () => askingItems(sections, draftsOf(declaration), declaration.evidence),
    [sections, declaration],
  );
  return (
    <div className="ui-page evidence-page">
      <PageHead
        title={t('evidence.title')}
        crumbs={[
          { label: titles('list'), href: '/declarations' },
          { label: declaration.register.unitName, href: href.record },
        ]}
        actions={
          <>
            <LinkButton href={href.filesReceipt}>{t('evidence.receipt-list')}</LinkButton>
            <LinkButton href={href.sheet}>{t('evidence.to-sheet')}</LinkButton>
          </>
        }
      />
      {editable ? (
        <section className="ui-panel evidence-add">
          <UploadsKeeper declarationId={declarationId} />
          <p>{t('evidence.intro')}</p>
          <FileChooser queue={queue} purpose={{ itemIds: [] }} wholePage />
          <UploadLines queue={queue} entries={entries} clauseOf={clauseOf} />
          <UnfinishedUploads declarationId={declarationId} uploads={uploads} entries={entries} />
        </section>
      ) : (
        <Notice>{t('evidence.readonly')}</Notice>
      )}
      <AskedItems
        declarationId={declarationId}
        total={asked.all.length}
        without={asked.without}
        queue={queue}
        editable={editable}
      />
      <Files
        declaration={declaration}
        files={files}
        editable={editable}
        queue={queue}
        sections={sections}
        asking={new Set(asked.without.map(({ id }) => id))}
        clauseOf={clauseOf}
      />
    </div>
  );
};

type FilesProps = Pick<Props, 'declaration' | 'files' | 'editable'> &
  Pick<Parameters<typeof FileCard>[0], 'queue' | 'sections' | 'asking' | 'clauseOf'>;

const Files = ({ declaration, files, ...rest }: FilesProps) => {
  const t = useText(evidenceTexts);
  const [kind, setKind] = useState<ShownKind>('all');
  const [open, setOpen] = useState<string | null>(null);
  const { lists, versionsOf } = libraryView(files);
  const shown = lists[kind];
  const place = registeredPlaceOf(declaration.registration);
  const count = (of: ShownKind) => lists[of].length;
  return (
    <section className="ui-panel">
      <h2 className="ui-row">
        <span className="ui-spread">{t('evidence.files', { count: count('all') })}</span>
        <select
          className="ui-input evidence-filter"
          aria-label={t('evidence.files', { count: count('all') })}
          value={kind}
          onChange={(event) => setKind(event.target.value as ShownKind)}
        >
          {shownKinds.map((one) => (
            <option key={one} value={one}>
              {t(`evidence.filter.${one}`, { count: count(one) })}
            </option>
          ))}
        </select>
      </h2>
      {shown.length === 0 && (
        <p className="evidence-text ui-soft">
          {t(kind === 'all' ? 'evidence.files.none' : 'evidence.files.none-here')}
        </p>
      )}
      <ul className="file-cards">
        {shown.map((file) => (
          <FileCard
            key={file.fileId}
            declarationId={declaration.declarationId}
            file={file}
            versions={versionsOf(file)}
            place={place}
            onLook={setOpen}
            {...rest}
          />
        ))}
      </ul>
      {open !== null && (
        <PictureViewer
          declarationId={declaration.declarationId}
          pictures={shown.filter(isPicture)}
          first={open}
          place={place}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
};
