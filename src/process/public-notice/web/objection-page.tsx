import { useState } from 'react';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { HistoryEntry } from '#platform/ui/record/history.tsx';
import { Facts, RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { publicNoticeContract } from '../public-notice.contract.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';
import { publicNoticeClient } from './public-notice-client.ts';
import { RulingDialog } from './ruling-dialog.tsx';
import { ObjectionStateText, subjectName } from './states.tsx';

type Objection = ResultOf<typeof publicNoticeContract.objection>;

/** One objection: what it says, about which row, and the ruling. */
export const ObjectionPage = () => {
  const { objectionId } = usePathParams<'objectionId'>();
  return (
    <Answered read={useRead(publicNoticeClient.objection, { params: { objectionId } })}>
      {(objection) => <ObjectionRecord objection={objection} />}
    </Answered>
  );
};

const ObjectionRecord = ({ objection }: { readonly objection: Objection }) => {
  const t = useText(publicNoticeTexts);
  const [ruling, setRuling] = useState(false);
  const mayRule = objection.actions.length > 0;
  const { state, dueOn } = objection;
  return (
    <>
      <RecordPage
        title={objection.number}
        crumbs={[{ label: t('objection.list.title'), href: '/objections' }]}
        state={<ObjectionStateText state={state} />}
        next={
          state === 'received'
            ? {
                what: t('objection.record.next'),
                who: t('notice.record.office'),
                mine: mayRule,
                ...(dueOn ? { dueOn } : {}),
                ...(objection.workingDaysLeft === undefined ? {} : { workingDaysLeft: objection.workingDaysLeft }),
              }
            : null
        }
        actions={
          mayRule && (
            <Button look="primary" onClick={() => setRuling(true)} aria-haspopup="dialog">
              {t('objection.rule.action')}
            </Button>
          )
        }
        facts={[
          { label: t('objection.column.subject'), value: subjectName(objection), wide: true },
          {
            label: t('objection.column.notice'),
            value: (
              <LinkButton href={`/notices/${objection.noticeId}`} look="link">
                {objection.noticeNumber}
              </LinkButton>
            ),
          },
          { label: t('objection.column.received'), value: <Time at={objection.receivedAt} /> },
        ]}
        sections={[
          {
            id: 'grounds',
            title: t('objection.record.grounds'),
            content: <p style={{ whiteSpace: 'pre-wrap' }}>{objection.grounds}</p>,
          },
          {
            id: 'row',
            title: t('objection.record.row'),
            flush: true,
            content: (
              <Facts
                facts={objection.columns.map(({ key, label }) => ({ label, value: objection.cells[key] ?? '' }))}
              />
            ),
          },
          {
            id: 'person',
            title: t('objection.record.person'),
            flush: true,
            content: (
              <>
                <Facts
                  facts={[
                    { label: t('objection.record.name'), value: objection.objectorName },
                    { label: t('objection.record.phone'), value: objection.objectorPhone },
                  ]}
                />
                <p className="ui-soft" style={{ padding: '0 16px 12px' }}>
                  {t('objection.record.personal')}
                </p>
              </>
            ),
          },
          {
            id: 'ruling',
            title: t('objection.record.ruling'),
            content:
              state === 'received' ? (
                <p className="ui-soft">{t('objection.record.ruling-none')}</p>
              ) : (
                <>
                  <ObjectionStateText state={state} />
                  <p style={{ whiteSpace: 'pre-wrap' }}>{objection.rulingReason}</p>
                </>
              ),
          },
        ]}
        history={history(objection, t)}
      />
      {ruling && <RulingDialog objection={objection} onClose={() => setRuling(false)} />}
    </>
  );
};

const history = (
  { objectionId, receivedAt, ruledAt, ruledByName, state }: Objection,
  t: ReturnType<typeof useText<keyof (typeof publicNoticeTexts)['zh-CN'] & string>>,
): readonly HistoryEntry[] => [
  ...(ruledAt && state !== 'received'
    ? [{ id: 'ruled', at: ruledAt, what: t(`objection.record.ruled-${state}`), who: ruledByName }]
    : []),
  { id: objectionId, at: receivedAt, what: t('objection.record.received'), who: t('objection.record.received-by') },
];
