import { useEffect, useSyncExternalStore } from 'react';
import { amendOffline, useOffline } from '#platform/ui/offline/offline.ts';
import type { Declaration } from '../../declaration.contract.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';
import type { Section } from '../../domain/sections.ts';
import type { Sheet } from './use-sheet.ts';

/** The declaration with the answers that have been saved since it was read; what waits in the queue is not among them. */
const withSaved = (
  declaration: Declaration,
  sections: readonly Section[],
  drafts: DraftItems,
  waits: (itemId: string) => boolean,
): Declaration => ({
  ...declaration,
  sections: Object.fromEntries(
    sections.map(({ elementId, items }) => {
      const read = declaration.sections[elementId];
      const own = items.flatMap(({ id }) => {
        const item = waits(id) ? read?.items[id] : drafts[id];
        return item ? [[id, item] as const] : [];
      });
      const version = Math.max(read?.version ?? 0, ...own.map(([, { v }]) => v));
      return [elementId, { version, items: Object.fromEntries(own) as Declaration['sections'][string]['items'] }];
    }),
  ),
});

const PAUSE_MS = 50;

/** Lets the sheet open again without a network, with all that was saved before the line dropped. */
export const useSheetOffline = (
  declaration: Declaration,
  sections: readonly Section[],
  sheet: Pick<Sheet, 'store' | 'queue' | 'waits'>,
): void => {
  const path = `/api/declarations/${declaration.declarationId}`;
  useOffline([path, `/api/editions/${declaration.editionHash}`]);
  const { store, queue, waits } = sheet;
  const savedAt = useSyncExternalStore(queue.subscribe, () => queue.state().savedAt);
  useEffect(() => {
    if (savedAt === null) return;
    const amend = () => void amendOffline(path, withSaved(declaration, sections, store.all(), waits));
    const timer = setTimeout(amend, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [savedAt, path, declaration, sections, store, waits]);
};
