import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { SaveQueue, SaveState } from '#platform/ui/sheet/save-queue.ts';
import { useSaveQueue } from '#platform/ui/sheet/use-save-queue.ts';
import type { StoredVerdict } from '../../verdict-shapes.ts';
import { createVerdictStore, type Draft, type Drafts, draftOf, noVerdict, type VerdictStore } from './verdict-store.ts';

type Given = Omit<Draft, 'revision'>;

/** What waits to be sent: verdicts with the revision that each started from, or what else the record is saved with. */
type Pending<Extra> = { readonly items: Drafts } | { readonly extra: Extra };

/** An examination whose verdicts are saved one by one; `Extra` is what is written beside them and goes through the same queue. */
export interface ExaminedRecord<Extra> {
  /** Names person and record, as `useSaveQueue` asks for. */
  readonly queueName: string;
  readonly verdicts: Readonly<Record<string, StoredVerdict>>;
  readonly version: number;
  readonly itemIds: readonly string[];
  readonly saveItems: (
    items: Readonly<Record<string, Given & { readonly base: number }>>,
    key: string,
  ) => Promise<{ readonly version: number; readonly revisions: Readonly<Record<string, number>> }>;
  /** @returns the version after it */
  readonly saveExtra: (extra: Extra, key: string) => Promise<number>;
  /** The verdicts as the server has them now. */
  readonly reread: () => Promise<Readonly<Record<string, StoredVerdict>>>;
}

export interface VerdictSaving<Extra> {
  readonly store: VerdictStore;
  readonly state: SaveState;
  readonly retry: () => void;
  readonly change: (itemId: string, draft: Given) => void;
  /** Several at once, in one request. */
  readonly changeAll: (drafts: Readonly<Record<string, Given>>) => void;
  /** After somebody else changed the same verdict: takes one of the two. */
  readonly settle: (itemId: string, take: 'mine' | 'theirs') => Promise<void>;
  /** What waited under this id when the page was last left. */
  readonly waitingExtra: (id: string) => Extra | undefined;
  readonly putExtra: (id: string, extra: Extra) => void;
  /** True for what was changed here and is not on the server yet. */
  readonly isOurs: (id: string) => boolean;
  /** Version of the record after the last save. */
  readonly currentVersion: () => number;
}

/** Verdicts with their saving: every change goes into a queue that survives reloads and places without network. */
export const useVerdictSaving = <Extra>(record: ExaminedRecord<Extra>): VerdictSaving<Extra> => {
  const [store] = useState(() => createVerdictStore(record.verdicts));
  const version = useRef(record.version);
  version.current = Math.max(version.current, record.version);
  // What our own saves reached: a change made before the answer came starts from there.
  const own = useRef(new Map<string, number>());
  const { queue, state } = useSaveQueue<Pending<Extra>>(record.queueName, async (_, pending, key) => {
    if ('extra' in pending) {
      version.current = await record.saveExtra(pending.extra, key);
      return;
    }
    const items = Object.fromEntries(
      Object.entries(pending.items).map(([id, { revision, ...draft }]) => [
        id,
        { ...draft, base: own.current.get(id) ?? revision },
      ]),
    );
    const done = await record.saveItems(items, key);
    version.current = done.version;
    for (const [id, revision] of Object.entries(done.revisions)) own.current.set(id, revision);
    store.confirmed(done.revisions);
  });
  // What had not been sent when the page was last left.
  useState(() => {
    for (const id of record.itemIds) {
      const waiting = queue.waitingValue(id);
      if (waiting && 'items' in waiting) store.set(waiting.items);
    }
  });
  const isOurs = useCallback(
    (id: string) => queue.waitingValue(id) !== undefined || queue.state().refused.has(id),
    [queue],
  );
  useEffect(() => store.receive(record.verdicts, isOurs), [record.verdicts, store, isOurs]);
  const { change, changeAll } = useChanges(store, queue);
  const { reread } = record;
  const settle = useCallback<VerdictSaving<Extra>['settle']>(
    async (itemId, take) => {
      const fresh = (await reread())[itemId];
      const theirs = fresh ? draftOf(fresh) : noVerdict;
      const { revision: _, ...draft } = take === 'mine' ? store.get(itemId) : theirs;
      own.current.delete(itemId);
      store.set({ [itemId]: { ...draft, revision: theirs.revision } });
      change(itemId, draft);
    },
    [store, change, reread],
  );
  return {
    store,
    state,
    retry: queue.retry,
    change,
    changeAll,
    settle,
    waitingExtra: (id) => {
      const waiting = queue.waitingValue(id);
      return waiting && 'extra' in waiting ? waiting.extra : undefined;
    },
    putExtra: useCallback((id: string, extra: Extra) => queue.put(id, { extra }), [queue]),
    isOurs,
    currentVersion: useCallback(() => version.current, []),
  };
};

const useChanges = <Extra>(store: VerdictStore, queue: SaveQueue<Pending<Extra>>) => {
  const put = useCallback(
    (id: string, drafts: Readonly<Record<string, Given>>) => {
      const items = Object.fromEntries(
        Object.entries(drafts).map(([itemId, draft]) => [itemId, { ...draft, revision: store.get(itemId).revision }]),
      );
      store.set(items);
      queue.put(id, { items });
    },
    [store, queue],
  );
  return {
    change: useCallback((itemId: string, draft: Given) => put(itemId, { [itemId]: draft }), [put]),
    changeAll: useCallback(
      (drafts: Readonly<Record<string, Given>>) => put(`*all ${Object.keys(drafts)[0]}`, drafts),
      [put],
    ),
  };
};

/** One verdict as it stands; the component renders again when this one changes. */
export const useDraft = (store: VerdictStore, itemId: string): Draft =>
  useSyncExternalStore(store.subscribe, () => store.get(itemId));

export const useDrafts = (store: VerdictStore): Drafts => useSyncExternalStore(store.subscribe, store.all);
