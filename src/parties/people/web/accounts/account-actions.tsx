import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { accountsTexts } from '../../accounts.text.ts';
import { type Account, accountsClient } from './accounts-client.ts';
import type { NewCode } from './code-dialog.tsx';

interface Props {
  readonly account: Account;
  /** A new code was made; it is shown once. */
  readonly onCode: (code: NewCode) => void;
}

/** What an administrator can do with an account in its state; nothing with the own one. */
export const AccountActions = ({ account, onCode }: Props) => {
  const t = useText(accountsTexts);
  const reset = useCommand(accountsClient.resetAccount);
  const disable = useCommand(accountsClient.disableAccount);
  const enable = useCommand(accountsClient.enableAccount);
  const unlock = useCommand(accountsClient.unlockAccount);
  if (account.isSelf) return null;
  const params = { accountId: account.accountId };
  const { name, state } = account;
  if (state === 'disabled')
    return (
      <ConfirmAction
        small
        label={t('accounts.enable')}
        consequences={[t('accounts.enableConsequence', { name })]}
        onConfirm={async () => {
          await enable.run({ params });
          announce(t('accounts.done'));
        }}
      />
    );
  return (
    <span className="ui-row">
      {state === 'locked' && (
        <ConfirmAction
          small
          label={t('accounts.unlock')}
          consequences={[t('accounts.unlockConsequence', { name })]}
          onConfirm={async () => {
            await unlock.run({ params });
            announce(t('accounts.done'));
          }}
        />
      )}
      <ConfirmAction
        small
        label={t('accounts.reset')}
        consequences={[t('accounts.resetPassword'), t('accounts.resetCode')]}
        onConfirm={async () => onCode(await reset.run({ params }))}
      />
      <ConfirmAction
        small
        danger
        label={t('accounts.disable')}
        consequences={[t('accounts.disableConsequence', { name })]}
        reason="required"
        onConfirm={async (reason) => {
          await disable.run({ params, body: { reason } });
          announce(t('accounts.done'));
        }}
      />
    </span>
  );
};
