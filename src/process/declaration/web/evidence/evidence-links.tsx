import { type ReactNode, useState } from 'react';
import { useText } from '#platform/ui/text/use-text.tsx';
import { formatSize } from '#platform/ui/time/format.ts';
import type { Place } from '#support/files/domain/picture-facts.ts';
import type { Photo } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { fileHref, isPicture, pictureHref } from './file-addresses.ts';
import { PhotoFacts } from './photo-facts.tsx';
import { PictureViewer } from './picture-viewer.tsx';
import './evidence.css';

interface LinkedFile {
  readonly evidenceId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly photo?: Photo | null;
}

interface Props<File extends LinkedFile> {
  readonly declarationId: string;
  readonly files: readonly File[];
  /** Where the unit lies, for the distance of photographs. */
  readonly place?: Place | null;
  /** What can be done with a file, behind its name. */
  readonly action?: (file: File) => ReactNode;
}

/** The files of an item: pictures small, to be looked at here; other files by name, in a tab of their own. */
export const EvidenceLinks = <File extends LinkedFile>({ declarationId, files, place, action }: Props<File>) => {
  const t = useText(evidenceTexts);
  const [open, setOpen] = useState<string | null>(null);
  const pictures = files.filter(isPicture).map((file) => ({ ...file, photo: file.photo ?? null }));
  return (
    <ul className="evidence-links">
      {files.map((file) => (
        <li key={file.evidenceId}>
          {isPicture(file) && (
            <button
              type="button"
              className="evidence-thumb"
              aria-label={t('evidence.photo.enlarge', { name: file.fileName })}
              onClick={() => setOpen(file.fileId)}
            >
              <img src={pictureHref(declarationId, file.fileId)} alt="" loading="lazy" width={64} height={48} />
            </button>
          )}
          <span className="evidence-name">
            <a href={fileHref(declarationId, file.fileId)} target="_blank" rel="noreferrer">
              {file.fileName}
            </a>{' '}
            <span className="ui-soft ui-nowrap">{formatSize(file.sizeBytes)}</span> {action?.(file)}
            {file.photo && (
              <small>
                <PhotoFacts photo={file.photo} place={place} />
              </small>
            )}
          </span>
        </li>
      ))}
      {open !== null && (
        <PictureViewer
          declarationId={declarationId}
          pictures={pictures}
          first={open}
          place={place}
          onClose={() => setOpen(null)}
        />
      )}
    </ul>
  );
};
