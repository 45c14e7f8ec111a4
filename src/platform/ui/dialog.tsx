import { type ReactNode, useEffect, useId, useRef } from 'react';
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

/** A modal dialog while it is rendered. The browser holds the focus inside and gives it back afterwards. */
export const Dialog = ({ title, onClose, shape, children }: Props) => {
  const t = useUiText();
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
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
    </dialog>
  );
};
