import { ApiFault } from '../api/faults.ts';
import { randomId } from '../api/random-id.ts';
import type { UnsentStore, Waiting } from './unsent-store.ts';

export interface SaveState {
  readonly waiting: number;
  readonly sending: boolean;
  readonly offline: boolean;
  /** When the last one was confirmed, milliseconds since 1970; null before the first. */
  readonly savedAt: number | null;
  /** What the server refused, by id; taken back when the thing is changed again. */
  readonly refused: ReadonlyMap<string, ApiFault>;
}

interface Parts<Value, Answer> {
  readonly send: (id: string, value: Value, key: string) => Promise<Answer>;
  /** Survives a reload of the page; absent: kept in memory. */
  readonly storage?: UnsentStore<Value>;
  readonly now?: () => number;
  /** Called with what shall be tried again after a lost connection. */
  readonly later?: (retry: () => void) => void;
  /** What becomes of a later value for the same thing, written in the same tab, once the one before it is saved. */
  readonly rebase?: (later: Value, answer: Answer) => Value;
  /** Milliseconds without a change before anything is sent, so that typing is not held up and not sent letter by letter. */
  readonly pause?: number;
}

export interface SaveQueue<Value, Answer = unknown> {
  readonly put: (id: string, value: Value) => void;
  readonly retry: () => void;
  readonly state: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** The value that still waits for this id. */
  readonly waitingValue: (id: string) => Value | undefined;
  /** What is not on the server, by id, the last value of each: what waits and what was refused. */
  readonly held: () => ReadonlyMap<string, Value>;
  /** Sends what another tab has left, before what waits here: it was written earlier. */
  readonly adopt: (left: readonly Waiting<Value>[]) => void;
  /** Forgets what was refused for this id: the person takes what is there instead. */
  readonly giveUp: (id: string) => void;
  readonly onSaved: (listener: (id: string, answer: Answer) => void) => () => void;
}

const RETRY_MS = 5000;
/** However long somebody types without a pause. */
const LONGEST_PAUSE_MS = 3000;

/** A refusal holds for the value as it was sent: the same value is asked anew under a key of its own. */
const anew = <Value>({ refused, ...one }: Waiting<Value>): Waiting<Value> => ({
  ...one,
  key: refused ? randomId() : one.key,
});

/**
 * Saves one thing at a time, in the order of the changes. A lost connection keeps everything and tries again; a refusal
 * is kept beside its id and the rest goes on.
 */
export const createSaveQueue = <Value, Answer = unknown>(parts: Parts<Value, Answer>): SaveQueue<Value, Answer> => {
  const now = parts.now ?? Date.now;
  const later = parts.later ?? ((retry: () => void) => void setTimeout(retry, RETRY_MS));
  let waiting: readonly Waiting<Value>[] = (parts.storage?.load() ?? []).map(anew);
  let refusedValues: readonly Waiting<Value>[] = [];
  let state: SaveState = { waiting: waiting.length, sending: false, offline: false, savedAt: null, refused: new Map() };
  const listeners = new Set<() => void>();
  const savedListeners = new Set<(id: string, answer: Answer) => void>();

  const change = (next: Partial<SaveState>) => {
    state = { ...state, ...next, waiting: waiting.length };
    parts.storage?.save([...refusedValues, ...waiting]);
    for (const listener of listeners) listener();
  };
  const refuse = (id: string, fault: ApiFault | null): ReadonlyMap<string, ApiFault> => {
    // The same map while nothing changes in it: who shows refusals is not drawn again for every change.
    if (fault === null && !state.refused.has(id)) return state.refused;
    const refused = new Map(state.refused);
    if (fault === null) refused.delete(id);
    else refused.set(id, fault);
    return refused;
  };
  let pausing: { readonly timer: ReturnType<typeof setTimeout>; readonly since: number } | null = null;
  const workAfterPause = (): void => {
    const { pause = 0 } = parts;
    if (pausing) clearTimeout(pausing.timer);
    const since = pausing?.since ?? Date.now();
    if (pause === 0 || Date.now() - since > LONGEST_PAUSE_MS) {
      pausing = null;
      void work();
      return;
    }
    const timer = setTimeout(() => {
      pausing = null;
      void work();
    }, pause);
    pausing = { timer, since };
  };
  const without = (id: string) => refusedValues.filter((one) => one.id !== id);

  const work = async (): Promise<void> => {
    const first = waiting[0];
    if (first === undefined || state.sending) return;
    change({ sending: true });
    try {
      const answer = await parts.send(first.id, first.value, first.key);
      waiting = waiting
        .filter((one) => one !== first)
        .map((one) =>
          one.id === first.id && one.from === first.from && parts.rebase
            ? { ...one, value: parts.rebase(one.value, answer) }
            : one,
        );
      for (const listener of savedListeners) listener(first.id, answer);
      change({ sending: false, offline: false, savedAt: now() });
    } catch (error) {
      if (!(error instanceof ApiFault) || error.status >= 500 || error.status === 401) {
        change({ sending: false, offline: true });
        // Nobody is signed in: asking again by itself would only raise the dialog again.
        if (!(error instanceof ApiFault) || error.status !== 401) later(() => void work());
        return;
      }
      waiting = waiting.filter((one) => one !== first);
      // What was typed since takes its place; else it stays, so that nothing is lost before the person has decided.
      if (!waiting.some(({ id }) => id === first.id))
        refusedValues = [...without(first.id), { ...first, refused: true }];
      change({ sending: false, refused: refuse(first.id, error) });
    }
    await work();
  };

  return {
    put: (id, value) => {
      // The one under way may already be with the server: it stays, and the new value follows it.
      const underWay = state.sending ? waiting[0] : undefined;
      waiting = [...waiting.filter((one) => one.id !== id || one === underWay), { id, value, key: randomId() }];
      refusedValues = without(id);
      change({ refused: refuse(id, null) });
      workAfterPause();
    },
    retry: () => void work(),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    waitingValue: (id) => waiting.filter((one) => one.id === id).pop()?.value,
    held: () => new Map([...refusedValues, ...waiting].map(({ id, value }) => [id, value])),
    adopt: (left) => {
      if (left.length === 0) return;
      const underWay = state.sending ? waiting.slice(0, 1) : [];
      waiting = [...underWay, ...left.map(anew), ...waiting.slice(underWay.length)];
      change({});
      void work();
    },
    giveUp: (id) => {
      refusedValues = without(id);
      change({ refused: refuse(id, null) });
    },
    onSaved: (listener) => {
      savedListeners.add(listener);
      return () => savedListeners.delete(listener);
    },
  };
};
