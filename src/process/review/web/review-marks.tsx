import { ClassTag, StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { ReviewState } from '../domain/review.ts';
import type { Workbench } from '../review.contract.ts';
import { reviewTexts } from '../review.text.ts';

const tones: Readonly<Record<ReviewState, Tone>> = {
  pending: 'open',
  reviewing: 'active',
  proposed: 'active',
  signed: 'active',
  transmitted: 'done',
  returned: 'attention',
  withdrawn: 'done',
  replaced: 'done',
};

/** Where a review stands, in words. */
export const ReviewStateText = ({ state }: { readonly state: ReviewState }) => {
  const t = useText(reviewTexts);
  return <StateText tone={tones[state]}>{t(`review.state-text.${state}`)}</StateText>;
};

/** A class by its code, with the scheme's name and colour; null is 不予受理. */
export const ReviewClass = (props: { readonly classes: Workbench['classes']; readonly code: string | null }) => {
  const t = useText(reviewTexts);
  if (props.code === null || props.code === '') return <span className="ui-wrong">{t('review.list.refused')}</span>;
  const found = props.classes.find(({ code }) => code === props.code);
  return <ClassTag code={props.code} name={found?.name ?? props.code} colour={found?.colour ?? '#565e68'} />;
};
