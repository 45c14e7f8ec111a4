import { useEffect, useState, useSyncExternalStore } from 'react';
import { createSaveQueue, type SaveQueue, type SaveState } from './save-queue.ts';

type Stored<Value> = ReturnType<NonNullable<Parameters<typeof createSaveQueue<Value>>[0]['storage']>['load']>;

const browserStorage = <Value>(name: string) => ({
  load: (): Stored<Value> => {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
      return Array.isArray(found) ? (found as Stored<Value>) : [];
    } catch {
      return [];
    }
  },
  // A full or forbidden storage costs only what a reload would have brought back; the queue itself goes on.
  save: (waiting: Stored<Value>) => {
    try {
      if (waiting.length === 0) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(waiting));
    } catch {
      return;
    }
  },
});

/**
 * The save queue of one record. `name` must name person and record (`sheet.<account>.<declaration>`): what waits is found
 * under it after a reload. Tries again when the browser says that the network is back.
 */
export const useSaveQueue = <Value>(
  name: string,
  send: (id: string, value: Value, key: string) => Promise<unknown>,
): { readonly queue: SaveQueue<Value>; readonly state: SaveState } => {
  const [queue] = useState(() => createSaveQueue<Value>({ send, storage: browserStorage<Value>(name) }));
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  useEffect(() => {
    queue.retry();
    window.addEventListener('online', queue.retry);
    return () => window.removeEventListener('online', queue.retry);
  }, [queue]);
  useEffect(() => {
    if (state.waiting === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state.waiting]);
  return { queue, state };
};
