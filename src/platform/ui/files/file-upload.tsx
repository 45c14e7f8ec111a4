import { useRef, useState } from 'react';
import { Button } from '../button.tsx';
import { useFaultText, useUiText } from '../text/use-text.tsx';
import { formatSize, formatTime } from '../time/format.ts';
import { type FileLimits, fileFault, typesOf } from './file-check.ts';
import './files.css';

export interface UploadCall {
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number, total: number) => void;
}

interface Props {
  readonly limits: FileLimits;
  /** Sends one file: `(file, call) => client.addEvidence({ params, body: formWith(file) }, call)`. */
  readonly upload: (file: File, call: UploadCall) => Promise<unknown>;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly label?: string;
}

interface Attempt {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly state: { readonly percent: number } | { readonly receivedAt: number } | { readonly fault: string };
  readonly cancel: () => void;
}

/** One file as the body of an upload; the server reads the part `file`, after the text fields. */
export const formWith = (file: File, fields: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  return form;
};

/** Chooses and sends files: the limits before, the progress meanwhile, a receipt with size and time after. */
export const FileUpload = ({ limits, upload, multiple, disabled, label }: Props) => {
  const t = useUiText();
  const faults = useFaultText();
  const input = useRef<HTMLInputElement>(null);
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const [over, setOver] = useState(false);
  const nextId = useRef(1);

  const send = async (file: File) => {
    const id = nextId.current++;
    const stop = new AbortController();
    const set = (state: Attempt['state']) =>
      setAttempts((list) => list.map((one) => (one.id === id ? { ...one, state } : one)));
    const fault = fileFault(file, limits);
    const state = fault === null ? { percent: 0 } : { fault: faults.issue(fault) };
    setAttempts((list) => [...list, { id, name: file.name, size: file.size, state, cancel: () => stop.abort() }]);
    if (fault !== null) return;
    try {
      await upload(file, {
        signal: stop.signal,
        onProgress: (sent, total) => set({ percent: Math.floor((100 * sent) / Math.max(1, total)) }),
      });
      set({ receivedAt: Date.now() });
    } catch (error) {
      set({ fault: stop.signal.aborted ? t('upload.cancelled') : faults.fault(error) });
    }
  };
  // One after the other: a slow line is not made slower.
  const handleFiles = async (files: FileList | null) => {
    // Another choice answers what was refused before.
    setAttempts((list) => list.filter(({ state }) => !('fault' in state)));
    for (const file of [...(files ?? [])].slice(0, multiple ? undefined : 1)) await send(file);
    if (input.current) input.current.value = '';
  };

  return (
    <div className="ui-upload">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut of the button inside */}
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
          if (!disabled) void handleFiles(event.dataTransfer.files);
        }}
      >
        <Button small disabled={disabled} onClick={() => input.current?.click()}>
          {label ?? t('action.upload')}
        </Button>
        <span className="ui-soft">
          {t('upload.limits', { types: typesOf(limits), size: formatSize(limits.maxBytes) })}
        </span>
        <input
          ref={input}
          type="file"
          hidden
          multiple={multiple}
          accept={limits.endings.join(',')}
          onChange={(event) => void handleFiles(event.target.files)}
        />
      </div>
      <ul aria-live="polite">
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            <AttemptLine attempt={attempt} />
            <Button
              look="link"
              onClick={() => {
                attempt.cancel();
                if (!('percent' in attempt.state)) setAttempts((list) => list.filter((one) => one !== attempt));
              }}
            >
              {t('percent' in attempt.state ? 'action.cancel' : 'action.close')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};

const AttemptLine = ({ attempt: { name, size, state } }: { readonly attempt: Attempt }) => {
  const t = useUiText();
  if ('fault' in state) return <span className="ui-wrong">{t('text.pair', { label: name, value: state.fault })}</span>;
  if ('receivedAt' in state) {
    const time = formatTime(new Date(state.receivedAt));
    return <span>{t('upload.received', { name, size: formatSize(size), time })}</span>;
  }
  return (
    <span>
      {name} <progress max={100} value={state.percent} /> {t('upload.sending', { percent: state.percent })}
    </span>
  );
};
