import type { Issue } from '#lib/result.ts';
import { type Answer, answerFault, type DeductionCounts } from '#process/standards/domain/index.ts';
import type { DraftItem, DraftItems } from './draft-answers.ts';
import type { Section } from './sections.ts';

export interface SectionProgress {
  readonly elementId: string;
  readonly total: number;
  readonly answered: number;
  /** Items without an answer that counts, in the edition's order. */
  readonly open: readonly string[];
}

export interface Completeness {
  /** What the registration form lacks, at the field's name. */
  readonly registration: readonly Issue[];
  readonly sections: readonly SectionProgress[];
  readonly complete: boolean;
}

export const completenessOf = (
  sections: readonly Section[],
  drafts: DraftItems,
  registration: readonly Issue[],
): Completeness => {
  const progress = sections.map(({ elementId, items }): SectionProgress => {
    const open = items.flatMap((item) => {
      const answer = drafts[item.id]?.answer ?? null;
      return answer === null || answerFault(item, answer) ? [item.id] : [];
    });
    return { elementId, total: items.length, answered: items.length - open.length, open };
  });
  const complete = registration.length === 0 && progress.every(({ open }) => open.length === 0);
  return { registration, sections: progress, complete };
};

/** What keeps a declaration from being submitted, each at its field (`registration.staffCount`) or item (`items.om-001`). */
export const submissionGaps = ({ registration, sections }: Completeness, drafts: DraftItems): readonly Issue[] => [
  ...registration.map((issue) => ({ ...issue, path: `registration.${issue.path}` })),
  ...sections.flatMap(({ open }) =>
    open.map((item): Issue => {
      const waitsForReason = 'na' in (drafts[item]?.answer ?? {});
      return {
        path: `items.${item}`,
        code: waitsForReason ? 'answers.naWithoutReason' : 'answers.itemUnanswered',
        params: { item },
      };
    }),
  ),
];

/** The answers that count, by item: what a score is worked out from. */
export const givenAnswers = (drafts: DraftItems): Readonly<Record<string, Answer>> =>
  filled(drafts, ({ answer }) => answer);

export const givenComments = (drafts: DraftItems): Readonly<Record<string, string>> =>
  filled(drafts, ({ comment }) => comment || null);

/** How points were counted out, by item, where they were. */
export const givenDeductions = (drafts: DraftItems): Readonly<Record<string, DeductionCounts>> =>
  filled(drafts, ({ deductions }) => deductions ?? null);

/** A loop and not a chain of lists: every submission and every live score passes here with each of its items. */
const filled = <Value>(drafts: DraftItems, of: (item: DraftItem) => Value | null): Record<string, Value> => {
  const found: [string, Value][] = [];
  for (const id of Object.keys(drafts)) {
    const value = of(drafts[id]!);
    if (value !== null) found.push([id, value]);
  }
  return Object.fromEntries(found);
};
