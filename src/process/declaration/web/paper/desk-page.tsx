import { type ReactNode, useMemo } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day, Time } from '#platform/ui/time/time.tsx';
import { type PaperState, paperStates } from '../../domain/paper/arrivals.ts';
import type { PaperRow } from '../../paper.contract.ts';
import { type PaperKey, paperTexts } from '../../paper.text.ts';
import { DeskScanner } from './desk-scanner.tsx';
import { paperClient, paperHref } from './paper-client.ts';
import { PaperStateText } from './paper-state.tsx';
import { paperTitles } from './paper-titles.text.ts';
import './paper.css';

const defaults = { q: '', state: '', overdue: '', page: '1' };
const SIZE = 50;

type T = ReturnType<typeof useText<PaperKey>>;

const columnsFor = (t: T, seesAll: boolean): readonly Column<PaperRow>[] => [
  { key: 'unit', title: t('paper.list.unit'), render: (row) => row.unitName },
  { key: 'enterprise', title: t('paper.list.enterprise'), render: (row) => row.enterpriseName },
  { key: 'state', title: t('paper.state'), render: (row) => <PaperStateText state={row.state} /> },
  {
    key: 'arrived',
    title: t('paper.list.arrived'),
    number: true,
    render: (row) => t('paper.list.arrived.of', { arrived: row.arrived, copies: row.copies }),
  },
  {
    key: 'due',
    title: t('paper.list.due'),
    render: (row) =>
      row.dueOn && (
        <span className={row.late ? 'ui-wrong' : undefined}>
          <Day on={row.dueOn} />
        </span>
      ),
  },
  { key: 'receipt', title: t('paper.receipt'), render: (row) => row.receiptIssued },
  {
    key: 'number',
    title: t('paper.list.receipt'),
    render: (row) => <span className="ui-nowrap">{row.receiptNumber}</span>,
  },
  { key: 'submitted', title: t('paper.list.submitted'), render: (row) => <Time at={row.submittedAt} /> },
  { key: 'body', title: t('paper.list.body'), render: (row) => row.bodyName, hidden: !seesAll },
];

/** 收件登记: scanning what comes, and the list of what has not come. */
export const DeskPage = () => {
  const titles = useText(paperTitles);
  const isDesk = useHasRole('reviewer', 'sign-off');
  return <PaperList title={titles('desk')} intro={isDesk ? <DeskScanner /> : undefined} />;
};

/** 打印与报送 of all units of the own enterprise. */
export const OwnPapersPage = () => {
  const titles = useText(paperTitles);
  return <PaperList title={titles('paper')} />;
};

const PaperList = ({ title, intro }: { readonly title: string; readonly intro?: ReactNode }) => {
  const t = useText(paperTexts);
  const seesAll = useHasRole('city-office', 'leading-group', 'auditor');
  const address = useFilters(defaults);
  const { q, state, overdue, page } = address.values;
  const read = useRead(paperClient.paperList, {
    query: {
      q,
      state: state === '' ? undefined : (state as PaperState),
      overdue: overdue === '1' || overdue === '0' ? overdue : undefined,
      page,
      size: SIZE,
    },
  });
  const columns = useMemo(() => columnsFor(t, seesAll), [t, seesAll]);
  const counts = read.data?.counts;
  const countOf = (value: PaperState | 'open') =>
    counts &&
    (value === 'open'
      ? paperStates.reduce((sum, one) => sum + (one === 'complete' ? 0 : counts[one]), 0)
      : counts[value]);
  return (
    <ListPage
      id="papers"
      title={title}
      actions={<LinkButton href="/check">{t('paper.desk.check')}</LinkButton>}
      intro={intro}
      filters={[
        { kind: 'search', name: 'q', label: t('paper.list.unit') },
        {
          kind: 'choice',
          name: 'state',
          label: t('paper.state'),
          options: [...paperStates, 'open' as const].map((value) => ({
            value,
            label: `${t(`paper.state.${value}`)} ${countOf(value) ?? ''}`.trim(),
          })),
        },
        {
          kind: 'choice',
          name: 'overdue',
          label: t('paper.list.overdue'),
          options: (['1', '0'] as const).map((value) => ({ value, label: t(`paper.list.overdue.${value}`) })),
        },
      ]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.submissionId}
      href={(row) => paperHref(row.submissionId)}
      empty={{ text: t('paper.desk.empty') }}
    />
  );
};
