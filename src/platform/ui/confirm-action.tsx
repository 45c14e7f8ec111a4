import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './marks.tsx';
import { useFaultText, useUiText } from './text/use-text.tsx';

interface Props {
  /** The verb on the button and in the dialog: 退回补正. */
  readonly label: string;
  /** Exactly what will happen, one sentence each. */
  readonly consequences: readonly string[];
  /** Whether a reason is asked for. */
  readonly reason?: 'optional' | 'required';
  /** Further inputs between consequences and reason. */
  readonly children?: ReactNode;
  readonly danger?: boolean;
  readonly primary?: boolean;
  readonly small?: boolean;
  /** As a link, among the links of a row. */
  readonly link?: boolean;
  readonly disabled?: boolean;
  /** Refusals stay visible in the dialog; it closes when the promise is kept. */
  readonly onConfirm: (reason: string) => Promise<unknown>;
}

/** An action that is confirmed with what it does. */
export const ConfirmAction = (props: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look={props.link ? 'link' : props.primary ? 'primary' : props.danger ? 'danger' : undefined}
        small={props.small}
        disabled={props.disabled}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
      >
        {props.label}
      </Button>
      {open && <Confirmation {...props} onClose={() => setOpen(false)} />}
    </>
  );
};

const Confirmation = (props: Props & { readonly onClose: () => void }) => {
  const t = useUiText();
  const faults = useFaultText();
  const field = useId();
  const [reason, setReason] = useState('');
  const [pending, setPending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  const handleConfirm = async () => {
    if (props.reason === 'required' && reason.trim() === '') {
      setWrong(t('confirm.reason-required'));
      document.getElementById(field)?.focus();
      return;
    }
    setPending(true);
    try {
      await props.onConfirm(reason.trim());
      props.onClose();
    } catch (error) {
      setWrong(faults.fault(error));
      setPending(false);
    }
  };

  return (
    <Dialog title={t('text.pair', { label: t('confirm.title'), value: props.label })} onClose={props.onClose}>
      <div style={{ display: 'grid', gap: 12 }}>
        <ul>
          {props.consequences.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {props.children}
        {props.reason && (
          <label htmlFor={field}>
            {t('confirm.reason')} <span className="ui-soft">{t(`form.${props.reason}`)}</span>
            <textarea
              id={field}
              className="ui-input"
              value={reason}
              maxLength={1000}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        {wrong && <Notice wrong>{wrong}</Notice>}
      </div>
      <footer>
        <Button onClick={props.onClose}>{t('action.cancel')}</Button>
        <Button look={props.danger ? 'danger primary' : 'primary'} pending={pending} onClick={handleConfirm}>
          {props.label}
        </Button>
      </footer>
    </Dialog>
  );
};
