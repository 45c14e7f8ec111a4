import { type ReactNode, useEffect, useRef } from 'react';

/** A button that opens a small panel below it; closed by Escape, by a click elsewhere or on one of its buttons or links. */
export const Menu = (props: {
  readonly label: ReactNode;
  readonly title?: string;
  /** Which edge of the button the panel keeps to. */
  readonly align?: 'left' | 'right';
  /** Stays open while its controls are used, as for check boxes. */
  readonly stays?: boolean;
  readonly children: ReactNode;
}) => {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = () => ref.current?.removeAttribute('open');
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !ref.current?.open) return;
      close();
      ref.current.querySelector('summary')?.focus();
    };
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <details className={`ui-menu ${props.align ?? 'left'}`} ref={ref}>
      <summary className="ui-button text small" title={props.title}>
        {props.label}
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: closes after the choice of a control inside, which has its own keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button or link inside arrives as a click too */}
      <div
        className="ui-menu-panel"
        onClick={(event) => {
          if (!props.stays && event.target instanceof Element && event.target.closest('button, a')) {
            ref.current?.removeAttribute('open');
          }
        }}
      >
        {props.children}
      </div>
    </details>
  );
};
