import { type EnterpriseRole, enterpriseRoles } from '#parties/access/domain/roles.ts';
import { Field } from '#platform/ui/form/field.tsx';
import { TextField } from '#platform/ui/form/fields.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { accountsTexts } from '../../accounts.text.ts';
import { colleaguesTexts } from '../../colleagues.text.ts';

export interface ColleagueValues {
  readonly name: string;
  readonly phone: string;
  readonly roles: readonly EnterpriseRole[];
}

/** Name, telephone and duties of an account of the own enterprise. */
export const ColleagueFields = () => {
  const t = useText(colleaguesTexts);
  const accounts = useText(accountsTexts);
  return (
    <>
      <TextField name="name" label={accounts('accounts.name')} required />
      <TextField name="phone" label={accounts('accounts.phone')} type="tel" />
      <Field name="roles" label={t('colleagues.roles')} required group width="full">
        {({ value, set, control: { id, ...control } }) => {
          const chosen = value as readonly EnterpriseRole[];
          return (
            <div className="ui-choices">
              {enterpriseRoles.map((role, index) => (
                <label key={role} className="ui-choice">
                  <input
                    {...control}
                    id={index === 0 ? id : undefined}
                    type="checkbox"
                    checked={chosen.includes(role)}
                    onChange={(event) =>
                      set(event.target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))
                    }
                  />
                  {t(`colleagues.role.${role}`)}
                </label>
              ))}
            </div>
          );
        }}
      </Field>
    </>
  );
};
