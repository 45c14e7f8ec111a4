import type { Item } from '#process/standards/domain/index.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';
import type { Section } from '../../domain/sections.ts';

/** Items for which the standard hints at evidence and that apply here; those of `without` have no file. */
export const askingItems = (
  sections: readonly Section[],
  drafts: DraftItems,
  evidence: readonly { readonly itemId: string }[],
): { readonly all: readonly Item[]; readonly without: readonly Item[] } => {
  const proven = new Set(evidence.map(({ itemId }) => itemId));
  const applies = (id: string): boolean => {
    const answer = drafts[id]?.answer;
    return !(answer && 'na' in answer);
  };
  const all = sections.flatMap(({ items }) =>
    items.filter(({ id, evidence: hint }) => hint !== undefined && hint.trim() !== '' && applies(id)),
  );
  return { all, without: all.filter(({ id }) => !proven.has(id)) };
};
