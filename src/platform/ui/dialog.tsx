import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.tsx';
import { useUiText } from './text/use-text.tsx';

interface Props {
  readonly title: string;
  /** Called on Escape, on × and by the page. Absent: it cannot be left by these. */
  readonly onClose?: () => void;
  /** `drawer` stands at the right edge, for reading along. */
  readonly shape?: 'wide' | 'drawer';
  readonly children: ReactNode;
}

const FIRST = '.ui-dialog-body input, .ui-dialog-body textarea, .ui-dialog-body select';

/** A modal dialog while it is rendered. The focus starts at its first control, stays inside and returns afterwards. */
export const Dialog = ({ title, onClose, shape, children }: Props) => {
  const t = useUiText();
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    dialog?.showModal();
    const first = dialog?.querySelector<HTMLElement>('[data-autofocus]') ?? dialog?.querySelector<HTMLElement>(FIRST);
    (first ?? dialog)?.focus();
    return () => {
      dialog?.close();
      // What was decided in the dialog may have taken its button away.
      const back = before?.isConnected ? before : document.getElementById('content');
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  // At the end of the page, so that no rule for the surroundings of its button reaches into it.
  return createPortal(
    <dialog
      ref={ref}
      tabIndex={-1}
      className={['ui-dialog', shape].filter(Boolean).join(' ')}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <Button look="text" small onClick={onClose} aria-label={t('action.close')}>
            ×
          </Button>
        )}
      </header>
      <div className="ui-dialog-body">{children}</div>
    </dialog>,
    document.body,
  );
};
