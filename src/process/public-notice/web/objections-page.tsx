import { useMemo } from 'react';
import { useFilters } from '#platform/ui/address.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Deadline, Time } from '#platform/ui/time/time.tsx';
import type { ObjectionState } from '../domain/notice.ts';
import type { publicNoticeContract } from '../public-notice.contract.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';
import { publicNoticeClient } from './public-notice-client.ts';
import { ObjectionStateText, subjectName } from './states.tsx';

type Answer = ResultOf<typeof publicNoticeContract.objections>;
type Row = Answer['rows'][number];

const defaults = { state: '' };
const states: readonly ObjectionState[] = ['received', 'dismissed', 'upheld'];
const noColumns: Answer['columns'] = [];

/** 异议, those to rule on first. */
export const ObjectionsPage = () => {
  const t = useText(publicNoticeTexts);
  const address = useFilters(defaults);
  const state = states.find((one) => one === address.values.state);
  const read = useRead(publicNoticeClient.objections, { query: state ? { state } : {} });
  const named = read.data?.columns ?? noColumns;
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'number', title: t('objection.column.number'), render: (row) => row.number },
      {
        key: 'subject',
        title: t('objection.column.subject'),
        render: (row) => subjectName({ columns: named, cells: row.cells }),
      },
      { key: 'notice', title: t('objection.column.notice'), render: (row) => row.noticeNumber },
      { key: 'state', title: t('objection.column.state'), render: (row) => <ObjectionStateText state={row.state} /> },
      { key: 'received', title: t('objection.column.received'), render: (row) => <Time at={row.receivedAt} /> },
      { key: 'due', title: t('objection.column.due'), render: (row) => <Due row={row} /> },
    ],
    [t, named],
  );
  return (
    <ListPage
      id="objections"
      title={t('objection.list.title')}
      filters={[
        {
          kind: 'choice',
          name: 'state',
          label: t('objection.column.state'),
          options: states.map((value) => ({ value, label: t(`objection.state.${value}`) })),
        },
      ]}
      address={address}
      read={read}
      columns={columns}
      rowKey={(row) => row.objectionId}
      href={(row) => `/objections/${row.objectionId}`}
      empty={{ text: t('objection.list.empty') }}
    />
  );
};

const Due = ({ row }: { readonly row: Row }) => {
  const t = useText(publicNoticeTexts);
  if (row.state !== 'received') return null;
  return row.dueOn ? (
    <Deadline on={row.dueOn} workingDaysLeft={row.workingDaysLeft} />
  ) : (
    <span className="ui-soft">{t('objection.due-unknown')}</span>
  );
};
