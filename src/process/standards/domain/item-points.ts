import type { Answer } from './answers.ts';
import type { Edition, Item } from './edition.ts';

type Units = Pick<Edition, 'unitsPerPoint'>;

/** The item with its units turned into points, for holding items of different editions against each other; not an item any more. */
export const comparableItem = (item: Item, { unitsPerPoint }: Units): Readonly<Record<string, unknown>> => ({
  ...item,
  full: item.full / unitsPerPoint,
  ...(item.deductions && {
    deductions: item.deductions.map((rule) =>
      'units' in rule ? { ...rule, units: rule.units / unitsPerPoint } : rule,
    ),
  }),
});

/** Whether an answer gives less than the item has: fewer points than full, or not met. What is not applicable loses nothing. */
export const losesPoints = ({ full }: Pick<Item, 'full'>, answer: Answer): boolean =>
  'points' in answer ? answer.points < full : 'met' in answer && !answer.met;

export interface PointsEffect {
  /** In points, not units. */
  readonly before: number;
  readonly after: number;
}

export interface EffectOnPoints {
  readonly total: PointsEffect;
  readonly itemCount: PointsEffect;
  readonly mandatory: PointsEffect;
  readonly veto: PointsEffect;
  /** By top-level element of either edition: those of the later one first, in its order. */
  readonly elements: readonly (PointsEffect & { readonly id: string; readonly title: string | undefined })[];
}

/** How the full points and the numbers of items shift from one edition to another. */
export const effectOnPoints = (a: Edition, b: Edition): EffectOnPoints => {
  const both = (read: (edition: Edition) => number): PointsEffect => ({ before: read(a), after: read(b) });
  const count = (kind: Item['kind']) =>
    both(({ items }) => items.reduce((sum, item) => sum + (item.kind === kind ? 1 : 0), 0));
  const tops = [b, a].flatMap(({ elements }) => elements.filter(({ parent }) => parent === null));
  const titles = new Map(tops.toReversed().map(({ id, title }) => [id, title]));
  return {
    total: both((edition) => pointsOf(edition, () => true)),
    itemCount: both(({ items }) => items.length),
    mandatory: count('mandatory'),
    veto: count('veto'),
    elements: [...new Set(tops.map(({ id }) => id))].map((id) => ({
      id,
      title: titles.get(id),
      ...both((edition) => pointsOf(edition, ({ element }) => topOf(edition, element) === id)),
    })),
  };
};

const pointsOf = ({ items, unitsPerPoint }: Edition, counts: (item: Item) => boolean): number =>
  items.reduce((sum, item) => sum + (counts(item) ? item.full : 0), 0) / unitsPerPoint;

const topOf = ({ elements }: Edition, id: string): string => {
  const parents = new Map(elements.map((element) => [element.id, element.parent]));
  let top = id;
  for (let parent = parents.get(top); parent != null; parent = parents.get(top)) top = parent;
  return top;
};
