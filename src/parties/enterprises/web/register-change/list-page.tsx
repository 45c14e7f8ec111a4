import { useMemo } from 'react';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { useHasRole } from '#parties/people/web/session.tsx';
import { Link, useFilters } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { registerChangeStates } from '../../domain/register-change/states.ts';
import type { RegisterChangeLine } from '../../register-change.contract.ts';
import { type RegisterChangeKey, registerChangeTexts } from '../../register-change.text.ts';
import { ChangedValues, ChangeState } from './change-marks.tsx';
import { changeHref, registerChangeClient, registerHref } from './client.ts';

const defaults = { q: '', state: '', mine: '', page: '1' };
const SIZE = 50;

type T = ReturnType<typeof useText<RegisterChangeKey>>;

const columnsFor = (t: T, enterprise: boolean): readonly Column<RegisterChangeLine>[] => [
  { key: 'unit', title: t('registerChange.list.unit'), render: (row) => row.unitName },
  ...(enterprise
    ? []
    : [
        {
          key: 'enterprise',
          title: t('registerChange.list.enterprise'),
          render: (row: RegisterChangeLine) => row.enterpriseName,
        },
      ]),
  { key: 'change', title: t('registerChange.list.change'), render: (row) => <ChangedValues values={row.values} /> },
  {
    key: 'state',
    title: t('registerChange.list.state'),
    render: (row) => (
      <>
        <ChangeState state={row.state} />
        {row.mine && <b className="ui-wrong"> {t(`registerChange.list.mine.${row.mine}`)}</b>}
      </>
    ),
  },
  { key: 'decider', title: t('registerChange.list.decider'), render: (row) => row.deciderName },
  {
    key: 'requested',
    title: t('registerChange.list.requested'),
    render: (row) => (
      <>
        {row.requestedByName} <Time at={row.requestedAt} />
      </>
    ),
  },
  {
    key: 'decided',
    title: t('registerChange.list.decided'),
    render: (row) =>
      row.decidedAt && (
        <>
          {row.decidedByName} <Time at={row.decidedAt} />
        </>
      ),
  },
];

/** 登记信息变更: what concerns the person; an enterprise asks for changes from here. */
export const RegisterChangesPage = () => {
  const t = useText(registerChangeTexts);
  const enterprise = useHasRole(...enterpriseRoles);
  const decides = useHasRole('city-office', 'reviewer', 'sign-off');
  const address = useFilters(defaults);
  const { q, state, mine, page } = address.values;
  const read = useRead(registerChangeClient.registerChanges, {
    query: {
      q,
      state: registerChangeStates.find((one) => one === state),
      mine: mine === 'decide' || mine === 'remark' ? mine : undefined,
      page,
      size: SIZE,
    },
  });
  const columns = useMemo(() => columnsFor(t, enterprise), [t, enterprise]);
  return (
    <ListPage
      id="register-changes"
      title={t('registerChange.list.title')}
      intro={enterprise && <OwnUnits />}
      filters={[
        { kind: 'search', name: 'q', label: t('registerChange.list.search') },
        {
          kind: 'choice',
          name: 'state',
          label: t('registerChange.list.state'),
          options: registerChangeStates.map((value) => ({ value, label: t(`registerChange.state.${value}`) })),
        },
        ...(decides
          ? ([
              {
                kind: 'choice',
                name: 'mine',
                label: t('registerChange.list.waiting'),
                options: (['decide', 'remark'] as const).map((value) => ({
                  value,
                  label: t(`registerChange.list.mine.${value}`),
                })),
              },
            ] as const)
          : []),
      ]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.changeId}
      href={(row) => changeHref(row.changeId)}
      empty={{ text: t(enterprise ? 'registerChange.list.emptyEnterprise' : 'registerChange.list.empty') }}
    />
  );
};

/** Where an enterprise begins: its units. */
const OwnUnits = () => {
  const t = useText(registerChangeTexts);
  const read = useRead(registerChangeClient.ownUnits);
  return (
    <section className="ui-panel">
      <h2>{t('registerChange.own.title')}</h2>
      <div className="register-own">
        <p className="ui-soft">{t('registerChange.own.text')}</p>
        <Answered read={read}>
          {({ rows }) => (
            <ul>
              {rows.map(({ unitId, unitName, bodyName, pending }) => (
                <li key={unitId} className="ui-row">
                  <b>{unitName}</b>
                  <span className="ui-soft">{t('registerChange.own.body', { body: bodyName })}</span>
                  {pending > 0 && <span>{t('registerChange.own.pending', { count: pending })}</span>}
                  <Link href={registerHref(unitId)}>{t('registerChange.own.open')}</Link>
                </li>
              ))}
            </ul>
          )}
        </Answered>
      </div>
    </section>
  );
};
