import type { Translate } from '#platform/text.ts';
import type { CounterfactualKey } from '../counterfactual.text.ts';
import type { Change, ChangeSet, Counterfactual, Edition, Item, Nearest } from '../domain/index.ts';
import { className, itemName, pointsText } from '../edition-words.ts';
import type { StandardsKey } from '../standards.text.ts';

/** One direction in words: what is found, then the ways, and a last word if not all are listed. */
export interface DirectionLines {
  readonly lead: string;
  readonly ways: readonly string[];
  readonly more?: string;
}

/** What would alter a class, in words. */
export interface CounterfactualLines {
  /** Whether the class stands outside the ranks, so that nothing is better, only otherwise. */
  readonly unranked: boolean;
  /** How far the score is from the thresholds. */
  readonly thresholds: readonly string[];
  readonly better: DirectionLines;
  readonly worse: DirectionLines;
}

type T = Translate<CounterfactualKey | StandardsKey>;
type Side = 'better' | 'worse';

const MOST_WAYS = 6;
const MOST_ITEMS = 12;

/** @param t words of both catalogues, `counterfactualTexts` and `standardsTexts` */
export const counterfactualLines = (edition: Edition, found: Counterfactual, t: T): CounterfactualLines => ({
  unranked: isUnranked(edition, found),
  thresholds: thresholdLines(edition, found, t),
  better: directionLines(edition, found, 'better', t),
  worse: directionLines(edition, found, 'worse', t),
});

const isUnranked = (edition: Edition, found: Counterfactual): boolean =>
  edition.classes.some(({ code, rank }) => code === found.class && rank === undefined);

const thresholdLines = (edition: Edition, { lines, scoreClass }: Counterfactual, t: T): string[] => {
  const own = lines.findIndex((line) => line.class === scoreClass);
  const missing = lines.slice(0, own).toReversed();
  const spare = lines.slice(own, own + 1).filter(({ least }) => least > 0);
  const wording = (line: Counterfactual['lines'][number], units: number) => ({
    class: className(edition, line.class),
    from: line.from,
    points: pointsText(units, edition),
  });
  return [
    ...missing.map((line) => t('change.line.missing', wording(line, line.missing))),
    ...spare.map((line) => t('change.line.spare', wording(line, -line.missing))),
  ];
};

const ends = { better: { top: 'change.better.top' }, worse: { top: 'change.worse.last' } } as const;

/** What all sentences of one direction share. */
interface Wording {
  readonly edition: Edition;
  readonly found: Counterfactual;
  readonly side: Side;
  readonly t: T;
}

const directionLines = (edition: Edition, found: Counterfactual, side: Side, t: T): DirectionLines => {
  const nearest: Nearest = found[side];
  const words = side === 'better' && isUnranked(edition, found) ? 'leave' : side;
  if (nearest.found === 'never') {
    const end = side === 'better' ? found.lines.at(0) : found.lines.at(-1);
    return { lead: t(found.class === end?.class ? ends[side].top : `change.${words}.never`), ways: [] };
  }
  if (nearest.found === 'beyond') return { lead: t(`change.${words}.beyond`, { count: nearest.atLeast }), ways: [] };
  const { sets, size, more } = nearest;
  const ways = waysOf({ edition, found, side, t }, sets);
  const shown = ways.slice(0, MOST_WAYS);
  return {
    lead: t(`change.${words}.size`, { count: size }),
    ways: shown,
    ...(more || shown.length < ways.length ? { more: t('change.more', { count: shown.length }) } : {}),
  };
};

const isSame = (one: Change, other: Change): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * One sentence for each way. Where all ways share their changes but one, often any of many items serves as that one: those of one kind
 * that lead to one class stand in one sentence.
 */
const waysOf = (wording: Wording, sets: readonly ChangeSet[]): string[] => {
  const { edition } = wording;
  const [first] = sets;
  const shared =
    first?.changes.filter((change) => sets.every((set) => set.changes.some((other) => isSame(change, other)))) ?? [];
  const alike = Map.groupBy(sets, ({ changes, class: led }) => {
    const rest = changes.filter((change) => !shared.some((other) => isSame(change, other)));
    const [only] = rest;
    if (rest.length !== 1 || !only || 'fact' in only) return JSON.stringify(changes);
    return `${itemOf(edition, only.item).kind} ${led}`;
  });
  return [...alike.values()].map((group) => {
    const rest = group.flatMap(({ changes }) =>
      changes.filter((change) => 'item' in change && !shared.some((other) => isSame(change, other))),
    ) as ItemChange[];
    const parts =
      group.length === 1
        ? group[0]!.changes.map((change) => changeText(wording, change))
        : [...shared.map((change) => changeText(wording, change)), anyText(wording, rest)];
    return ledTo(wording, parts.join(wording.t('change.and')), group[0]!.class);
  });
};

type ItemChange = Extract<Change, { readonly item: string }>;

/** Any of several items of one kind, in the order of the edition. */
const anyText = ({ edition, side, t }: Wording, changes: readonly ItemChange[]): string => {
  const place = new Map(edition.items.map(({ id }, at) => [id, at]));
  const moves = changes
    .toSorted((a, b) => place.get(a.item)! - place.get(b.item)!)
    .map((change) => moveText(edition, change, t));
  const items = moves.slice(0, MOST_ITEMS).join(t('trace.separator'));
  return t(side === 'better' ? 'change.any.up' : 'change.any.down', {
    count: changes.length,
    kind: t(`standards.kind.${itemOf(edition, changes[0]!.item).kind}`),
    items: moves.length > MOST_ITEMS ? t('change.among', { items }) : items,
  });
};

const ledTo = ({ edition, found, side, t }: Wording, changes: string, led: string | null): string => {
  if (led === null) return t('change.refused', { changes });
  const params = { changes, class: className(edition, led) };
  if (side === 'worse') return t('change.down', params);
  if (found.class === null) return t('change.accepted', params);
  return t(isUnranked(edition, found) ? 'change.left' : 'change.up', params);
};

const itemOf = (edition: Edition, id: string): Item => {
  const item = edition.items.find((one) => one.id === id);
  if (!item) throw new Error(`the edition has no item ${id}`);
  return item;
};

/** One of many: its clause, and the points where they move. */
const moveText = (edition: Edition, change: ItemChange, t: T): string => {
  const { clause, id, scoring } = itemOf(edition, change.item);
  const item = clause ?? id;
  if (scoring === 'met') return item;
  return t('change.any.move', {
    item,
    from: pointsText(change.before, edition),
    to: pointsText(change.after, edition),
  });
};

const changeText = ({ edition, t }: Wording, change: Change): string => {
  if ('fact' in change) {
    const gate = edition.gates.find(({ fact }) => fact === change.fact)?.title ?? change.fact;
    return t('change.lapse', { gate, date: change.date, lapses: change.lapses });
  }
  const item = itemOf(edition, change.item);
  const named = t('change.item', { kind: t(`standards.kind.${item.kind}`), item: itemName(item) });
  const points = { from: pointsText(change.before, edition), to: pointsText(change.after, edition) };
  if (change.after < change.before)
    return item.scoring === 'met' ? t('change.unmet', { item: named }) : t('change.drop', { item: named, ...points });
  if (item.scoring === 'met') return t('change.make-met', { item: named });
  return t(change.after === item.full ? 'change.make-full' : 'change.raise', { item: named, ...points });
};
