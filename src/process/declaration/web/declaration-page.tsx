import { useHasRole } from '#parties/people/web/session.tsx';
import type { Translate } from '#platform/text.ts';
import { Link, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Loading } from '#platform/ui/loading.tsx';
import type { HistoryEntry } from '#platform/ui/record/history.tsx';
import { type NextStep, RecordPage } from '#platform/ui/record/record-page.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { Day, Time } from '#platform/ui/time/time.tsx';
import { useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../declaration.contract.ts';
import { type DeclarationKey, declarationTexts } from '../declaration.text.ts';
import { movesTexts } from '../moves.text.ts';
import { requestTexts } from '../requests.text.ts';
import { type SigningKey, signingTexts } from '../signing.text.ts';
import {
  declarationClient,
  declarationHref,
  receiptHref,
  submissionHref,
  useDeclaration,
} from './declaration-client.ts';
import { DeclarationStateText } from './declaration-state.tsx';
import { DeclarationTasks } from './declaration-tasks.tsx';
import { FactsOnRecord } from './facts-on-record.tsx';
import { useMoveHistory } from './moves/move-text.ts';
import { useMoves } from './moves/moves-client.ts';
import { MovesList } from './moves/moves-list.tsx';
import { declarationTitles } from './page-titles.text.ts';
import { draftPrintHref, paperHref } from './paper/paper-client.ts';
import { PaperHint } from './paper/paper-hint.tsx';
import { paperTitles } from './paper/paper-titles.text.ts';
import { RequestBanner } from './requests/request-banner.tsx';
import { ownRequestsHref } from './requests/requests-client.ts';
import { ReturnedNotice } from './returned-notice.tsx';
import { RevisionNotice } from './revision/revision-notice.tsx';
import { RouteTo } from './route-why.tsx';
import { SigningActions } from './signing/signing-actions.tsx';
import { SigningNotice } from './signing/signing-notice.tsx';

type T = ReturnType<typeof useText<DeclarationKey>>;

/** One declaration as its enterprise works on it. */
export const DeclarationPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  return (
    <Answered read={useDeclaration(declarationId)}>{(declaration) => <Record declaration={declaration} />}</Answered>
  );
};

/** Who must do what until when. */
const nextStep = (declaration: Declaration, t: T, signing: Translate<SigningKey>): NextStep => {
  const { state, deadline, route, returned, reviewBegun } = declaration;
  const handsOver = !declaration.signing.isOnlyAccount;
  const mine = {
    who: t('declaration.who.enterprise'),
    mine: true,
    dueOn: deadline.dueOn,
    workingDaysLeft: deadline.workingDaysLeft,
  };
  switch (state) {
    case 'not-started':
      return { what: t('declaration.next.start'), ...mine };
    case 'draft':
      return { what: handsOver ? signing('signing.next.fill') : t('declaration.next.fill'), ...mine };
    case 'returned':
      if (handsOver && !returned?.byRevision) return { what: signing('signing.next.correct'), ...mine };
      return { what: t(returned?.byRevision ? 'declaration.next.revise' : 'declaration.next.correct'), ...mine };
    case 'to-sign': {
      const may = declaration.actions.includes('submit');
      const what = signing(may ? 'signing.next.sign' : 'signing.next.wait');
      return { what, ...mine, who: signing('signing.who.manager'), mine: may };
    }
    case 'submitted':
      return {
        what: t(reviewBegun ? 'declaration.next.review' : 'declaration.next.take-up'),
        who: route?.heldByName ?? route?.bodyName ?? '',
      };
    case 'not-assessed':
      return { what: t('declaration.next.not-assessed'), who: route?.bodyName ?? '' };
  }
};

/** What was submitted, and the revision that the declaration followed; a submission that a revision froze anew tells of it itself. */
const historyOf = (
  { submissions, revision }: Declaration,
  t: T,
  signing: Translate<SigningKey>,
): readonly HistoryEntry[] => {
  const entries = submissions.map((one) => ({
    id: one.submissionId,
    at: one.submittedAt,
    what: t(one.byRevision ? 'declaration.history.by-revision' : 'declaration.history.submitted'),
    who: t('declaration.history.to', { body: one.receivingBodyName }),
    note: [one.receiptNumber, signedBy(one, signing)].join(' · '),
  }));
  if (!revision || revision.outcome === 'resubmitted') return entries;
  const { revisionId: id, carriedOutAt: at, outcome, to } = revision;
  const what = t(outcome === 'returned' ? 'declaration.history.sent-back' : 'declaration.history.moved');
  const moved = { id, at, what, who: '', note: to.title };
  return [...entries, moved].sort((one, other) => other.at.localeCompare(one.at));
};

const signedBy = (
  { signer, handedOverByName: clerk }: Declaration['submissions'][number],
  t: Translate<SigningKey>,
): string => (clerk === null ? t('signing.history.by', { signer }) : t('signing.history.both', { signer, clerk }));

const Record = ({ declaration }: { readonly declaration: Declaration }) => {
  const t = useText(declarationTexts);
  const signing = useText(signingTexts);
  const titles = useText(declarationTitles);
  const movesText = useText(movesTexts);
  const { register, deadline, returned, revision } = declaration;
  const started = declaration.state !== 'not-started';
  // Requests are asked for, and read, by those who fill in.
  const isStaff = useHasRole('enterprise');
  const moves = useMoves(declaration.declarationId).data?.moves ?? [];
  const moved = useMoveHistory()(moves);
  const history = [...historyOf(declaration, t, signing), ...moved].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <RecordPage
      title={register.unitName}
      crumbs={[{ label: titles('list'), href: '/declarations' }]}
      state={<DeclarationStateText state={declaration.state} reviewBegun={declaration.reviewBegun} />}
      next={nextStep(declaration, t, signing)}
      actions={<Actions declaration={declaration} />}
      notice={
        <>
          {isStaff && <RequestBanner declarationId={declaration.declarationId} />}
          <SigningNotice declaration={declaration} />
          {declaration.state === 'submitted' && declaration.currentSubmissionId && (
            <PaperHint submissionId={declaration.currentSubmissionId} />
          )}
          {revision && <RevisionNotice declaration={declaration} revision={revision} />}
          {returned && !returned.byRevision && <ReturnedNotice declaration={declaration} returned={returned} />}
        </>
      }
      facts={[
        { label: t('declaration.list.enterprise'), value: register.enterpriseName },
        { label: t('declaration.list.industry'), value: register.industryName },
        { label: t('declaration.route'), value: <RouteTo declaration={declaration} /> },
        { label: t('declaration.deadline'), value: <Day on={deadline.dueOn} /> },
        { label: '', value: <DeadlineRule declaration={declaration} />, wide: true },
      ]}
      sections={[
        {
          id: 'tasks',
          title: t('declaration.tasks'),
          content: started ? <Tasks declaration={declaration} /> : <p>{t('declaration.start.text')}</p>,
        },
        { id: 'facts', title: t('declaration.facts'), content: <FactsOnRecord declaration={declaration} /> },
        { id: 'submissions', title: t('declaration.submissions'), content: <Submissions declaration={declaration} /> },
        ...(moves.length > 0
          ? [{ id: 'moves', title: movesText('move.list'), content: <MovesList moves={moves} />, flush: true }]
          : []),
      ]}
      history={history}
    />
  );
};

const DeadlineRule = ({ declaration: { deadline } }: { readonly declaration: Declaration }) => {
  const t = useText(declarationTexts);
  return (
    <span className="ui-soft">
      {deadline.timeliness === 'too-early' && t('declaration.deadline.early', { opensOn: deadline.opensOn })}
      {deadline.dueOn < deadline.closesOn
        ? t('declaration.deadline.rule', { dueOn: deadline.dueOn, closesOn: deadline.closesOn })
        : t('declaration.deadline.last', { dueOn: deadline.dueOn })}
    </span>
  );
};

const Tasks = ({ declaration }: { readonly declaration: Declaration }) => {
  const { loaded } = useEdition(declaration.editionHash);
  return loaded ? <DeclarationTasks declaration={declaration} loaded={loaded} /> : <Loading />;
};

const Actions = ({ declaration }: { readonly declaration: Declaration }) => {
  const titles = useText(declarationTitles);
  const t = useText(declarationTexts);
  const paper = useText(paperTitles);
  const faults = useFaultText();
  const { declarationId, actions, currentSubmissionId } = declaration;
  const started = declaration.state === 'draft' || declaration.state === 'returned' || declaration.state === 'to-sign';
  const requests = useText(requestTexts);
  const mayAsk = useHasRole('enterprise');
  const start = useCommand(declarationClient.start);
  const withdraw = useCommand(declarationClient.withdraw);
  const href = declarationHref(declarationId);
  const handleStart = () =>
    start.run({ params: { declarationId } }).then(
      () => {
        announce(t('declaration.started'));
        // The button goes; what there is to do now stands at the beginning of the page.
        document.getElementById('content')?.focus({ preventScroll: true });
      },
      (error: unknown) => announce(faults.fault(error), { wrong: true }),
    );
  return (
    <>
      {mayAsk && <LinkButton href={ownRequestsHref(declarationId)}>{requests('requests.open')}</LinkButton>}
      <SigningActions declaration={declaration} />
      {actions.includes('withdraw') && (
        <ConfirmAction
          label={t('declaration.withdraw')}
          danger
          reason="optional"
          consequences={[
            t('declaration.withdraw.first'),
            t('declaration.withdraw.second'),
            t('declaration.withdraw.third'),
          ]}
          onConfirm={async (reason) => {
            await withdraw.run({ params: { declarationId }, body: { reason } });
            announce(t('declaration.withdrawn'));
          }}
        />
      )}
      {currentSubmissionId && (
        <LinkButton href={receiptHref(currentSubmissionId)}>{t('declaration.submissions.receipt')}</LinkButton>
      )}
      {started && (
        <a className="ui-button" href={draftPrintHref(declarationId)} target="_blank" rel="noreferrer">
          {paper('draft')}
        </a>
      )}
      {actions.includes('start') && (
        <Button look="primary" pending={start.pending} onClick={() => void handleStart()}>
          {t('declaration.start')}
        </Button>
      )}
      {declaration.state !== 'not-started' && (
        <LinkButton href={`/declarations/${declarationId}/workbook`}>{titles('workbook')}</LinkButton>
      )}
      {actions.includes('save') && (
        <LinkButton look="primary" href={href.sheet}>
          {t('declaration.continue')}
        </LinkButton>
      )}
    </>
  );
};

const Submissions = ({ declaration }: { readonly declaration: Declaration }) => {
  const t = useText(declarationTexts);
  const paper = useText(paperTitles);
  const { submissions, currentSubmissionId } = declaration;
  if (submissions.length === 0) return <p className="ui-soft">{t('declaration.submissions.none')}</p>;
  return (
    <ul className="submissions">
      {submissions.map((one) => (
        <li key={one.submissionId} className="ui-row">
          <b>{t('declaration.submissions.nth', { nth: one.sequence })}</b>
          <Time at={one.submittedAt} />
          <span>{one.receiptNumber}</span>
          {one.byRevision && <span>{t('declaration.submissions.by-revision')}</span>}
          {one.late && <span className="ui-wrong">{t('declaration.late')}</span>}
          <span className="ui-soft">
            {t(`declaration.submissions.${one.submissionId === currentSubmissionId ? 'current' : 'superseded'}`)}
          </span>
          <span className="ui-spread" />
          <Link href={submissionHref(one.submissionId)}>{t('declaration.submissions.read')}</Link>
          <Link href={receiptHref(one.submissionId)}>{t('declaration.submissions.receipt')}</Link>
          <Link href={paperHref(one.submissionId)}>{paper('paper')}</Link>
        </li>
      ))}
    </ul>
  );
};
