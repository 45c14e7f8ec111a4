import { usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import type { StopCause } from '../../domain/revision.ts';
import type { revisionContract } from '../../revision.contract.ts';
import { revisionTexts } from '../../revision.text.ts';
import { campaignTitles } from '../titles.text.ts';
import { RevisedUnits } from './revised-units.tsx';
import { revisionClient } from './revision-client.ts';
import { RevisionStateText } from './revision-state.tsx';
import '../campaign.css';

type Record_ = ResultOf<typeof revisionContract.revision>;

/** One order of a 标准修订: when, from which edition to which, and unit by unit what became of the answers. */
export const RevisionPage = () => {
  const { revisionId } = usePathParams<'revisionId'>();
  return (
    <Answered read={useRead(revisionClient.revision, { params: { revisionId } })}>
      {(revision) => <RevisionRecord revision={revision} />}
    </Answered>
  );
};

const RevisionRecord = ({ revision }: { readonly revision: Record_ }) => {
  const t = useText(revisionTexts);
  const titles = useText(campaignTitles);
  const { from, to, state } = revision;
  const named = (edition: typeof from) => t('revision.edition', { title: edition.title, day: edition.publishedOn });
  return (
    <RecordPage
      title={`${revision.industryName} ${t('revision.title')}`}
      crumbs={[
        { label: titles('campaigns'), href: '/campaigns' },
        { label: revision.campaignName, href: `/campaigns/${revision.campaignId}` },
      ]}
      state={<RevisionStateText state={state} />}
      next={
        state === 'ordered'
          ? { what: t('revision.next.ordered'), who: t('revision.next.system'), dueOn: revision.effectiveOn }
          : null
      }
      actions={revision.actions.includes('cancel') && <Cancel revision={revision} />}
      notice={<Ended revision={revision} />}
      facts={[
        { label: t('revision.from'), value: named(from), wide: true },
        { label: t('revision.to'), value: named(to), wide: true },
        { label: t('revision.when'), value: <Day on={revision.effectiveOn} /> },
        { label: t('revision.dueOn'), value: <Day on={revision.dueOn} /> },
        { label: t('revision.reason'), value: revision.reason, wide: true },
      ]}
      sections={[
        {
          id: 'units',
          title: t('revision.units'),
          flush: true,
          content:
            state === 'carried-out' ? (
              <RevisedUnits revision={revision} />
            ) : (
              <p className="ui-soft campaign-note">
                {t(state === 'ordered' ? 'revision.unitsEmpty' : 'revision.unitsUntouched')}
              </p>
            ),
        },
      ]}
      history={[
        ...(revision.endedAt
          ? [
              {
                id: 'ended',
                at: revision.endedAt,
                what: t(`revision.stateText.${state}`),
                who: revision.endedByName ?? '',
                note: state === 'cancelled' ? revision.endedReason : undefined,
              },
            ]
          : []),
        {
          id: 'ordered',
          at: revision.orderedAt,
          what: t('revision.ordered'),
          who: revision.orderedByName,
          note: revision.reason,
        },
      ]}
    />
  );
};

const Ended = ({ revision }: { readonly revision: Record_ }) => {
  const t = useText(revisionTexts);
  if (revision.state === 'stopped')
    return <Notice wrong>{t(`revision.stop.${revision.endedReason as StopCause}`)}</Notice>;
  if (revision.state === 'carried-out' && revision.outcomes.decided > 0)
    return <Notice>{t('revision.decidedNote', { day: revision.from.publishedOn })}</Notice>;
  return null;
};

const Cancel = ({ revision: { revisionId } }: { readonly revision: Record_ }) => {
  const t = useText(revisionTexts);
  const { run } = useCommand(revisionClient.cancelRevision);
  return (
    <ConfirmAction
      label={t('revision.cancel')}
      danger
      reason="required"
      consequences={[t('revision.cancelConsequence')]}
      onConfirm={async (reason) => {
        await run({ params: { revisionId }, body: { reason } });
        announce(t('revision.cancelled'));
      }}
    />
  );
};
