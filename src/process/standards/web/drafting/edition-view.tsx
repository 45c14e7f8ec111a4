import { useMemo } from 'react';
import { ClassTag } from '#platform/ui/marks.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import { comparisonTexts } from '../../comparison.text.ts';
import { fieldText } from '../../difference-words.ts';
import { draftTotals, elementRows } from '../../domain/draft-editing.ts';
import type { Edition, EditionClass, Item } from '../../domain/edition.ts';
import { draftingTexts } from '../../drafting.text.ts';
import { className, effectText, elementTitle, pointsText } from '../../edition-words.ts';
import { standardsTexts } from '../../standards.text.ts';
import { ItemKind } from '../item-parts.tsx';
import './drafting.css';

const PARTS = ['head', 'classes', 'gates'] as const;

/** A standard to be read: contents at the left, then classes, gates, and every item under its element. Prints as it stands. */
export const EditionView = ({
  edition,
  industryName,
}: {
  readonly edition: Edition;
  readonly industryName: string;
}) => {
  const t = useText(draftingTexts);
  const rows = useMemo(() => elementRows(edition as never), [edition]);
  const totals = useMemo(() => draftTotals(edition as never), [edition]);
  const byElement = useMemo(() => {
    const found = new Map<string, Item[]>();
    for (const item of edition.items) {
      const list = found.get(item.element);
      if (list) list.push(item);
      else found.set(item.element, [item]);
    }
    return found;
  }, [edition]);
  const figures = (id: string) => {
    const own = totals.elements.get(id);
    return t('drafting.tree.figures', { items: own?.items ?? 0, points: pointsText(own?.units ?? 0, edition) });
  };
  return (
    <div className="edition">
      <nav className="edition-contents ui-panel ui-screen" aria-label={t('drafting.view.contents')}>
        <ol>
          {PARTS.map((part) => (
            <li key={part}>
              <a href={`#edition-${part}`}>{t(`drafting.view.${part}`)}</a>
            </li>
          ))}
          {rows.map(({ element, level }) => (
            <li key={element.id} className={`level-${level}`}>
              <a href={`#edition-element-${element.id}`}>{elementTitle(edition, element.id)}</a>
              <small>{figures(element.id)}</small>
            </li>
          ))}
        </ol>
      </nav>
      <div className="edition-text">
        <Head edition={edition} industryName={industryName} />
        <Classes edition={edition} />
        <Gates edition={edition} />
        {rows.map(({ element, level }) => {
          const items = byElement.get(element.id) ?? [];
          const Heading = level === 1 ? 'h2' : 'h3';
          return (
            <section
              key={element.id}
              id={`edition-element-${element.id}`}
              className={level === 1 ? 'ui-panel edition-element first' : 'ui-panel edition-element'}
            >
              <Heading className="ui-row">
                <span className="ui-spread">{elementTitle(edition, element.id)}</span>
                <small className="ui-soft">{figures(element.id)}</small>
              </Heading>
              <Floor edition={edition} id={element.id} />
              {items.map((item) => (
                <ItemText key={item.id} edition={edition} item={item} />
              ))}
            </section>
          );
        })}
      </div>
    </div>
  );
};

const Head = ({ edition, industryName }: { readonly edition: Edition; readonly industryName: string }) => {
  const t = useText(draftingTexts);
  const { whole } = draftTotals(edition as never);
  return (
    <section className="ui-panel" id="edition-head">
      <Facts
        facts={[
          { label: t('drafting.head.industry'), value: industryName },
          { label: t('drafting.head.issued'), value: edition.issued && <Day on={edition.issued} /> },
          {
            label: t('drafting.view.extent'),
            value: t('drafting.view.extent-value', {
              items: whole.items,
              points: pointsText(whole.units, edition),
              mandatory: whole.mandatory,
              veto: whole.veto,
            }),
          },
          {
            label: t('drafting.head.scoring'),
            value: t(edition.compare === 'printed' ? 'drafting.view.scoring-printed' : 'drafting.view.scoring-exact', {
              scale: edition.scale,
              digits: edition.digits,
            }),
          },
          { label: t('drafting.head.basis'), value: edition.basis, wide: true },
          ...(edition.notice ? [{ label: t('drafting.head.notice'), value: edition.notice, wide: true }] : []),
        ]}
      />
    </section>
  );
};

/** `90 分及以上`, `75 分及以上、不到 90 分`. */
const useThreshold = (edition: Edition): ((member: EditionClass) => string) => {
  const t = useText(draftingTexts);
  return (member) => {
    if (member.rank === undefined) return t('drafting.view.status');
    const above = edition.classes.find(({ rank }) => rank === member.rank! - 1)?.from;
    if (above === undefined) return t('drafting.view.from', { from: member.from ?? '' });
    return member.from === '0'
      ? t('drafting.view.below', { above })
      : t('drafting.view.between', { from: member.from ?? '', above });
  };
};

const Classes = ({ edition }: { readonly edition: Edition }) => {
  const t = useText(draftingTexts);
  const threshold = useThreshold(edition);
  return (
    <section className="ui-panel" id="edition-classes">
      <h2>{t('drafting.view.classes')}</h2>
      <table className="ui-table edition-table">
        <thead>
          <tr>
            <th scope="col">{t('drafting.view.class')}</th>
            <th scope="col">{t('drafting.view.threshold')}</th>
            <th scope="col">{t('drafting.classes.meaning')}</th>
            <th scope="col">{t('drafting.classes.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {edition.classes.map((member) => (
            <tr key={member.code}>
              <td>
                <ClassTag
                  code={member.code}
                  name={className(edition, member.code)}
                  colour={member.colour ?? '#565e68'}
                />
              </td>
              <td className="ui-nowrap">{threshold(member)}</td>
              <td>{member.meaning}</td>
              <td className="ui-soft">{member.basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Gates = ({ edition }: { readonly edition: Edition }) => {
  const t = useText(draftingTexts);
  const standards = useText(standardsTexts);
  return (
    <section className="ui-panel" id="edition-gates">
      <h2>{t('drafting.view.gates')}</h2>
      {edition.gates.length === 0 ? (
        <p className="ui-soft edition-none">{t('drafting.view.no-gates')}</p>
      ) : (
        <table className="ui-table edition-table">
          <thead>
            <tr>
              <th scope="col">{t('drafting.gates.title')}</th>
              <th scope="col">{t('drafting.view.when')}</th>
              <th scope="col">{t('drafting.gates.effects')}</th>
              <th scope="col">{t('drafting.gates.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {edition.gates.map((gate) => (
              <tr key={gate.id}>
                <td>{gate.title ?? gate.id}</td>
                <td className="ui-nowrap">{t('drafting.view.gate', { months: gate.months, count: gate.atLeast })}</td>
                <td>
                  {gate.effects
                    .map((effect) => effectText(edition, effect, standards))
                    .join(standards('trace.separator'))}
                </td>
                <td className="ui-soft">{gate.basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const Floor = ({ edition, id }: { readonly edition: Edition; readonly id: string }) => {
  const t = useText(draftingTexts);
  const standards = useText(standardsTexts);
  const floor = edition.elements.find((element) => element.id === id)?.floor;
  if (!floor) return null;
  const effects = floor.effects
    .map((effect) => effectText(edition, effect, standards))
    .join(standards('trace.separator'));
  return <p className="edition-floor">{t('drafting.view.floor', { percent: floor.percent, effects })}</p>;
};

const ItemText = ({ edition, item }: { readonly edition: Edition; readonly item: Item }) => {
  const t = useText(draftingTexts);
  const standards = useText(standardsTexts);
  const words = { t: useText(comparisonTexts), standards };
  const consequence = item.onFail
    .map((effect) => effectText(edition, effect, standards))
    .join(standards('trace.separator'));
  const rules =
    item.deductions && item.deductions.length > 0 ? fieldText('deductions', item.deductions, edition, words) : '';
  const lines = [
    [standards('standards.consequence'), consequence],
    [standards('standards.deduction'), item.deduction],
    [t('drafting.rule.title'), rules],
    [t('drafting.na.when'), item.naWhen],
    [standards('standards.method'), item.method],
    [standards('standards.evidence'), item.evidence],
    [standards('standards.basis'), item.basis],
  ] as const;
  return (
    <article className="edition-item ui-keep" id={`edition-item-${item.id}`}>
      <span className="edition-clause">{item.clause ?? item.id}</span>
      <div>
        <p className="edition-requirement">
          {item.text} <ItemKind kind={item.kind} />
        </p>
        <dl className="item-details">
          {lines.map(([label, text]) =>
            text ? (
              <div key={label} className="edition-line">
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </div>
      <span className="edition-points">
        <b>{t('drafting.preview.full', { points: pointsText(item.full, edition) })}</b>
        <small>{t(item.scoring === 'met' ? 'drafting.view.met' : 'drafting.view.points')}</small>
        <small>{t(item.na === 'allowed' ? 'drafting.view.na-allowed' : 'drafting.view.na-forbidden')}</small>
        {item.scope === 'industry' && <small>{t('drafting.scope.industry')}</small>}
      </span>
    </article>
  );
};
