import { useEffect, useRef, useState } from 'react';

interface Props {
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly limit: number;
  readonly disabled: boolean;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}

const PAUSE_MS = 700;

/** A text that is passed on when the person pauses or leaves the field, not on every letter; and when the page is put away. */
export const LateText = ({ value, label, placeholder, limit, disabled, required, onChange }: Props) => {
  const [text, setText] = useState(value);
  const held = useRef<string | null>(null);
  const pass = useRef(onChange);
  pass.current = onChange;
  useEffect(() => {
    if (held.current === null) setText(value);
  }, [value]);
  useEffect(() => {
    const flush = () => {
      if (held.current === null) return;
      const next = held.current;
      held.current = null;
      pass.current(next);
    };
    const timer = setInterval(() => {
      if (held.current !== null && Date.now() - changedAt.current >= PAUSE_MS) flush();
    }, PAUSE_MS / 2);
    window.addEventListener('pagehide', flush);
    flushNow.current = flush;
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  const changedAt = useRef(0);
  const flushNow = useRef<() => void>(() => undefined);
  return (
    <textarea
      className="ui-input late-text"
      rows={1}
      aria-label={label}
      aria-required={required || undefined}
      placeholder={placeholder ?? label}
      maxLength={limit}
      disabled={disabled}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        held.current = event.target.value;
        changedAt.current = Date.now();
      }}
      onBlur={() => flushNow.current()}
    />
  );
};
