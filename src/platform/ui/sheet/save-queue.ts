import { ApiFault } from '../api/faults.ts';
import { randomId } from '../api/random-id.ts';

/** What waits to be sent, by the thing it changes: a later value replaces an earlier one that has not gone out. */
interface Waiting<Value> {
  readonly id: string;
  readonly value: Value;
  /** Idempotency key: the same for every attempt with this value. */
  readonly key: string;
}

export interface SaveState {
  readonly waiting: number;
  readonly sending: boolean;
  readonly offline: boolean;
  /** When the last one was confirmed, milliseconds since 1970; null before the first. */
  readonly savedAt: number | null;
  /** What the server refused, by id; taken back when the thing is changed again. */
  readonly refused: ReadonlyMap<string, ApiFault>;
}

interface Parts<Value> {
  readonly send: (id: string, value: Value, key: string) => Promise<unknown>;
  /** Survives a reload of the page; absent: kept in memory. */
  readonly storage?: {
    readonly load: () => readonly Waiting<Value>[];
    readonly save: (waiting: readonly Waiting<Value>[]) => void;
  };
  readonly now?: () => number;
  /** Called with what shall be tried again after a lost connection. */
  readonly later?: (retry: () => void) => void;
}

export interface SaveQueue<Value> {
  readonly put: (id: string, value: Value) => void;
  readonly retry: () => void;
  readonly state: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** The value that still waits for this id. */
  readonly waitingValue: (id: string) => Value | undefined;
}

const RETRY_MS = 5000;

/**
 * Saves one thing at a time, in the order of the changes. A lost connection keeps everything and tries again; a refusal
 * is kept beside its id and the rest goes on.
 */
export const createSaveQueue = <Value>(parts: Parts<Value>): SaveQueue<Value> => {
  const now = parts.now ?? Date.now;
  const later = parts.later ?? ((retry: () => void) => void setTimeout(retry, RETRY_MS));
  let waiting: readonly Waiting<Value>[] = parts.storage?.load() ?? [];
  let state: SaveState = { waiting: waiting.length, sending: false, offline: false, savedAt: null, refused: new Map() };
  const listeners = new Set<() => void>();

  const change = (next: Partial<SaveState>) => {
    state = { ...state, ...next, waiting: waiting.length };
    parts.storage?.save(waiting);
    for (const listener of listeners) listener();
  };
  const refuse = (id: string, fault: ApiFault | null): ReadonlyMap<string, ApiFault> => {
    const refused = new Map(state.refused);
    if (fault === null) refused.delete(id);
    else refused.set(id, fault);
    return refused;
  };

  const work = async (): Promise<void> => {
    const first = waiting[0];
    if (first === undefined || state.sending) return;
    change({ sending: true });
    try {
      await parts.send(first.id, first.value, first.key);
      waiting = waiting.filter((one) => one !== first);
      change({ sending: false, offline: false, savedAt: now() });
    } catch (error) {
      if (!(error instanceof ApiFault) || error.status >= 500 || error.status === 401) {
        change({ sending: false, offline: true });
        // Nobody is signed in: asking again by itself would only raise the dialog again.
        if (!(error instanceof ApiFault) || error.status !== 401) later(() => void work());
        return;
      }
      waiting = waiting.filter((one) => one !== first);
      change({ sending: false, refused: refuse(first.id, error) });
    }
    await work();
  };

  return {
    put: (id, value) => {
      // The one under way may already be with the server: it stays, and the new value follows it.
      const underWay = state.sending ? waiting[0] : undefined;
      waiting = [...waiting.filter((one) => one.id !== id || one === underWay), { id, value, key: randomId() }];
      change({ refused: refuse(id, null) });
      void work();
    },
    retry: () => void work(),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    waitingValue: (id) => waiting.filter((one) => one.id === id).pop()?.value,
  };
};
