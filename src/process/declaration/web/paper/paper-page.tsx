import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { useHasRole } from '#parties/people/web/session.tsx';
import { Link, usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import type { HistoryEntry } from '#platform/ui/record/history.tsx';
import { type NextStep, RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Day, Time } from '#platform/ui/time/time.tsx';
import type { Paper } from '../../paper.contract.ts';
import { type PaperKey, paperTexts } from '../../paper.text.ts';
import { receiptHref, submissionHref } from '../declaration-client.ts';
import { declarationTitles } from '../page-titles.text.ts';
import { CopiesTable } from './copies-table.tsx';
import { NotifyAction } from './notify-action.tsx';
import { lacksText, paperHref, printHref, usePaper } from './paper-client.ts';
import { PaperStateText } from './paper-state.tsx';
import { PrintAction } from './print-action.tsx';
import { RegisterAction } from './register-action.tsx';
import { ScansSection } from './scans-section.tsx';
import { StandingNotice } from './standing-notice.tsx';
import './paper.css';

type T = ReturnType<typeof useText<PaperKey>>;

/** 打印与报送: what to print, sign, seal and hand in where and by when, and what has come of it. */
export const PaperPage = () => {
  const { submissionId } = usePathParams<'submissionId'>();
  return <Answered read={usePaper(submissionId)}>{(paper) => <Shown paper={paper} />}</Answered>;
};

const nextStep = (paper: Paper, isOwn: boolean, t: T): NextStep | null => {
  if (paper.wanted?.submissionId !== paper.submissionId) return null;
  const due = paper.dueOn === null ? {} : { dueOn: paper.dueOn, workingDaysLeft: paper.workingDaysLeft };
  if (paper.state === 'complete') return { what: t('paper.next.done'), who: t('paper.who.nobody') };
  if (!isOwn && paper.state === 'incomplete' && paper.actions.includes('notify'))
    return { what: t('paper.notice.send'), who: paper.receivingBodyName, mine: true };
  const what = t(paper.state === 'notified' ? 'paper.next.complete' : 'paper.next.hand');
  return { what, who: t('paper.who.enterprise'), mine: isOwn, ...due };
};

/** What was done about this paper; what was taken back stands in the audit log alone. */
const historyOf = (paper: Paper, t: T): readonly HistoryEntry[] => {
  const { pack, copies, notice, receipt, scans } = paper;
  const entry = (id: string, at: string, what: string, who: string, note = ''): HistoryEntry => ({
    id,
    at,
    what,
    who,
    note,
  });
  return [
    ...(pack ? [entry('pack', pack.printedAt, t('paper.history.printed'), pack.printedByName)] : []),
    ...copies.flatMap(({ copy, arrival }) =>
      arrival
        ? [
            entry(
              `copy-${copy}`,
              arrival.registeredAt,
              t('paper.history.arrived', { copy }),
              arrival.registeredByName,
              arrival.note,
            ),
          ]
        : [],
    ),
    ...(notice ? [entry('notice', notice.sentAt, t('paper.history.notified'), notice.sentByName, notice.number)] : []),
    ...(receipt
      ? [entry('receipt', receipt.issuedAt, t('paper.history.receipt'), receipt.issuedByName, receipt.number)]
      : []),
    ...scans.map((scan) =>
      entry(scan.scanId, scan.uploadedAt, t('paper.history.scan'), scan.uploadedByName, scan.fileName),
    ),
  ].sort((one, other) => other.at.localeCompare(one.at));
};

const Shown = ({ paper }: { readonly paper: Paper }) => {
  const t = useText(paperTexts);
  const titles = useText(declarationTitles);
  const isOwn = useHasRole(...enterpriseRoles);
  const isWanted = paper.wanted?.submissionId === paper.submissionId;
  const { actions } = paper;
  return (
    <RecordPage
      title={paper.unitName}
      crumbs={[
        { label: titles('list'), href: '/declarations' },
        { label: titles('submission'), href: submissionHref(paper.submissionId) },
      ]}
      state={<PaperStateText state={paper.state} />}
      next={nextStep(paper, isOwn, t)}
      actions={
        <>
          <LinkButton href={receiptHref(paper.submissionId)}>{titles('receipt')}</LinkButton>
          {actions.includes('notify') && <NotifyAction paper={paper} />}
          {actions.includes('register') && <RegisterAction paper={paper} />}
          {actions.includes('print') && <PrintAction paper={paper} />}
        </>
      }
      notice={<Notices paper={paper} isWanted={isWanted} />}
      facts={[
        { label: t('paper.list.receipt'), value: paper.receiptNumber },
        {
          label: t('paper.version'),
          value: t('paper.version.nth', { sequence: paper.sequence, versions: paper.versions }),
        },
        { label: t('paper.digest'), value: <code className="paper-code">{paper.shortDigest}</code> },
        { label: t('paper.list.submitted'), value: <Time at={paper.submittedAt} /> },
        { label: t('paper.list.body'), value: paper.receivingBodyName },
        { label: t('paper.counting'), value: <Counting paper={paper} /> },
      ]}
      sections={[
        ...(isWanted && paper.state !== 'complete'
          ? [{ id: 'steps', title: t('paper.steps'), content: <Steps paper={paper} /> }]
          : []),
        {
          id: 'copies',
          title: t('paper.copies'),
          flush: true,
          content: <CopiesTable paper={paper} isDesk={actions.includes('undo')} />,
        },
        { id: 'receipt', title: t('paper.receipt'), content: <Receipt paper={paper} /> },
        { id: 'scans', title: t('paper.scans'), content: <ScansSection paper={paper} /> },
      ]}
      history={historyOf(paper, t)}
    />
  );
};

const Notices = ({ paper, isWanted }: { readonly paper: Paper; readonly isWanted: boolean }) => {
  const t = useText(paperTexts);
  const ui = useUiText();
  const { notice, missingGlyphs, wanted, standing } = paper;
  return (
    <>
      {(standing.state !== 'current' || standing.decided) && <StandingNotice standing={standing} />}
      {wanted && !isWanted && (
        <Notice wrong>
          {t('paper.wanted.other', { sequence: wanted.sequence, receipt: wanted.receiptNumber })}{' '}
          <Link href={paperHref(wanted.submissionId)}>{t('paper.wanted.open')}</Link>
        </Notice>
      )}
      {notice && (
        <Notice wrong>
          <b>{t('paper.notice.text', { number: notice.number, dueOn: notice.dueOn })}</b>{' '}
          {lacksText(notice.lacks, t, ui('text.comma'))} {notice.note}{' '}
          <a href={printHref(paper.submissionId).notice} target="_blank" rel="noreferrer">
            {t('paper.notice.print')}
          </a>
        </Notice>
      )}
      {missingGlyphs.length > 0 && (
        <Notice wrong>
          <b>{t('paper.rare.title')}</b>{' '}
          {t('paper.rare', { count: missingGlyphs.length, characters: missingGlyphs.join(' ') })}
        </Notice>
      )}
    </>
  );
};

const Counting = ({ paper: { counting } }: { readonly paper: Paper }) => {
  const t = useText(paperTexts);
  return (
    <span title={counting.basis}>
      {counting.day === null ? t('paper.counting.open') : <Day on={counting.day} />}{' '}
      <span className="ui-soft">{t(`paper.counting.${counting.rule}`)}</span>
      {counting.late && <span className="ui-wrong"> {t('paper.counting.late')}</span>}
    </span>
  );
};

const Steps = ({ paper }: { readonly paper: Paper }) => {
  const t = useText(paperTexts);
  const { copies, dueOn, receivingBodyName: body } = paper;
  return (
    <ol className="paper-steps">
      <li>{t('paper.step.print', { copies: copies.length })}</li>
      <li>{t('paper.step.sign')}</li>
      <li>{t('paper.step.township')}</li>
      <li>{dueOn ? t('paper.step.hand', { dueOn, body }) : t('paper.step.hand.undated', { body })}</li>
      <li>{t('paper.step.receipt', { body })}</li>
    </ol>
  );
};

const Receipt = ({ paper: { receipt, submissionId } }: { readonly paper: Paper }) => {
  const t = useText(paperTexts);
  if (!receipt) return <p className="ui-soft">{t('paper.receipt.none')}</p>;
  const { number, completeOn, issuedByName: name } = receipt;
  return (
    <p className="ui-row">
      <span>{t('paper.receipt.text', { number, completeOn, name })}</span>
      <a href={printHref(submissionId).receipt} target="_blank" rel="noreferrer">
        {t('paper.receipt.print')}
      </a>
    </p>
  );
};
