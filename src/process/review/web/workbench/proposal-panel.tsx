import { Link } from '#platform/ui/address.tsx';
import { type Fact, Facts } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day, Time } from '#platform/ui/time/time.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';
import { batchHref } from '../review-client.ts';
import { ReviewClass } from '../review-marks.tsx';
import { AccountButton } from './account.tsx';
import type { ReviewedResult } from './use-result.ts';

/** What was proposed, by whom, and who signed it: the first thing that the signatory reads. */
export const ProposalPanel = (props: {
  readonly review: Workbench;
  readonly loaded: LoadedEdition;
  readonly result: ReviewedResult;
}) => {
  const t = useText(reviewTexts);
  const { review, loaded, result } = props;
  const { proposal, signature, batch, classes } = review;
  if (!proposal) return null;
  const facts: Fact[] = [
    { label: t('review.proposal.class'), value: <ReviewClass classes={classes} code={proposal.proposedClass} /> },
    { label: t('review.proposal.computed'), value: <ReviewClass classes={classes} code={proposal.computedClass} /> },
    { label: t('review.proposal.score'), value: proposal.printed },
    { label: t('review.proposal.as-of'), value: <Day on={proposal.asOf} /> },
  ];
  if (proposal.departureReason !== '')
    facts.push({ label: t('review.proposal.departure'), value: proposal.departureReason, wide: true });
  facts.push({ label: t('review.proposal.opinion'), value: proposal.opinion, wide: true });
  facts.push({
    label: t('review.proposal.by'),
    value: (
      <>
        {proposal.proposedByName} <Time at={proposal.proposedAt} />
      </>
    ),
  });
  if (signature)
    facts.push({
      label: t('review.proposal.signed'),
      value: (
        <>
          {signature.signedByName} <Time at={signature.signedAt} />
        </>
      ),
    });
  if (batch)
    facts.push({
      label: t('review.proposal.batch'),
      value: <Link href={batchHref(batch.batchId)}>{batch.number}</Link>,
    });
  return (
    <section className="ui-panel work-proposal">
      <h2 className="ui-row">
        <span className="ui-spread">{t('review.proposal.title')}</span>
        <AccountButton loaded={loaded} trace={proposal.trace} deductions={result.deductions} documents={review.facts} />
      </h2>
      <Facts facts={facts} />
    </section>
  );
};
