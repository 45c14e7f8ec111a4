import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Section } from '../../domain/sections.ts';
import { sheetTexts } from '../../sheet.text.ts';
import { type Sheet, useDrafts } from '../sheet/use-sheet.ts';
import { confirmed, waitingLast } from './confirmed.ts';

/** Lets all answers of last time in an element stand, after asking once. */
export const ConfirmElement = ({ section, sheet }: { readonly section: Section; readonly sheet: Sheet }) => {
  const t = useText(sheetTexts);
  const drafts = useDrafts(sheet.store);
  const waiting = section.items.flatMap(({ id }) => {
    const was = waitingLast(drafts[id]);
    return was ? [{ id, was }] : [];
  });
  if (waiting.length === 0) return null;
  const count = waiting.length;
  return (
    <ConfirmAction
      small
      label={t('sheet.last.confirm-element', { count })}
      consequences={[
        t('sheet.last.confirm-element.first', { element: section.title, count }),
        t('sheet.last.confirm-element.second'),
      ]}
      onConfirm={async () => {
        for (const { id, was } of waiting) sheet.change(id, confirmed(was));
      }}
    />
  );
};
