import { StateText } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { BatchRow } from '../../batch.contract.ts';
import { reviewTexts } from '../../review.text.ts';

/** Where a batch stands, in words. */
export const BatchState = ({ state }: Pick<BatchRow, 'state'>) => {
  const t = useText(reviewTexts);
  return <StateText tone={state === 'received' ? 'done' : 'active'}>{t(`batch.state.${state}`)}</StateText>;
};
