import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { type Form, useForm } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { accountsTexts } from '../../accounts.text.ts';
import { colleaguesTexts } from '../../colleagues.text.ts';
import type { NewCode } from '../accounts/code-dialog.tsx';
import { ColleagueFields, type ColleagueValues } from './colleague-fields.tsx';
import { type ColleagueAccount, colleaguesClient } from './colleagues-client.ts';

/** 邀请同事: makes an account; its code is shown once afterwards. */
export const InviteColleague = (props: {
  readonly nextLogin: string;
  readonly onCode: (code: NewCode) => void;
  readonly onClose: () => void;
}) => {
  const t = useText(colleaguesTexts);
  const accounts = useText(accountsTexts);
  const ui = useUiText();
  const { run } = useCommand(colleaguesClient.inviteColleague);
  const form = useForm<ColleagueValues & { readonly login: string }>({
    initial: { name: '', login: props.nextLogin, phone: '', roles: ['enterprise'] },
    submit: async ({ roles, ...person }) => {
      const code = await run({ body: { ...person, roles: [...roles] } });
      props.onClose();
      props.onCode(code);
    },
  });
  return (
    <Dialog title={t('colleagues.invite')} onClose={props.onClose}>
      <FormBody
        form={form as Form}
        submitLabel={t('colleagues.submitInvite')}
        beside={<Button onClick={props.onClose}>{ui('action.cancel')}</Button>}
      >
        <ColleagueFields />
        <TextField name="login" label={accounts('accounts.login')} hint={t('colleagues.loginHint')} required />
      </FormBody>
    </Dialog>
  );
};

/** 更正信息和职责. */
export const ChangeColleague = (props: { readonly account: ColleagueAccount; readonly onClose: () => void }) => {
  const t = useText(colleaguesTexts);
  const ui = useUiText();
  const { account, onClose } = props;
  const { run } = useCommand(colleaguesClient.changeColleague);
  const form = useForm<ColleagueValues>({
    initial: { name: account.name, phone: account.phone, roles: account.roles },
    submit: async ({ roles, ...person }) => {
      await run({ params: { colleagueId: account.accountId }, body: { ...person, roles: [...roles] } });
      announce(t('colleagues.changed'));
      onClose();
    },
  });
  return (
    <Dialog title={t('colleagues.change')} onClose={onClose}>
      <FormBody
        form={form as Form}
        submitLabel={t('colleagues.save')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        <ColleagueFields />
      </FormBody>
    </Dialog>
  );
};
