import { organisationsContract } from '#parties/organisations/organisations.contract.ts';
import { useFilters } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { saveDownload } from '#platform/ui/files/download-button.tsx';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { StateText } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { type accountsContract, slipStates } from '../../accounts.contract.ts';
import { accountsTexts } from '../../accounts.text.ts';
import { colleaguesTexts } from '../../colleagues.text.ts';
import { EnterprisePeople } from '../colleagues/enterprise-people.tsx';
import { useHasRole } from '../session.tsx';
import { accountsClient } from './accounts-client.ts';

type Row = ResultOf<typeof accountsContract.enterpriseAccounts>['rows'][number];

const organisations = createClient(organisationsContract);
const defaults = { text: '', body: '', state: '', page: '1' };
const SIZE = 50;
const tones = { none: 'attention', issued: 'active', expired: 'attention', active: 'done', disabled: 'open' } as const;
/** A print takes so many. */
const MOST = 200;

/** 企业启用单: which enterprises have opened their account, and the slips for the others. */
export const SlipsPage = () => {
  const t = useText(accountsTexts);
  const ui = useUiText();
  const managers = useText(colleaguesTexts);
  const seesAll = useHasRole('city-office', 'administrator', 'auditor');
  const address = useFilters(defaults);
  const { text, body, state, page } = address.values;
  const query = { text, body, state: slipStates.find((one) => one === state), page, size: SIZE };
  const read = useRead(accountsClient.enterpriseAccounts, { query });
  const bodies = useRead(organisations.bodies).data?.rows ?? [];
  const waiting = read.data?.withoutSlip ?? 0;
  const mayPrint = read.data?.mayPrint ?? false;
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: t('slips.enterprise'), render: (row) => row.name },
    { key: 'code', title: t('slips.creditCode'), render: (row) => row.creditCode },
    { key: 'bodies', title: t('slips.bodies'), render: (row) => row.bodies.join(ui('text.comma')) },
    { key: 'units', title: t('slips.units'), number: true, render: (row) => row.unitCount },
    {
      key: 'state',
      title: t('slips.state'),
      render: (row) => <StateText tone={tones[row.state]}>{t(`slips.state.${row.state}`)}</StateText>,
    },
    { key: 'login', title: t('slips.login'), render: (row) => row.login ?? '' },
    {
      key: 'signers',
      title: managers('managers.maySign'),
      render: (row) =>
        row.people
          .filter(({ maySign }) => maySign)
          .map(({ name }) => name)
          .join(ui('text.comma')),
    },
    { key: 'until', title: t('slips.until'), render: (row) => row.slipExpiresAt && <Time at={row.slipExpiresAt} /> },
  ];
  return (
    <ListPage
      id="enterprise-accounts"
      title={t('slips.title')}
      actions={mayPrint && waiting > 0 && <PrintAll count={waiting} />}
      intro={
        <p>
          {t('slips.intro')}{' '}
          {read.data && (waiting > 0 ? t('slips.withoutSlip', { count: waiting }) : t('slips.allHaveSlips'))}
        </p>
      }
      filters={[
        { kind: 'search', name: 'text', label: t('slips.search') },
        ...(seesAll
          ? [
              {
                kind: 'choice' as const,
                name: 'body',
                label: t('slips.bodies'),
                options: bodies
                  .filter(({ kind }) => ['county-bureau', 'park', 'division'].includes(kind))
                  .map(({ bodyId, short }) => ({ value: bodyId, label: short })),
              },
            ]
          : []),
        {
          kind: 'choice',
          name: 'state',
          label: t('slips.state'),
          options: slipStates.map((value) => ({ value, label: t(`slips.state.${value}`) })),
        },
      ]}
      address={address}
      read={read}
      pageSize={SIZE}
      columns={columns}
      rowKey={(row) => row.enterpriseId}
      open={(row) => <EnterprisePeople people={row.people} mayReset={mayPrint} />}
      empty={{ text: t('slips.empty') }}
      bulk={mayPrint ? (rows, clear) => <PrintSelected rows={rows} onDone={clear} /> : undefined}
    />
  );
};

const usePrint = () => {
  const t = useText(accountsTexts);
  const { run } = useCommand(accountsClient.issueSlips);
  return async (which: { readonly enterpriseIds?: string[] }) => {
    saveDownload(await run({ body: { ...which, address: `${location.origin}/activate` } }));
    announce(t('slips.printed'));
  };
};

const PrintAll = ({ count }: { readonly count: number }) => {
  const t = useText(accountsTexts);
  const print = usePrint();
  return (
    <ConfirmAction
      primary
      label={t('slips.printAll')}
      consequences={[t('slips.consequenceAll', { count: Math.min(count, MOST) }), t('slips.consequencePaper')]}
      onConfirm={() => print({})}
    />
  );
};

const PrintSelected = ({ rows, onDone }: { readonly rows: readonly Row[]; readonly onDone: () => void }) => {
  const t = useText(accountsTexts);
  const print = usePrint();
  return (
    <ConfirmAction
      small
      label={t('slips.printSelected')}
      consequences={[t('slips.consequenceSelected', { count: rows.length }), t('slips.consequencePaper')]}
      onConfirm={async () => {
        await print({ enterpriseIds: rows.map((row) => row.enterpriseId) });
        onDone();
      }}
    />
  );
};
