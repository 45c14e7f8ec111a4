import { Link } from '#platform/ui/address.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Score } from '#process/standards/domain/index.ts';
import { TraceView } from '#process/standards/web/trace-view.tsx';
import { declarationTexts } from '../declaration.text.ts';
import { givenAnswers, givenDeductions } from '../domain/completeness.ts';
import { signingTexts } from '../signing.text.ts';
import { ChecksPanel } from './checks/checks-panel.tsx';
import { useChecks } from './checks/use-checks.ts';
import { declarationHref } from './declaration-client.ts';
import { EvidenceList } from './evidence-list.tsx';
import { declarationTitles } from './page-titles.text.ts';
import { RegistrationFacts } from './registration-facts.tsx';
import { WorkingChanges } from './resubmission/working-changes.tsx';
import { ScoreTable } from './score-table.tsx';
import { HandOverPanel } from './signing/hand-over-panel.tsx';
import { SignatureForm } from './signing/signature-form.tsx';
import { SigningNotice } from './signing/signing-notice.tsx';
import { SubmissionConsequences } from './signing/submission-consequences.tsx';
import { isOpenForSubmission, TermNotices } from './signing/term-notices.tsx';
import { documentsOf, useProgress } from './use-progress.ts';
import { useUnsent } from './use-unsent.ts';
import { type Shown, scoreToday, WithDeclaration } from './with-declaration.tsx';
import './declaration.css';

/** 检查并报送: everything once more, what is missing with links, then the promise and the button. */
export const CheckPage = () => <WithDeclaration>{(shown) => <Check {...shown} />}</WithDeclaration>;

const Check = ({ declaration, loaded }: Shown) => {
  const t = useText(declarationTexts);
  const titles = useText(declarationTitles);
  const { edition, hash } = loaded;
  const { completeness, drafts } = useProgress(declaration, loaded);
  const href = declarationHref(declaration.declarationId);
  const unsent = useUnsent(declaration.declarationId);
  const { data } = useChecks(declaration.declarationId);
  const answers = givenAnswers(drafts);
  const scored = completeness.complete ? scoreToday({ declaration, loaded }, answers) : undefined;
  const waits = declaration.state === 'to-sign';
  const editable = declaration.state === 'draft' || declaration.state === 'returned';
  return (
    <div className="ui-page check-page">
      <PageHead
        title={t('declaration.check.title')}
        crumbs={[
          { label: titles('list'), href: '/declarations' },
          { label: declaration.register.unitName, href: href.record },
        ]}
      />
      {unsent > 0 && <Notice wrong>{t('declaration.check.unsent', { count: unsent })}</Notice>}
      {waits && <SigningNotice declaration={declaration} />}
      {!editable && !waits && <Notice>{t('declaration.sheet.read-only')}</Notice>}
      {(editable || waits) && <ChecksPanel declarationId={declaration.declarationId} edition={edition} />}
      {scored && !scored.ok && <Notice wrong>{t('declaration.live.nothing')}</Notice>}
      {editable && scored?.ok && unsent === 0 && data?.errors.length === 0 && (
        <Commitment declaration={declaration} loaded={loaded} scored={scored.value} />
      )}
      {declaration.submissions.length > 0 && <WorkingChanges declaration={declaration} />}
      <section className="ui-panel">
        <h2>{t('declaration.check.answers')}</h2>
        <ScoreTable edition={edition} answers={answers} />
        {scored?.ok && (
          <div className="check-trace">
            <TraceView
              edition={edition}
              trace={scored.value.trace}
              editionHash={hash}
              deductions={givenDeductions(drafts)}
              documents={documentsOf(declaration)}
            />
          </div>
        )}
      </section>
      <section className="ui-panel">
        <h2 className="ui-row">
          <span className="ui-spread">{t('declaration.check.registration')}</span>
          {editable && <Link href={href.registration}>{t('declaration.check.edit')}</Link>}
        </h2>
        <RegistrationFacts registration={declaration.registration} register={declaration.register} edition={edition} />
      </section>
      <section className="ui-panel">
        <h2>{t('declaration.check.evidence', { count: declaration.evidence.length })}</h2>
        <EvidenceList declaration={declaration} loaded={loaded} />
      </section>
    </div>
  );
};

/** The statement of truth and what exactly happens on pressing the button: signed at once by a single person, else handed over. */
const Commitment = ({ declaration, loaded, scored }: Shown & { readonly scored: Score }) => {
  const t = useText(declarationTexts);
  const signing = useText(signingTexts);
  const alone = declaration.actions.includes('submit');
  return (
    <section className="ui-panel">
      <h2>{alone ? t('declaration.check.submit') : signing('signing.hand-over')}</h2>
      <div className="check-text">
        <p>
          <b>{alone ? t('declaration.check.complete') : signing('signing.hand-over.complete')}</b>
        </p>
        {alone && <p className="ui-soft">{signing('signing.only')}</p>}
        <SubmissionConsequences declaration={declaration} loaded={loaded} scored={scored} />
        <TermNotices declaration={declaration} />
        {isOpenForSubmission(declaration) &&
          (alone ? (
            <SignatureForm declaration={declaration} submitLabel={t('declaration.check.submit')} />
          ) : (
            <HandOverPanel declaration={declaration} />
          ))}
      </div>
    </section>
  );
};
