import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { Edition } from '#process/standards/domain/index.ts';
import { className } from '#process/standards/edition-words.ts';
import { type RegistrationField, registrationFields } from '../../domain/registration-fields.ts';
import { type RegistrationKey, registrationTexts } from '../../registration.text.ts';
import type { Changes } from '../../resubmission.contract.ts';
import { resubmissionTexts } from '../../resubmission.text.ts';
import { shownValue } from '../registration-facts.tsx';

/** Fields of the registration form that say something else; tables only say that they do. */
export const FieldChanges = (props: { readonly fields: Changes['fields']; readonly edition: Edition }) => {
  const t = useText(resubmissionTexts);
  const names = useText(registrationTexts);
  const ui = useUiText();
  const known: readonly RegistrationField[] = registrationFields;
  const classes = (code: string) => className(props.edition, code);
  const shown = (name: string, value: unknown): string => {
    const field = known.find((one) => one.name === name);
    if (!field || field.kind === 'rows') return t('resubmission.table-changed');
    return shownValue(field, name, value, names, ui, classes) || t('resubmission.blank');
  };
  return (
    <div className="ui-table-scroll">
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col">{t('resubmission.field')}</th>
            <th scope="col">{t('resubmission.before')}</th>
            <th scope="col">{t('resubmission.after')}</th>
          </tr>
        </thead>
        <tbody>
          {props.fields.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{names(`registration.field.${name}` as RegistrationKey)}</th>
              <td>
                <del>{shown(name, before)}</del>
              </td>
              <td>
                <ins>{shown(name, after)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
