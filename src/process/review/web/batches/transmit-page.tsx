import { useMemo, useState } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { useFilters, useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Deadline } from '#platform/ui/time/time.tsx';
import type { BatchRecord } from '../../batch.contract.ts';
import type { Workbench } from '../../review.contract.ts';
import { type ReviewKey, reviewTexts } from '../../review.text.ts';
import { reviewTitles } from '../page-titles.text.ts';
import { batchClient, batchHref, reviewHref } from '../review-client.ts';
import { ReviewClass } from '../review-marks.tsx';

const defaults = {};
type T = ReturnType<typeof useText<ReviewKey>>;
type Line = BatchRecord['list'][number];

/** The columns of a list of reviewed units, for making a batch and for reading one. */
export const lineColumns = (t: T, classes: Workbench['classes']): readonly Column<Line>[] => [
  { key: 'unit', title: t('review.list.unit'), render: (row) => row.unitName },
  { key: 'enterprise', title: t('review.list.enterprise'), render: (row) => row.enterpriseName },
  { key: 'code', title: t('batch.list.column.code'), render: (row) => row.creditCode, hidden: true },
  { key: 'industry', title: t('review.list.industry'), render: (row) => row.industryName },
  { key: 'affiliation', title: t('batch.list.column.affiliation'), render: (row) => row.affiliationName, hidden: true },
  { key: 'division', title: t('batch.list.column.division'), render: (row) => row.divisionName, hidden: true },
  { key: 'self', title: t('batch.make.self'), number: true, render: (row) => row.selfPrinted },
  { key: 'reviewed', title: t('batch.make.reviewed'), number: true, render: (row) => row.reviewedPrinted },
  {
    key: 'class',
    title: t('review.proposal.class'),
    render: (row) => <ReviewClass classes={classes} code={row.proposedClass} />,
  },
  { key: 'departure', title: t('batch.make.departure'), render: (row) => row.departure, hidden: true },
  { key: 'reviewer', title: t('batch.make.reviewer'), render: (row) => row.reviewerName },
  { key: 'signer', title: t('batch.make.signer'), render: (row) => row.signedByName },
];

/** 编批报送: what is signed and in no batch yet; the selected units become one. */
export const TransmitPage = () => {
  const t = useText(reviewTexts);
  const titles = useText(reviewTitles);
  const { campaign } = useSignedIn();
  const address = useFilters(defaults);
  const params = { campaignId: campaign?.id ?? '' };
  const read = useRead(batchClient.transmittable, { params }, { enabled: campaign !== null });
  const { data } = read;
  const columns = useMemo(() => lineColumns(t, data?.classes ?? []), [t, data?.classes]);
  return (
    <ListPage
      id="transmittable"
      title={titles('transmit')}
      crumbs={[{ label: titles('batches'), href: '/batches' }]}
      intro={
        data && (
          <p className="ui-next">
            {t('batch.make.intro', { body: data.bodyShort, ready: data.total, open: data.open })}
            <Deadline on={data.dueOn} workingDaysLeft={data.workingDaysLeft} />
          </p>
        )
      }
      filters={[]}
      address={address}
      read={read}
      columns={columns}
      rowKey={(row) => row.reviewId}
      href={(row) => reviewHref(row.reviewId)}
      empty={{ text: t('batch.make.nothing') }}
      bulk={(rows) => <Transmit campaignId={params.campaignId} body={data?.bodyShort ?? ''} rows={rows} />}
    />
  );
};

const Transmit = (props: { readonly campaignId: string; readonly body: string; readonly rows: readonly Line[] }) => {
  const t = useText(reviewTexts);
  const go = useGo();
  const command = useCommand(batchClient.transmit);
  const [note, setNote] = useState('');
  const { campaignId, body, rows } = props;
  return (
    <ConfirmAction
      label={t('batch.transmit', { count: rows.length })}
      primary
      consequences={[
        t('batch.transmit.effect', { count: rows.length, body }),
        t('batch.transmit.next'),
        t('batch.transmit.paper'),
      ]}
      onConfirm={async () => {
        const done = await command.run({
          params: { campaignId },
          body: { reviewIds: rows.map(({ reviewId }) => reviewId), note },
        });
        announce(t('batch.transmit.done', { number: done.number }));
        go(batchHref(done.batchId));
      }}
    >
      <label>
        {t('batch.transmit.note')}
        <input className="ui-input" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
    </ConfirmAction>
  );
};
