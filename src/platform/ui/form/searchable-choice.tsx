import { Select } from '../kit.tsx';
import type { Control } from './field.tsx';
import type { Option } from './option.ts';

interface Props {
  readonly options: readonly Option[];
  readonly placeholder: string | undefined;
  readonly required: boolean;
  readonly value: unknown;
  readonly control: Control['control'];
  readonly onChange: (value: string | null) => void;
}

/** A long list, found by typing part of a name or its pinyin initials. */
export const SearchableChoice = ({ options, placeholder, required, value, control, onChange }: Props) => (
  <Select
    {...control}
    style={{ width: '100%' }}
    status={control['aria-invalid'] ? 'error' : undefined}
    showSearch={{
      filterOption: (text, option) =>
        `${option?.label ?? ''} ${option?.also ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
    }}
    allowClear={!required}
    placeholder={placeholder}
    options={[...options]}
    value={typeof value === 'string' && value !== '' ? value : undefined}
    onChange={(next) => onChange(next ?? null)}
  />
);
