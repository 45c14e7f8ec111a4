import type { Issue } from '#lib/result.ts';
import {
  type Answer,
  answerFault,
  type DeductionCounts,
  type Edition,
  type Item,
  losesPoints,
} from '#process/standards/domain/index.ts';
import type { DraftItem, DraftItems } from './draft-answers.ts';
import type { Section } from './sections.ts';

export interface SectionProgress {
  readonly elementId: string;
  readonly total: number;
  readonly answered: number;
  /** Items without an answer that counts, or without a reason for the points lost, in the edition's order. */
  readonly open: readonly string[];
}

export interface Completeness {
  /** What the registration form lacks, at the field's name. */
  readonly registration: readonly Issue[];
  readonly sections: readonly SectionProgress[];
  readonly complete: boolean;
}

/** Whether points are lost and nobody said why. */
export const lacksReason = (item: Item, { answer, reason }: DraftItem): boolean =>
  answer !== null && losesPoints(item, answer) && reason.trim() === '';

/** What an item that is open waits for. */
const gapOf = ({
  answer,
}: DraftItem): 'answers.itemUnanswered' | 'answers.naWithoutReason' | 'answers.deductionWithoutReason' => {
  if (answer === null) return 'answers.itemUnanswered';
  return 'na' in answer ? 'answers.naWithoutReason' : 'answers.deductionWithoutReason';
};

export const completenessOf = (
  sections: readonly Section[],
  drafts: DraftItems,
  registration: readonly Issue[],
): Completeness => {
  const progress = sections.map(({ elementId, items }): SectionProgress => {
    const open = items.flatMap((item) => {
      const draft = drafts[item.id];
      return !draft?.answer || answerFault(item, draft.answer) || lacksReason(item, draft) ? [item.id] : [];
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
      const draft = drafts[item];
      return { path: `items.${item}`, code: draft ? gapOf(draft) : 'answers.itemUnanswered', params: { item } };
    }),
  ),
];

/** Whether every item has an answer that counts: only then is there a score. */
export const isAnsweredWhole = ({ items }: Edition, answers: Readonly<Record<string, Answer>>): boolean =>
  items.every((item) => {
    const answer = answers[item.id];
    return answer !== undefined && answerFault(item, answer) === undefined;
  });

/** The answers that count, by item: what a score is worked out from. */
export const givenAnswers = (drafts: DraftItems): Readonly<Record<string, Answer>> =>
  filled(drafts, ({ answer }) => answer);

/** 扣分原因 by item, of those that lose points: what was written before the points came back says nothing any more. */
export const givenReasons = (items: readonly Item[], drafts: DraftItems): Readonly<Record<string, string>> => {
  const found: [string, string][] = [];
  for (const item of items) {
    const { answer = null, reason = '' } = drafts[item.id] ?? {};
    if (answer !== null && reason !== '' && losesPoints(item, answer)) found.push([item.id, reason]);
  }
  return Object.fromEntries(found);
};

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
