import { useMemo } from 'react';
import { useHasRole, useSignedIn } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { BatchRow } from '../../batch.contract.ts';
import { type ReviewKey, reviewTexts } from '../../review.text.ts';
import { reviewTitles } from '../page-titles.text.ts';
import { batchClient, batchHref } from '../review-client.ts';
import { BatchState } from './batch-state.tsx';

const defaults = { state: '', page: '1' };
const SIZE = 50;
type T = ReturnType<typeof useText<ReviewKey>>;

const columnsFor = (t: T): readonly Column<BatchRow>[] => [
  { key: 'number', title: t('batch.list.number'), render: (row) => row.number },
  { key: 'body', title: t('batch.list.body'), render: (row) => row.bodyName },
  { key: 'state', title: t('batch.list.state'), render: (row) => <BatchState state={row.state} /> },
  { key: 'units', title: t('batch.list.units'), number: true, render: (row) => row.unitCount },
  { key: 'sent', title: t('batch.list.sent'), render: (row) => <Time at={row.sentAt} /> },
  { key: 'sent-by', title: t('batch.list.sent-by'), render: (row) => row.sentByName },
  {
    key: 'received',
    title: t('batch.list.received'),
    render: (row) => row.receivedAt && <Time at={row.receivedAt} />,
  },
  { key: 'received-by', title: t('batch.list.received-by'), render: (row) => row.receivedByName },
  { key: 'note', title: t('batch.list.note'), render: (row) => row.note, hidden: true },
];

/** The batches that went to the city office, and those that wait to be received. */
export const BatchesPage = () => {
  const t = useText(reviewTexts);
  const titles = useText(reviewTitles);
  const { campaign } = useSignedIn();
  const transmits = useHasRole('reviewer', 'sign-off');
  const address = useFilters(defaults);
  const { state, page } = address.values;
  const read = useRead(
    batchClient.batches,
    {
      params: { campaignId: campaign?.id ?? '' },
      query: { state: state === 'sent' || state === 'received' ? state : undefined, page, size: SIZE },
    },
    { enabled: campaign !== null },
  );
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <ListPage
      id="batches"
      title={titles('batches')}
      actions={
        transmits && (
          <LinkButton href="/batches/new" look="primary">
            {t('batch.make')}
          </LinkButton>
        )
      }
      filters={[
        {
          kind: 'choice',
          name: 'state',
          label: t('batch.list.state'),
          options: (['sent', 'received'] as const).map((value) => ({ value, label: t(`batch.state.${value}`) })),
        },
      ]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.batchId}
      href={(row) => batchHref(row.batchId)}
      empty={{ text: t('batch.list.empty') }}
    />
  );
};
