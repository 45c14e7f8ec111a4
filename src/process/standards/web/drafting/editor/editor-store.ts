import type { Draft } from '../../../domain/draft-editing.ts';

/** A draft under the hands of a person, with the way back and forth. */
export interface EditorStore {
  readonly draft: () => Draft;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes a change. Changes with the same `mark` that follow one another without a pause are one step back. */
  readonly apply: (next: Draft, mark?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Puts another draft in its place, from which there is no way back. */
  readonly reset: (next: Draft) => void;
}

const MOST_STEPS = 200;
/** Typing that pauses so long begins a new step. */
const PAUSE_MS = 1200;

export const createEditorStore = (initial: Draft, now: () => number = Date.now): EditorStore => {
  let draft = initial;
  let past: readonly Draft[] = [];
  let future: readonly Draft[] = [];
  let last: { readonly mark: string; readonly at: number } | null = null;
  const listeners = new Set<() => void>();
  const change = (next: Draft) => {
    draft = next;
    for (const listener of listeners) listener();
  };
  const travel = (from: readonly Draft[], to: readonly Draft[]) => {
    const next = from[from.length - 1];
    if (next === undefined) return undefined;
    last = null;
    return { next, from: from.slice(0, -1), to: [...to, draft] };
  };
  return {
    draft: () => draft,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: (next, mark) => {
      if (next === draft) return;
      const at = now();
      const goesOn = mark !== undefined && last?.mark === mark && at - last.at < PAUSE_MS && past.length > 0;
      if (!goesOn) past = [...past, draft].slice(-MOST_STEPS);
      last = mark === undefined ? null : { mark, at };
      future = [];
      change(next);
    },
    undo: () => {
      const way = travel(past, future);
      if (way === undefined) return;
      past = way.from;
      future = way.to;
      change(way.next);
    },
    redo: () => {
      const way = travel(future, past);
      if (way === undefined) return;
      future = way.from;
      past = way.to;
      change(way.next);
    },
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    reset: (next) => {
      past = [];
      future = [];
      last = null;
      change(next);
    },
  };
};
