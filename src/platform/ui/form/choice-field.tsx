import { Select } from '../kit.ts';
import { Field, type FieldProps } from './field.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
  /** Further names to find it by, such as pinyin initials. */
  readonly also?: string;
}

interface Props extends FieldProps {
  readonly options: readonly Option[];
  readonly placeholder?: string;
}

const FEW = 5;

/** One of several: all in sight if they are few, else a list that can be searched. Nothing chosen is null. */
export const ChoiceField = ({ options, placeholder, ...field }: Props) =>
  options.length <= FEW ? (
    <Field {...field} group>
      {({ value, set, control: { id, ...control } }) => (
        <div className="ui-choices">
          {options.map((option, index) => (
            <label key={option.value} className="ui-choice">
              <input
                {...control}
                id={index === 0 ? id : undefined}
                type="radio"
                name={id}
                checked={value === option.value}
                onChange={() => set(option.value)}
              />
              {option.label}
            </label>
          ))}
        </div>
      )}
    </Field>
  ) : (
    <Field {...field}>
      {({ value, set, control }) => (
        <Select
          {...control}
          style={{ width: '100%' }}
          status={control['aria-invalid'] ? 'error' : undefined}
          showSearch={{
            filterOption: (text, option) =>
              `${option?.label ?? ''} ${option?.also ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
          }}
          allowClear={!field.required}
          placeholder={placeholder}
          options={[...options]}
          value={typeof value === 'string' && value !== '' ? value : undefined}
          onChange={(next) => set(next ?? null)}
        />
      )}
    </Field>
  );
