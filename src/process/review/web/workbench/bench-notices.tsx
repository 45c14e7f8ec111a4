import { dayOf } from '#lib/plain-date.ts';
import { Link } from '#platform/ui/address.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { SubmissionChanges } from '#process/declaration/web/resubmission/submission-changes.tsx';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';
import { reviewClient, reviewHref } from '../review-client.ts';
import { ReviewClass } from '../review-marks.tsx';
import type { Examination } from './use-examination.ts';

/** What must be read before the items: sent back, corrected, returned, or not saved. */
export const BenchNotices = (props: { readonly review: Workbench; readonly examination: Examination }) => {
  const t = useText(reviewTexts);
  const { review, examination } = props;
  const { correction, returned, revision, sentBackNote, rounds } = review;
  const later = rounds[rounds.findIndex(({ reviewId }) => reviewId === review.reviewId) + 1];
  return (
    <>
      <NotSaved examination={examination} />
      {revision && (
        <Notice>
          <p>
            {t('review.notice.revision', {
              from: revision.fromTitle,
              to: revision.toTitle,
              on: revision.effectiveOn,
              reason: revision.reason,
            })}{' '}
            {revision.reviewId && <Link href={reviewHref(revision.reviewId)}>{t('review.notice.earlier')}</Link>}
          </p>
          {revision.proposedBefore && review.state === 'reviewing' && (
            <p>
              {t('review.notice.revision-proposed', {
                name: revision.proposedBefore.proposedByName,
                score: revision.proposedBefore.printed,
              })}{' '}
              <ReviewClass classes={review.classes} code={revision.proposedBefore.proposedClass} />
            </p>
          )}
        </Notice>
      )}
      {review.state === 'replaced' && (
        <Notice wrong>
          <p>{t('review.state.replaced')}</p>
          {later && <Link href={reviewHref(later.reviewId)}>{t('review.notice.later')}</Link>}
        </Notice>
      )}
      {sentBackNote !== '' && review.state === 'reviewing' && (
        <Notice wrong>{t('review.notice.sent-back', { note: sentBackNote })}</Notice>
      )}
      {correction && (
        <Notice>
          <p>
            {t('review.notice.correction', {
              sequence: review.submission.sequence,
              date: dayOf(new Date(correction.returnedAt)),
              reason: correction.reason,
            })}{' '}
            <Link href={reviewHref(correction.reviewId)}>{t('review.notice.earlier')}</Link>
          </p>
          <p>
            {t('review.notice.carried', {
              returned: correction.items.length,
              changed: correction.changedItems.length,
            })}
          </p>
          <details>
            <summary>{t('review.notice.changes')}</summary>
            <SubmissionChanges submissionId={review.submissionId} returned={correction.items} />
          </details>
        </Notice>
      )}
      {returned && (
        <Notice wrong>
          <p>{t('review.notice.returned', { due: returned.dueOn, reason: returned.reason })}</p>
          {later && <Link href={reviewHref(later.reviewId)}>{t('review.notice.later')}</Link>}
        </Notice>
      )}
    </>
  );
};

/** Refusals that belong to no row in sight: somebody took the review over, or the text was changed elsewhere. */
const NotSaved = ({ examination }: { readonly examination: Examination }) => {
  const t = useText(reviewTexts);
  const faults = useFaultText();
  const refresh = useRefresh();
  const { refused } = examination.state;
  if (refused.size === 0) return null;
  const sentences = new Set([...refused.values()].map((fault) => faults.fault(fault)));
  return (
    <Notice wrong>
      <b>{t('review.notice.lost')}</b>
      <ul>
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Button small onClick={() => void refresh(reviewClient.review)}>
        {t('review.notice.reload')}
      </Button>
    </Notice>
  );
};
