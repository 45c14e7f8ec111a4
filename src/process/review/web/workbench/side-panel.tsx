import { Link } from '#platform/ui/address.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { declarationHref, submissionHref } from '#process/declaration/web/declaration-client.ts';
import { declarationTitles } from '#process/declaration/web/page-titles.text.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';
import { ReviewClass } from '../review-marks.tsx';
import { AccountButton } from './account.tsx';
import { SupervisionPanel } from './supervision-panel.tsx';
import type { Examination } from './use-examination.ts';
import type { ReviewedResult } from './use-result.ts';

interface Props {
  readonly review: Workbench;
  readonly loaded: LoadedEdition;
  readonly result: ReviewedResult;
  readonly examination: Examination;
  readonly disabled: boolean;
}

/** Beside the items: what the verdicts come to, daily supervision, whom it is about. */
export const SidePanel = (props: Props) => (
  <aside className="work-side">
    <ResultPanel {...props} />
    <SupervisionPanel
      review={props.review}
      edition={props.loaded.edition}
      text={props.examination.supervision}
      disabled={props.disabled}
      onText={props.examination.setSupervision}
    />
    <UnitPanel review={props.review} />
  </aside>
);

const difference = (from: string, to: string): string => {
  const change = Number(to) - Number(from);
  const digits = Math.max(from.split('.')[1]?.length ?? 0, to.split('.')[1]?.length ?? 0);
  if (change === 0) return '0';
  return change > 0 ? `+${change.toFixed(digits)}` : `−${(-change).toFixed(digits)}`;
};

const ResultPanel = ({ review, loaded, result }: Props) => {
  const t = useText(reviewTexts);
  const { submission, proposal, classes } = review;
  const { progress, score, adjusted, refused } = result;
  const printed = proposal && review.state !== 'reviewing' ? proposal.printed : (score?.printed ?? '');
  const code = proposal && review.state !== 'reviewing' ? proposal.computedClass : (score?.class ?? null);
  const trace = proposal && review.state !== 'reviewing' ? proposal.trace : (score?.trace ?? []);
  return (
    <section className="ui-panel work-result" aria-live="polite">
      <h2 className="ui-row">
        <span className="ui-spread">{t('review.panel.result')}</span>
        <AccountButton
          loaded={loaded}
          trace={trace}
          deductions={result.deductions}
          documents={review.facts}
          note={t('review.panel.why-open')}
        />
      </h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('review.panel.score')}</th>
            <th scope="col">{t('review.panel.class')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('review.panel.self')}</th>
            <td>{submission.printed}</td>
            <td>
              <ReviewClass classes={classes} code={submission.classCode} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('review.panel.reviewed')}</th>
            <td>
              <b>{printed}</b>
            </td>
            <td>
              <ReviewClass classes={classes} code={code} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('review.panel.difference')}</th>
            <td>{difference(submission.printed, printed)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <dl>
        <dt>{t('review.panel.critical')}</dt>
        <dd>
          {progress.criticalDone}/{progress.criticalTotal}
        </dd>
        <dt>{t('review.panel.items')}</dt>
        <dd>
          {progress.done}/{progress.total}
        </dd>
      </dl>
      <p className="ui-soft">{t('review.panel.adjusted', { adjusted, refused })}</p>
      {progress.unfinished.length > 0 && (
        <p className="ui-wrong">{t('review.panel.unfinished', { count: progress.unfinished.length })}</p>
      )}
    </section>
  );
};

const UnitPanel = ({ review }: { readonly review: Workbench }) => {
  const t = useText(reviewTexts);
  const titles = useText(declarationTitles);
  const { register, contact, submission } = review;
  return (
    <section className="ui-panel">
      <h2>{t('review.panel.unit')}</h2>
      <div className="work-unit">
        <b>{register.enterpriseName}</b>
        <span>{register.creditCode}</span>
        <span>
          {register.industryName} · {register.affiliationName} · {register.divisionName}
        </span>
        <span>
          <span className="ui-soft">{t('review.panel.contact')}</span> {contact.name} {contact.phone}
        </span>
        <span>
          <span className="ui-soft">{t('review.panel.receipt')}</span> {submission.receiptNumber}
        </span>
        <span>
          <span className="ui-soft">{t('review.panel.submitted')}</span> <Time at={submission.submittedAt} />{' '}
          {submission.late && <span className="ui-wrong">{t('review.list.late')}</span>}
        </span>
        <span>
          <span className="ui-soft">{t('review.panel.signer')}</span> {submission.signer}
        </span>
        <Link href={submissionHref(review.submissionId)}>{t('review.action.submission')}</Link>
        <Link href={declarationHref(review.declarationId).rectification}>{titles('rectification')}</Link>
      </div>
    </section>
  );
};
