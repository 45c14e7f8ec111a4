import { startTransition, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type ApiFault, refusalCode } from '#platform/ui/api/faults.ts';
import { useRefresh } from '#platform/ui/data.ts';
import type { Waiting } from '#platform/ui/sheet/unsent-store.ts';
import type { Declaration } from '../../declaration.contract.ts';
import type { DraftItem, DraftItems, ItemPatch } from '../../domain/draft-answers.ts';
import type { Section } from '../../domain/sections.ts';
import { declarationClient } from '../declaration-client.ts';
import { draftsOf } from '../use-progress.ts';
import { type AnswerQueue, type PendingAnswer, useAnswerQueue } from './answer-queue.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';

export interface Sheet {
  readonly store: DraftStore;
  readonly queue: AnswerQueue;
  /** What the server refused, by item. */
  readonly refused: ReadonlyMap<string, ApiFault>;
  /** Answers that an earlier visit or a closed tab had not sent. */
  readonly restored: number;
  /** What was refused of items that the standard no longer has. */
  readonly homeless: readonly string[];
  readonly giveUp: (itemId: string) => void;
  /** Whether what stands here of an item is not on the server yet. */
  readonly waits: (itemId: string) => boolean;
  readonly change: (itemId: string, patch: ItemPatch) => void;
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
  const { declarationId } = declaration;
  const elementOf = useMemo(
    () => new Map(sections.flatMap(({ elementId, items }) => items.map((item) => [item.id, elementId] as const))),
    [sections],
  );
  const [store] = useState(() => createDraftStore(draftsOf(declaration)));
  const [adopted, setAdopted] = useState(0);
  const queue: AnswerQueue = useAnswerQueue(declarationId, (left: readonly Waiting<PendingAnswer>[]) => {
    // What was typed here since is newer; whether both may stand the server will say.
    for (const { id, value } of left) if (elementOf.has(id) && !queue.held().has(id)) store.set(id, value);
    setAdopted((count) => count + left.length);
  });
  const [found] = useState(() => {
    const held = [...queue.held()].filter(([id]) => elementOf.has(id));
    for (const [id, patch] of held) store.set(id, patch);
    return held.length;
  });
  useEffect(() => queue.onSaved((id, { sectionVersion }) => store.confirmed(id, sectionVersion)), [queue, store]);
  useEffect(() => {
    const held = queue.held();
    store.receive(draftsOf(declaration), (id) => held.has(id));
  }, [declaration, store, queue]);
  // Other pages of the declaration must not show what was true before the sheet was filled in.
  const refresh = useRefresh();
  useEffect(() => () => void refresh(declarationClient.declaration), [refresh]);

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
  const settle = useCallback(
    (itemId: string, take: 'mine' | 'theirs') => {
      const now = theirValues(queue.state().refused.get(itemId))[itemId];
      if (now === undefined) return;
      if (take === 'theirs') {
        queue.giveUp(itemId);
        store.receive({ [itemId]: now }, () => false);
        return;
      }
      const { answer, reason, comment, deductions } = store.get(itemId);
      put(itemId, { answer, reason, comment, ...(deductions && { deductions }) }, now.v);
    },
    [store, put, queue],
  );
  const waits = useCallback((itemId: string) => queue.held().has(itemId), [queue]);
  const refused = useSyncExternalStore(queue.subscribe, () => queue.state().refused);
  const homeless = [...refused.keys()].filter((id) => !elementOf.has(id));
  return {
    store,
    queue,
    refused,
    restored: found + adopted,
    homeless,
    giveUp: queue.giveUp,
    waits,
    change,
    settle,
  };
};

/** One item as it stands; the component renders again when this item changes, not when another does. */
export const useDraftItem = (store: DraftStore, itemId: string): DraftItem =>
  useSyncExternalStore(store.subscribe, () => store.get(itemId));

/** All items, a moment after they changed: what is worked out from them must not hold up the next key. */
export const useDrafts = (store: DraftStore): DraftItems => {
  const [drafts, setDrafts] = useState(store.all);
  useEffect(() => {
    setDrafts(store.all());
    return store.subscribe(() => startTransition(() => setDrafts(store.all())));
  }, [store]);
  return drafts;
};
