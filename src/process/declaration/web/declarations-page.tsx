import { useMemo } from 'react';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { organisationsContract } from '#parties/organisations/organisations.contract.ts';
import { useHasRole } from '#parties/people/web/session.tsx';
import { Link, useFilters } from '#platform/ui/address.tsx';
import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import type { FilterDef } from '#platform/ui/list/filter-bar.tsx';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { ClassTag } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day, Deadline, Time } from '#platform/ui/time/time.tsx';
import type { DeclarationRow } from '../declaration.contract.ts';
import { type DeclarationKey, declarationTexts } from '../declaration.text.ts';
import { type DeclarationStateFilter, declarationStateFilters, declarationStates, statesOf } from '../domain/states.ts';
import { declarationClient, declarationHref, receiptHref, submissionHref } from './declaration-client.ts';
import { DeclarationStateText } from './declaration-state.tsx';
import { declarationTitles } from './page-titles.text.ts';
import { paperHref } from './paper/paper-client.ts';
import { paperTitles } from './paper/paper-titles.text.ts';

const defaults = { q: '', state: '', overdue: '', bodyId: '', industry: '', page: '1' };
const SIZE = 50;

type T = ReturnType<typeof useText<DeclarationKey>>;

const columnsFor = (t: T, enterprise: boolean): readonly Column<DeclarationRow>[] => [
  { key: 'unit', title: t('declaration.list.unit'), render: (row) => row.unitName },
  ...(enterprise
    ? []
    : [
        {
          key: 'enterprise',
          title: t('declaration.list.enterprise'),
          render: (row: DeclarationRow) => row.enterpriseName,
        },
      ]),
  { key: 'industry', title: t('declaration.list.industry'), render: (row) => row.industryName, hidden: enterprise },
  {
    key: 'state',
    title: t('declaration.list.state'),
    render: (row) => <DeclarationStateText state={row.state} reviewBegun={row.reviewBegun} />,
  },
  { key: 'due', title: t('declaration.list.due'), render: (row) => <Due row={row} /> },
  ...(enterprise
    ? [
        {
          key: 'progress',
          title: t('declaration.list.progress'),
          number: true,
          render: (row: DeclarationRow) =>
            row.progress &&
            t('declaration.list.answered', { answered: row.progress.answered, total: row.progress.total }),
        },
      ]
    : []),
  {
    key: 'score',
    title: t('declaration.list.score'),
    number: true,
    render: (row) =>
      row.printed ??
      (row.progress && row.progress.answered > 0
        ? t('declaration.list.interval', { worst: row.progress.worst, best: row.progress.best })
        : ''),
  },
  {
    key: 'class',
    title: t('declaration.list.class'),
    render: (row) => <Class of={row.class ?? row.progress?.settled ?? null} />,
  },
  { key: 'body', title: t('declaration.list.body'), render: (row) => row.bodyName },
  {
    key: 'submitted',
    title: t('declaration.list.submitted-at'),
    render: (row) => row.submittedAt && <Time at={row.submittedAt} />,
  },
];

const Due = ({ row }: { readonly row: DeclarationRow }) => {
  const t = useText(declarationTexts);
  if (row.state === 'not-assessed') return null;
  if (row.state !== 'submitted') return <Deadline on={row.dueOn} workingDaysLeft={row.workingDaysLeft} />;
  return row.late ? <span className="ui-wrong">{t('declaration.list.late')}</span> : <Day on={row.dueOn} />;
};

const organisations = createClient(organisationsContract);
type Body = ResultOf<typeof organisationsContract.bodies>['rows'][number];
type Options = readonly { readonly value: string; readonly label: string }[];

const choice = (name: string, label: string, options: Options): FilterDef => ({ kind: 'choice', name, label, options });

const receiving = (bodies: readonly Body[]): Options =>
  bodies
    .filter(({ kind }) => kind === 'county-bureau' || kind === 'park' || kind === 'division')
    .map(({ bodyId, short }) => ({ value: bodyId, label: short }));

/** Every industry has a division of the city bureau in charge of it. */
const industriesOf = (bodies: readonly Body[]): Options =>
  bodies.flatMap(({ industries }) => industries.map(({ code, name }) => ({ value: code, label: name })));

/** The declarations that concern the person: an enterprise's own, a body's, the city's. */
export const DeclarationsPage = () => {
  const t = useText(declarationTexts);
  const titles = useText(declarationTitles);
  const enterprise = useHasRole(...enterpriseRoles);
  const seesAll = useHasRole('city-office', 'leading-group', 'auditor');
  const bodies = useRead(organisations.bodies).data?.rows ?? [];
  const address = useFilters(defaults);
  const { q, state, overdue, bodyId, industry, page } = address.values;
  const read = useRead(declarationClient.declarations, {
    query: {
      q,
      state: state === '' ? undefined : (state as DeclarationStateFilter),
      overdue: overdue === '1' || overdue === '0' ? overdue : undefined,
      bodyId: bodyId || undefined,
      industry: industry || undefined,
      page,
      size: SIZE,
    },
  });
  const columns = useMemo(() => columnsFor(t, enterprise), [t, enterprise]);
  const counts = read.data?.counts;
  return (
    <ListPage
      id="declarations"
      title={titles('list')}
      filters={[
        { kind: 'search', name: 'q', label: t('declaration.list.search') },
        {
          kind: 'choice',
          name: 'state',
          label: t('declaration.list.state'),
          options: (enterprise ? declarationStates : declarationStateFilters).map((value) => ({
            value,
            label: `${t(`declaration.state.${value}`)}${counts ? ` ${statesOf(value).reduce((sum, one) => sum + counts[one], 0)}` : ''}`,
          })),
        },
        {
          kind: 'choice',
          name: 'overdue',
          label: t('declaration.list.due'),
          options: [
            { value: '1', label: t('declaration.list.overdue') },
            { value: '0', label: t('declaration.list.in-time') },
          ],
        },
        ...(seesAll ? [choice('bodyId', t('declaration.list.body'), receiving(bodies))] : []),
        ...(enterprise ? [] : [choice('industry', t('declaration.list.industry'), industriesOf(bodies))]),
      ]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.declarationId}
      {...(enterprise
        ? { href: (row: DeclarationRow) => declarationHref(row.declarationId).record }
        : { open: (row: DeclarationRow) => <Opened row={row} /> })}
      empty={{ text: t(enterprise ? 'declaration.list.empty' : 'declaration.list.empty-officer') }}
    />
  );
};

/** Officers read what was submitted; a working copy is the enterprise's own. */
const Opened = ({ row }: { readonly row: DeclarationRow }) => {
  const t = useText(declarationTexts);
  const paper = useText(paperTitles);
  if (row.currentSubmissionId === null) return <p className="ui-soft">{t('declaration.list.not-submitted')}</p>;
  return (
    <p className="ui-row">
      <Link href={submissionHref(row.currentSubmissionId)}>{t('declaration.submissions.read')}</Link>
      <Link href={receiptHref(row.currentSubmissionId)}>{t('declaration.submissions.receipt')}</Link>
      <Link href={paperHref(row.currentSubmissionId)}>{paper('paper')}</Link>
    </p>
  );
};

const Class = ({ of }: { readonly of: DeclarationRow['class'] }) => (of === null ? null : <ClassTag {...of} />);
