import { use, useEffect, useRef, useSyncExternalStore } from 'react';
import { createSaveQueue, type SaveQueue, type SaveState } from './save-queue.ts';
import { browserTabs } from './tab-identity.ts';
import { countUnsent, tabsWithUnsent, takeUnsent, unsentStore, type Waiting } from './unsent-store.ts';

interface Options<Value, Answer> {
  readonly rebase?: (later: Value, answer: Answer) => Value;
  /** Milliseconds without a change before anything is sent. */
  readonly pause?: number;
  /** Called with what a tab that is gone had not sent, before it is sent from here. */
  readonly onAdopted?: (left: readonly Waiting<Value>[]) => void;
}

interface Running {
  readonly queue: SaveQueue<unknown, unknown>;
  send: (id: string, value: unknown, key: string) => Promise<unknown>;
}

/** By name: leaving a page and coming back finds the queue that still works, and two parts of a page share one. */
const running = new Map<string, Running>();

const queueNamed = <Value, Answer>(
  name: string,
  tab: string,
  send: (id: string, value: Value, key: string) => Promise<Answer>,
  { rebase, pause }: Options<Value, Answer>,
): SaveQueue<Value, Answer> => {
  const found = running.get(name);
  if (found) {
    found.send = send as Running['send'];
    return found.queue as SaveQueue<Value, Answer>;
  }
  const queue = createSaveQueue<Value, Answer>({
    send: (id, value, key) => one.send(id, value, key) as Promise<Answer>,
    storage: unsentStore<Value>(localStorage, name, tab),
    ...(rebase && { rebase }),
    ...(pause && { pause }),
  });
  const one: Running = { queue: queue as SaveQueue<unknown, unknown>, send: send as Running['send'] };
  running.set(name, one);
  return queue;
};

const LOOK_MS = 1000;

/**
 * The save queue of one record, for a component that is not drawn again with every change of it. `name` must name person and record (`sheet.<account>.<declaration>`): what waits is found
 * under it after a reload, and what a closed tab has left is sent from here. Tries again when the browser says that the network is back.
 */
export const useQuietQueue = <Value, Answer = unknown>(
  name: string,
  send: (id: string, value: Value, key: string) => Promise<Answer>,
  options: Options<Value, Answer> = {},
): SaveQueue<Value, Answer> => {
  const tab = use(browserTabs().own);
  const queue = queueNamed(name, tab, send, options);
  const adopted = useRef(options.onAdopted);
  adopted.current = options.onAdopted;
  useEffect(() => {
    queue.retry();
    // Whoever puts the page away does not wait for a pause in typing.
    const away = () => document.visibilityState === 'hidden' && queue.retry();
    window.addEventListener('online', queue.retry);
    document.addEventListener('visibilitychange', away);
    return () => {
      window.removeEventListener('online', queue.retry);
      document.removeEventListener('visibilitychange', away);
    };
  }, [queue]);
  useEffect(() => {
    // A tab that reloads is gone for a moment: only what is left twice in a row is left for good.
    let before: readonly string[] = [];
    const look = () => {
      const others = tabsWithUnsent(localStorage, name).filter((other) => other !== tab);
      for (const other of others) {
        if (!before.includes(other)) continue;
        void browserTabs().ifGone(other, () => {
          const left = takeUnsent<Value>(localStorage, name, other);
          adopted.current?.(left);
          queue.adopt(left);
        });
      }
      before = others;
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [queue, name, tab]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.state().waiting > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [queue]);
  return queue;
};

/** The same with how far it is. */
export const useSaveQueue = <Value, Answer = unknown>(
  ...of: Parameters<typeof useQuietQueue<Value, Answer>>
): { readonly queue: SaveQueue<Value, Answer>; readonly state: SaveState } => {
  const queue = useQuietQueue<Value, Answer>(...of);
  return { queue, state: useSyncExternalStore(queue.subscribe, queue.state) };
};

/** How many things of a record wait in this browser, whichever tab they were written in. */
export const unsentIn = (name: string): number => countUnsent(localStorage, name);
