import type { ReactNode } from 'react';
import { organisationsContract } from '#parties/organisations/organisations.contract.ts';
import { createClient } from '#platform/ui/api/client.ts';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { accountsTexts } from '../../accounts.text.ts';
import { AccountActions } from './account-actions.tsx';
import { type Account, accountsClient } from './accounts-client.ts';
import type { NewCode } from './code-dialog.tsx';

const organisations = createClient(organisationsContract);

/** What opens below an account in the list: the rest of its facts and what can be done with it. */
export const AccountDetail = (props: {
  readonly account: Account;
  readonly mayKeep: boolean;
  readonly onCode: (code: NewCode) => void;
}) => {
  const t = useText(accountsTexts);
  const ui = useUiText();
  const { account, mayKeep, onCode } = props;
  const params = { accountId: account.accountId };
  const reset = useCommand(accountsClient.resetAccount);
  const disable = useCommand(accountsClient.disableAccount);
  const enable = useCommand(accountsClient.enableAccount);
  const unlock = useCommand(accountsClient.unlockAccount);
  const acts = {
    reset: () => reset.run({ params }),
    disable: (reason: string) => disable.run({ params, body: { reason } }),
    enable: () => enable.run({ params }),
    unlock: () => unlock.run({ params }),
  };
  const bodies = useRead(organisations.bodies).data?.rows ?? [];
  const names = new Map(bodies.flatMap((body) => body.industries.map(({ code, name }) => [code, name] as const)));
  const only = (is: unknown, label: string, value: ReactNode) => (is ? [{ label, value }] : []);
  return (
    <>
      <Facts
        facts={[
          { label: t('accounts.phone'), value: account.phone },
          { label: t('accounts.createdAt'), value: <Time at={account.createdAt} /> },
          ...only(
            account.industries.length > 0,
            t('accounts.industries'),
            account.industries.map((code) => names.get(code) ?? code).join(ui('text.comma')),
          ),
          ...only(
            account.invitationExpiresAt,
            t('accounts.codeExpires'),
            account.invitationExpiresAt && <Time at={account.invitationExpiresAt} />,
          ),
          ...only(
            account.lockedUntil,
            t('accounts.lockedUntil'),
            account.lockedUntil && <Time at={account.lockedUntil} />,
          ),
        ]}
      />
      {mayKeep && <AccountActions account={account} acts={acts} onCode={onCode} />}
    </>
  );
};
