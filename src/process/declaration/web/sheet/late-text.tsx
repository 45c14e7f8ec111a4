import { useEffect, useLayoutEffect, useRef } from 'react';

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
  const area = useRef<HTMLTextAreaElement>(null);
  const held = useRef<string | null>(null);
  const pass = useRef(onChange);
  pass.current = onChange;
  // The browser keeps what is typed; it is drawn by nobody else, so that a key costs what it costs in any field.
  useLayoutEffect(() => {
    if (held.current === null && area.current !== null && area.current.value !== value) area.current.value = value;
  }, [value]);
  useEffect(() => {
    const flush = () => {
      if (held.current === null) return;
      const next = held.current;
      held.current = null;
      pass.current(next);
    };
    window.addEventListener('pagehide', flush);
    flushNow.current = flush;
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flushNow = useRef<() => void>(() => undefined);
  return (
    <textarea
      ref={area}
      className="ui-input late-text"
      rows={1}
      aria-label={label}
      aria-required={required || undefined}
      placeholder={placeholder ?? label}
      maxLength={limit}
      disabled={disabled}
      defaultValue={value}
      onChange={(event) => {
        held.current = event.target.value;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => flushNow.current(), PAUSE_MS);
      }}
      onBlur={() => flushNow.current()}
    />
  );
};
