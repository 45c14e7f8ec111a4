import { useMemo, useState } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { ClassTag, Notice } from '#platform/ui/marks.tsx';
import { SectionNav } from '#platform/ui/sheet/sheet-frame.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { useToday } from '#platform/ui/time/time.tsx';
import { elementRows } from '../../../domain/draft-editing.ts';
import { type Answer, compile, type Edition, type Item, liveScore, parseEdition } from '../../../domain/index.ts';
import { exactPoints, unitsOfPoints } from '../../../domain/points-text.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { className, elementTitle, pointsText } from '../../../edition-words.ts';
import { ItemDetails, ItemKind } from '../../item-parts.tsx';
import { useDraft, useShownEdition } from './editor-context.tsx';

type Given = Readonly<Record<string, Answer>>;

/** The standard as an enterprise meets it, one first-level element at a time; it can be tried out, nothing of that is kept. */
export const PreviewPart = () => {
  const t = useText(draftingTexts);
  const edition = useShownEdition();
  const tops = useMemo(() => topsOf(edition), [edition]);
  const [current, setCurrent] = useState(tops[0]?.id ?? '');
  const [given, setGiven] = useState<Given>({});
  const top = tops.find(({ id }) => id === current) ?? tops[0];
  const set = (id: string, answer: Answer | undefined) =>
    setGiven((before) => {
      const { [id]: _, ...rest } = before;
      return answer === undefined ? rest : { ...rest, [id]: answer };
    });
  if (!top) return <p className="ui-panel ui-empty">{t('drafting.preview.empty')}</p>;
  return (
    <>
      <TriedScore given={given} />
      <div className="ui-sheet">
        <SectionNav
          current={top.id}
          onSelect={setCurrent}
          sections={tops.map(({ id, groups }) => ({
            id,
            title: elementTitle(edition, id),
            done: groups.flatMap(({ items }) => items).filter((item) => given[item.id] !== undefined).length,
            total: groups.flatMap(({ items }) => items).length,
          }))}
        />
        <div className="ui-sheet-rows ui-panel">
          {top.groups.map(({ element, items }) => (
            <section key={element} className="draft-preview-group">
              <h2>{elementTitle(edition, element)}</h2>
              {items.map((item) => (
                <PreviewRow key={item.id} edition={edition} item={item} answer={given[item.id]} onAnswer={set} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </>
  );
};

interface Top {
  readonly id: string;
  readonly groups: readonly { readonly element: string; readonly items: readonly Item[] }[];
}

const topsOf = (edition: Edition): readonly Top[] => {
  const tops: { id: string; groups: { element: string; items: Item[] }[] }[] = [];
  for (const { element, level } of elementRows(edition as never)) {
    if (level === 1) tops.push({ id: element.id, groups: [] });
    const items = edition.items.filter((item) => item.element === element.id);
    if (items.length > 0) tops[tops.length - 1]?.groups.push({ element: element.id, items });
  }
  return tops.filter(({ groups }) => groups.length > 0);
};

const TriedScore = ({ given }: { readonly given: Given }) => {
  const t = useText(draftingTexts);
  const draft = useDraft();
  const today = useToday();
  const plan = useMemo(() => {
    const parsed = parseEdition(draft);
    return parsed.ok && parsed.value.items.length > 0
      ? { edition: parsed.value, plan: compile(parsed.value) }
      : undefined;
  }, [draft]);
  if (plan === undefined) return <Notice>{t('drafting.preview.unreadable')}</Notice>;
  const { edition } = plan;
  const known = Object.fromEntries(
    Object.entries(given).filter(([id]) => edition.items.some((item) => item.id === id)),
  );
  const live = liveScore(plan.plan, { asOf: plainDate(today), answers: known, facts: [] });
  const settled =
    live.settled === undefined || live.settled === null
      ? undefined
      : edition.classes.find(({ code }) => code === live.settled);
  return (
    <div className="draft-tried ui-panel" role="status">
      <b>{t('drafting.preview.title')}</b>
      <span className="ui-soft">{t('drafting.preview.intro')}</span>
      <span className="ui-spread" />
      <span>{t('drafting.preview.answered', { done: Object.keys(known).length, total: edition.items.length })}</span>
      {live.best && live.worst && (
        <span>{t('drafting.preview.score', { worst: live.worst.printed, best: live.best.printed })}</span>
      )}
      {settled && (
        <ClassTag code={settled.code} name={className(edition, settled.code)} colour={settled.colour ?? '#565e68'} />
      )}
    </div>
  );
};

const PreviewRow = (props: {
  readonly edition: Edition;
  readonly item: Item;
  readonly answer: Answer | undefined;
  readonly onAnswer: (id: string, answer: Answer | undefined) => void;
}) => {
  const t = useText(draftingTexts);
  const { edition, item, answer } = props;
  const set = (next: Answer | undefined) => props.onAnswer(item.id, next);
  const na = answer !== undefined && 'na' in answer;
  const name = item.clause ?? item.id;
  const choice = (label: string, value: Answer, chosen: boolean) => (
    <label className="ui-choice">
      <input type="radio" name={`try-${item.id}`} checked={chosen} onChange={() => set(value)} />
      {label}
    </label>
  );
  return (
    <div className="ui-sheet-row">
      <span className="ui-soft">{name}</span>
      <div>
        <p className="draft-preview-text">
          <ItemKind kind={item.kind} /> {item.text || <span className="ui-soft">{t('drafting.untitled')}</span>}{' '}
          <span className="ui-soft ui-nowrap">
            {t('drafting.preview.full', { points: pointsText(item.full, edition) })}
          </span>
        </p>
        <details>
          <summary>{t('drafting.preview.details')}</summary>
          <ItemDetails edition={edition} item={item} />
        </details>
      </div>
      <fieldset className="draft-preview-answer" aria-label={t('drafting.preview.answer', { name })}>
        {item.scoring === 'met' ? (
          <>
            {choice(t('drafting.preview.met'), { met: true }, answer !== undefined && 'met' in answer && answer.met)}
            {choice(
              t('drafting.preview.unmet'),
              { met: false },
              answer !== undefined && 'met' in answer && !answer.met,
            )}
          </>
        ) : (
          <TriedPoints item={item} edition={edition} answer={answer} label={name} onAnswer={set} />
        )}
        {item.na === 'allowed' && (
          <label className="ui-choice">
            <input
              type="checkbox"
              checked={na}
              onChange={(event) => set(event.target.checked ? { na: '—' } : undefined)}
            />
            {t('drafting.preview.na')}
          </label>
        )}
      </fieldset>
    </div>
  );
};

const TriedPoints = (props: {
  readonly item: Item;
  readonly edition: Edition;
  readonly answer: Answer | undefined;
  readonly label: string;
  readonly onAnswer: (answer: Answer | undefined) => void;
}) => {
  const t = useText(draftingTexts);
  const { item, edition, answer } = props;
  const [text, setText] = useState('');
  const units = unitsOfPoints(text.trim(), edition.unitsPerPoint);
  const wrong = text.trim() !== '' && (typeof units !== 'number' || units > item.full);
  const given = answer !== undefined && 'points' in answer ? answer.points : undefined;
  return (
    <span className="ui-row">
      <input
        className="ui-input ui-number tiny"
        inputMode="decimal"
        aria-label={`${props.label} ${t('drafting.points')}`}
        aria-invalid={wrong || undefined}
        value={given !== undefined && units !== given ? exactPoints(given, edition.unitsPerPoint) : text}
        onChange={(event) => {
          setText(event.target.value);
          const next = unitsOfPoints(event.target.value.trim(), edition.unitsPerPoint);
          props.onAnswer(typeof next === 'number' && next <= item.full ? { points: next } : undefined);
        }}
      />
      <span className="ui-soft">/ {pointsText(item.full, edition)}</span>
    </span>
  );
};
