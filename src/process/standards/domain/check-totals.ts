import type { Edition } from './edition.ts';
import { type PublishingReading, pointsIn } from './publishing-reading.ts';
import { isCount } from './reading.ts';

/** Holds the sums that people wrote down, of the whole and of elements, against the full points of the items. */
export const checkTotals = (read: PublishingReading, edition: Edition): void => {
  const { total, elements, items } = edition;
  const stated = (units: unknown, path: string): units is number => {
    if (units === undefined) return false;
    if (isCount(units)) return true;
    read.fault(path, 'edition.pointsNotInteger');
    return false;
  };
  const sumOf = (counts: (element: string) => boolean): number =>
    items.reduce((sum, item) => sum + (counts(item.element) ? item.full : 0), 0);
  const points = (units: number): string => pointsIn(edition, units);

  if (stated(total, 'total')) {
    const sum = sumOf(() => true);
    // Without whole points of every item there is no sum, and that is a fault of its own.
    if (isCount(sum) && sum !== total) {
      read.fault('total', 'edition.totalDiffers', { total: points(total), sum: points(sum) });
    }
  }
  const parents = new Map(elements.map(({ id, parent }) => [id, parent]));
  elements.forEach(({ id, full, title }, index) => {
    const path = `elements[${index}].full`;
    if (!stated(full, path)) return;
    const sum = sumOf((element) => liesIn(element, id, parents));
    if (isCount(sum) && sum !== full) {
      read.fault(path, 'edition.elementTotalDiffers', { element: title ?? id, full: points(full), sum: points(sum) });
    }
  });
};

/** Whether an element is another one or below it; parents may form a cycle. */
const liesIn = (element: string, above: string, parents: ReadonlyMap<string, string | null>): boolean => {
  const seen = new Set<string>();
  for (let at: string | null | undefined = element; typeof at === 'string' && !seen.has(at); at = parents.get(at)) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
};
