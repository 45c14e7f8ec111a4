import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { DraftItems } from '../../domain/draft-answers.ts';
import type { Section } from '../../domain/sections.ts';
import { sheetTexts } from '../../sheet.text.ts';
import type { Sheet } from '../sheet/use-sheet.ts';
import { confirmed, waitingLast } from './confirmed.ts';

/** Lets all answers of last time in an element stand, after asking once. */
export const ConfirmElement = (props: {
  readonly section: Section;
  readonly drafts: DraftItems;
  readonly change: Sheet['change'];
}) => {
  const t = useText(sheetTexts);
  const { section, drafts, change } = props;
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
        for (const { id, was } of waiting) change(id, confirmed(was));
      }}
    />
  );
};
