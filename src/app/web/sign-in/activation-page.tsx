import { peopleTexts } from '#parties/people/people.text.ts';
import { peopleClient } from '#parties/people/web/session.tsx';
import { Link, useFilters, useGo } from '#platform/ui/address.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { shellTexts } from '../shell.text.ts';
import { checkNewPassword } from './new-password.ts';
import { PasswordFields } from './password-fields.tsx';
import { PlainFrame } from './plain-frame.tsx';

const noCode = { code: '' };

/** Opens an enterprise's account with the code of its slip (`?code=` from the slip's QR). */
export const ActivationPage = () => {
  const t = useText(shellTexts);
  const people = useText(peopleTexts);
  const go = useGo();
  const { code } = useFilters(noCode).values;
  const { run } = useCommand(peopleClient.activate);
  const form = useForm({
    initial: { code, login: '', password: '', repeat: '' },
    submit: async (typed) => {
      checkNewPassword(typed.password, typed.repeat, 'password');
      const login = typed.login.trim() === '' ? undefined : typed.login;
      await run({ body: { code: typed.code, login, password: typed.password } });
      go('/', { replace: true });
    },
  });
  return (
    <PlainFrame>
      <section className="ui-panel sign-in-panel narrow">
        <h2>{t('activate.title')}</h2>
        <p className="ui-soft">{t('activate.text')}</p>
        <FormBody form={form} submitLabel={t('activate.submit')}>
          <TextField
            name="code"
            label={people('field.activation-code')}
            hint={people('hint.activation-code')}
            required
            width="full"
            autoFocus={code === ''}
          />
          <TextField
            name="login"
            label={people('field.login')}
            hint={people('hint.login')}
            autoComplete="username"
            width="full"
          />
          <PasswordFields name="password" />
        </FormBody>
        <p>
          <Link href="/">{t('activate.to-sign-in')}</Link>
        </p>
      </section>
    </PlainFrame>
  );
};
