import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useUiText } from './text/use-text.tsx';

interface Question {
  /** The verb on the button. */
  readonly label: string;
  /** Exactly what will happen, one sentence each. */
  readonly consequences: readonly string[];
}

/** Asks before the irreversible while a form is being sent: `ask` waits until the person has confirmed or gone back. */
export const useConfirmation = (): {
  readonly ask: (question: Question) => Promise<boolean>;
  readonly dialog: ReactNode;
} => {
  const ui = useUiText();
  const [asking, setAsking] = useState<Question | null>(null);
  const answer = useRef<(confirmed: boolean) => void>(() => undefined);
  const settle = (confirmed: boolean) => {
    setAsking(null);
    answer.current(confirmed);
  };
  const ask = (question: Question) =>
    new Promise<boolean>((resolve) => {
      answer.current = resolve;
      setAsking(question);
    });
  const dialog = asking && (
    <Dialog title={ui('text.pair', { label: ui('confirm.title'), value: asking.label })} onClose={() => settle(false)}>
      <ul style={{ display: 'grid', gap: 8 }}>
        {asking.consequences.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <footer>
        <Button onClick={() => settle(false)}>{ui('action.cancel')}</Button>
        <Button look="primary" onClick={() => settle(true)}>
          {asking.label}
        </Button>
      </footer>
    </Dialog>
  );
  return { ask, dialog };
};
