import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { typesOf } from '#platform/ui/files/file-check.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { formatSize } from '#platform/ui/time/format.ts';
import { evidenceLimits } from '../../domain/evidence-limits.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { chosen, chosenFault, filesIn, limits, type Purpose } from './chosen-file.ts';
import { BIG_PHOTO, isBigPhoto, shrunk } from './shrink-photo.ts';
import type { UploadQueue } from './upload-queue.ts';
import '#platform/ui/files/files.css';
import './evidence.css';

interface Props {
  readonly queue: UploadQueue;
  readonly purpose: Purpose;
  readonly multiple?: boolean;
  readonly label?: string;
  /** Files and pictures pasted anywhere on the page are taken too. */
  readonly wholePage?: boolean;
  /** Called once something was chosen. */
  readonly onChosen?: () => void;
  /** Beside the buttons. */
  readonly children?: ReactNode;
}

const SHRINK = 'evidence.shrink';
const remembered = (): boolean => {
  try {
    return localStorage.getItem(SHRINK) === 'yes';
  } catch {
    return false;
  }
};
const remember = (on: boolean): void => {
  try {
    localStorage.setItem(SHRINK, on ? 'yes' : 'no');
  } catch {
    return;
  }
};

const hasCamera = (): boolean => window.matchMedia('(pointer: coarse)').matches;
const timed = (at: Date): string => `${at.toLocaleString('sv-SE').replaceAll(':', '').replace(' ', '-')}`;

/** Chooses files for an upload: by button, by camera on a phone, dropped or pasted. Says the limits first; what breaks them is not sent. */
export const FileChooser = ({ queue, purpose, multiple = true, label, wholePage, onChosen, children }: Props) => {
  const t = useText(evidenceTexts);
  const input = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [shrinks, setShrinks] = useState(remembered);
  const [shrinking, setShrinking] = useState(0);

  const take = async (given: readonly File[]) => {
    const files = given.slice(0, multiple ? undefined : 1);
    if (files.length === 0) return;
    onChosen?.();
    const big = files.filter((file) => shrinks && isBigPhoto(file)).length;
    setShrinking(big);
    for (const original of files) {
      const file = shrinks && isBigPhoto(original) ? await shrunk(original) : original;
      const entry = { ...chosen(file, purpose), ...(file !== original && { shrunkFrom: original.size }) };
      const fault = chosenFault(file);
      if (fault) queue.refuse(entry, fault);
      else queue.add([entry]);
    }
    setShrinking(0);
    for (const element of [input.current, camera.current]) if (element) element.value = '';
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!wholePage) return;
    const paste = (event: ClipboardEvent) => {
      const files = filesIn(event.clipboardData, timed);
      if (files.length === 0 || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      void latest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [wholePage]);

  const fields = { hidden: true, type: 'file', multiple } as const;
  const handleChange = (list: FileList | null) => void take([...(list ?? [])]);
  return (
    <div className="file-chooser">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are short cuts of the button inside */}
      <div
        className={over ? 'ui-upload-drop over' : 'ui-upload-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take([...event.dataTransfer.files]);
        }}
        onPaste={(event) => {
          const files = filesIn(event.clipboardData, timed);
          if (files.length > 0 && !wholePage) void take(files);
        }}
      >
        <Button small look={wholePage ? 'primary' : undefined} onClick={() => input.current?.click()}>
          {label ?? t('evidence.choose')}
        </Button>
        {hasCamera() && (
          <>
            <Button small onClick={() => camera.current?.click()}>
              {t('evidence.camera')}
            </Button>
            <input
              {...fields}
              ref={camera}
              accept="image/jpeg"
              capture="environment"
              onChange={(event) => handleChange(event.target.files)}
            />
          </>
        )}
        {children}
        <span className="ui-soft">
          {t('evidence.limits', {
            types: typesOf(limits),
            size: formatSize(limits.maxBytes),
            perItem: evidenceLimits.perItem,
            all: evidenceLimits.perDeclaration,
          })}
          {wholePage && !hasCamera() && t('evidence.drop')}
        </span>
        <input
          {...fields}
          ref={input}
          accept={limits.endings.join(',')}
          onChange={(event) => handleChange(event.target.files)}
        />
        <label className="ui-choice">
          <input
            type="checkbox"
            checked={shrinks}
            onChange={(event) => {
              setShrinks(event.target.checked);
              remember(event.target.checked);
            }}
          />
          {t('evidence.shrink', { size: formatSize(BIG_PHOTO) })}
        </label>
        {shrinking > 0 && <span role="status">{t('evidence.upload.shrinking')}</span>}
      </div>
    </div>
  );
};
