import { useEffect, useMemo, useState } from 'react';
import type { Issue } from '#lib/result.ts';
import { editionFaults } from '../../../domain/edition-faults.ts';
import type { EditorStore } from './editor-store.ts';
import { bookOf, emptyBook, type FaultBook, placedFaults } from './fault-place.ts';

/** The faults of the draft as last checked. */
export interface FaultHolder {
  readonly book: () => FaultBook;
  readonly subscribe: (listener: () => void) => () => void;
}

const PAUSE_MS = 250;

/**
 * Checks the draft, as publishing will, whenever typing pauses. What only the server can check (`told`, of the draft as last saved) is
 * added once nothing else is wrong.
 */
export const useValidation = (store: EditorStore, told: readonly Issue[]): FaultHolder => {
  const others = useMemo(() => told.filter(({ code }) => !code.startsWith('edition.')), [told]);
  const [{ holder, set }] = useState(() => {
    let book = emptyBook;
    const listeners = new Set<() => void>();
    return {
      holder: {
        book: () => book,
        subscribe: (listener: () => void) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
      set: (next: FaultBook) => {
        book = next;
        for (const listener of listeners) listener();
      },
    };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      const draft = store.draft();
      const own = editionFaults(draft);
      set(bookOf(placedFaults(draft, [...own, ...(own.length === 0 ? others : [])]), holder.book()));
    };
    check();
    const leave = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(check, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [store, holder, set, others]);
  return holder;
};
