import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { useHasRole } from '#parties/people/web/session.tsx';
import { Link, usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatFullInstant } from '#platform/ui/time/format.ts';
import { className } from '#process/standards/edition-words.ts';
import { useEdition } from '#process/standards/web/use-edition.ts';
import type { SubmissionAnswer } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';
import { signingTexts } from '../signing.text.ts';
import { declarationHref, submissionHref, useSubmission } from './declaration-client.ts';
import { declarationTitles } from './page-titles.text.ts';
import { paperHref } from './paper/paper-client.ts';
import { paperTitles } from './paper/paper-titles.text.ts';
import { ResubmittedNotice } from './revision/resubmitted-notice.tsx';
import './declaration.css';

/** 回执: that it arrived, when, where, and the digest that binds the paper to what was submitted. */
export const ReceiptPage = () => {
  const { submissionId } = usePathParams<'submissionId'>();
  return <Answered read={useSubmission(submissionId)}>{(submission) => <Receipt submission={submission} />}</Answered>;
};

const Receipt = ({ submission }: { readonly submission: SubmissionAnswer }) => {
  const t = useText(declarationTexts);
  const signing = useText(signingTexts);
  const titles = useText(declarationTitles);
  const paper = useText(paperTitles);
  const ui = useUiText();
  const enterprise = useHasRole(...enterpriseRoles);
  const { loaded } = useEdition(submission.editionHash);
  const { register, classCode } = submission;
  const params = { enterprise: register.enterpriseName, unit: register.unitName, campaign: submission.campaignName };
  const nameOf = (code: string) => (loaded ? className(loaded.edition, code) : code);
  return (
    <div className="ui-page receipt-page">
      <PageHead
        title={t('declaration.receipt.title')}
        crumbs={[
          { label: titles('list'), href: '/declarations' },
          ...(enterprise ? [{ label: register.unitName, href: declarationHref(submission.declarationId).record }] : []),
        ]}
        actions={
          <>
            <LinkButton href={submissionHref(submission.submissionId)}>{t('declaration.submissions.read')}</LinkButton>
            <Button look="primary" onClick={() => window.print()}>
              {t('declaration.receipt.print')}
            </Button>
          </>
        }
      />
      <ResubmittedNotice submission={submission} />
      {!submission.current && <Notice>{t('declaration.submission.notice.superseded')}</Notice>}
      <section className="ui-panel receipt">
        <p>{t('declaration.receipt.text', params)}</p>
        <p className="receipt-number">
          <span>{t('declaration.receipt.number')}</span>
          <b>{submission.receiptNumber}</b>
        </p>
        <Facts
          facts={[
            { label: t('declaration.receipt.time'), value: formatFullInstant(submission.submittedAt, ui) },
            { label: t('declaration.receipt.body'), value: submission.receivingBodyName },
            { label: signing('signing.receipt.signer'), value: submission.signer },
            {
              label: signing('signing.receipt.clerk'),
              value: submission.handedOverBy?.name ?? signing('signing.receipt.single'),
            },
            { label: t('declaration.receipt.score'), value: submission.printed },
            {
              label: t('declaration.receipt.class'),
              value: classCode === null ? t('declaration.live.refused') : nameOf(classCode),
            },
            {
              label: t('declaration.receipt.timeliness'),
              value: submission.late
                ? t('declaration.receipt.late', { dueOn: submission.dueOn })
                : t('declaration.receipt.on-time'),
            },
            {
              label: t('declaration.receipt.nth'),
              value: t('declaration.submissions.nth', { nth: submission.sequence }),
            },
            {
              label: t('declaration.receipt.digest'),
              value: <code className="digest">{submission.contentDigest}</code>,
              wide: true,
            },
          ]}
        />
        <p className="ui-soft">{t('declaration.receipt.digest.note')}</p>
      </section>
      {enterprise && submission.current && (
        <p className="ui-screen">
          {t('declaration.receipt.next', { body: submission.receivingBodyName })}{' '}
          <Link href={paperHref(submission.submissionId)}>{paper('paper')}</Link>{' '}
          <Link href={declarationHref(submission.declarationId).record}>{ui('action.back')}</Link>
        </p>
      )}
    </div>
  );
};
