import type { Catalogue } from '../../text.ts';

/**
 * The catalogues that word what the server sends: codes, names of commands, lines of 今天要办. They are many, and most pages need none of
 * them, so they are loaded when the first code has to be worded.
 */
type Load = () => Promise<readonly Catalogue[]>;

let load: Load = async () => [];
let known: readonly Catalogue[] = [];
let loading: Promise<void> | null = null;
let isUnderWay = false;
const listeners = new Set<() => void>();

export const knownTexts = {
  /** Where they come from; said once at the start. */
  from: (source: Load): void => {
    load = source;
  },
  current: (): readonly Catalogue[] => known,
  isUnderWay: (): boolean => isUnderWay,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Settles when they are there; where the line is cut they are asked for again the next time. */
  request: (): Promise<void> => {
    if (loading !== null) return loading;
    isUnderWay = true;
    loading = load().then(
      (found) => {
        isUnderWay = false;
        known = found;
        for (const listener of listeners) listener();
      },
      () => {
        isUnderWay = false;
        loading = null;
      },
    );
    return loading;
  },
};
