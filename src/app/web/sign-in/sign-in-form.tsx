import { peopleContract, type Session } from '#parties/people/people.contract.ts';
import { peopleTexts } from '#parties/people/people.text.ts';
import { peopleClient } from '#parties/people/web/session.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { shellTexts } from '../shell.text.ts';

/** Login and password. `login`: already known; `focus: false` where something else comes first. */
export const SignInForm = (props: {
  readonly login?: string;
  readonly focus?: boolean;
  readonly onDone: (session: Session) => void;
}) => {
  const t = useText(shellTexts);
  const people = useText(peopleTexts);
  const { run } = useCommand(peopleClient.signIn);
  const form = useForm({
    initial: { login: props.login ?? '', password: '' },
    schema: peopleContract.signIn.body,
    submit: async (body) => props.onDone(await run({ body })),
  });
  return (
    <FormBody form={form} submitLabel={t('sign-in.submit')}>
      <TextField
        name="login"
        label={people('field.login')}
        autoComplete="username"
        required
        width="full"
        autoFocus={props.focus !== false && props.login === undefined}
      />
      <TextField
        name="password"
        label={people('field.password')}
        type="password"
        autoComplete="current-password"
        required
        width="full"
        autoFocus={props.focus !== false && props.login !== undefined}
      />
    </FormBody>
  );
};
