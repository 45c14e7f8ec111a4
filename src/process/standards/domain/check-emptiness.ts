import type { Edition } from './edition.ts';
import type { PublishingReading } from './publishing-reading.ts';

/** A standard that leaves nothing to be scored, or an element of it with nothing to be assessed in it or below it. */
export const checkEmptiness = (read: PublishingReading, { elements, items }: Edition): void => {
  if (items.every(({ full }) => full === 0)) read.fault('items', 'edition.nothingToScore');
  if (items.length === 0) return;
  const parents = new Map(elements.map(({ id, parent }) => [id, parent]));
  const filled = new Set<string>();
  for (const { element } of items) {
    // Parents may form a cycle; what is filled already has been walked up.
    for (let at: string | null | undefined = element; typeof at === 'string' && !filled.has(at); at = parents.get(at))
      filled.add(at);
  }
  elements.forEach(({ id, title }, index) => {
    if (!filled.has(id)) read.fault(`elements[${index}]`, 'edition.elementEmpty', { element: title ?? id });
  });
};
