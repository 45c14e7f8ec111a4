import { sectionsOf } from '#process/declaration/domain/sections.ts';
import type { Edition, Item } from '#process/standards/domain/index.ts';
import type { VerificationRecord } from '../../verification.contract.ts';

/** Items that are looked at together. `title` is null where the page names the section. */
export interface SiteSection {
  readonly id: string;
  readonly title: string | null;
  readonly items: readonly Item[];
}

export const CRITICAL = 'critical';
export const ABSENT = 'absent';
export const VISIT = 'visit';

/** The order on site: mandatory and veto items, what was declared not applicable, then element by element. */
export const siteSections = (edition: Edition, record: VerificationRecord): readonly SiteSection[] => {
  const critical = edition.items.filter(({ kind }) => kind !== 'scored');
  const absent = edition.items.filter(({ id }) => 'na' in (record.selfAnswers[id] ?? {}));
  return [
    ...(critical.length > 0 ? [{ id: CRITICAL, title: null, items: critical }] : []),
    ...(absent.length > 0 ? [{ id: ABSENT, title: null, items: absent }] : []),
    ...sectionsOf(edition).map(({ elementId, title, items }) => ({ id: elementId, title, items })),
  ];
};
