import { useMemo } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import type { HistoryEntry } from '#platform/ui/record/history.tsx';
import { type NextStep, RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import type { publicNoticeContract } from '../public-notice.contract.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';
import { Closes } from './notices-page.tsx';
import { publicNoticeClient } from './public-notice-client.ts';
import { RowTable } from './row-table.tsx';
import { EntryStateText, NoticeStateText } from './states.tsx';

type Answer = ResultOf<typeof publicNoticeContract.notice>;
type Row = Answer['rows'][number];

/** One public notice with its rows and what became of them. */
export const NoticePage = () => {
  const { noticeId } = usePathParams<'noticeId'>();
  return (
    <Answered read={useRead(publicNoticeClient.notice, { params: { noticeId } })}>
      {(answer) => <NoticeRecord answer={answer} />}
    </Answered>
  );
};

const textOf = (row: Row): string => Object.values(row.cells).join(' ');

const NoticeRecord = ({ answer }: { readonly answer: Answer }) => {
  const t = useText(publicNoticeTexts);
  const { notice, rows } = answer;
  const rules = useHasRole('city-office');
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      ...answer.columns.map(
        ({ key, label, numeric }): Column<Row> => ({
          key,
          title: label,
          number: numeric ?? false,
          render: (row) => row.cells[key] ?? '',
        }),
      ),
      {
        key: '_state',
        title: t('notice.entry.state'),
        render: (row) => <EntryStateText state={row.state} notice={notice.state} objections={row.objections} />,
      },
      {
        key: '_objections',
        title: t('notice.entry.objections'),
        number: true,
        render: (row) => (row.objections > 0 ? t('notice.entry.count', { count: row.objections }) : ''),
      },
    ],
    [answer.columns, notice.state, t],
  );
  const next: NextStep | null =
    notice.waiting > 0
      ? { what: t('notice.record.next-rule', { count: notice.waiting }), who: t('notice.record.office'), mine: rules }
      : notice.state === 'open'
        ? {
            what: t('notice.record.next-open'),
            who: t('notice.record.office'),
            dueOn: notice.closesOn,
            workingDaysLeft: notice.workingDaysLeft,
          }
        : null;
  return (
    <RecordPage
      title={notice.number}
      crumbs={[{ label: t('notice.list.title'), href: '/notices' }]}
      state={<NoticeStateText state={notice.state} />}
      next={next}
      actions={
        <a className="ui-button" href={`/public/${notice.slug}`} target="_blank" rel="noreferrer">
          {t('notice.record.public-page')}
        </a>
      }
      facts={[
        { label: t('notice.column.title'), value: notice.title, wide: true },
        { label: t('notice.column.opens'), value: <Day on={notice.opensOn} /> },
        { label: t('notice.column.closes'), value: <Closes row={notice} /> },
        {
          label: t('notice.record.facts.days'),
          value: t('notice.record.facts.days-value', { days: notice.workingDays }),
        },
        { label: t('notice.record.facts.calendar'), value: notice.calendarEdition },
        { label: t('notice.column.entries'), value: notice.entries },
        { label: t('notice.column.cleared'), value: notice.cleared },
        { label: t('notice.column.upheld'), value: notice.upheld },
        { label: t('notice.column.waiting'), value: notice.waiting },
        { label: t('notice.record.facts.digest'), value: <code>{notice.digest}</code>, wide: true },
      ]}
      sections={[
        {
          id: 'rows',
          title: t('notice.record.rows'),
          flush: true,
          content: (
            <RowTable
              label={t('notice.record.rows')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.entryId}
              textOf={textOf}
            />
          ),
        },
        {
          id: 'introduction',
          title: t('notice.record.introduction'),
          content: notice.introduction.split('\n').map((line) => <p key={line}>{line}</p>),
        },
      ]}
      history={history(answer, t)}
    />
  );
};

const history = (
  { notice }: Answer,
  t: ReturnType<typeof useText<keyof (typeof publicNoticeTexts)['zh-CN'] & string>>,
) => {
  const entries: HistoryEntry[] = [
    {
      id: 'published',
      at: notice.publishedAt,
      what: t('notice.record.published'),
      who: [notice.publishedByName, t('notice.record.office')].join(' '),
    },
  ];
  if (notice.closedAt) entries.unshift({ id: 'closed', at: notice.closedAt, what: t('notice.record.closed'), who: '' });
  return entries;
};
