import type { Issue } from '#lib/result.ts';
import { isEmptyDifference, type SubmissionDifference } from './submission-difference.ts';

/**
 * What keeps a returned declaration (退回补正) from being handed in again: nothing was changed at all, or an item that was to be corrected
 * stands as it was and the note on the correction does not say why. Issues at `correction` and `items.<id>`.
 */
export const correctionGaps = (
  difference: SubmissionDifference,
  returnedItems: readonly { readonly itemId: string }[],
  note: string,
): readonly Issue[] => {
  if (isEmptyDifference(difference)) return [{ path: 'correction', code: 'declaration.nothingChanged' }];
  if (note.trim() !== '') return [];
  const touched = new Set(difference.items.map(({ itemId }) => itemId));
  return returnedItems
    .filter(({ itemId }) => !touched.has(itemId))
    .map(({ itemId }) => ({
      path: `items.${itemId}`,
      code: 'declaration.returnedItemUntouched',
      params: { item: itemId },
    }));
};
