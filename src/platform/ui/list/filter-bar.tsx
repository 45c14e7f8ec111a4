import { useEffect, useState } from 'react';
import type { Filters } from '../address.tsx';
import { Button } from '../button.tsx';
import { useUiText } from '../text/use-text.tsx';

/** One filter. `name` is its name in the address and among the defaults of `useFilters`. */
export type FilterDef =
  | { readonly kind: 'search'; readonly name: string; readonly label: string }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      /** Without the empty one, which the bar adds as 全部 under the label. */
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly kind: 'day'; readonly name: string; readonly label: string };

type Address = Filters<string>;

/** The filters in one row; each change goes into the address. */
export const FilterBar = ({
  filters,
  address,
}: {
  readonly filters: readonly FilterDef[];
  readonly address: Address;
}) => {
  const t = useUiText();
  return (
    <>
      {filters.map((filter) => (
        <One key={filter.name} filter={filter} address={address} />
      ))}
      {address.active && (
        <Button look="link" onClick={address.reset}>
          {t('action.reset')}
        </Button>
      )}
    </>
  );
};

const One = ({ filter, address }: { readonly filter: FilterDef; readonly address: Address }) => {
  const value = address.values[filter.name] ?? '';
  const set = (next: string) => address.set({ [filter.name]: next });
  if (filter.kind === 'search') return <Search label={filter.label} value={value} onChange={set} />;
  if (filter.kind === 'day') {
    return (
      <label>
        {filter.label}
        <input className="ui-input" type="date" value={value} onChange={(event) => set(event.target.value)} />
      </label>
    );
  }
  return (
    <select
      className="ui-select"
      aria-label={filter.label}
      value={value}
      onChange={(event) => set(event.target.value)}
      style={value === '' ? { color: 'var(--text-soft)' } : { borderColor: 'var(--accent)' }}
    >
      <option value="">{filter.label}</option>
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
};

const PAUSE_MS = 300;

/** Searches when the person stops typing, not on every letter, and never in the middle of a word being composed. */
const Search = (props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const [text, setText] = useState(props.value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setText(props.value), [props.value]);
  useEffect(() => {
    if (composing || text.trim() === props.value) return;
    const timer = setTimeout(() => props.onChange(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <input
      type="search"
      className="ui-input"
      placeholder={props.label}
      aria-label={props.label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !composing) props.onChange(text.trim());
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
};
