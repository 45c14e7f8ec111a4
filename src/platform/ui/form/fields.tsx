import { useState } from 'react';
import { Field, type FieldProps } from './field.tsx';
import { readNumber } from './path.ts';

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

interface TextProps extends FieldProps {
  readonly type?: 'text' | 'password' | 'tel' | 'email';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** One line of text. Empty is the empty text. */
export const TextField = ({ type = 'text', autoComplete = 'off', placeholder, autoFocus, ...field }: TextProps) => (
  <Field {...field}>
    {({ value, set, control }) => (
      <input
        {...control}
        className="ui-input"
        type={type}
        autoComplete={autoComplete}
        placeholder={placeholder}
        // biome-ignore lint/a11y/noAutofocus: only where the page asks for nothing else first
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        value={textOf(value)}
        onChange={(event) => set(event.target.value)}
      />
    )}
  </Field>
);

/** Several lines; `limit` counts down beside the hint when it comes near. */
export const LongTextField = ({
  limit,
  rows = 4,
  ...field
}: FieldProps & { readonly limit?: number; readonly rows?: number }) => (
  <Field {...field} width="full">
    {({ value, set, control }) => (
      <>
        <textarea
          {...control}
          className="ui-input"
          rows={rows}
          value={textOf(value)}
          onChange={(event) => set(event.target.value)}
        />
        {limit !== undefined && textOf(value).length > limit * 0.8 && (
          <span className={textOf(value).length > limit ? 'ui-wrong' : 'ui-soft'}>
            {textOf(value).length}/{limit}
          </span>
        )}
      </>
    )}
  </Field>
);

/**
 * A number, or null when empty. What is no number stays as typed, and the check says what is wrong with it:
 * nothing is silently corrected.
 */
export const NumberField = (field: FieldProps) => (
  <Field width="short" {...field}>
    {({ value, set, control }) => <NumberInput {...control} value={value} set={set} />}
  </Field>
);

const NumberInput = ({
  value,
  set,
  ...control
}: {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}) => {
  const [text, setText] = useState(textOf(value));
  // While typing "1." the value is 1: keep the text unless the value was changed from elsewhere.
  const shown = readNumber(text) === (value ?? null) ? text : textOf(value);
  return (
    <input
      {...control}
      className="ui-input ui-number"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setText(event.target.value);
        set(readNumber(event.target.value));
      }}
    />
  );
};

/** Without it the browser waits for years of six digits, and whoever types on fills the year with the month. */
const LAST_DAY = '9999-12-31';

/** A day as `YYYY-MM-DD`, or null. */
export const DayField = ({
  min,
  max = LAST_DAY,
  ...field
}: FieldProps & { readonly min?: string; readonly max?: string }) => (
  <Field width="short" {...field}>
    {({ value, set, control }) => (
      <input
        {...control}
        className="ui-input"
        type="date"
        min={min}
        max={max}
        value={textOf(value)}
        onChange={(event) => set(event.target.value === '' ? null : event.target.value)}
      />
    )}
  </Field>
);

/** Yes or no, with the sentence that is agreed to as its label. */
export const CheckField = (field: FieldProps) => (
  <Field {...field} unlabelled width="full">
    {({ value, set, control }) => (
      <label className="ui-choice">
        <input {...control} type="checkbox" checked={value === true} onChange={(event) => set(event.target.checked)} />
        {field.label}
      </label>
    )}
  </Field>
);
