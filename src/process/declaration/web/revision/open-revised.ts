import type { Declaration } from '../../declaration.contract.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';

/** Items of the last revision that still wait: to be confirmed, and new ones. */
export const openRevised = (
  revision: Declaration['revision'],
  drafts: DraftItems,
): { readonly toConfirm: readonly string[]; readonly fresh: readonly string[] } => {
  const open = (id: string) => (drafts[id]?.answer ?? null) === null;
  return {
    toConfirm: (revision?.toConfirm ?? []).filter(open),
    fresh: (revision?.fresh ?? []).filter(open),
  };
};
