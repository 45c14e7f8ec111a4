import { lazy, Suspense, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatFullInstant, formatSize } from '#platform/ui/time/format.ts';
import type { Place } from '#support/files/domain/picture-facts.ts';
import type { Section } from '../../domain/sections.ts';
import type { LibraryFile } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { declarationClient } from '../declaration-client.ts';
import { DigestCopy } from './digest-copy.tsx';
import { fileHref, isPicture, pictureHref } from './file-addresses.ts';
import { FileChooser } from './file-chooser.tsx';
import { PhotoFacts } from './photo-facts.tsx';
import type { UploadQueue } from './upload-queue.ts';
import { evidenceClient } from './uploads-of.ts';

const ItemPicker = lazy(() => import('./item-picker.tsx').then((m) => ({ default: m.ItemPicker })));

interface Props {
  readonly declarationId: string;
  readonly file: LibraryFile;
  /** What it took the place of, the latest first. */
  readonly versions: readonly LibraryFile[];
  readonly sections: readonly Section[];
  readonly asking: ReadonlySet<string>;
  readonly clauseOf: (itemId: string) => string;
  readonly place: Place | null;
  readonly editable: boolean;
  readonly queue: UploadQueue;
  readonly onLook: (fileId: string) => void;
}

/** One file: what it is, when it was received, what it proves, and what can be done with it. */
export const FileCard = (props: Props) => {
  const { declarationId, file, versions, place } = props;
  const t = useText(evidenceTexts);
  return (
    <li className="file-card">
      <button
        type="button"
        className="evidence-thumb large"
        aria-label={t('evidence.photo.enlarge', { name: file.fileName })}
        disabled={!isPicture(file)}
        onClick={() => props.onLook(file.fileId)}
      >
        <img src={pictureHref(declarationId, file.fileId)} alt="" loading="lazy" width={128} height={96} />
      </button>
      <div className="file-facts">
        <FileLine declarationId={declarationId} file={file} />
        {file.photo && (
          <p>
            <PhotoFacts photo={file.photo} place={place} />
          </p>
        )}
        <Clauses {...props} />
        {versions.length > 0 && (
          <details>
            <summary>{t('evidence.file.versions', { count: versions.length })}</summary>
            <ul>
              {versions.map((one) => (
                <li key={one.fileId}>
                  <FileLine declarationId={declarationId} file={one} replaced />
                </li>
              ))}
            </ul>
          </details>
        )}
        {props.editable && file.removedAt === null && <Actions {...props} />}
      </div>
    </li>
  );
};

const FileLine = (props: Pick<Props, 'declarationId' | 'file'> & { readonly replaced?: boolean }) => {
  const { declarationId, file } = props;
  const t = useText(evidenceTexts);
  const ui = useUiText();
  const said = (key: 'uploaded' | 'replaced' | 'removed', name: string, at: string) =>
    t(`evidence.file.${key}`, { name, time: formatFullInstant(at, ui) });
  return (
    <>
      <p>
        <a href={fileHref(declarationId, file.fileId)} target="_blank" rel="noreferrer">
          {file.fileName}
        </a>{' '}
        <span className="ui-soft ui-nowrap">{formatSize(file.sizeBytes)}</span>
      </p>
      <p className="ui-soft">
        {said('uploaded', file.uploadedByName, file.uploadedAt)}
        {file.removedAt !== null &&
          ` · ${said(props.replaced ? 'replaced' : 'removed', file.removedByName ?? '', file.removedAt)}`}
        {file.submissions.length > 0 &&
          ` · ${t('evidence.file.submitted', { list: file.submissions.join(ui('text.comma')) })}`}
      </p>
      <p className="ui-soft">
        {t('evidence.digest')} <code title={file.digest}>{file.digest.slice(0, 12)}…</code>{' '}
        <DigestCopy digest={file.digest} name={file.fileName} />
      </p>
    </>
  );
};

const Clauses = ({ declarationId, file, clauseOf, editable }: Props) => {
  const t = useText(evidenceTexts);
  const faults = useFaultText();
  const detach = useCommand(declarationClient.removeEvidence);
  const handleDetach = (evidenceId: string) =>
    detach
      .run({ params: { declarationId, evidenceId } })
      .catch((error: unknown) => announce(faults.fault(error), { wrong: true }));
  if (file.removedAt !== null) return null;
  if (file.links.length === 0) return <p className="ui-wrong">{t('evidence.file.no-items')}</p>;
  return (
    <p className="ui-row file-clauses">
      <span className="ui-soft">{t('evidence.file.items')}</span>
      {file.links.map(({ evidenceId, itemId }) => (
        <span key={evidenceId} className="clause-chip">
          {clauseOf(itemId)}
          {editable && (
            <Button
              look="text"
              small
              disabled={detach.pending}
              aria-label={t('evidence.file.detach', { clause: clauseOf(itemId) })}
              onClick={() => void handleDetach(evidenceId)}
            >
              ×
            </Button>
          )}
        </span>
      ))}
    </p>
  );
};

const Actions = ({ declarationId, file, sections, asking, queue }: Props) => {
  const t = useText(evidenceTexts);
  const remove = useCommand(evidenceClient.removeFile);
  const [open, setOpen] = useState<'items' | 'replace' | null>(null);
  return (
    <>
      <div className="ui-row">
        <Button look="link" aria-haspopup="dialog" onClick={() => setOpen('items')}>
          {t('evidence.file.attach')}
        </Button>
        <Button
          look="link"
          aria-expanded={open === 'replace'}
          onClick={() => setOpen(open === 'replace' ? null : 'replace')}
        >
          {t('evidence.file.replace')}
        </Button>
        <ConfirmAction
          label={t('evidence.file.remove')}
          link
          consequences={[t('evidence.file.remove.first', { name: file.fileName }), t('evidence.file.remove.second')]}
          onConfirm={() => remove.run({ params: { declarationId, fileId: file.fileId } })}
        />
      </div>
      {open === 'replace' && (
        <>
          <p>{t('evidence.file.replace-by', { name: file.fileName })}</p>
          <FileChooser
            queue={queue}
            purpose={{ itemIds: [], replaces: file.fileId }}
            multiple={false}
            onChosen={() => setOpen(null)}
          />
        </>
      )}
      {open === 'items' && (
        <Suspense>
          <ItemPicker
            declarationId={declarationId}
            file={file}
            sections={sections}
            asking={asking}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </>
  );
};
