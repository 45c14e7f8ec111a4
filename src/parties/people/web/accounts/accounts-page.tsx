import { useState } from 'react';
import { accessTexts } from '#parties/access/access.text.ts';
import { roles } from '#parties/access/domain/roles.ts';
import { useFilters } from '#platform/ui/address.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { StateText } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { accountStates } from '../../accounts.contract.ts';
import { accountsTexts } from '../../accounts.text.ts';
import { useHasRole } from '../session.tsx';
import { AccountDetail } from './account-detail.tsx';
import { type Account, accountsClient } from './accounts-client.ts';
import { CodeDialog, type NewCode } from './code-dialog.tsx';
import { accountTones } from './tones.ts';

const defaults = { text: '', role: '', state: '', page: '1' };
const SIZE = 50;

/** 账号管理: who has an account, in what state, and what an administrator does about it. */
export const AccountsPage = () => {
  const t = useText(accountsTexts);
  const ui = useUiText();
  const access = useText(accessTexts);
  const mayKeep = useHasRole('administrator');
  const [code, setCode] = useState<NewCode | null>(null);
  const address = useFilters(defaults);
  const { text, role, state, page } = address.values;
  const read = useRead(accountsClient.accounts, {
    query: {
      text,
      role: roles.find((one) => one === role),
      state: accountStates.find((one) => one === state),
      page,
      size: SIZE,
    },
  });
  const columns: readonly Column<Account>[] = [
    {
      key: 'name',
      title: t('accounts.name'),
      render: (row) => (row.isSelf ? ui('text.unit', { title: row.name, unit: t('accounts.self') }) : row.name),
    },
    { key: 'login', title: t('accounts.login'), render: (row) => row.login },
    {
      key: 'role',
      title: t('accounts.role'),
      render: (row) => row.roles.map((one) => access(`role.${one}`)).join(ui('text.comma')),
    },
    { key: 'body', title: t('accounts.body'), render: (row) => row.bodyName ?? row.enterpriseName ?? '' },
    {
      key: 'state',
      title: t('accounts.state'),
      render: (row) => <StateText tone={accountTones[row.state]}>{t(`accounts.state.${row.state}`)}</StateText>,
    },
    {
      key: 'seen',
      title: t('accounts.lastSeen'),
      render: (row) => (row.lastSeenAt ? <Time at={row.lastSeenAt} /> : t('accounts.never')),
    },
  ];
  const invite = mayKeep && (
    <LinkButton href="/accounts/new" look="primary">
      {t('accounts.invite')}
    </LinkButton>
  );
  return (
    <>
      <ListPage
        id="accounts"
        title={t('accounts.title')}
        actions={invite}
        filters={[
          { kind: 'search', name: 'text', label: t('accounts.search') },
          {
            kind: 'choice',
            name: 'role',
            label: t('accounts.role'),
            options: roles.map((value) => ({ value, label: access(`role.${value}`) })),
          },
          {
            kind: 'choice',
            name: 'state',
            label: t('accounts.state'),
            options: accountStates.map((value) => ({ value, label: t(`accounts.state.${value}`) })),
          },
        ]}
        address={address}
        read={read}
        pageSize={SIZE}
        columns={columns}
        rowKey={(row) => row.accountId}
        open={(row) => <AccountDetail account={row} mayKeep={mayKeep} onCode={setCode} />}
        empty={{ text: t('accounts.empty'), action: invite }}
      />
      {code && <CodeDialog code={code} onClose={() => setCode(null)} />}
    </>
  );
};
