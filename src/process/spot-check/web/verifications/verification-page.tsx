import { useMemo, useState } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { type Fact, type NextStep, RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import type { TraceStep } from '#process/standards/domain/index.ts';
import { className } from '#process/standards/edition-words.ts';
import { TraceView } from '#process/standards/web/trace-view.tsx';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import { type SpotCheckKey, spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationRecord } from '../../verification.contract.ts';
import { VerificationStateText } from '../marks.tsx';
import { sheetHref, verificationClient } from '../spot-check-client.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ChangedItems } from './changed-items.tsx';
import { ExpertNames } from './expert-names.tsx';
import { ThreeScores } from './three-scores.tsx';
import { storedVerdicts, useSoFar } from './verified-score.ts';

type T = ReturnType<typeof useText<SpotCheckKey>>;

/** One verification: three scores, what was found, who has it, and the city office's part in it. */
export const VerificationPage = () => {
  const { verificationId } = usePathParams<'verificationId'>();
  const read = useRead(verificationClient.verification, { params: { verificationId } });
  return <Answered read={read}>{(record) => <WithEdition record={record} />}</Answered>;
};

const WithEdition = ({ record }: { readonly record: VerificationRecord }) => {
  const { loaded } = useEdition(record.editionHash);
  return loaded ? <RecordOf record={record} loaded={loaded} /> : <Loading />;
};

const nextOf = (record: VerificationRecord, t: T): NextStep | null => {
  if (record.state === 'confirmed') return null;
  const what = t(`verification.next.${record.state}`);
  return record.state === 'assigned'
    ? { what, who: t('verification.next.experts'), mine: record.actions.includes('examine') }
    : {
        what,
        who: t('draw.next.office'),
        mine: record.actions.includes('assign') || record.actions.includes('confirm'),
      };
};

const factsOf = (record: VerificationRecord, t: T): readonly Fact[] => [
  { label: t('verification.fact.enterprise'), value: record.enterpriseName },
  { label: t('verification.fact.industry'), value: record.industryName },
  { label: t('verification.fact.division'), value: record.divisionName },
  { label: t('verification.fact.address'), value: record.address },
  { label: t('verification.fact.contact'), value: `${record.contact.name} ${record.contact.phone}`.trim() },
  { label: t('verification.fact.visited'), value: record.visitedOn && <Day on={record.visitedOn} /> },
  {
    label: t('verification.fact.cause'),
    value:
      record.cause === 'drawn'
        ? t('verification.cause.drawn', { number: record.drawNumber, stratum: record.stratum })
        : t('verification.cause.objection', { reason: record.causeReason }),
    wide: true,
  },
  {
    label: t('verification.fact.experts'),
    value: <ExpertNames experts={record.experts} recusals={record.recusals} />,
    wide: true,
  },
  ...record.recused.map((one, index) => ({
    label: index === 0 ? t('verification.recusals') : '',
    value: t('verification.recusal', { name: one.name, reason: one.reason }),
    wide: true,
  })),
  { label: t('verification.fact.conclusion'), value: record.conclusion, wide: true },
];

const RecordOf = ({ record, loaded }: { readonly record: VerificationRecord; readonly loaded: LoadedEdition }) => {
  const t = useText(spotCheckTexts);
  const isExpert = useHasRole('expert');
  const verdicts = useMemo(() => storedVerdicts(record), [record]);
  const soFar = useSoFar(record, loaded, verdicts);
  const [assigning, setAssigning] = useState(false);
  const trace = (record.verifiedTrace as readonly TraceStep[] | null) ?? soFar.score?.trace;
  const begun = verdicts.length > 0;
  return (
    <>
      <RecordPage
        title={t('verification.title', { unit: record.unitName })}
        crumbs={
          isExpert
            ? [{ label: t('tasks.title'), href: '/my-verifications' }]
            : [
                { label: t('draws.title'), href: '/draws' },
                { label: t('verifications.title'), href: '/verifications' },
              ]
        }
        state={<VerificationStateText state={record.state} />}
        next={nextOf(record, t)}
        notice={
          record.sentBackNote && <Notice wrong>{t('verification.sent-back', { note: record.sentBackNote })}</Notice>
        }
        facts={factsOf(record, t)}
        actions={
          <>
            {record.actions.includes('send-back') && <SendBack record={record} />}
            <LinkButton href={`/submissions/${record.submissionId}`}>{t('verification.submission')}</LinkButton>
            {record.mine && <LinkButton href={sheetHref(record.verificationId)}>{t('verification.sheet')}</LinkButton>}
            {record.actions.includes('assign') && (
              <Button
                look={record.state === 'to-assign' ? 'primary' : undefined}
                aria-haspopup="dialog"
                onClick={() => setAssigning(true)}
              >
                {t('verifications.assign')}
              </Button>
            )}
            {record.actions.includes('confirm') && <Confirm record={record} loaded={loaded} score={soFar.score} />}
          </>
        }
        sections={[
          {
            id: 'scores',
            title: t('verification.scores'),
            flush: true,
            content: <ThreeScores record={record} soFar={begun ? soFar.score : null} />,
          },
          {
            id: 'changes',
            title: t('verification.changes'),
            flush: true,
            content: <ChangedItems record={record} edition={loaded.edition} />,
          },
          ...(begun && trace
            ? [
                {
                  id: 'account',
                  title: t('verification.account'),
                  content: (
                    <TraceView
                      edition={loaded.edition}
                      trace={trace}
                      editionHash={loaded.hash}
                      deductions={soFar.deductions}
                      documents={record.facts}
                    />
                  ),
                },
              ]
            : []),
        ]}
        history={record.history.map(({ entryId, at, command, who, note }) => ({
          id: entryId,
          at,
          what: t(`verification.did.${command.replace('spot-check.', '') as 'recuse'}`),
          who,
          note,
        }))}
      />
      {assigning && (
        <AssignDialog units={[record]} needed={record.expertsPerUnit} onClose={() => setAssigning(false)} />
      )}
    </>
  );
};

const SendBack = ({ record }: { readonly record: VerificationRecord }) => {
  const t = useText(spotCheckTexts);
  const sendBack = useCommand(verificationClient.sendVerificationBack);
  return (
    <ConfirmAction
      label={t('verification.send-back')}
      danger
      reason="required"
      consequences={[t('verification.send-back.first')]}
      onConfirm={async (note) => {
        await sendBack.run({
          params: { verificationId: record.verificationId },
          body: { baseVersion: record.version, note },
        });
        announce(t('verification.done.sent-back'));
      }}
    />
  );
};

const Confirm = (props: {
  readonly record: VerificationRecord;
  readonly loaded: LoadedEdition;
  readonly score: ReturnType<typeof useSoFar>['score'];
}) => {
  const t = useText(spotCheckTexts);
  const { record, loaded, score } = props;
  const confirm = useCommand(verificationClient.confirmVerification);
  const name = (code: string | null) => (code === null ? t('spot-check.unclassed') : className(loaded.edition, code));
  return (
    <ConfirmAction
      label={t('verification.confirm')}
      primary
      consequences={[
        t('verification.confirm.first', { score: score?.printed ?? '', class: name(score?.class ?? null) }),
        t('verification.confirm.second'),
      ]}
      onConfirm={async () => {
        const done = await confirm.run({
          params: { verificationId: record.verificationId },
          body: { baseVersion: record.version },
        });
        announce(t('verification.done.confirmed', { class: name(done.classCode) }));
      }}
    />
  );
};
