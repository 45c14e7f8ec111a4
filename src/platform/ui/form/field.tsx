import type { ReactNode } from 'react';
import { useFaultText, useUiText } from '../text/use-text.tsx';
import { fieldId, useField } from './store.ts';
import './form.css';

export interface FieldProps {
  /** Path in the values of the form: `registration.staffCount`. */
  readonly name: string;
  readonly label: string;
  /** Stands behind the control: 人, 万元. */
  readonly unit?: string;
  /** One sentence under the control: what to write, where to find it. */
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** `short` for numbers and dates, `full` for the whole width. */
  readonly width?: 'short' | 'full';
}

/** What a control needs: spread `control` on it. */
export interface Control {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
  readonly control: {
    readonly id: string;
    readonly disabled?: boolean;
    readonly 'aria-invalid'?: true;
    readonly 'aria-describedby'?: string;
    readonly 'aria-required'?: true;
  };
}

/** Label, control, unit, hint and faults of one field; `children` renders the control (`unlabelled`: with its label). */
export const Field = (
  props: FieldProps & {
    readonly group?: boolean;
    readonly unlabelled?: boolean;
    readonly children: (control: Control) => ReactNode;
  },
) => {
  const t = useUiText();
  const faults = useFaultText();
  const { value, set, issues } = useField(props.name, props.label);
  const id = fieldId(props.name);
  const described = [props.hint && `${id}-hint`, issues.length > 0 && `${id}-fault`].filter(Boolean).join(' ');
  const label = (
    <>
      {props.label}
      {!props.required && <small>{t('form.optional')}</small>}
    </>
  );
  return (
    <div
      className={['ui-field', props.width, issues.length > 0 && 'wrong'].filter(Boolean).join(' ')}
      {...(props.group && { role: 'group', 'aria-labelledby': `${id}-label` })}
    >
      {props.unlabelled ? null : props.group ? (
        <span className="ui-field-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className="ui-field-label" htmlFor={id}>
          {label}
        </label>
      )}
      <div className="ui-field-control">
        {props.children({
          value,
          set,
          control: {
            id,
            disabled: props.disabled,
            ...(issues.length > 0 && { 'aria-invalid': true as const }),
            ...(described !== '' && { 'aria-describedby': described }),
            ...(props.required && { 'aria-required': true as const }),
          },
        })}
        {props.unit && <span className="ui-soft">{props.unit}</span>}
      </div>
      {props.hint && (
        <p className="ui-field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {issues.length > 0 && (
        <p className="ui-field-fault" id={`${id}-fault`}>
          {issues.map((issue) => faults.issue(issue)).join(' ')}
        </p>
      )}
    </div>
  );
};
