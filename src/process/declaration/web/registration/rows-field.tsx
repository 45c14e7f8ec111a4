import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { Field } from '#platform/ui/form/field.tsx';
import { CheckField, DayField, NumberField, TextField } from '#platform/ui/form/fields.tsx';
import { fieldId, useField } from '#platform/ui/form/store.ts';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import type { Column, RegistrationField } from '../../domain/registration-fields.ts';
import { type RegistrationKey, registrationTexts } from '../../registration.text.ts';
import { HalfWidthFix, hintOf } from './field-note.tsx';

type RowsFieldDefinition = Extract<RegistrationField, { readonly kind: 'rows' }>;
type Row = Readonly<Record<string, unknown>>;

export interface FileOption {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly field: RowsFieldDefinition;
  readonly disabled: boolean;
  readonly note: ReactNode;
  /** The rows are printed, each with what its first column says; else people add as many as there are. */
  readonly fixed: boolean;
  readonly files: readonly FileOption[];
}

const keyOf = (key: string): RegistrationKey => key as RegistrationKey;

/** Where the person goes on after a row came or went: in the row at this place, else at what stands behind the rows. */
const focusAt = (table: HTMLElement | null, at: number): void => {
  const control = table?.querySelector<HTMLElement>(`fieldset:nth-of-type(${at + 1}) :is(input, select, textarea)`);
  (control ?? table?.querySelector<HTMLElement>(':scope > button') ?? table)?.focus();
};

/** A table of the form: one row a line where there is room, one below the other on a phone. */
export const RowsField = ({ field, disabled, note, fixed, files }: Props) => {
  const t = useText(registrationTexts);
  const faults = useFaultText();
  const path = `registration.${field.name}`;
  const label = t(keyOf(`registration.field.${field.name}`));
  const { value, set, issues } = useField(path, label);
  const rows = Array.isArray(value) ? (value as readonly Row[]) : [];
  const table = useRef<HTMLDivElement>(null);
  const goOn = useRef<number | null>(null);
  useEffect(() => {
    if (goOn.current === null) return;
    focusAt(table.current, goOn.current);
    goOn.current = null;
  });
  const change = (next: readonly Row[], at: number) => {
    goOn.current = at;
    set(next);
  };
  const first = field.columns[0]?.name ?? '';
  const columns = fixed ? field.columns.slice(1) : field.columns;
  const nameOf = (row: Row, at: number): string => {
    if (!fixed) return t('registration.row', { nth: at + 1 });
    const [column] = field.columns;
    return column?.kind === 'choice'
      ? t(keyOf(`registration.option.${field.name}.${first}.${String(row[first])}`))
      : `${String(row[first])} ${column && 'unit' in column ? t(`registration.unit.${column.unit}`) : ''}`;
  };
  return (
    <div className="registration-rows-field" id={fieldId(path)} tabIndex={-1} ref={table}>
      {rows.map((row, at) => {
        const rowPath = `${path}.${at}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name, and its fields are found by place
          <fieldset key={at} className="registration-row">
            <legend className={fixed ? undefined : 'ui-hidden'}>{nameOf(row, at)}</legend>
            {columns.map((column) => (
              <Cell
                key={column.name}
                field={field.name}
                column={column}
                path={`${rowPath}.${column.name}`}
                disabled={disabled}
                files={files}
              />
            ))}
            {!fixed && !disabled && (
              <div className="registration-row-end">
                <Button
                  look="link"
                  onClick={() =>
                    change(
                      rows.filter((one) => one !== row),
                      at,
                    )
                  }
                >
                  {t('registration.row.remove')}
                </Button>
              </div>
            )}
          </fieldset>
        );
      })}
      {issues.length > 0 && <p className="ui-field-fault">{issues.map((issue) => faults.issue(issue)).join(' ')}</p>}
      {!fixed && !disabled && rows.length < field.most && (
        <Button onClick={() => change([...rows, {}], rows.length)}>{t('registration.row.add', { label })}</Button>
      )}
      <div className="ui-field-hint">{note}</div>
    </div>
  );
};

interface CellProps {
  readonly field: string;
  readonly column: Column;
  readonly path: string;
  readonly disabled: boolean;
  readonly files: readonly FileOption[];
}

const Cell = ({ field, column, path, disabled, files }: CellProps) => {
  const t = useText(registrationTexts);
  const hint = hintOf(`${field}.${column.name}`);
  const common = {
    name: path,
    label: t(keyOf(`registration.column.${field}.${column.name}`)),
    required: column.required ?? false,
    disabled,
    hint: (
      <>
        {hint && t(hint)}
        <HalfWidthFix path={path} />
      </>
    ),
  };
  const control = () => {
    switch (column.kind) {
      case 'day':
        return <DayField {...common} />;
      case 'count':
      case 'money':
      case 'decimal':
        return <NumberField {...common} unit={t(`registration.unit.${column.unit}`)} />;
      case 'yesNo':
        return <CheckField {...common} />;
      case 'choice':
        return (
          <ChoiceField
            {...common}
            options={column.options.map((one) => ({
              value: one,
              label: t(keyOf(`registration.option.${field}.${column.name}.${one}`)),
            }))}
          />
        );
      default:
        return column.name === 'file' ? (
          <FileField {...common} files={files} />
        ) : (
          <TextField {...common} type={column.kind === 'phone' ? 'tel' : 'text'} />
        );
    }
  };
  return <div className={column.kind === 'yesNo' ? 'registration-cell narrow' : 'registration-cell'}>{control()}</div>;
};

/** A file of the declaration; a plain list, since a file may be taken off again. */
const FileField = ({
  files,
  ...field
}: Parameters<typeof TextField>[0] & { readonly files: readonly FileOption[] }) => {
  const t = useText(registrationTexts);
  const { value } = useField(field.name, field.label);
  const gone = typeof value === 'string' && value !== '' && !files.some((one) => one.value === value);
  const options = gone ? [...files, { value: String(value), label: t('registration.file.gone') }] : files;
  return <NativeChoice {...field} options={options} none={t('registration.file.none')} />;
};

const NativeChoice = ({
  options,
  none,
  ...field
}: Omit<Parameters<typeof Field>[0], 'children'> & {
  readonly options: readonly FileOption[];
  readonly none: string;
}) => (
  <Field {...field}>
    {({ value, set, control }) => (
      <select
        {...control}
        className="ui-select"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => set(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{none}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
