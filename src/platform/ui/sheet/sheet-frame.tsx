import { type ComponentType, memo, type ReactNode, useCallback, useState } from 'react';
import { useKeys } from '../keys.ts';
import { useUiText } from '../text/use-text.tsx';
import './sheet.css';

export interface SheetSection {
  readonly id: string;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  /** Items in it that need attention: refused, returned. */
  readonly faults?: number;
}

/** The sections of a sheet with how far each is; on a phone a list to choose from. */
export const SectionNav = (props: {
  readonly sections: readonly SheetSection[];
  readonly current: string;
  readonly onSelect: (id: string) => void;
}) => {
  const t = useUiText();
  const progress = ({ done, total }: SheetSection) => t('sheet.progress', { done, total });
  return (
    <nav className="ui-section-nav" aria-label={t('sheet.sections')}>
      <select
        className="ui-select"
        aria-label={t('sheet.sections')}
        value={props.current}
        onChange={(event) => props.onSelect(event.target.value)}
      >
        {props.sections.map((section) => (
          <option key={section.id} value={section.id}>
            {section.title} {progress(section)}
          </option>
        ))}
      </select>
      <ol>
        {props.sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              aria-current={section.id === props.current ? 'step' : undefined}
              className={section.done === section.total ? 'complete' : undefined}
              onClick={() => props.onSelect(section.id)}
            >
              <span>{section.title}</span>
              <small className={section.faults ? 'ui-wrong' : undefined}>
                {section.faults ? `! ${section.faults}` : progress(section)}
              </small>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** Sections at the left, the rows of one section, a bar that stays at the bottom with what is saved and the way on. */
export const SheetFrame = (props: {
  readonly nav: ReactNode;
  readonly bar: ReactNode;
  readonly children: ReactNode;
}) => (
  <div className="ui-sheet">
    {props.nav}
    <div className="ui-sheet-rows ui-panel">{props.children}</div>
    <div className="ui-sheet-bar ui-row ui-screen">{props.bar}</div>
  </div>
);

/**
 * A row of a sheet: class `ui-sheet-row`, its children number, text and answer, below them what is `wide`. It is
 * rendered only when its own props change: give it values and stable functions, never fresh objects.
 */
export const sheetRow = <Props extends object>(row: ComponentType<Props>): ComponentType<Props> =>
  memo(row) as unknown as ComponentType<Props>;

/**
 * Moves through the rows of a section: `j`/`k` to the next and previous, `1`–`9` choose in the row at hand.
 * Each row carries `data-sheet-row` with its id and `tabIndex={-1}`. `onEnd` is called past the last row.
 */
export const useSheetKeys = (props: {
  readonly ids: readonly string[];
  readonly onChoose: (id: string, digit: number) => void;
  readonly onEnd?: () => void;
}): { readonly active: string | null; readonly activate: (id: string) => void } => {
  const t = useUiText();
  const [active, setActive] = useState<string | null>(null);
  const show = useCallback((id: string) => {
    setActive(id);
    const row = document.querySelector<HTMLElement>(`[data-sheet-row="${CSS.escape(id)}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, []);
  const move = (step: 1 | -1) => {
    const at = active === null ? -1 : props.ids.indexOf(active);
    const next = props.ids[at === -1 ? 0 : at + step];
    if (next !== undefined) show(next);
    else if (step === 1) props.onEnd?.();
  };
  useKeys([
    { key: 'j', help: t('keys.next'), run: () => move(1) },
    { key: 'k', help: t('keys.previous'), run: () => move(-1) },
    { key: '1-9', help: t('keys.choice'), run: (digit) => active !== null && props.onChoose(active, digit) },
  ]);
  return { active, activate: setActive };
};
