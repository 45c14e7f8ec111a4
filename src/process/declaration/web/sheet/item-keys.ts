import { useKeys } from '#platform/ui/keys.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { sheetTexts } from '../../sheet.text.ts';

const rowOf = (itemId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-sheet-row="${CSS.escape(itemId)}"]`);

/** The parts of a row that keys lead to, as the row marks them. */
export type RowPart = 'points' | 'reason' | 'comment' | 'files' | 'confirm';

const CONTROL = 'input:not([disabled]), textarea:not([disabled]), button:not([disabled])';

const focusIn = (itemId: string, part: RowPart): boolean => {
  const control = rowOf(itemId)?.querySelector<HTMLElement>(`[data-part="${part}"] :is(${CONTROL})`);
  control?.focus();
  return control != null;
};

/** Goes to a row once it is rendered. */
export const focusRow = (itemId: string): void => {
  requestAnimationFrame(() => {
    rowOf(itemId)?.scrollIntoView({ block: 'center' });
    rowOf(itemId)?.focus({ preventScroll: true });
  });
};

/** Goes to the reason that an answer asks for, if it asks for one that is not written. */
export const focusMissingReason = (itemId: string): void => {
  requestAnimationFrame(() => {
    const field = rowOf(itemId)?.querySelector<HTMLTextAreaElement>('[data-part="reason"] textarea');
    if (field?.value.trim() === '') field.focus();
  });
};

interface Elements {
  readonly active: string | null;
  readonly next: (() => void) | undefined;
  readonly previous: (() => void) | undefined;
}

/** Keys of the sheet beyond those of every sheet: to the fields of the row at hand, and from element to element. */
export const useItemKeys = ({ active, next, previous }: Elements): void => {
  const t = useText(sheetTexts);
  const to = (part: RowPart) => () => {
    if (active !== null) focusIn(active, part);
  };
  const press = (part: RowPart) => () => {
    if (active === null || !focusIn(active, part)) return;
    if (document.activeElement instanceof HTMLButtonElement) document.activeElement.click();
    // What the button brings is where the person goes on.
    requestAnimationFrame(() => focusIn(active, part));
  };
  useKeys([
    { key: 'p', help: t('sheet.keys.points'), run: to('points') },
    { key: 'r', help: t('sheet.keys.reason'), run: to('reason') },
    { key: 'c', help: t('sheet.keys.comment'), run: press('comment') },
    { key: 'f', help: t('sheet.keys.files'), run: press('files') },
    {
      key: 'Enter',
      help: t('sheet.keys.confirm'),
      run: () => {
        if (active === null || !focusIn(active, 'confirm')) return;
        if (document.activeElement instanceof HTMLButtonElement) document.activeElement.click();
        focusRow(active);
        focusMissingReason(active);
      },
    },
    { key: ']', help: t('sheet.keys.next-element'), run: () => next?.() },
    { key: '[', help: t('sheet.keys.previous-element'), run: () => previous?.() },
    { key: 'Escape', help: t('sheet.keys.back'), run: () => undefined },
  ]);
};
