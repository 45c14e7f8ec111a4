import { useMemo } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { ClassTag, Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { ANSWERS_FORMAT, score } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { DeductionDetail } from '#process/standards/web/deduction-detail.tsx';
import { ItemKind } from '#process/standards/web/item-parts.tsx';
import { TraceView } from '#process/standards/web/trace-view.tsx';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import type { SubmissionAnswer } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';
import { registeredPlaceOf } from '../domain/evidence/registered-place.ts';
import { sectionsOf } from '../domain/sections.ts';
import { resubmissionTexts } from '../resubmission.text.ts';
import { signingTexts } from '../signing.text.ts';
import { declarationHref, receiptHref, useSubmission } from './declaration-client.ts';
import { EvidenceLinks } from './evidence/evidence-links.tsx';
import { declarationTitles } from './page-titles.text.ts';
import { paperHref } from './paper/paper-client.ts';
import { paperTitles } from './paper/paper-titles.text.ts';
import { RegistrationFacts } from './registration-facts.tsx';
import { SubmittedReport } from './report/submitted-report.tsx';
import { SubmissionChanges } from './resubmission/submission-changes.tsx';
import { ResubmittedNotice } from './revision/resubmitted-notice.tsx';
import { ScoreTable } from './score-table.tsx';
import { answerText } from './sheet/answer-text.ts';
import './declaration.css';

/** What was submitted, as it was: for the enterprise and those who handle it; prints whole. */
export const SubmissionPage = () => {
  const { submissionId } = usePathParams<'submissionId'>();
  return (
    <Answered read={useSubmission(submissionId)}>{(submission) => <WithEdition submission={submission} />}</Answered>
  );
};

const WithEdition = ({ submission }: { readonly submission: SubmissionAnswer }) => {
  const { loaded } = useEdition(submission.editionHash);
  return loaded ? <Shown submission={submission} loaded={loaded} /> : <Loading />;
};

interface Props {
  readonly submission: SubmissionAnswer;
  readonly loaded: LoadedEdition;
}

const Shown = ({ submission, loaded }: Props) => {
  const t = useText(declarationTexts);
  const signing = useText(signingTexts);
  const ui = useUiText();
  const titles = useText(declarationTitles);
  const paper = useText(paperTitles);
  const resubmission = useText(resubmissionTexts);
  const { edition, plan } = loaded;
  const scored = useMemo(
    () =>
      score(
        plan,
        {
          format: ANSWERS_FORMAT,
          edition: submission.editionHash,
          asOf: plainDate(submission.asOf),
          answers: submission.answers,
          facts: submission.facts.map(({ fact, date }) => ({ fact, date: plainDate(date) })),
        },
        { trace: true },
      ),
    [plan, submission],
  );
  const member = edition.classes.find(({ code }) => code === submission.classCode);
  return (
    <div className="ui-page">
      <PageHead
        title={`${submission.register.unitName} ${t('declaration.submission.title')}`}
        crumbs={[{ label: titles('list'), href: '/declarations' }]}
        actions={
          <>
            <LinkButton href={declarationHref(submission.declarationId).rectification}>
              {titles('rectification')}
            </LinkButton>
            <Button onClick={() => window.print()}>{ui('action.print')}</Button>
            <LinkButton href={receiptHref(submission.submissionId)}>{t('declaration.submissions.receipt')}</LinkButton>
            <LinkButton href={paperHref(submission.submissionId)}>{paper('paper')}</LinkButton>
          </>
        }
      />
      <ResubmittedNotice submission={submission} />
      {!submission.current && <Notice>{t('declaration.submission.notice.superseded')}</Notice>}
      <section className="ui-panel">
        <Facts
          facts={[
            { label: t('declaration.list.enterprise'), value: submission.register.enterpriseName },
            { label: t('declaration.receipt.number'), value: submission.receiptNumber },
            { label: t('declaration.receipt.time'), value: <Time at={submission.submittedAt} /> },
            { label: t('declaration.receipt.body'), value: submission.receivingBodyName },
            { label: signing('signing.receipt.signer'), value: submission.signer },
            {
              label: signing('signing.receipt.clerk'),
              value: submission.handedOverBy?.name ?? signing('signing.receipt.single'),
            },
            { label: t('declaration.receipt.score'), value: submission.printed },
            {
              label: t('declaration.receipt.class'),
              value: member ? (
                <ClassTag code={member.code} name={member.name ?? member.code} colour={member.colour ?? '#565e68'} />
              ) : (
                t('declaration.live.refused')
              ),
            },
            {
              label: t('declaration.receipt.timeliness'),
              value: submission.late
                ? t('declaration.receipt.late', { dueOn: submission.dueOn })
                : t('declaration.receipt.on-time'),
            },
          ]}
        />
      </section>
      {submission.sequence > 1 && (
        <section className="ui-panel">
          <h2>{resubmission('resubmission.title')}</h2>
          <SubmissionChanges submissionId={submission.submissionId} />
        </section>
      )}
      <section className="ui-panel">
        <h2>{t('declaration.check.answers')}</h2>
        <ScoreTable edition={edition} answers={submission.answers} />
      </section>
      <section className="ui-panel">
        <h2>{t('declaration.submission.trace')}</h2>
        <div className="check-trace">
          {scored.ok && (
            <TraceView
              edition={edition}
              trace={scored.value.trace}
              editionHash={submission.editionHash}
              deductions={submission.deductions}
              documents={submission.documents}
            />
          )}
        </div>
      </section>
      <section className="ui-panel">
        <h2>{t('declaration.submission.answers')}</h2>
        <AnswersTable submission={submission} loaded={loaded} />
      </section>
      <SubmittedReport submissionId={submission.submissionId} hasReport={submission.hasReport} />
      <section className="ui-panel">
        <h2>{t('declaration.check.registration')}</h2>
        <RegistrationFacts
          registration={submission.registration}
          register={submission.register}
          edition={loaded.edition}
        />
      </section>
    </div>
  );
};

const AnswersTable = ({ submission, loaded: { edition } }: Props) => {
  const t = useText(declarationTexts);
  const filesOf = (itemId: string) => submission.evidence.filter((file) => file.itemId === itemId);
  return (
    <div className="ui-table-scroll">
      <table className="ui-table answers">
        <thead>
          <tr>
            <th scope="col">{t('declaration.submission.item')}</th>
            <th scope="col">{t('declaration.submission.requirement')}</th>
            <th scope="col">{t('declaration.submission.answer')}</th>
            <th scope="col" className="number">
              {t('declaration.submission.full')}
            </th>
            <th scope="col">{t('declaration.submission.comment')}</th>
            <th scope="col">{t('declaration.submission.files')}</th>
          </tr>
        </thead>
        {sectionsOf(edition).map((section) => (
          <tbody key={section.elementId}>
            <tr>
              <th scope="rowgroup" colSpan={6}>
                {section.top.id === section.elementId ? section.title : `${section.top.title} / ${section.title}`}
              </th>
            </tr>
            {section.items.map((item) => (
              <tr key={item.id}>
                <td>{item.clause ?? item.id}</td>
                <td>
                  <ItemKind kind={item.kind} /> {item.text}
                </td>
                <td>{answerText(submission.answers[item.id] ?? null, edition, t)}</td>
                <td className="number">{pointsText(item.full, edition)}</td>
                <td>
                  {submission.reasons[item.id] && (
                    <p>{t('declaration.submission.reason', { reason: submission.reasons[item.id]! })}</p>
                  )}
                  {submission.comments[item.id]}
                  <DeductionDetail edition={edition} item={item} counts={submission.deductions[item.id]} />
                </td>
                <td>
                  <EvidenceLinks
                    declarationId={submission.declarationId}
                    files={filesOf(item.id)}
                    place={registeredPlaceOf(submission.registration)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};
