import { useText } from '#platform/ui/text/use-text.tsx';
import type { Edition, Item } from '../domain/index.ts';
import { effectText } from '../edition-words.ts';
import { standardsTexts } from '../standards.text.ts';
import './standards.css';

/** 必备项 or 否决项 in words; nothing for an ordinary item. */
export const ItemKind = ({ kind }: Pick<Item, 'kind'>) => {
  const t = useText(standardsTexts);
  return kind === 'scored' ? null : <span className={`item-kind ${kind}`}>{t(`standards.kind.${kind}`)}</span>;
};

/** What the standard says about an item beyond its requirement. */
export const ItemDetails = ({ edition, item }: { readonly edition: Edition; readonly item: Item }) => {
  const t = useText(standardsTexts);
  const consequence = item.onFail.map((effect) => effectText(edition, effect, t)).join(t('trace.separator'));
  const rows = [
    ['standards.deduction', item.deduction],
    ['standards.method', item.method],
    ['standards.evidence', item.evidence],
    ['standards.consequence', item.kind === 'scored' ? '' : consequence],
    ['standards.basis', item.basis],
  ] as const;
  return (
    <dl className="item-details">
      {rows.map(([label, text]) =>
        text ? (
          <Row key={label} label={t(label)}>
            {text}
          </Row>
        ) : null,
      )}
    </dl>
  );
};

const Row = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);
