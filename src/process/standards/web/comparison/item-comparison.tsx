import { memo, type ReactNode } from 'react';
import { useText } from '#platform/ui/text/use-text.tsx';
import { comparisonTexts } from '../../comparison.text.ts';
import { fieldName, fieldText, WHOLE_ITEM } from '../../difference-words.ts';
import type { AlignedItem, Edition, Item, RowKind } from '../../domain/index.ts';
import { elementTitle, pointsText } from '../../edition-words.ts';
import { ItemKind } from '../item-parts.tsx';
import { ChangedFields } from './changed-fields.tsx';
import { useDifferenceWords } from './words.tsx';

/** 新增, 删除 …: what happened to an item or element. */
export const ChangeMark = ({ kind }: { readonly kind: RowKind }) => {
  const t = useText(comparisonTexts);
  return kind === 'unchanged' ? null : <span className={`cmp-mark ${kind}`}>{t(`comparison.kind.${kind}`)}</span>;
};

/** Points and kind stand in the head of the item already. */
const WHOLE = WHOLE_ITEM.filter((field) => field !== 'full' && field !== 'kind');

/** An item that one side alone has: everything that it says. */
const OneSided = ({ item, edition, side }: { item: Item; edition: Edition; side: 'before' | 'after' }) => {
  const words = useDifferenceWords();
  return WHOLE.map((field) => {
    const text = fieldText(field, item[field], edition, words);
    return text === '' ? null : (
      <div key={field} className="cmp-field">
        <span className="cmp-label">{fieldName(field, words.t)}</span>
        <p className={`cmp-${side}`}>{text}</p>
      </div>
    );
  });
};

interface Props {
  readonly row: AlignedItem;
  readonly before: Edition;
  readonly after: Edition;
  /** Under the item: comments, a form. */
  readonly children?: ReactNode;
}

/** One item side by side: what changed of it, word by word; what did not change is told once. */
export const ItemComparison = memo(({ row, before, after, children }: Props) => {
  const t = useText(comparisonTexts);
  const shown = row.after ?? row.before;
  if (shown === null) return null;
  const points =
    row.before !== null && row.after !== null
      ? [pointsText(row.before.full, before), pointsText(row.after.full, after)]
      : [pointsText(shown.full, row.after === null ? before : after)];
  const textChanged = row.fields.some(({ field }) => field === 'text');
  return (
    <article className={`cmp-item ${row.kind}`} id={`item-${shown.id}`}>
      <header className="ui-row">
        <b>{shown.clause ?? shown.id}</b>
        <ChangeMark kind={row.kind} />
        <ItemKind kind={shown.kind} />
        <span className="ui-soft">
          {points[0] === points[1] || points.length === 1
            ? t('comparison.value.points', { points: points[0] ?? '' })
            : t('comparison.line.shift', {
                before: t('comparison.value.points', { points: points[0] ?? '' }),
                after: t('comparison.value.points', { points: points[1] ?? '' }),
              })}
        </span>
        {row.place.length > 0 && row.before !== null && (
          <span className="ui-soft">
            {t('comparison.place', {
              place: `${elementTitle(before, row.before.element)} · ${row.before.clause ?? row.before.id}`,
            })}
          </span>
        )}
      </header>
      {row.before === null || row.after === null ? (
        <OneSided
          item={shown}
          edition={row.after === null ? before : after}
          side={row.after === null ? 'before' : 'after'}
        />
      ) : (
        <>
          {!textChanged && <p className="cmp-both">{row.after.text}</p>}
          <ChangedFields fields={row.fields.filter(({ field }) => field !== 'full')} before={before} after={after} />
        </>
      )}
      {children}
    </article>
  );
});
