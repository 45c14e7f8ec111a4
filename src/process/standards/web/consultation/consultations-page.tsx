import { useMemo } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day, Deadline } from '#platform/ui/time/time.tsx';
import type { consultationContract } from '../../consultation.contract.ts';
import { consultationTexts } from '../../consultation.text.ts';
import { consultationClient } from './consultation-client.ts';
import { ConsultationStateText } from './states.tsx';

type Row = ResultOf<typeof consultationContract.consultations>['rows'][number];

/** `draft`: only what was asked about one draft; its own page leads here. */
const defaults = { state: '', draft: '' };
const states = ['open', 'closed'] as const;

/** 征求意见: what was sent out, for those inside; what one is asked about, for everybody else. */
export const ConsultationsPage = () => {
  const t = useText(consultationTexts);
  const inside = useHasRole('city-office', 'leading-group', 'auditor');
  const address = useFilters(defaults);
  const state = states.find((one) => one === address.values.state);
  const { draft } = address.values;
  const maySend = useHasRole('city-office');
  const read = useRead(consultationClient.consultations, {
    query: { ...(state ? { state } : {}), ...(draft ? { draftId: draft } : {}) },
  });
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'title', title: t('consultation.column.title'), render: (row) => row.title },
      { key: 'number', title: t('consultation.column.number'), render: (row) => row.number },
      { key: 'industry', title: t('consultation.column.industry'), render: (row) => row.industryName },
      {
        key: 'state',
        title: t('consultation.column.state'),
        render: (row) => <ConsultationStateText state={row.state} />,
      },
      {
        key: 'until',
        title: t('consultation.column.until'),
        render: (row) =>
          row.state === 'open' ? (
            <Deadline on={row.closesOn} workingDaysLeft={row.workingDaysLeft} />
          ) : (
            <Day on={row.closesOn} />
          ),
      },
      {
        key: 'comments',
        title: t(inside ? 'consultation.column.comments' : 'consultation.column.own'),
        number: true,
        render: (row) => row.comments,
      },
      {
        key: 'unanswered',
        title: t('consultation.column.unanswered'),
        number: true,
        render: (row) => row.unanswered,
      },
    ],
    [t, inside],
  );
  return (
    <ListPage
      id="consultations"
      title={t('consultation.list.title')}
      actions={
        draft !== '' &&
        maySend && (
          <LinkButton look="primary" href={`/consultations/new/${draft}`}>
            {t('consultation.new.title')}
          </LinkButton>
        )
      }
      filters={[
        {
          kind: 'choice',
          name: 'state',
          label: t('consultation.column.state'),
          options: states.map((value) => ({ value, label: t(`consultation.state.${value}`) })),
        },
      ]}
      address={address}
      read={read}
      columns={columns}
      rowKey={(row) => row.consultationId}
      href={(row) => `/consultations/${row.consultationId}`}
      empty={{ text: t(inside ? 'consultation.list.empty' : 'consultation.list.empty-mine') }}
    />
  );
};
