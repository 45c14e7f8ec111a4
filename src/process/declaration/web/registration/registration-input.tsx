import type { ReactNode } from 'react';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { Field } from '#platform/ui/form/field.tsx';
import { DayField, LongTextField, NumberField, TextField } from '#platform/ui/form/fields.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { FieldName, Kind } from '../../domain/registration-fields.ts';
import { type RegistrationKey, registrationTexts } from '../../registration.text.ts';

export interface ClassOption {
  readonly value: string;
  readonly label: string;
}

/** One field of the form, by its kind; name and unit from the catalogue. */
export const RegistrationInput = (props: {
  readonly field: Kind & { readonly name: FieldName; readonly required?: true };
  readonly disabled: boolean;
  readonly note: ReactNode;
  readonly classes: readonly ClassOption[];
}) => {
  const t = useText(registrationTexts);
  const { field, disabled } = props;
  const common = {
    name: `registration.${field.name}`,
    label: t(`registration.field.${field.name}`),
    required: field.required ?? false,
    disabled,
    hint: props.note,
  };
  const option = (value: string) => t(`registration.option.${field.name}.${value}` as RegistrationKey);
  switch (field.kind) {
    case 'text':
      return field.lines ? (
        <LongTextField {...common} limit={field.max} rows={3} />
      ) : (
        <TextField {...common} width={field.max > 100 ? 'full' : undefined} />
      );
    case 'phone':
      return <TextField {...common} type="tel" />;
    case 'email':
      return <TextField {...common} type="email" />;
    case 'industryClass':
      return <TextField {...common} width="short" />;
    case 'day':
      return <DayField {...common} />;
    case 'count':
    case 'money':
    case 'decimal':
      return <NumberField {...common} unit={t(`registration.unit.${field.unit}`)} />;
    case 'class':
      return <ChoiceField {...common} options={[...props.classes]} />;
    case 'choice':
      return <ChoiceField {...common} options={field.options.map((value) => ({ value, label: option(value) }))} />;
    case 'yesNo':
      return <YesNoField {...common} />;
    case 'choices':
      return <ChoicesField {...common} options={field.options.map((value) => ({ value, label: option(value) }))} />;
  }
};

type FieldProps = Omit<Parameters<typeof Field>[0], 'children' | 'group'>;

const YesNoField = (field: FieldProps) => {
  const t = useText(registrationTexts);
  return (
    <Field {...field} group>
      {({ value, set, control: { id, ...control } }) => (
        <div className="ui-choices">
          {([true, false] as const).map((one) => (
            <label key={String(one)} className="ui-choice">
              <input
                {...control}
                id={one ? id : undefined}
                type="radio"
                name={id}
                checked={value === one}
                onChange={() => set(one)}
              />
              {t(one ? 'registration.yes' : 'registration.no')}
            </label>
          ))}
        </div>
      )}
    </Field>
  );
};

const ChoicesField = ({
  options,
  ...field
}: FieldProps & { readonly options: readonly { readonly value: string; readonly label: string }[] }) => (
  <Field {...field} group width="full">
    {({ value, set, control: { id, ...control } }) => {
      const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
      return (
        <div className="ui-choices">
          {options.map((option, index) => (
            <label key={option.value} className="ui-choice">
              <input
                {...control}
                id={index === 0 ? id : undefined}
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={(event) =>
                  set(event.target.checked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value))
                }
              />
              {option.label}
            </label>
          ))}
        </div>
      );
    }}
  </Field>
);
