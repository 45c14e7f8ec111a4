import type { DraftItem, EarlierAnswer, ItemPatch } from '../../domain/draft-answers.ts';

/** What an item becomes when the answer of last time is let stand, with the words that went with it. */
export const confirmed = ({ answer, last }: EarlierAnswer): ItemPatch => ({
  answer,
  reason: last?.reason ?? '',
  comment: last?.comment ?? '',
  ...(last?.deductions && { deductions: last.deductions }),
});

/** The answer of last time that an item still waits to have confirmed, where the item says the same. */
export const waitingLast = (draft: DraftItem | undefined): EarlierAnswer | undefined =>
  draft?.answer === null && draft.was?.last?.same ? draft.was : undefined;
