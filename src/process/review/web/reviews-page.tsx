import { useMemo } from 'react';
import { useHasRole, useSignedIn } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import type { FilterDef } from '#platform/ui/list/filter-bar.tsx';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day, Deadline, Time } from '#platform/ui/time/time.tsx';
import { type ReviewState, type ReviewStateFilter, reviewStateFilters, statesOf } from '../domain/review.ts';
import type { ReviewRow, Workbench } from '../review.contract.ts';
import { type ReviewKey, reviewTexts } from '../review.text.ts';
import { reviewTitles } from './page-titles.text.ts';
import { reviewClient, reviewHref } from './review-client.ts';
import { ReviewClass, ReviewStateText } from './review-marks.tsx';

const defaults = { q: '', state: '', industry: '', classCode: '', bodyId: '', late: '', mine: '', page: '1' };
const SIZE = 50;

type T = ReturnType<typeof useText<ReviewKey>>;
const isOpen = (state: ReviewState): boolean => state === 'pending' || state === 'reviewing' || state === 'proposed';

const columnsFor = (t: T, classes: Workbench['classes'], oneBody: boolean): readonly Column<ReviewRow>[] => [
  { key: 'unit', title: t('review.list.unit'), render: (row) => row.unitName },
  { key: 'enterprise', title: t('review.list.enterprise'), render: (row) => row.enterpriseName },
  { key: 'industry', title: t('review.list.industry'), render: (row) => row.industryName, hidden: true },
  { key: 'body', title: t('review.list.body'), render: (row) => row.bodyName, hidden: oneBody },
  { key: 'state', title: t('review.list.state'), render: (row) => <ReviewStateText state={row.state} /> },
  { key: 'reviewer', title: t('review.list.reviewer'), render: (row) => row.reviewerName },
  {
    key: 'self',
    title: t('review.list.self'),
    render: (row) => <Result printed={row.self.printed} code={row.self.classCode} classes={classes} />,
  },
  {
    key: 'reviewed',
    title: t('review.list.reviewed'),
    render: (row) =>
      row.reviewed && <Result printed={row.reviewed.printed} code={row.reviewed.proposedClass} classes={classes} />,
  },
  {
    key: 'submitted',
    title: t('review.list.submitted'),
    render: (row) => (
      <>
        <Time at={row.submittedAt} /> {row.late && <span className="ui-wrong">{t('review.list.late')}</span>}
      </>
    ),
  },
  { key: 'round', title: t('review.list.round'), number: true, render: (row) => row.sequence, hidden: true },
  {
    key: 'due',
    title: t('review.list.due'),
    render: (row) =>
      isOpen(row.state) ? <Deadline on={row.dueOn} workingDaysLeft={row.workingDaysLeft} /> : <Day on={row.dueOn} />,
  },
];

const Result = (props: {
  readonly printed: string;
  readonly code: string | null;
  readonly classes: Workbench['classes'];
}) => (
  <span className="ui-row ui-nowrap">
    {props.printed} <ReviewClass classes={props.classes} code={props.code} />
  </span>
);

/** The queue: what waits for preliminary review, and what has become of the rest. */
export const ReviewsPage = () => {
  const t = useText(reviewTexts);
  const titles = useText(reviewTitles);
  const { campaign } = useSignedIn();
  const oneBody = !useHasRole('city-office', 'leading-group', 'auditor');
  const transmits = useHasRole('reviewer', 'sign-off');
  const address = useFilters(defaults);
  const { q, state, industry, classCode, bodyId, late, mine, page } = address.values;
  const read = useRead(reviewClient.reviews, {
    query: {
      campaignId: campaign?.id,
      q,
      state: state === '' ? undefined : (state as ReviewStateFilter),
      industry: industry || undefined,
      classCode: classCode || undefined,
      bodyId: bodyId || undefined,
      late: late === '1' ? '1' : undefined,
      mine: mine === '1' ? '1' : undefined,
      page,
      size: SIZE,
    },
  });
  const { data } = read;
  const columns = useMemo(() => columnsFor(t, data?.classes ?? [], oneBody), [t, data?.classes, oneBody]);
  const named = (list: readonly { readonly code: string; readonly name: string }[] = []) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  const filters: readonly FilterDef[] = [
    { kind: 'search', name: 'q', label: t('review.list.search') },
    {
      kind: 'choice',
      name: 'state',
      label: t('review.list.state'),
      options: reviewStateFilters.map((value) => ({
        value,
        label: `${t(`review.state-text.${value}`)} ${statesOf(value).reduce((sum, one) => sum + (data?.counts[one] ?? 0), 0)}`,
      })),
    },
    { kind: 'choice', name: 'industry', label: t('review.list.industry'), options: named(data?.industries) },
    { kind: 'choice', name: 'classCode', label: t('review.list.class'), options: named(data?.classes) },
    ...(oneBody
      ? [
          {
            kind: 'choice' as const,
            name: 'mine',
            label: t('review.list.mine'),
            options: [{ value: '1', label: t('review.list.mine-only') }],
          },
        ]
      : [{ kind: 'choice' as const, name: 'bodyId', label: t('review.list.body'), options: named(data?.bodies) }]),
    {
      kind: 'choice',
      name: 'late',
      label: t('review.list.late'),
      options: [{ value: '1', label: t('review.list.late-only') }],
    },
  ];
  return (
    <ListPage
      id="reviews"
      title={titles('list')}
      actions={transmits && <LinkButton href="/batches/new">{t('batch.make')}</LinkButton>}
      filters={filters}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.reviewId}
      href={(row) => reviewHref(row.reviewId)}
      empty={{ text: t('review.list.empty') }}
    />
  );
};
