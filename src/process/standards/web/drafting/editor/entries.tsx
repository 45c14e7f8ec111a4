import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useFaultText, useUiText } from '#platform/ui/text/use-text.tsx';
import { textOf } from '../../../domain/draft-editing.ts';
import { exactPoints, unitsOfPoints } from '../../../domain/points-text.ts';
import { isCount } from '../../../domain/reading.ts';
import { anchorOf, useFaultsAt, useUnitsPerPoint } from './editor-context.tsx';
import type { Place } from './fault-place.ts';
import './entries.css';

interface EntryProps {
  readonly place: Place;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly unit?: string;
  readonly optional?: boolean;
  /** Takes the whole width of the form. */
  readonly full?: boolean;
  readonly group?: boolean;
}

/** What a control is given to be found, labelled and marked as wrong. */
interface Control {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

/** Label, control, hint and faults of one field of the draft. */
export const Entry = (props: EntryProps & { readonly children: (control: Control) => ReactNode }) => {
  const ui = useUiText();
  const faults = useFaultText();
  const { list, id, field } = props.place;
  const found = useFaultsAt(list, id, field);
  const anchor = anchorOf(props.place);
  const wrong = found.length > 0;
  return (
    <div
      className={['ui-field', props.full && 'full', wrong && 'wrong'].filter(Boolean).join(' ')}
      {...(props.group && { role: 'group', 'aria-labelledby': `${anchor}-label` })}
    >
      {props.group ? (
        <span className="ui-field-label" id={`${anchor}-label`}>
          {props.label}
        </span>
      ) : (
        <label className="ui-field-label" htmlFor={anchor}>
          {props.label}
          {props.optional && <small>{ui('form.optional')}</small>}
        </label>
      )}
      <div className="ui-field-control">
        {props.children({
          id: anchor,
          ...(wrong && { 'aria-invalid': true as const, 'aria-describedby': `${anchor}-fault` }),
        })}
        {props.unit && <span className="ui-soft ui-nowrap">{props.unit}</span>}
      </div>
      {props.hint && <p className="ui-field-hint">{props.hint}</p>}
      {wrong && (
        <p className="ui-field-fault" id={`${anchor}-fault`}>
          {found.map(({ issue }) => faults.issue(issue)).join(' ')}
        </p>
      )}
    </div>
  );
};

interface ValueProps {
  readonly value: unknown;
  /** Undefined takes the member out. */
  readonly onChange: (value: string | undefined) => void;
}

/** One line of text, or several that grow with what is written. Empty takes the member out unless `keep`. */
export const TextEntry = ({
  value,
  onChange,
  lines,
  keep,
  placeholder,
  list,
  type = 'text',
  ...entry
}: EntryProps &
  ValueProps & {
    readonly lines?: number;
    readonly keep?: boolean;
    readonly placeholder?: string;
    /** Id of a `datalist` with proposals. */
    readonly list?: string;
    readonly type?: 'text' | 'date';
  }) => {
  const pass = (text: string) => onChange(text === '' && !keep ? undefined : text);
  return (
    <Entry {...entry}>
      {(control) =>
        lines === undefined ? (
          <input
            {...control}
            className="ui-input"
            type={type}
            autoComplete="off"
            placeholder={placeholder}
            list={list}
            value={textOf(value)}
            onChange={(event) => pass(event.target.value)}
          />
        ) : (
          <Growing {...control} lines={lines} value={textOf(value)} onChange={pass} />
        )
      }
    </Entry>
  );
};

/** A text area as high as its text: a copy of the text behind it makes the room. */
export const Growing = ({
  value,
  lines = 1,
  onChange,
  onKeyDown,
  ...control
}: {
  readonly value: string;
  readonly lines?: number;
  readonly onChange: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'data-cell'?: string;
}) => (
  <span className="growing" data-text={value} style={{ minHeight: lines * 22 + 10 }}>
    <textarea
      {...control}
      className="ui-input"
      rows={1}
      value={value}
      onKeyDown={onKeyDown}
      onChange={(event) => onChange(event.target.value)}
    />
  </span>
);

interface NumberInputProps {
  readonly value: unknown;
  readonly onChange: (value: number | string | undefined) => void;
  readonly id?: string;
  readonly className?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'data-cell'?: string;
}

/** A number in some notation. What is no such number stays as it was typed, and the check says what is wrong with it. */
const NotedNumber = ({
  value,
  onChange,
  read,
  write,
  className = '',
  ...control
}: NumberInputProps & {
  readonly read: (text: string) => number | string | undefined;
  readonly write: (value: unknown) => string;
}) => {
  const [text, setText] = useState(() => write(value));
  // While "2.0" is being typed on the way to "2.05" the value is that of "2".
  const shown = read(text) === value ? text : write(value);
  return (
    <input
      {...control}
      className={`ui-input ui-number ${className}`}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setText(event.target.value);
        onChange(read(event.target.value));
      }}
    />
  );
};

/** Points, kept as units. */
export const PointsInput = (props: NumberInputProps) => {
  const unitsPerPoint = useUnitsPerPoint();
  return (
    <NotedNumber
      {...props}
      read={(text) => (text.trim() === '' ? undefined : (unitsOfPoints(text.trim(), unitsPerPoint) ?? text))}
      write={(value) => (isCount(value) ? exactPoints(value, unitsPerPoint) : textOf(value))}
    />
  );
};

const readCount = (text: string): number | string | undefined => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = Number(trimmed);
  return /^\d{1,15}$/.test(trimmed) && isCount(number) ? number : text;
};

/** A whole number of 0 or more. */
export const CountInput = (props: NumberInputProps) => <NotedNumber {...props} read={readCount} write={textOf} />;

export const CountEntry = ({
  value,
  onChange,
  ...entry
}: EntryProps & Pick<NumberInputProps, 'value' | 'onChange'>) => (
  <Entry {...entry}>
    {(control) => <CountInput {...control} className="short" value={value} onChange={onChange} />}
  </Entry>
);

export const PointsEntry = ({
  value,
  onChange,
  ...entry
}: EntryProps & Pick<NumberInputProps, 'value' | 'onChange'>) => (
  <Entry {...entry}>
    {(control) => <PointsInput {...control} className="short" value={value} onChange={onChange} />}
  </Entry>
);

/** One of a few words, all in sight. */
export const ChoiceEntry = <Value extends string>({
  value,
  onChange,
  options,
  ...entry
}: EntryProps & {
  readonly value: unknown;
  readonly onChange: (value: Value) => void;
  readonly options: readonly (readonly [Value, string])[];
}) => (
  <Entry {...entry} group>
    {({ id, ...control }) => (
      <div className="ui-choices">
        {options.map(([option, label], index) => (
          <label key={option} className="ui-choice">
            <input
              {...control}
              id={index === 0 ? id : undefined}
              type="radio"
              name={id}
              checked={value === option}
              onChange={() => onChange(option)}
            />
            {label}
          </label>
        ))}
      </div>
    )}
  </Entry>
);
