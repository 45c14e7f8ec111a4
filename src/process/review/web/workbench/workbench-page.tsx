import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { useRead } from '#platform/ui/data.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { useEdition } from '#process/standards/web/use-edition.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewClient } from '../review-client.ts';
import { Bench } from './bench.tsx';

/** 初审工作台: one review, item by item; read-only for everybody who does not examine it. */
export const WorkbenchPage = () => {
  const { reviewId } = usePathParams<'reviewId'>();
  const read = useRead(reviewClient.review, { params: { reviewId } });
  return (
    <Answered read={read}>
      {(review) => (review.reviewId === reviewId ? <WithEdition key={reviewId} review={review} /> : <Loading />)}
    </Answered>
  );
};

const WithEdition = ({ review }: { readonly review: Workbench }) => {
  const { loaded } = useEdition(review.editionHash);
  return loaded ? <Bench key={benchKey(review)} review={review} loaded={loaded} /> : <Loading />;
};

/** Another holder or the carried-over verdicts of a review just taken up begin with what the server has. */
const benchKey = ({ reviewId, state, reviewerName }: Workbench): string => [reviewId, state, reviewerName].join(' ');
