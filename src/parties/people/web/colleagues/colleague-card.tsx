import { type ReactNode, useState } from 'react';
import { accessTexts } from '#parties/access/access.text.ts';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { StateText } from '#platform/ui/marks.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { accountsTexts } from '../../accounts.text.ts';
import { colleaguesTexts } from '../../colleagues.text.ts';
import { AccountActions } from '../accounts/account-actions.tsx';
import type { NewCode } from '../accounts/code-dialog.tsx';
import { accountTones } from '../accounts/tones.ts';
import { ChangeColleague } from './colleague-dialogs.tsx';
import { type ColleagueAccount, colleaguesClient } from './colleagues-client.ts';

interface Props {
  readonly account: ColleagueAccount;
  readonly mayKeep: boolean;
  readonly onCode: (code: NewCode) => void;
}

/** One account of the own enterprise: who, with which duties, in what state, and what the manager can do. */
export const ColleagueCard = ({ account, mayKeep, onCode }: Props) => {
  const t = useText(colleaguesTexts);
  const accounts = useText(accountsTexts);
  const access = useText(accessTexts);
  const ui = useUiText();
  const { name, state, isSelf } = account;
  const only = (label: string, at: string | null): readonly { label: string; value: ReactNode }[] =>
    at === null ? [] : [{ label, value: <Time at={at} /> }];
  return (
    <li className="ui-panel">
      <h2 className="ui-row">
        <span className="ui-spread">{isSelf ? ui('text.unit', { title: name, unit: t('colleagues.you') }) : name}</span>
        <StateText tone={accountTones[state]}>{accounts(`accounts.state.${state}`)}</StateText>
      </h2>
      <Facts
        facts={[
          {
            label: t('colleagues.roles'),
            value: account.roles.map((role) => access(`role.${role}`)).join(ui('text.comma')),
          },
          { label: accounts('accounts.login'), value: account.login },
          { label: accounts('accounts.phone'), value: account.phone },
          {
            label: accounts('accounts.lastSeen'),
            value: account.lastSeenAt ? <Time at={account.lastSeenAt} /> : accounts('accounts.never'),
          },
          ...only(accounts('accounts.codeExpires'), account.invitationExpiresAt),
          ...only(accounts('accounts.lockedUntil'), account.lockedUntil),
        ]}
      />
      {mayKeep && <Actions account={account} onCode={onCode} />}
    </li>
  );
};

const Actions = ({ account, onCode }: Omit<Props, 'mayKeep'>) => {
  const t = useText(colleaguesTexts);
  const [changing, setChanging] = useState(false);
  const params = { colleagueId: account.accountId };
  const reset = useCommand(colleaguesClient.resetColleague);
  const disable = useCommand(colleaguesClient.disableColleague);
  const enable = useCommand(colleaguesClient.enableColleague);
  const unlock = useCommand(colleaguesClient.unlockColleague);
  const handOver = useCommand(colleaguesClient.handOverManager);
  return (
    <div className="colleague-actions ui-row">
      <Button small onClick={() => setChanging(true)} aria-haspopup="dialog">
        {t('colleagues.change')}
      </Button>
      {!account.isSelf && account.state === 'active' && (
        <ConfirmAction
          small
          label={t('colleagues.handOver')}
          consequences={[t('colleagues.handOver.first', { name: account.name }), t('colleagues.handOver.second')]}
          onConfirm={async () => {
            await handOver.run({ params });
            announce(t('colleagues.handedOver'));
          }}
        />
      )}
      <AccountActions
        account={account}
        acts={{
          reset: () => reset.run({ params }),
          disable: (reason) => disable.run({ params, body: { reason } }),
          enable: () => enable.run({ params }),
          unlock: () => unlock.run({ params }),
        }}
        onCode={onCode}
      />
      {changing && <ChangeColleague account={account} onClose={() => setChanging(false)} />}
    </div>
  );
};
