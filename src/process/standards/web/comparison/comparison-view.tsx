import { type ReactNode, useMemo } from 'react';
import { useText } from '#platform/ui/text/use-text.tsx';
import { comparisonTexts } from '../../comparison.text.ts';
import { otherChanges } from '../../difference-words.ts';
import { type AlignedElement, alignedEditions, differenceOf, type Edition, type Item } from '../../domain/index.ts';
import { elementTitle } from '../../edition-words.ts';
import { ChangedFields } from './changed-fields.tsx';
import { ComparisonSummary } from './comparison-summary.tsx';
import { ChangeMark, ItemComparison } from './item-comparison.tsx';
import { useDifferenceWords } from './words.tsx';
import './comparison.css';

interface Props {
  readonly before: Edition;
  readonly after: Edition;
  readonly beforeTitle: string;
  readonly afterTitle: string;
  readonly onlyChanges: boolean;
  /** Under an item, which may be one that the later edition no longer has. */
  readonly below?: (item: Item) => ReactNode;
  /** Shows this item even if it does not change. */
  readonly keeps?: (itemId: string) => boolean;
}

const depthOf = ({ elements }: Edition, id: string): number => {
  let depth = 0;
  for (let at = elements.find((one) => one.id === id)?.parent; at != null; depth += 1) {
    const parent = at;
    at = elements.find((one) => one.id === parent)?.parent;
  }
  return depth;
};

/** Two editions side by side, aligned by element. */
export const ComparisonView = (props: Props) => {
  const { before, after, onlyChanges, keeps } = props;
  const t = useText(comparisonTexts);
  const words = useDifferenceWords();
  const difference = useMemo(() => differenceOf(before, after), [before, after]);
  const aligned = useMemo(() => alignedEditions(difference, before, after), [difference, before, after]);
  const others = useMemo(() => otherChanges(difference, words), [difference, words]);
  const sections = aligned
    .map((element) => ({
      element,
      rows: element.rows.filter(
        (row) => !onlyChanges || row.kind !== 'unchanged' || keeps?.(row.after?.id ?? '') === true,
      ),
    }))
    .filter(({ element, rows }) => rows.length > 0 || (onlyChanges ? element.reordered : element.rows.length > 0));
  return (
    <>
      <ComparisonSummary difference={difference} before={before} after={after} />
      <section className="ui-panel">
        <h2>{t('comparison.head')}</h2>
        {others.length === 0 ? (
          <p className="ui-soft cmp-note">{t('comparison.head.none')}</p>
        ) : (
          others.map((block) => (
            <article key={block.key} className={`cmp-item ${block.kind}`}>
              <header className="ui-row">
                <b>{block.what}</b>
              </header>
              <ChangedFields fields={block.fields} before={before} after={after} />
            </article>
          ))
        )}
      </section>
      <section className="ui-panel cmp-items">
        <h2>{t('comparison.items')}</h2>
        <div className="cmp-sides" aria-hidden="true">
          <span />
          {/* Two editions of an industry often bear the same title. */}
          <b>
            <small className="ui-soft">{t('comparison.before')}</small> {props.beforeTitle}
          </b>
          <b>
            <small className="ui-soft">{t('comparison.after')}</small> {props.afterTitle}
          </b>
        </div>
        {sections.length === 0 && <p className="ui-soft cmp-note">{t('comparison.items.none')}</p>}
        {sections.map(({ element, rows }) => (
          <section key={element.id}>
            <ElementHead element={element} before={before} after={after} />
            {rows.map((row) => {
              const item = row.after ?? row.before;
              return (
                <ItemComparison key={`${row.kind} ${item?.id}`} row={row} before={before} after={after}>
                  {item === null ? null : props.below?.(item)}
                </ItemComparison>
              );
            })}
          </section>
        ))}
      </section>
    </>
  );
};

const ElementHead = ({ element, before, after }: { element: AlignedElement; before: Edition; after: Edition }) => {
  const t = useText(comparisonTexts);
  const edition = element.after === null ? before : after;
  return (
    <h3 className="cmp-element ui-row" style={{ paddingLeft: 16 + depthOf(edition, element.id) * 12 }}>
      {elementTitle(edition, element.id)}
      <ChangeMark kind={element.kind} />
      {element.reordered && <small className="ui-soft">{t('comparison.element.reordered')}</small>}
    </h3>
  );
};
