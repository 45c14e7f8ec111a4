import { accessTexts } from '#parties/access/access.text.ts';
import { announce } from '#platform/ui/announce.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { saveDownload } from '#platform/ui/files/download-button.tsx';
import { StateText } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { accountsContract } from '../../accounts.contract.ts';
import { accountsTexts } from '../../accounts.text.ts';
import { colleaguesTexts } from '../../colleagues.text.ts';
import { accountTones } from '../accounts/tones.ts';
import { colleaguesClient } from './colleagues-client.ts';

type Person = ResultOf<typeof accountsContract.enterpriseAccounts>['rows'][number]['people'][number];

/** Who has an account of an enterprise and who may sign, as its supervising body sees it; a manager's account can be reset. */
export const EnterprisePeople = (props: { readonly people: readonly Person[]; readonly mayReset: boolean }) => {
  const t = useText(colleaguesTexts);
  const accounts = useText(accountsTexts);
  const access = useText(accessTexts);
  const ui = useUiText();
  if (props.people.length === 0) return <p className="ui-soft">{t('managers.none')}</p>;
  return (
    <table className="ui-table cards" aria-label={t('managers.title')}>
      <tbody>
        {props.people.map((person) => (
          <tr key={person.accountId}>
            <td className="main">{person.name}</td>
            <td>{person.roles.map((role) => access(`role.${role}`)).join(ui('text.comma'))}</td>
            <td>{person.login}</td>
            <td>{person.phone}</td>
            <td>
              <StateText tone={accountTones[person.state]}>{accounts(`accounts.state.${person.state}`)}</StateText>
            </td>
            <td>
              {props.mayReset && person.roles.includes('enterprise-manager') && person.state !== 'disabled' && (
                <ResetManager person={person} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const ResetManager = ({ person }: { readonly person: Person }) => {
  const t = useText(colleaguesTexts);
  const { run } = useCommand(colleaguesClient.resetManager);
  return (
    <ConfirmAction
      small
      danger
      label={t('managers.reset')}
      consequences={[
        t('managers.reset.first', { name: person.name }),
        t('managers.reset.second'),
        t('managers.reset.third'),
      ]}
      reason="required"
      onConfirm={async (reason) => {
        const address = `${location.origin}/activate`;
        saveDownload(await run({ params: { managerId: person.accountId }, body: { reason, address } }));
        announce(t('managers.done'));
      }}
    />
  );
};
