import { useMemo } from 'react';
import { useHasRole, useSignedIn } from '#parties/people/web/session.tsx';
import { Link, useFilters } from '#platform/ui/address.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import type { FilterDef } from '#platform/ui/list/filter-bar.tsx';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Comparison } from '../../settlement.contract.ts';
import { type SpotCheckKey, spotCheckTexts } from '../../spot-check.text.ts';
import { type Classes, ClassOf, ScoreOf } from '../marks.tsx';
import { spotCheckTitles } from '../page-titles.text.ts';
import { settlementClient, verificationHref } from '../spot-check-client.ts';

const defaults = { q: '', bodyId: '', industry: '', show: '', sort: '', page: '1' };
const SIZE = 50;
type T = ReturnType<typeof useText<SpotCheckKey>>;

const Difference = ({ value }: { readonly value: string | null }) =>
  value === null ? null : <span className={value.startsWith('-') ? 'ui-wrong' : undefined}>{value}</span>;

const columnsFor = (t: T, classes: Classes, oneBody: boolean): readonly Column<Comparison>[] => [
  { key: 'unit', title: t('verifications.unit'), render: (row) => row.unitName },
  {
    key: 'enterprise',
    title: t('verifications.enterprise'),
    render: (row) => row.enterpriseName,
    ellipsis: true,
    width: 200,
  },
  {
    key: 'body',
    title: t('verifications.body'),
    render: (row) => <span className="ui-nowrap">{row.bodyName}</span>,
    hidden: oneBody,
  },
  { key: 'industry', title: t('verifications.industry'), render: (row) => row.industryName, hidden: true },
  { key: 'self', title: t('verification.self'), render: (row) => <ScoreOf classes={classes} scored={row.self} /> },
  {
    key: 'reviewed',
    title: t('verification.reviewed'),
    render: (row) => <ScoreOf classes={classes} scored={row.reviewed} />,
  },
  {
    key: 'reviewDifference',
    title: t('comparison.review-difference'),
    number: true,
    render: (row) => <Difference value={row.reviewDifference} />,
  },
  {
    key: 'verified',
    title: t('verification.verified'),
    render: (row) =>
      row.verified &&
      row.verificationId && (
        <Link href={verificationHref(row.verificationId)}>
          <ScoreOf classes={classes} scored={row.verified} />
        </Link>
      ),
  },
  {
    key: 'verificationDifference',
    title: t('comparison.verification-difference'),
    number: true,
    render: (row) => <Difference value={row.verificationDifference} />,
  },
  {
    key: 'settled',
    title: t('comparison.settled'),
    render: (row) =>
      row.settled ? (
        <span className="ui-nowrap">
          <ClassOf classes={classes} code={row.settled.classCode} />
          &nbsp;&nbsp;
          <span className="ui-soft">{t(`spot-check.basis.${row.settled.basis}`)}</span>
        </span>
      ) : (
        <span className="ui-soft">{t('comparison.unsettled')}</span>
      ),
  },
];

/** 自评、初审、核定: three scores of each unit side by side. */
export const ComparisonPage = () => {
  const t = useText(spotCheckTexts);
  const titles = useText(spotCheckTitles);
  const { campaign } = useSignedIn();
  const oneBody = !useHasRole('city-office', 'leading-group', 'auditor');
  const address = useFilters(defaults);
  const { q, bodyId, industry, show, sort, page } = address.values;
  const read = useRead(
    settlementClient.scoreComparison,
    {
      params: { campaignId: campaign?.id ?? '' },
      query: {
        q,
        bodyId: bodyId || undefined,
        industry: industry || undefined,
        show: show === 'verified' || show === 'changed' ? show : undefined,
        sort: sort === 'gap' ? 'gap' : undefined,
        page,
        size: SIZE,
      },
    },
    { enabled: campaign !== null },
  );
  const { data } = read;
  const columns = useMemo(() => columnsFor(t, data?.classes ?? [], oneBody), [t, data?.classes, oneBody]);
  const named = (list: readonly { readonly code: string; readonly name: string }[] = []) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  const filters: readonly FilterDef[] = [
    { kind: 'search', name: 'q', label: t('verifications.search') },
    {
      kind: 'choice',
      name: 'show',
      label: t('comparison.show'),
      options: (['verified', 'changed'] as const).map((value) => ({ value, label: t(`comparison.show.${value}`) })),
    },
    ...(oneBody
      ? []
      : [{ kind: 'choice' as const, name: 'bodyId', label: t('verifications.body'), options: named(data?.bodies) }]),
    { kind: 'choice', name: 'industry', label: t('verifications.industry'), options: named(data?.industries) },
    {
      kind: 'choice',
      name: 'sort',
      label: t('comparison.order'),
      options: [{ value: 'gap', label: t('comparison.sort.gap') }],
    },
  ];
  return (
    <ListPage
      id="score-comparison"
      title={titles('comparison')}
      filters={filters}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.reviewId}
      empty={{ text: t('comparison.empty') }}
    />
  );
};
