import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import type { HistoryEntry } from '#platform/ui/record/history.tsx';
import { Facts, type NextStep, RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatSize } from '#platform/ui/time/format.ts';
import { Time } from '#platform/ui/time/time.tsx';
import type { registerChangeContract } from '../../register-change.contract.ts';
import { type RegisterChangeKey, registerChangeTexts } from '../../register-change.text.ts';
import { ChangeState } from './change-marks.tsx';
import { registerChangeClient, registerHref } from './client.ts';
import { Consequences } from './consequences.tsx';
import { Decide, Remark, Withdraw } from './decision.tsx';
import { registerChangeTitles } from './titles.text.ts';

type Change = ResultOf<typeof registerChangeContract.registerChange>;
type T = ReturnType<typeof useText<RegisterChangeKey>>;

/** One request: old beside new, what an approval does, what the bodies say, and the decision. */
export const RegisterChangePage = () => {
  const { changeId } = usePathParams<'changeId'>();
  const read = useRead(registerChangeClient.registerChange, { params: { changeId } });
  return <Answered read={read}>{(change) => <Record change={change} />}</Answered>;
};

const nextOf = ({ state, actions, deciderName, remarks }: Change, t: T, comma: string): NextStep | null => {
  if (state !== 'pending') return null;
  const mine = actions.includes('approve');
  if (!mine && actions.includes('remark')) {
    const asked = remarks.filter(({ at }) => at === null).map(({ bodyName }) => bodyName);
    return { what: t('registerChange.record.next.remark'), who: asked.join(comma), mine: true };
  }
  return { what: t('registerChange.record.next.decide'), who: deciderName, mine };
};

const historyOf = (change: Change, t: T): readonly HistoryEntry[] => {
  const { changeId, state, decidedAt, decidedByName, decisionReason, remarks } = change;
  const asked = {
    id: changeId,
    at: change.requestedAt,
    what: t('registerChange.history.requested'),
    who: change.requestedByName,
    note: change.reason,
  };
  const said = remarks.flatMap(({ at, bodyId, bodyName, by, remark, agrees }) =>
    at === null
      ? []
      : [
          {
            id: bodyId,
            at,
            what: t(agrees ? 'registerChange.record.remarks.agrees' : 'registerChange.record.remarks.objects'),
            who: `${bodyName} ${by}`,
            note: remark,
          },
        ],
  );
  const decided =
    decidedAt === null || state === 'pending'
      ? []
      : [
          {
            id: 'decided',
            at: decidedAt,
            what: t(`registerChange.history.${state}`),
            who: decidedByName ?? '',
            note: decisionReason,
          },
        ];
  return [asked, ...said, ...decided].sort((one, other) => other.at.localeCompare(one.at));
};

const Record = ({ change }: { readonly change: Change }) => {
  const t = useText(registerChangeTexts);
  const titles = useText(registerChangeTitles);
  const ui = useUiText();
  const { actions, changeId, unitId, unitName, state } = change;
  return (
    <RecordPage
      title={t('registerChange.record.title', { unit: unitName })}
      crumbs={[
        { label: titles('list'), href: '/register-changes' },
        { label: unitName, href: registerHref(unitId) },
      ]}
      state={<ChangeState state={state} />}
      next={nextOf(change, t, ui('text.comma'))}
      actions={
        <>
          {actions.includes('withdraw') && <Withdraw change={change} />}
          {actions.includes('remark') && <Remark changeId={changeId} />}
          {actions.includes('approve') && <Decide change={change} />}
        </>
      }
      facts={[
        { label: t('registerChange.list.enterprise'), value: change.enterpriseName },
        { label: t('registerChange.list.decider'), value: change.deciderName },
        {
          label: t('registerChange.record.by'),
          value: (
            <>
              {change.requestedByName} <Time at={change.requestedAt} />
            </>
          ),
        },
        { label: t('registerChange.record.proof'), value: <Proof change={change} /> },
        { label: t('registerChange.record.reason'), value: change.reason, wide: true },
      ]}
      sections={[
        { id: 'compare', title: t('registerChange.record.compare'), content: <Compare change={change} />, flush: true },
        ...(state === 'pending'
          ? [
              {
                id: 'consequences',
                title: t('registerChange.record.consequences'),
                content: <Consequences consequences={change.consequences} />,
                flush: true,
              },
            ]
          : []),
        { id: 'remarks', title: t('registerChange.record.remarks'), content: <Remarks change={change} />, flush: true },
      ]}
      history={historyOf(change, t)}
    />
  );
};

const Proof = ({ change: { changeId, proof } }: { readonly change: Change }) => {
  const t = useText(registerChangeTexts);
  if (proof === null) return t('registerChange.record.noProof');
  return (
    <a href={`/api/register-changes/${changeId}/proof`} target="_blank" rel="noreferrer">
      {proof.fileName} <span className="ui-soft">{formatSize(proof.sizeBytes)}</span>
    </a>
  );
};

const Compare = ({ change: { values } }: { readonly change: Change }) => {
  const t = useText(registerChangeTexts);
  return (
    <DataTable
      label={t('registerChange.record.compare')}
      columns={[
        {
          key: 'field',
          title: t('registerChange.record.field'),
          render: (row) => t(`registerChange.field.${row.field}`),
        },
        {
          key: 'from',
          title: t('registerChange.record.from'),
          render: (row) => row.fromText || t('registerChange.form.blank'),
        },
        { key: 'to', title: t('registerChange.record.to'), render: (row) => <b>{row.toText || '—'}</b> },
      ]}
      rows={values}
      rowKey={(row) => row.field}
    />
  );
};

const Remarks = ({ change: { remarks, withoutRemarks } }: { readonly change: Change }) => {
  const t = useText(registerChangeTexts);
  if (remarks.length === 0) return <p className="ui-soft register-own">{t('registerChange.record.remarks.none')}</p>;
  return (
    <>
      <Facts
        facts={remarks.map(({ bodyName, agrees, remark, by, at }) => ({
          label: bodyName,
          wide: true,
          value:
            at === null ? (
              <span className="ui-soft">{t('registerChange.record.remarks.waiting')}</span>
            ) : (
              <>
                <b>{t(agrees ? 'registerChange.record.remarks.agrees' : 'registerChange.record.remarks.objects')}</b>{' '}
                {remark}{' '}
                <span className="ui-soft">
                  {by} <Time at={at} />
                </span>
              </>
            ),
        }))}
      />
      {withoutRemarks && <p className="ui-soft register-own">{t('registerChange.record.withoutRemarks')}</p>}
    </>
  );
};
