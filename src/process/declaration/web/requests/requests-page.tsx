import { useMemo } from 'react';
import { useFilters } from '#platform/ui/address.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { type RequestKind, type RequestState, requestKinds, requestStates } from '../../domain/declaration-requests.ts';
import type { DeclarationRequest } from '../../requests.contract.ts';
import { requestTexts } from '../../requests.text.ts';
import { OpenedRequest } from './opened-request.tsx';
import { RequestStateText, Wanted } from './request-text.tsx';
import { requestsClient } from './requests-client.ts';

const defaults = { state: '', kind: '', page: '1' };
const SIZE = 50;

/** 延期和不列入评估申请: what waits for a decision first; each row opens in place. */
export const RequestsPage = () => {
  const t = useText(requestTexts);
  const address = useFilters(defaults);
  const { state, kind, page } = address.values;
  const read = useRead(requestsClient.declarationRequests, {
    query: {
      state: state === '' ? undefined : (state as RequestState),
      kind: kind === '' ? undefined : (kind as RequestKind),
      page,
      size: SIZE,
    },
  });
  const columns = useMemo(
    (): readonly Column<DeclarationRequest>[] => [
      { key: 'unit', title: t('requests.unit'), render: (row) => row.unitName },
      { key: 'enterprise', title: t('requests.enterprise'), render: (row) => row.enterpriseName },
      { key: 'kind', title: t('requests.kind'), render: (row) => t(`requests.kind.${row.kind}`) },
      { key: 'wanted', title: t('requests.wanted'), render: (row) => <Wanted request={row} /> },
      { key: 'state', title: t('requests.state'), render: (row) => <RequestStateText state={row.state} /> },
      { key: 'asked', title: t('requests.asked'), render: (row) => <Time at={row.askedAt} /> },
    ],
    [t],
  );
  return (
    <ListPage
      id="declaration-requests"
      title={t('requests.list.title')}
      filters={[
        {
          kind: 'choice',
          name: 'state',
          label: t('requests.state'),
          options: requestStates.map((value) => ({ value, label: t(`requests.state.${value}`) })),
        },
        {
          kind: 'choice',
          name: 'kind',
          label: t('requests.kind'),
          options: requestKinds.map((value) => ({ value, label: t(`requests.kind.${value}`) })),
        },
      ]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.requestId}
      open={(row) => <OpenedRequest request={row} />}
      empty={{ text: t('requests.empty.list') }}
    />
  );
};
