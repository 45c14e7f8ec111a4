import { useEffect, useState } from 'react';
import { useText } from '#platform/ui/text/use-text.tsx';
import { deductionsTexts } from '../deductions.text.ts';
import {
  countedDeductions,
  countsOnce,
  type Deduction,
  type DeductionCounts,
  type Edition,
  type Item,
  MOST_COUNT,
  pointsLeft,
  tidyCounts,
} from '../domain/index.ts';
import { pointsText } from '../edition-words.ts';
import './deductions.css';

interface Props {
  readonly edition: Edition;
  readonly item: Item;
  readonly counts: DeductionCounts;
  readonly disabled: boolean;
  /** What is found now, and the points in units that it leaves. */
  readonly onChange: (counts: DeductionCounts | undefined, left: number) => void;
}

/** The deduction rules of an item with how often each was found: − n + where it is counted, a tick where it is so or not. */
export const DeductionCounter = ({ edition, item, counts, disabled, onChange }: Props) => {
  const t = useText(deductionsTexts);
  const rules = item.deductions ?? [];
  const set = (position: number, count: number) => {
    const next = { ...counts, [position]: count };
    onChange(tidyCounts(next), pointsLeft(item, next));
  };
  return (
    <fieldset
      className="deductions"
      aria-label={t('deductions.rules', { item: item.clause ?? item.id })}
      disabled={disabled}
    >
      {rules.map((rule, position) => (
        <RuleRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the rules of a published edition keep their places
          key={position}
          edition={edition}
          rule={rule}
          count={counts[position] ?? 0}
          onChange={(count) => set(position, count)}
        />
      ))}
      <Sum edition={edition} item={item} counts={counts} />
    </fieldset>
  );
};

const RuleRow = (props: {
  readonly edition: Edition;
  readonly rule: Deduction;
  readonly count: number;
  readonly onChange: (count: number) => void;
}) => {
  const t = useText(deductionsTexts);
  const { edition, rule, count, onChange } = props;
  const points = (units: number) => pointsText(units, edition);
  const price =
    'all' in rule
      ? t('deductions.all')
      : rule.per === undefined
        ? t('deductions.once', { points: points(rule.units) })
        : t('deductions.each', { per: rule.per, points: points(rule.units) });
  const taken = 'all' in rule ? t('deductions.all') : t('deductions.taken', { points: points(rule.units * count) });
  const found = count > 0 ? 'deduction found' : 'deduction';
  if (countsOnce(rule)) {
    return (
      <label className={found}>
        <span>
          {rule.text} <small>{price}</small>
        </span>
        <span className="deduction-count">
          <input type="checkbox" checked={count > 0} onChange={(event) => onChange(event.target.checked ? 1 : 0)} />
        </span>
        <b>{count > 0 && taken}</b>
      </label>
    );
  }
  return (
    <div className={found}>
      <span>
        {rule.text} <small>{price}</small>
      </span>
      <CountInput text={rule.text} per={('per' in rule && rule.per) || ''} count={count} onChange={onChange} />
      <b>{count > 0 && taken}</b>
    </div>
  );
};

const readCount = (typed: string): number | undefined => {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
};

/** − n +; the arrow keys do the same in the field. What is no count stays in the field with a sentence. */
const CountInput = (props: {
  readonly text: string;
  readonly per: string;
  readonly count: number;
  readonly onChange: (count: number) => void;
}) => {
  const t = useText(deductionsTexts);
  const { text, per, count, onChange } = props;
  const [typed, setTyped] = useState(String(count));
  const [editing, setEditing] = useState(false);
  useEffect(() => {
    if (!editing) setTyped(String(count));
  }, [count, editing]);
  const step = (by: 1 | -1) => {
    const next = Math.min(MOST_COUNT, Math.max(0, count + by));
    setTyped(String(next));
    if (next !== count) onChange(next);
  };
  const wrong = editing && readCount(typed) === undefined;
  return (
    <span className="deduction-count">
      <button
        type="button"
        aria-label={t('deductions.less', { per, text })}
        disabled={count === 0}
        onClick={() => step(-1)}
      >
        −
      </button>
      <input
        className="ui-input"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        role="spinbutton"
        aria-label={t('deductions.count', { text, per })}
        aria-valuenow={count}
        aria-valuemin={0}
        aria-valuemax={MOST_COUNT}
        aria-invalid={wrong || undefined}
        value={editing ? typed : String(count)}
        onFocus={(event) => {
          setEditing(true);
          event.currentTarget.select();
        }}
        onBlur={() => setEditing(false)}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = readCount(event.target.value);
          if (next !== undefined && next !== count) onChange(next);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          step(event.key === 'ArrowUp' ? 1 : -1);
        }}
      />
      <button type="button" aria-label={t('deductions.more', { per, text })} onClick={() => step(1)}>
        +
      </button>
      {wrong && <small className="ui-wrong">{t('deductions.not-a-count', { most: MOST_COUNT })}</small>}
    </span>
  );
};

const Sum = ({ edition, item, counts }: Pick<Props, 'edition' | 'item' | 'counts'>) => {
  const t = useText(deductionsTexts);
  const found = countedDeductions(item, counts);
  const units = found.reduce((sum, one) => sum + one.units, 0);
  // One rule says it all by itself.
  if (found.length < 2 && units <= item.full) return null;
  const taken = pointsText(Math.min(units, item.full), edition);
  return (
    <p className="deduction-sum">
      {units > item.full && !found.some(({ rule }) => 'all' in rule)
        ? t('deductions.floor', { taken: pointsText(units, edition) })
        : t('deductions.sum', { taken, left: pointsText(pointsLeft(item, counts), edition) })}
    </p>
  );
};
