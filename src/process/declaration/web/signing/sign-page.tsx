import { Link, useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { ClassTag, Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatFullInstant } from '#platform/ui/time/format.ts';
import { Deadline } from '#platform/ui/time/time.tsx';
import type { Score } from '#process/standards/domain/index.ts';
import { itemName, pointsText } from '#process/standards/edition-words.ts';
import { TraceView } from '#process/standards/web/trace-view.tsx';
import { declarationTexts } from '../../declaration.text.ts';
import { givenAnswers, givenDeductions } from '../../domain/completeness.ts';
import { rectificationTexts } from '../../rectification.text.ts';
import { reportTexts } from '../../report.text.ts';
import { signingTexts } from '../../signing.text.ts';
import { ChecksPanel } from '../checks/checks-panel.tsx';
import { declarationHref } from '../declaration-client.ts';
import { EvidenceList } from '../evidence-list.tsx';
import { declarationTitles } from '../page-titles.text.ts';
import { RegistrationFacts } from '../registration-facts.tsx';
import { WorkingChanges } from '../resubmission/working-changes.tsx';
import { RouteTo } from '../route-why.tsx';
import { ScoreTable } from '../score-table.tsx';
import { documentsOf, draftsOf } from '../use-progress.ts';
import { type Shown, scoreToday, WithDeclaration } from '../with-declaration.tsx';
import { Conclusions } from './conclusions.tsx';
import { DeductionsTable, lostPoints } from './deductions-table.tsx';
import { SignatureForm } from './signature-form.tsx';
import { signingClient } from './signing-client.ts';
import { SubmissionConsequences } from './submission-consequences.tsx';
import { isOpenForSubmission, TermNotices } from './term-notices.tsx';
import '../declaration.css';
import './signing.css';

/** 核对并签发: the manager reads the whole declaration and signs it, or sends it back; made for a telephone too. */
export const SignPage = () => <WithDeclaration>{(shown) => <Checked {...shown} />}</WithDeclaration>;

const Checked = ({ declaration, loaded }: Shown) => {
  const t = useText(signingTexts);
  const words = useText(declarationTexts);
  const titles = useText(declarationTitles);
  const { edition, hash } = loaded;
  const drafts = draftsOf(declaration);
  const answers = givenAnswers(drafts);
  const scored = scoreToday({ declaration, loaded }, answers);
  const lost = lostPoints(edition, drafts);
  const inapplicable = edition.items.flatMap((item) => {
    const answer = answers[item.id];
    return answer && 'na' in answer ? [{ item, reason: answer.na }] : [];
  });
  const points = pointsText(
    lost.reduce((sum, { units }) => sum + units, 0),
    edition,
  );
  const waits = declaration.state === 'to-sign';
  return (
    <div className="ui-page check-page sign-page">
      <PageHead
        title={t('signing.page.title')}
        crumbs={[
          { label: titles('list'), href: '/declarations' },
          { label: declaration.register.unitName, href: declarationHref(declaration.declarationId).record },
        ]}
      />
      {!waits && <Notice>{t('signing.page.not-waiting')}</Notice>}
      {waits && <p className="ui-soft">{t('signing.page.intro')}</p>}
      <Summary declaration={declaration} loaded={loaded} scored={scored?.ok ? scored.value : undefined} />
      <section className="ui-panel">
        <h2>{t('signing.page.conclusions')}</h2>
        <Conclusions edition={edition} answers={answers} />
      </section>
      <section className="ui-panel">
        <h2>{t('signing.page.deductions', { count: lost.length, points })}</h2>
        <DeductionsTable edition={edition} lost={lost} />
      </section>
      <section className="ui-panel">
        <h2>{t('signing.page.na', { count: inapplicable.length })}</h2>
        {inapplicable.length === 0 && <p className="check-text">{t('signing.page.na.none')}</p>}
        <ul className={inapplicable.length > 0 ? 'check-text' : undefined}>
          {inapplicable.map(({ item, reason }) => (
            <li key={item.id}>
              {itemName(item)} <span className="ui-soft">{reason}</span>
            </li>
          ))}
        </ul>
      </section>
      {declaration.submissions.length > 0 && <WorkingChanges declaration={declaration} />}
      <section className="ui-panel">
        <h2>{words('declaration.check.answers')}</h2>
        <ScoreTable edition={edition} answers={answers} />
        {scored?.ok && (
          <details className="check-trace">
            <summary>{words('declaration.submission.trace')}</summary>
            <TraceView
              edition={edition}
              trace={scored.value.trace}
              editionHash={hash}
              deductions={givenDeductions(drafts)}
              documents={documentsOf(declaration)}
            />
          </details>
        )}
      </section>
      <section className="ui-panel">
        <h2>{words('declaration.check.registration')}</h2>
        <RegistrationFacts registration={declaration.registration} register={declaration.register} edition={edition} />
      </section>
      <section className="ui-panel">
        <h2>{words('declaration.check.evidence', { count: declaration.evidence.length })}</h2>
        <EvidenceList declaration={declaration} loaded={loaded} />
      </section>
      {waits && <ChecksPanel declarationId={declaration.declarationId} edition={edition} />}
      {waits && scored?.ok && <Signature declaration={declaration} loaded={loaded} scored={scored.value} />}
    </div>
  );
};

/** What a manager asks first: which unit, which score and class, where it goes, until when, who handed it over. */
const Summary = ({ declaration, loaded, scored }: Shown & { readonly scored: Score | undefined }) => {
  const t = useText(signingTexts);
  const words = useText(declarationTexts);
  const report = useText(reportTexts);
  const measures = useText(rectificationTexts);
  const ui = useUiText();
  const { register, deadline, signing, state } = declaration;
  const member = loaded.edition.classes.find(({ code }) => code === scored?.class);
  const { handedOver } = signing;
  const href = declarationHref(declaration.declarationId);
  return (
    <section className="ui-panel">
      <Facts
        facts={[
          { label: words('declaration.list.unit'), value: register.unitName },
          { label: words('declaration.list.enterprise'), value: register.enterpriseName },
          {
            label: words('declaration.receipt.score'),
            value: scored ? <b className="sign-score">{scored.printed}</b> : t('signing.page.no-score'),
          },
          {
            label: words('declaration.receipt.class'),
            value: member ? (
              <ClassTag code={member.code} name={member.name ?? member.code} colour={member.colour ?? '#565e68'} />
            ) : (
              (scored && words('declaration.live.refused')) || t('signing.page.no-score')
            ),
          },
          { label: words('declaration.route'), value: <RouteTo declaration={declaration} /> },
          ...(state === 'submitted' || state === 'not-assessed'
            ? []
            : [
                {
                  label: words('declaration.deadline'),
                  value: <Deadline on={deadline.dueOn} workingDaysLeft={deadline.workingDaysLeft} />,
                },
              ]),
          { label: report('report.task'), value: <Link href={href.report}>{t('signing.page.read')}</Link> },
          {
            label: measures('rectification.task'),
            value: <Link href={href.rectification}>{t('signing.page.read')}</Link>,
          },
          ...(handedOver
            ? [
                {
                  label: t('signing.page.handed-over'),
                  value: t('signing.page.handed-over.by', {
                    name: handedOver.name,
                    at: formatFullInstant(handedOver.at, ui),
                  }),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
};

/** The statement of truth and the two ways: sign and submit, or send back with a remark. */
const Signature = ({ declaration, loaded, scored }: Shown & { readonly scored: Score }) => {
  const t = useText(signingTexts);
  const go = useGo();
  const sendBack = useCommand(signingClient.sendBack);
  const { declarationId, version, actions, signing } = declaration;
  return (
    <section className="ui-panel">
      <h2>{t('signing.statement')}</h2>
      <div className="check-text">
        {signing.handedOver?.mine && !actions.includes('submit') && <Notice>{t('signing.page.not-you')}</Notice>}
        {actions.includes('submit') && (
          <>
            <SubmissionConsequences declaration={declaration} loaded={loaded} scored={scored} />
            <TermNotices declaration={declaration} />
            {isOpenForSubmission(declaration) && (
              <SignatureForm declaration={declaration} submitLabel={t('signing.sign')} />
            )}
          </>
        )}
        {actions.includes('send-back') && (
          <p className="sign-send-back">
            <ConfirmAction
              label={t('signing.send-back')}
              consequences={[t('signing.send-back.first')]}
              reason="required"
              onConfirm={async (remark) => {
                await sendBack.run({ params: { declarationId }, body: { baseVersion: version, remark } });
                announce(t('signing.sent-back'));
                go(declarationHref(declarationId).record);
              }}
            />
          </p>
        )}
      </div>
    </section>
  );
};
