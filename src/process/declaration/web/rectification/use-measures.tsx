import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { type ApiFault, refusalCode } from '#platform/ui/api/faults.ts';
import { useRefresh } from '#platform/ui/data.ts';
import type { SaveQueue, SaveState } from '#platform/ui/sheet/save-queue.ts';
import type { Waiting } from '#platform/ui/sheet/unsent-store.ts';
import { useSaveQueue } from '#platform/ui/sheet/use-save-queue.ts';
import { declarationClient } from '../declaration-client.ts';
import { createMeasureStore, type MeasureEntry, type MeasurePatch, type MeasureStore } from './measure-store.ts';
import { rectificationClient, useRectification } from './rectification-client.ts';

interface Pending extends MeasurePatch {
  readonly base: number;
}
type Saved = Awaited<ReturnType<typeof rectificationClient.saveMeasure>>;

/** Under which name the browser keeps what this person has not sent of the measures. */
export const measureQueueName = (login: string, declarationId: string): string => `measures.${login}.${declarationId}`;

const rebase = (later: Pending, { itemVersion }: Saved): Pending => ({
  ...later,
  base: Math.max(later.base, itemVersion),
});

export const useMeasureQueue = (
  declarationId: string,
  onAdopted?: (left: readonly Waiting<Pending>[]) => void,
): { readonly queue: SaveQueue<Pending, Saved>; readonly state: SaveState } => {
  const { person } = useSignedIn();
  return useSaveQueue<Pending, Saved>(
    measureQueueName(person.login, declarationId),
    (itemId, { base, ...patch }, key) =>
      rectificationClient.saveMeasure(
        { params: { declarationId, itemId }, body: { ...patch, baseVersion: base } },
        { key, account: person.accountId },
      ),
    { rebase, ...(onAdopted && { onAdopted }) },
  );
};

export interface Measures {
  readonly store: MeasureStore;
  readonly state: SaveState;
  readonly retry: () => void;
  readonly editable: boolean;
  readonly change: (itemId: string, patch: MeasurePatch) => void;
  readonly settle: (itemId: string, take: 'mine' | 'theirs') => void;
}

const Known = createContext<Measures | null>(null);

/** What a refusal `rectification.changed` carries. */
export const theirMeasure = (fault: ApiFault | undefined): MeasureEntry | undefined => {
  if (!fault || refusalCode(fault) !== 'rectification.changed' || fault.fault.kind !== 'refusal') return undefined;
  const { current, version } = fault.fault.params ?? {};
  return typeof current === 'string'
    ? { ...(JSON.parse(current) as MeasurePatch), version: Number(version) }
    : undefined;
};

/** Makes the measures of a declaration known to the items below, with one queue in which they are saved. */
export const MeasuresProvider = (props: {
  readonly declarationId: string;
  /** Whether the declaration may be changed; the list itself may not be there yet, or not without a network. */
  readonly editable: boolean;
  readonly children: ReactNode;
}) => {
  const { declarationId } = props;
  const { data } = useRectification(declarationId);
  const [store] = useState(createMeasureStore);
  const { queue, state } = useMeasureQueue(declarationId, (left) => {
    const held = queue.held();
    for (const { id, value } of left) {
      const { base, ...patch } = value;
      if (!held.has(id)) store.set(id, { ...patch, version: base });
    }
  });
  useEffect(() => {
    for (const [id, { base, ...patch }] of queue.held()) store.set(id, { ...patch, version: base });
  }, [queue, store]);
  useEffect(() => {
    if (data) store.receive(data, new Set(queue.held().keys()));
  }, [data, store, queue]);
  useEffect(() => queue.onSaved((id, { itemVersion }) => store.set(id, { version: itemVersion })), [queue, store]);
  const refresh = useRefresh();
  useEffect(() => () => void refresh(declarationClient.declaration, rectificationClient.rectification), [refresh]);
  const editable = data?.editable ?? props.editable;
  const measures = useMemo<Measures>(
    () => ({
      store,
      state,
      editable,
      retry: queue.retry,
      change: (itemId, patch) => {
        const { version } = store.get(itemId);
        store.set(itemId, patch);
        queue.put(itemId, { ...patch, base: version });
      },
      settle: (itemId, take) => {
        const theirs = theirMeasure(queue.state().refused.get(itemId));
        if (!theirs) return;
        if (take === 'theirs') {
          queue.giveUp(itemId);
          store.set(itemId, theirs);
          return;
        }
        const { measure, person, dueOn } = store.get(itemId);
        queue.put(itemId, { measure, person, dueOn, base: theirs.version });
      },
    }),
    [store, state, queue, editable],
  );
  return <Known value={measures}>{props.children}</Known>;
};

/** The measures of the declaration at hand; null on a page that has none. */
export const useMeasures = (): Measures | null => use(Known);

const NONE: ReadonlyMap<string, MeasureEntry> = new Map();
const never = () => () => undefined;

/** All measures as they stand here; empty on a page without any. */
export const useAllMeasures = (measures: Measures | null): ReadonlyMap<string, MeasureEntry> =>
  useSyncExternalStore(measures?.store.subscribe ?? never, measures?.store.all ?? (() => NONE));

export const useMeasure = (store: MeasureStore, itemId: string): MeasureEntry =>
  useSyncExternalStore(store.subscribe, () => store.get(itemId));
