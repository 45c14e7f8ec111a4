import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { type ApiFault, refusalCode } from '#platform/ui/api/faults.ts';
import { useRefresh } from '#platform/ui/data.ts';
import type { SaveState } from '#platform/ui/sheet/save-queue.ts';
import { useSaveQueue } from '#platform/ui/sheet/use-save-queue.ts';
import type { Declaration } from '../../declaration.contract.ts';
import type { DraftItem, DraftItems, ItemPatch } from '../../domain/draft-answers.ts';
import type { Section } from '../../domain/sections.ts';
import { declarationClient } from '../declaration-client.ts';
import { draftsOf } from '../use-progress.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';

/** Under which name the browser keeps what this person has not sent of this declaration. */
export const queueName = (login: string, declarationId: string): string => `sheet.${login}.${declarationId}`;

/** What waits to be sent for one item; `base` is the item's version that the person saw. */
interface Pending extends ItemPatch {
  readonly elementId: string;
  readonly base: number;
}

export interface Sheet {
  readonly store: DraftStore;
  readonly state: SaveState;
  readonly retry: () => void;
  /** Answers of the last visit that had not been sent when the page was opened. */
  readonly restored: number;
  readonly change: (itemId: string, patch: ItemPatch) => void;
  /** Of an item that somebody else changed: their value, or undefined. */
  readonly theirs: (itemId: string) => DraftItem | undefined;
  readonly settle: (itemId: string, take: 'mine' | 'theirs') => void;
}

/** The present values that a refusal `declaration.itemsChanged` carries. */
export const theirValues = (fault: ApiFault | undefined): DraftItems => {
  if (fault === undefined || refusalCode(fault) !== 'declaration.itemsChanged' || fault.fault.kind !== 'refusal')
    return {};
  const { current } = fault.fault.params ?? {};
  return typeof current === 'string' ? (JSON.parse(current) as DraftItems) : {};
};

/** The sheet's answers with their saving: every change goes into a queue that survives reloads, lost networks and expired sessions. */
export const useSheet = (declaration: Declaration, sections: readonly Section[]): Sheet => {
  const { person } = useSignedIn();
  const { declarationId } = declaration;
  const elementOf = useMemo(
    () => new Map(sections.flatMap(({ elementId, items }) => items.map((item) => [item.id, elementId] as const))),
    [sections],
  );
  const [store] = useState(() => createDraftStore(draftsOf(declaration)));
  // Versions that our own saves reached: a change that was made before the answer came starts from there.
  const own = useRef(new Map<string, number>());
  const refresh = useRefresh();
  // Other pages of the declaration must not show what was true before the sheet was filled in.
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      void refresh(declarationClient.declaration);
    };
  }, [refresh]);
  const { queue, state } = useSaveQueue<Pending>(
    queueName(person.login, declarationId),
    async (itemId, { elementId, base, ...patch }, key) => {
      const done = await declarationClient.saveAnswers(
        {
          params: { declarationId, elementId },
          body: { baseVersion: Math.max(base, own.current.get(itemId) ?? 0), items: { [itemId]: patch } },
        },
        { key },
      );
      own.current.set(itemId, done.sectionVersion);
      store.confirmed(itemId, done.sectionVersion);
      if (!here.current) await refresh(declarationClient.declaration);
    },
  );
  const [restored] = useState(() => {
    const waiting = [...elementOf.keys()].flatMap((id) => {
      const value = queue.waitingValue(id);
      return value ? [[id, value] as const] : [];
    });
    for (const [id, patch] of waiting) store.set(id, patch);
    return waiting.length;
  });
  useEffect(
    () =>
      store.receive(
        draftsOf(declaration),
        (id) => queue.waitingValue(id) !== undefined || queue.state().refused.has(id),
      ),
    [declaration, store, queue],
  );

  const refused = state.refused.size > 0;
  useEffect(() => {
    if (!refused) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [refused]);

  const put = useCallback(
    (itemId: string, patch: ItemPatch, base: number) => {
      const elementId = elementOf.get(itemId);
      if (elementId !== undefined) queue.put(itemId, { ...patch, elementId, base });
    },
    [queue, elementOf],
  );
  const change = useCallback(
    (itemId: string, patch: ItemPatch) => {
      const { v } = store.get(itemId);
      store.set(itemId, patch);
      put(itemId, patch, v);
    },
    [store, put],
  );
  const theirs = useCallback((itemId: string) => theirValues(queue.state().refused.get(itemId))[itemId], [queue]);
  const settle = useCallback(
    (itemId: string, take: 'mine' | 'theirs') => {
      const now = theirs(itemId);
      if (now === undefined) return;
      const { answer, reason, comment, deductions } = take === 'mine' ? store.get(itemId) : now;
      const patch = { answer, reason, comment, ...(deductions && { deductions }) };
      store.set(itemId, patch);
      put(itemId, patch, now.v);
    },
    [store, put, theirs],
  );
  return { store, state, retry: queue.retry, restored, change, theirs, settle };
};

/** One item as it stands; the component renders again when this item changes, not when another does. */
export const useDraftItem = (store: DraftStore, itemId: string): DraftItem =>
  useSyncExternalStore(store.subscribe, () => store.get(itemId));

export const useDrafts = (store: DraftStore): DraftItems => useSyncExternalStore(store.subscribe, store.all);
