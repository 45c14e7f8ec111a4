import { PASSWORD_KINDS, PASSWORD_LENGTH } from '#parties/people/domain/password-rule.ts';
import { peopleTexts } from '#parties/people/people.text.ts';
import { TextField } from '#platform/ui/form/fields.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';

/** A new password, typed twice; `name` is the field of the contract, the second one is `repeat`. */
export const PasswordFields = ({ name }: { readonly name: 'password' | 'next' }) => {
  const people = useText(peopleTexts);
  return (
    <>
      <TextField
        name={name}
        label={people('field.new-password')}
        hint={people('hint.password', { min: PASSWORD_LENGTH, kinds: PASSWORD_KINDS })}
        type="password"
        autoComplete="new-password"
        required
        width="full"
      />
      <TextField
        name="repeat"
        label={people('field.repeat-password')}
        type="password"
        autoComplete="new-password"
        required
        width="full"
      />
    </>
  );
};
