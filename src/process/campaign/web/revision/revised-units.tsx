import { useFilters } from '#platform/ui/address.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { FilterBar } from '#platform/ui/list/filter-bar.tsx';
import { PagePaging } from '#platform/ui/list/paging.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import { type RevisionOutcome, revisionOutcomes } from '../../domain/revision.ts';
import type { Revision } from '../../revision.contract.ts';
import { revisionTexts } from '../../revision.text.ts';
import { UnitState } from '../roster/unit-state.tsx';
import { revisionClient } from './revision-client.ts';

const SIZE = 50;
const defaults = { outcome: '', q: '', page: '1' };

/** 迁移报告: unit by unit what is kept, to be confirmed, or new. */
export const RevisedUnits = ({ revision }: { readonly revision: Revision }) => {
  const t = useText(revisionTexts);
  const address = useFilters(defaults);
  const { page, outcome, q } = address.values;
  const filters = { q, outcome: outcome === '' ? undefined : (outcome as RevisionOutcome) };
  const { revisionId, outcomes } = revision;
  const { data } = useRead(revisionClient.revisedUnits, {
    params: { revisionId },
    query: { ...filters, page, size: SIZE },
  });
  return (
    <>
      <div className="ui-list-bar ui-screen" role="search">
        <FilterBar
          address={address}
          filters={[
            { name: 'q', kind: 'search', label: t('revision.search') },
            {
              name: 'outcome',
              kind: 'choice',
              label: t('revision.outcome'),
              options: revisionOutcomes
                .filter((each) => outcomes[each] > 0)
                .map((each) => ({ value: each, label: `${t(`revision.outcome.${each}`)} ${outcomes[each]}` })),
            },
          ]}
        />
        <span className="ui-spread" />
        <DownloadButton fetch={() => revisionClient.revisedUnitsWorkbook({ params: { revisionId }, query: filters })}>
          {t('revision.export')}
        </DownloadButton>
      </div>
      {data === undefined && <Loading />}
      {data !== undefined && data.rows.length === 0 && (
        <p className="ui-soft campaign-note">{t('revision.unitsNone')}</p>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <DataTable
          label={t('revision.units')}
          columns={[
            { key: 'unit', title: t('revision.unit'), render: (row) => row.unitName },
            { key: 'body', title: t('revision.body'), render: (row) => row.bodyName },
            { key: 'outcome', title: t('revision.outcome'), render: (row) => t(`revision.outcome.${row.outcome}`) },
            { key: 'kept', title: t('revision.kept'), number: true, render: (row) => row.kept },
            { key: 'confirm', title: t('revision.toConfirm'), number: true, render: (row) => row.toConfirm },
            { key: 'fresh', title: t('revision.fresh'), number: true, render: (row) => row.fresh },
            { key: 'unanswered', title: t('revision.unanswered'), number: true, render: (row) => row.unanswered },
            { key: 'dropped', title: t('revision.dropped'), number: true, render: (row) => row.dropped },
            {
              key: 'due',
              title: t('revision.dueOn'),
              render: (row) => (row.dueOn ? <Day on={row.dueOn} /> : ''),
            },
            { key: 'state', title: t('revision.now'), render: (row) => <UnitState state={row.state} /> },
          ]}
          rows={data.rows}
          rowKey={(row) => row.declarationId}
          href={(row) => `/units/${row.unitId}/course?campaign=${revision.campaignId}`}
        />
      )}
      {data !== undefined && data.total > SIZE && <PagePaging address={address} total={data.total} size={SIZE} />}
    </>
  );
};
