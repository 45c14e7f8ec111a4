import type { Verdict } from '../../domain/verdict.ts';
import type { StoredVerdict } from '../../verdict-shapes.ts';

/** A verdict as the person sees it; `verdict` is null where there is none. `revision` is the one of the server that it stands on. */
export interface Draft {
  readonly verdict: Verdict['verdict'] | null;
  readonly points?: number;
  readonly met?: boolean;
  readonly deductions?: Verdict['deductions'];
  readonly comment: string;
  readonly revision: number;
}
export type Drafts = Readonly<Record<string, Draft>>;

export const noVerdict: Draft = { verdict: null, comment: '', revision: 0 };

/** Verdicts with what was changed here on top of what the server knows. */
export interface VerdictStore {
  readonly get: (itemId: string) => Draft;
  readonly all: () => Drafts;
  readonly set: (changes: Drafts) => void;
  /** The server confirmed: these items stand at these revisions now. */
  readonly confirmed: (revisions: Readonly<Record<string, number>>) => void;
  /** Takes over what the server says, where it is newer and was not changed here. */
  readonly receive: (stored: Readonly<Record<string, StoredVerdict>>, keep: (itemId: string) => boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const draftOf = ({ verdict, points, met, deductions, comment, revision }: StoredVerdict): Draft => ({
  verdict,
  comment,
  revision,
  ...(points === undefined ? {} : { points }),
  ...(met === undefined ? {} : { met }),
  ...(deductions && { deductions }),
});

export const createVerdictStore = (stored: Readonly<Record<string, StoredVerdict>>): VerdictStore => {
  let drafts: Drafts = Object.fromEntries(Object.entries(stored).map(([id, verdict]) => [id, draftOf(verdict)]));
  const listeners = new Set<() => void>();
  const change = (next: Drafts) => {
    drafts = { ...drafts, ...next };
    for (const listener of listeners) listener();
  };
  const get = (itemId: string) => drafts[itemId] ?? noVerdict;
  return {
    get,
    all: () => drafts,
    set: change,
    confirmed: (revisions) =>
      change(Object.fromEntries(Object.entries(revisions).map(([id, revision]) => [id, { ...get(id), revision }]))),
    receive: (received, keep) => {
      const newer = Object.entries(received).filter(([id, { revision }]) => !keep(id) && revision > get(id).revision);
      if (newer.length > 0) change(Object.fromEntries(newer.map(([id, verdict]) => [id, draftOf(verdict)])));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** The verdicts for the functions of the domain. */
export const verdictsOf = (drafts: Drafts): readonly Verdict[] =>
  Object.entries(drafts).flatMap(([itemId, { verdict, points, met, deductions, comment }]) =>
    verdict === null
      ? []
      : [
          {
            itemId,
            verdict,
            comment,
            ...(points === undefined ? {} : { points }),
            ...(met === undefined ? {} : { met }),
            ...(deductions && { deductions }),
          },
        ],
  );
