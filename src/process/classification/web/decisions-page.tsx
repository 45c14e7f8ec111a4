import { useMemo } from 'react';
import { useFilters } from '#platform/ui/address.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { WithCampaign } from '#process/public-notice/web/with-campaign.tsx';
import type { ClassName, classificationContract } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { ClassOf, InForce, Validity } from './class-of.tsx';
import { classificationClient } from './classification-client.ts';

type Answer = ResultOf<typeof classificationContract.decisions>;
type Row = Answer['rows'][number];

const defaults = { q: '', classCode: '', industry: '', division: '', page: '1' };
const SIZE = 50;
const noClasses: readonly ClassName[] = [];

/** 分类名单: every decided class, found by name, class, industry or county. */
export const DecisionsPage = () => {
  const t = useText(classificationTexts);
  return (
    <WithCampaign title={t('decision.list.title')}>
      {(campaignId) => <Decisions campaignId={campaignId} />}
    </WithCampaign>
  );
};

const Decisions = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useText(classificationTexts);
  const address = useFilters(defaults);
  const { page, ...filters } = address.values;
  const read = useRead(classificationClient.decisions, {
    params: { campaignId },
    query: { ...filters, page, size: SIZE },
  });
  const data = read.data;
  const classes = data?.classes ?? noClasses;
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'unit', title: t('class.column.unit'), render: (row) => row.unit },
      { key: 'enterprise', title: t('class.column.enterprise'), render: (row) => row.enterprise },
      { key: 'code', title: t('class.column.credit-code'), render: (row) => row.creditCode, hidden: true },
      { key: 'division', title: t('class.column.division'), render: (row) => row.division, hidden: true },
      { key: 'body', title: t('class.column.body'), render: (row) => row.body },
      { key: 'industry', title: t('class.column.industry'), render: (row) => row.industry },
      {
        key: 'class',
        title: t('class.column.class'),
        render: (row) => <ClassOf code={row.classCode} classes={classes} />,
      },
      {
        key: 'valid',
        title: t('class.column.valid'),
        render: (row) => <Validity from={row.validFrom} until={row.validUntil} />,
      },
      {
        key: 'edition',
        title: t('class.column.edition'),
        render: (row) => <span className="ui-nowrap">{t('class.edition', { day: row.editionOn })}</span>,
      },
      { key: 'force', title: t('class.column.in-force'), render: (row) => <InForce inForce={row.inForce} /> },
      {
        key: 'number',
        title: t('class.column.number'),
        render: (row) => <span className="ui-nowrap">{row.number}</span>,
      },
    ],
    [t, classes],
  );
  const options = (list: readonly { readonly code: string; readonly name: string }[] | undefined) =>
    (list ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <ListPage
      id="decisions"
      title={t('decision.list.title')}
      intro={
        data && data.counts.length > 0 && <Counts answer={data} onChoose={(classCode) => address.set({ classCode })} />
      }
      filters={[
        { kind: 'search', name: 'q', label: t('decision.list.search') },
        { kind: 'choice', name: 'classCode', label: t('class.column.class'), options: options(data?.classes) },
        { kind: 'choice', name: 'industry', label: t('class.column.industry'), options: options(data?.industries) },
        { kind: 'choice', name: 'division', label: t('class.column.division'), options: options(data?.divisions) },
      ]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.decisionId}
      href={(row) => `/decisions/${row.decisionId}`}
      empty={{ text: t('decision.list.empty') }}
    />
  );
};

/** How many units are in each class; each leads to them. */
const Counts = ({ answer, onChoose }: { readonly answer: Answer; readonly onChoose: (classCode: string) => void }) => {
  const t = useText(classificationTexts);
  const counts = answer.classes.flatMap(({ code }) => answer.counts.filter(({ classCode }) => classCode === code));
  return (
    <p className="ui-row">
      <span className="ui-soft">{t('decision.list.counts')}</span>
      {counts.map(({ classCode, count }) => (
        <button key={classCode} type="button" className="ui-button small" onClick={() => onChoose(classCode)}>
          <ClassOf code={classCode} classes={answer.classes} /> {t('adoption.record.count', { count })}
        </button>
      ))}
    </p>
  );
};
