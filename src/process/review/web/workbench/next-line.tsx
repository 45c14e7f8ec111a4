import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Deadline } from '#platform/ui/time/time.tsx';
import type { Workbench } from '../../review.contract.ts';
import { type ReviewKey, reviewTexts } from '../../review.text.ts';
import '#platform/ui/record/record.css';

interface Step {
  readonly what: ReviewKey;
  readonly who: string;
  readonly mine: boolean;
  readonly dueOn?: string;
}

type T = ReturnType<typeof useText<ReviewKey>>;

const stepOf = (review: Workbench, t: T): Step | null => {
  const { state, actions, body, dueOn } = review;
  const may = (...wanted: Workbench['actions']) => wanted.some((action) => actions.includes(action));
  const reviewers = t('review.who.reviewers', { body: body.short });
  switch (state) {
    case 'pending':
      return { what: 'review.next.take-up', who: reviewers, mine: may('take-up'), dueOn };
    case 'reviewing':
      return { what: 'review.next.examine', who: `${body.short} ${review.reviewerName}`, mine: may('examine'), dueOn };
    case 'proposed':
      return {
        what: 'review.next.sign',
        who: t('review.who.second', { body: body.short }),
        mine: may('sign-off'),
        dueOn,
      };
    case 'signed':
      return {
        what: 'review.next.transmit',
        who: t('review.who.body', { body: body.short }),
        mine: may('transmit'),
        dueOn,
      };
    case 'returned': {
      const enterprise = review.register.enterpriseName;
      const later = review.rounds.at(-1)?.reviewId !== review.reviewId;
      return later
        ? null
        : {
            what: 'review.next.correct',
            who: t('review.who.enterprise', { enterprise }),
            mine: false,
            dueOn: review.returned?.dueOn,
          };
    }
    default:
      return null;
  }
};

/** Who must do what until when. */
export const NextLine = ({ review }: { readonly review: Workbench }) => {
  const t = useText(reviewTexts);
  const ui = useUiText();
  const step = stepOf(review, t);
  if (!step) return null;
  const days = review.state === 'returned' ? undefined : review.workingDaysLeft;
  return (
    <p className={step.mine ? 'ui-next mine' : 'ui-next'}>
      <span>{ui('record.next')}</span>
      <b>{t(step.what)}</b>
      <span>{ui('record.with', { who: step.who })}</span>
      {step.dueOn && <Deadline on={step.dueOn} workingDaysLeft={days} />}
    </p>
  );
};
