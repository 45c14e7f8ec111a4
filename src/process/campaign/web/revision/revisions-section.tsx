import { useRead } from '#platform/ui/data.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import { revisionTexts } from '../../revision.text.ts';
import { revisionClient } from './revision-client.ts';
import { RevisionStateText } from './revision-state.tsx';

/** 标准修订 of a campaign: what is ahead, what was done. */
export const RevisionsSection = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useText(revisionTexts);
  const { data } = useRead(revisionClient.revisions, { params: { campaignId } });
  if (data === undefined) return <Loading />;
  if (data.rows.length === 0) return <p className="ui-soft campaign-note">{t('revision.none')}</p>;
  return (
    <DataTable
      label={t('revision.title')}
      columns={[
        { key: 'industry', title: t('revision.industry'), render: (row) => row.industryName },
        {
          key: 'to',
          title: t('revision.to'),
          render: (row) => t('revision.edition', { title: row.to.title, day: row.to.publishedOn }),
        },
        { key: 'on', title: t('revision.when'), render: (row) => <Day on={row.effectiveOn} /> },
        { key: 'state', title: t('revision.now'), render: (row) => <RevisionStateText state={row.state} /> },
        {
          key: 'returned',
          title: t('revision.outcome.returned'),
          number: true,
          render: (row) => row.outcomes.returned,
        },
      ]}
      rows={data.rows}
      rowKey={(row) => row.revisionId}
      href={(row) => `/edition-revisions/${row.revisionId}`}
    />
  );
};
