import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Place } from '#support/files/domain/picture-facts.ts';
import type { Photo } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { fileHref, pictureHref } from './file-addresses.ts';
import { PhotoFacts } from './photo-facts.tsx';
import './evidence.css';

export interface ShownPicture {
  readonly fileId: string;
  readonly fileName: string;
  readonly photo: Photo | null;
}

interface Props {
  readonly declarationId: string;
  readonly pictures: readonly ShownPicture[];
  readonly first: string;
  readonly place?: Place | null;
  readonly onClose: () => void;
}

/** One picture large, with what it says of itself; the arrow keys lead to the others. */
export const PictureViewer = ({ declarationId, pictures, first, place, onClose }: Props) => {
  const t = useText(evidenceTexts);
  const [fileId, setFileId] = useState(first);
  const at = Math.max(
    0,
    pictures.findIndex((one) => one.fileId === fileId),
  );
  const picture = pictures[at];
  if (!picture) return null;
  const go = (step: number) => {
    const next = pictures[at + step];
    if (next) setFileId(next.fileId);
  };
  return (
    <Dialog title={picture.fileName} shape="wide" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are short cuts of the buttons inside */}
      <div
        className="picture-viewer"
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') go(-1);
          if (event.key === 'ArrowRight') go(1);
        }}
      >
        <img src={pictureHref(declarationId, picture.fileId, 1280)} alt={picture.fileName} />
        {picture.photo && (
          <p>
            <PhotoFacts photo={picture.photo} place={place} />
          </p>
        )}
        <div className="ui-row">
          {pictures.length > 1 && (
            <>
              <Button small disabled={at === 0} onClick={() => go(-1)}>
                {t('evidence.photo.previous')}
              </Button>
              <span className="ui-soft" aria-live="polite">
                {at + 1} / {pictures.length}
              </span>
              <Button small disabled={at === pictures.length - 1} onClick={() => go(1)}>
                {t('evidence.photo.next')}
              </Button>
            </>
          )}
          <span className="ui-spread" />
          <a href={fileHref(declarationId, picture.fileId)} target="_blank" rel="noreferrer">
            {t('evidence.photo.original')}
          </a>
          <Button small data-autofocus onClick={onClose}>
            {t('evidence.photo.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
