import { peopleTexts } from '#parties/people/people.text.ts';
import { peopleClient } from '#parties/people/web/session.tsx';
import { useFilters, useGo } from '#platform/ui/address.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { shellTexts } from '../shell.text.ts';
import { checkNewPassword } from './new-password.ts';
import { PasswordFields } from './password-fields.tsx';
import { PlainFrame } from './plain-frame.tsx';

const noToken = { token: '' };

/** Where the one-time link of an empty instance leads. */
export const FirstAdministratorPage = () => {
  const t = useText(shellTexts);
  const people = useText(peopleTexts);
  const go = useGo();
  const { token } = useFilters(noToken).values;
  const { run } = useCommand(peopleClient.createFirstAdministrator);
  const form = useForm({
    initial: { name: '', login: '', password: '', repeat: '' },
    submit: async ({ repeat, ...typed }) => {
      checkNewPassword(typed.password, repeat, 'password');
      await run({ body: { token, ...typed } });
      go('/', { replace: true });
    },
  });
  return (
    <PlainFrame>
      <section className="ui-panel sign-in-panel narrow">
        <h2>{t('first.title')}</h2>
        <p className="ui-soft">{t('first.text')}</p>
        <FormBody form={form} submitLabel={t('first.submit')}>
          <TextField name="name" label={people('field.name')} autoComplete="name" required width="full" autoFocus />
          <TextField
            name="login"
            label={people('field.login')}
            hint={people('hint.login')}
            autoComplete="username"
            required
            width="full"
          />
          <PasswordFields name="password" />
        </FormBody>
      </section>
    </PlainFrame>
  );
};
