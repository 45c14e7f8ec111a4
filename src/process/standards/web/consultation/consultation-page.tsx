import { useMemo, useState } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts, type NextStep } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Day, Deadline, Time } from '#platform/ui/time/time.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import { nothingBefore, parseEdition } from '../../domain/index.ts';
import { useEdition } from '../use-edition.ts';
import { CommentDialog, LetterDialog } from './comment-form.tsx';
import { CommentedText } from './commented-text.tsx';
import { Comments } from './comments.tsx';
import { type Consultation, consultationClient } from './consultation-client.ts';
import { ConsultationStateText } from './states.tsx';
import '#platform/ui/record/record.css';

/** 征求意见: the draft as it was sent out, with its changes, and what was said about it. */
export const ConsultationPage = () => {
  const { consultationId } = usePathParams<'consultationId'>();
  return (
    <Answered read={useRead(consultationClient.consultation, { params: { consultationId } })}>
      {(consultation) => <Record consultation={consultation} />}
    </Answered>
  );
};

/** Who has to do what until when. */
const nextOf = (
  { state, closesOn, workingDaysLeft, unanswered, mayComment, mayRule }: Consultation,
  t: ReturnType<typeof useText<keyof (typeof consultationTexts)['zh-CN'] & string>>,
): NextStep | null => {
  if (state === 'open') {
    const what = t(mayComment ? 'consultation.record.next-comment' : 'consultation.record.next-collect');
    return { what, who: t('consultation.record.who-asked'), mine: mayComment, dueOn: closesOn, workingDaysLeft };
  }
  if (unanswered === 0) return null;
  return {
    what: t('consultation.record.next-answer', { count: unanswered }),
    who: t('consultation.record.office'),
    mine: mayRule,
  };
};

const Record = ({ consultation }: { readonly consultation: Consultation }) => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const inside = useHasRole('city-office', 'leading-group', 'auditor');
  const [dialog, setDialog] = useState<'whole' | 'letter' | null>(null);
  const parsed = useMemo(() => parseEdition(consultation.edition), [consultation.edition]);
  const against = useEdition(consultation.againstHash ?? undefined);
  const { consultationId, draftState, rows, mayRule } = consultation;
  const next = nextOf(consultation, t);
  const draftHref = (itemId: string | null) =>
    `/standards/drafts/${consultation.draftId}${itemId === null ? '' : `?item=${encodeURIComponent(itemId)}`}`;
  return (
    <div className="ui-page">
      <PageHead
        title={consultation.title}
        beside={<ConsultationStateText state={consultation.state} />}
        crumbs={[{ label: t('consultation.list.title'), href: '/consultations' }]}
        actions={
          <>
            {inside && (
              <>
                <LinkButton href={`/consultations/${consultationId}/summary`}>
                  {t('consultation.record.summary')}
                </LinkButton>
                <DownloadButton
                  small={false}
                  fetch={() => consultationClient.commentsWorkbook({ params: { consultationId } })}
                >
                  {t('consultation.record.export')}
                </DownloadButton>
              </>
            )}
            {consultation.mayRecord && (
              <Button onClick={() => setDialog('letter')} aria-haspopup="dialog">
                {t('consultation.comment.letter')}
              </Button>
            )}
            {consultation.mayComment && (
              <Button look="primary" onClick={() => setDialog('whole')} aria-haspopup="dialog">
                {t('consultation.comment.add-whole')}
              </Button>
            )}
          </>
        }
      />
      {next && (
        <p className={next.mine ? 'ui-next mine' : 'ui-next'}>
          <span>{ui('record.next')}</span>
          <b>{next.what}</b>
          <span>{ui('record.with', { who: next.who })}</span>
          {next.dueOn && <Deadline on={next.dueOn} workingDaysLeft={next.workingDaysLeft} />}
        </p>
      )}
      {draftState !== 'drafting' && <Notice>{t(`consultation.record.draft-${draftState}`)}</Notice>}
      <Head consultation={consultation} inside={inside} />
      <section className="ui-panel csl-whole">
        <h2>{t('consultation.record.whole')}</h2>
        <div style={{ padding: '8px 16px 12px' }}>
          {rows.every(({ itemId }) => itemId !== null) ? (
            <p className="ui-soft">{t('consultation.record.no-comments')}</p>
          ) : (
            <Comments
              comments={rows.filter(({ itemId }) => itemId === null)}
              mayRule={mayRule}
              draftHref={inside && draftState === 'drafting' ? draftHref : undefined}
            />
          )}
        </div>
      </section>
      {!parsed.ok && (
        <Notice wrong>{t('consultation.record.unreadable', { code: parsed.error.issues[0]?.code ?? '' })}</Notice>
      )}
      {parsed.ok && consultation.againstHash !== null && against.loaded === undefined && <Loading />}
      {parsed.ok && (consultation.againstHash === null || against.loaded !== undefined) && (
        <CommentedText
          consultation={consultation}
          before={against.loaded?.edition ?? nothingBefore(parsed.value)}
          after={parsed.value}
          draftHref={inside && draftState === 'drafting' ? draftHref : undefined}
        />
      )}
      {dialog === 'whole' && (
        <CommentDialog consultationId={consultationId} item={null} onClose={() => setDialog(null)} />
      )}
      {dialog === 'letter' && parsed.ok && (
        <LetterDialog consultationId={consultationId} edition={parsed.value} onClose={() => setDialog(null)} />
      )}
    </div>
  );
};

const Head = ({ consultation, inside }: { readonly consultation: Consultation; readonly inside: boolean }) => {
  const t = useText(consultationTexts);
  const group = (one: Consultation['addressees'][number]) =>
    t(one === 'public' ? 'consultation.group-short.public' : `consultation.group.${one}`);
  return (
    <section className="ui-panel">
      <h2>{t('consultation.record.note')}</h2>
      <p className="csl-text" style={{ padding: '8px 16px' }}>
        {consultation.note}
      </p>
      <Facts
        facts={[
          { label: t('consultation.column.number'), value: consultation.number },
          { label: t('consultation.column.industry'), value: consultation.industryName },
          {
            label: t('consultation.record.window'),
            value: (
              <>
                <Day on={consultation.opensOn} /> – <Day on={consultation.closesOn} />
              </>
            ),
          },
          {
            label: t('consultation.record.addressees'),
            value: consultation.addressees.map(group).join(t('consultation.separator')),
          },
          {
            label: t('consultation.record.sent'),
            value: (
              <>
                {consultation.sentByName} <Time at={consultation.sentAt} />
              </>
            ),
          },
          ...(consultation.slug === null
            ? []
            : [
                {
                  label: t('consultation.record.public'),
                  value: (
                    <a href={`/public/${consultation.slug}`} target="_blank" rel="noreferrer">
                      {t('consultation.record.public-link')}
                    </a>
                  ),
                },
              ]),
          ...(inside
            ? [
                {
                  label: t('consultation.record.draft'),
                  value: (
                    <LinkButton look="link" href={`/standards/drafts/${consultation.draftId}`}>
                      {t('consultation.record.to-draft')}
                    </LinkButton>
                  ),
                },
              ]
            : []),
          {
            label: t('consultation.record.hash'),
            value: <code className="csl-text">{consultation.contentHash}</code>,
            wide: true,
          },
        ]}
      />
    </section>
  );
};
