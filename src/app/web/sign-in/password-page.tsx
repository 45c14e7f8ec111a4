import { peopleTexts } from '#parties/people/people.text.ts';
import { peopleClient } from '#parties/people/web/session.tsx';
import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { useLeave } from '../shell/top-bar.tsx';
import { shellTexts } from '../shell.text.ts';
import { checkNewPassword } from './new-password.ts';
import { PasswordFields } from './password-fields.tsx';
import { PlainFrame } from './plain-frame.tsx';

/** Changing the own password; `first`: the initial one must go before anything else. */
export const PasswordPage = ({ first }: { readonly first?: boolean }) => {
  const t = useText(shellTexts);
  const people = useText(peopleTexts);
  const go = useGo();
  const leave = useLeave();
  const { run } = useCommand(peopleClient.changePassword);
  const form = useForm({
    initial: { current: '', next: '', repeat: '' },
    submit: async ({ current, next, repeat }) => {
      checkNewPassword(next, repeat, 'next');
      await run({ body: { current, next } });
      announce(t('password.done'));
      go('/', { replace: true });
    },
  });
  const body = (
    <FormBody
      form={form}
      submitLabel={t('password.submit')}
      beside={
        first && (
          <Button look="link" onClick={() => void leave()}>
            {t('top.sign-out')}
          </Button>
        )
      }
    >
      <TextField
        name="current"
        label={people('field.current-password')}
        type="password"
        autoComplete="current-password"
        required
        width="full"
      />
      <PasswordFields name="next" />
    </FormBody>
  );
  if (!first) {
    return (
      <div className="ui-page" style={{ maxWidth: 400 }}>
        <PageHead title={t('password.title')} />
        {body}
      </div>
    );
  }
  return (
    <PlainFrame>
      <section className="ui-panel sign-in-panel narrow">
        <h2>{t('password.first-title')}</h2>
        <p className="ui-soft">{t('password.first-text')}</p>
        {body}
      </section>
    </PlainFrame>
  );
};
