import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { accountsTexts } from '../../accounts.text.ts';
import type { Account } from './accounts-client.ts';
import type { NewCode } from './code-dialog.tsx';

interface Props {
  readonly account: Pick<Account, 'name' | 'state' | 'isSelf'>;
  /** What each action asks the server for: of an administrator, or of an enterprise's manager. */
  readonly acts: {
    readonly reset: () => Promise<NewCode>;
    readonly disable: (reason: string) => Promise<unknown>;
    readonly enable: () => Promise<unknown>;
    readonly unlock: () => Promise<unknown>;
  };
  /** A new code was made; it is shown once. */
  readonly onCode: (code: NewCode) => void;
}

/** What whoever keeps an account can do with it in its state; nothing with the own one. */
export const AccountActions = ({ account, acts, onCode }: Props) => {
  const t = useText(accountsTexts);
  if (account.isSelf) return null;
  const { name, state } = account;
  if (state === 'disabled')
    return (
      <ConfirmAction
        small
        label={t('accounts.enable')}
        consequences={[t('accounts.enableConsequence', { name })]}
        onConfirm={async () => {
          await acts.enable();
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
            await acts.unlock();
            announce(t('accounts.done'));
          }}
        />
      )}
      <ConfirmAction
        small
        label={t('accounts.reset')}
        consequences={[t('accounts.resetPassword'), t('accounts.resetCode')]}
        onConfirm={async () => onCode(await acts.reset())}
      />
      <ConfirmAction
        small
        danger
        label={t('accounts.disable')}
        consequences={[t('accounts.disableConsequence', { name })]}
        reason="required"
        onConfirm={async (reason) => {
          await acts.disable(reason);
          announce(t('accounts.done'));
        }}
      />
    </span>
  );
};
