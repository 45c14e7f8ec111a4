import { lazy, Suspense } from 'react';
import { Loading } from '../loading.tsx';
import { Field, type FieldProps } from './field.tsx';
import type { Option } from './option.ts';

const SearchableChoice = lazy(async () => ({
  default: (await import('./searchable-choice.tsx')).SearchableChoice,
}));

interface Props extends FieldProps {
  readonly options: readonly Option[];
  readonly placeholder?: string;
}

const FEW = 5;
/** What the browser's own list, which is found by the first letters, can still be looked through. */
const MANY = 30;

/** One of several: all in sight if they are few, else a list, which can be searched if it is long. Nothing chosen is null. */
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
  ) : options.length <= MANY && !options.some(({ also }) => also) ? (
    <Field {...field}>
      {({ value, set, control }) => (
        <select
          {...control}
          className="ui-select"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => set(event.target.value === '' ? null : event.target.value)}
        >
          <option value="" disabled={field.required}>
            {placeholder ?? ''}
          </option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  ) : (
    <Field {...field}>
      {({ value, set, control }) => (
        <Suspense fallback={<Loading />}>
          <SearchableChoice
            options={options}
            placeholder={placeholder}
            required={field.required === true}
            value={value}
            control={control}
            onChange={set}
          />
        </Suspense>
      )}
    </Field>
  );
