import { type Section, sectionsOf } from '#process/declaration/domain/sections.ts';
import type { Edition, Item } from '#process/standards/domain/index.ts';
import type { Workbench } from '../../review.contract.ts';

/** One section of the workbench: items that are examined together, under headings where there are several elements. */
export interface WorkSection {
  readonly id: string;
  /** Of an element; the others are named by the page. */
  readonly title: string | null;
  readonly groups: readonly { readonly id: string; readonly title: string | null; readonly items: readonly Item[] }[];
}

const CORRECTION = 'correction';
const CRITICAL = 'critical';
const ABSENT = 'absent';
const ADJUSTED = 'adjusted';
export type NamedSection = typeof CORRECTION | typeof CRITICAL | typeof ABSENT | typeof ADJUSTED;

const flat = (edition: Edition, id: NamedSection, belongs: (item: Item) => boolean): readonly WorkSection[] => {
  const items = edition.items.filter(belongs);
  return items.length === 0 ? [] : [{ id, title: null, groups: [{ id, title: null, items }] }];
};

/**
 * The order in which a reviewer works: what had to be corrected, then the mandatory and veto items, what was answered as not
 * applicable, and everything by first-level element. A finished examination begins with what it changed.
 */
export const workSections = (edition: Edition, review: Workbench): readonly WorkSection[] => {
  const { correction, submission, verdicts, state } = review;
  const finished = state !== 'pending' && state !== 'reviewing';
  const departs = (id: string) => finished && (verdicts[id]?.verdict ?? 'agree') !== 'agree';
  const again = new Set([
    ...(correction?.items ?? []).map(({ itemId }) => itemId),
    ...(correction?.changedItems ?? []),
  ]);
  return [
    ...flat(edition, ADJUSTED, ({ id }) => departs(id)),
    ...flat(edition, CORRECTION, ({ id }) => again.has(id)),
    ...flat(edition, CRITICAL, ({ kind }) => kind !== 'scored'),
    ...flat(edition, ABSENT, ({ id }) => 'na' in (submission.answers[id] ?? {})),
    ...byElement(sectionsOf(edition)),
  ];
};

/** The sections of the standard under their first-level elements. */
const byElement = (sections: readonly Section[]): readonly WorkSection[] => {
  const tops = new Map<string, { title: string; groups: WorkSection['groups'][number][] }>();
  for (const { elementId, title, top, items } of sections) {
    const found = tops.get(top.id) ?? { title: top.title, groups: [] };
    found.groups.push({ id: elementId, title: elementId === top.id ? null : title, items });
    tops.set(top.id, found);
  }
  return [...tops].map(([id, { title, groups }]) => ({ id, title, groups }));
};

export const itemsOf = ({ groups }: WorkSection): readonly Item[] => groups.flatMap(({ items }) => items);
