import { type Answers, carryOver, type DeductionCounts } from '#process/standards/domain/index.ts';
import type { NamedEdition } from '../carry-draft.ts';
import { answerOf, type EarlierAnswer, type StoredItem, type StoredItems } from '../draft-answers.ts';
import { sectionsOf } from '../sections.ts';

/** What the unit handed in last, in an earlier campaign. */
export interface LastSubmission {
  readonly campaign: string;
  readonly answers: Answers['answers'];
  readonly reasons: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
}

export interface CopyReport {
  /** Items that say the same as last time. */
  readonly same: number;
  /** Items that say something else now: what was answered is shown beside what has changed. */
  readonly changed: number;
  /** Items that have an answer or a word of this year already and are left alone. */
  readonly leftAlone: number;
  /** Items that were not there last time. */
  readonly fresh: number;
  /** Answers of last time whose item is gone. */
  readonly gone: number;
}

export interface CopiedAnswers {
  /** Sections with something copied into them, whole, by element. */
  readonly sections: Readonly<Record<string, StoredItems>>;
  readonly report: CopyReport;
}

type Sections = Readonly<Record<string, { readonly version: number; readonly stored: StoredItems }>>;

/**
 * Puts the answers of last time beside the open items of a working copy, as suggestions (上年度，待确认): none is an answer before a person
 * has confirmed it. Copying again changes nothing.
 * @param before by element of `to`
 */
export const copyAnswers = (
  from: NamedEdition,
  to: NamedEdition,
  last: LastSubmission,
  before: Sections,
): CopiedAnswers => {
  const { items, dropped } = carryOver(from.edition, to.edition, last.answers);
  const carried = new Map(items.map((item) => [item.itemId, item]));
  const report = { same: 0, changed: 0, leftAlone: 0, fresh: 0, gone: dropped.length };
  const suggested = (itemId: string, now: StoredItem | undefined): EarlierAnswer | undefined => {
    const item = carried.get(itemId);
    if (item?.kind === 'new') report.fresh += 1;
    if (item?.kind !== 'kept' && item?.kind !== 'to-confirm') return undefined;
    if (now && isTouched(now)) {
      report.leftAlone += 1;
      return undefined;
    }
    report[item.same ? 'same' : 'changed'] += 1;
    return earlier(from.hash, item.from, item.same, last);
  };
  const sections = sectionsOf(to.edition).flatMap(({ elementId, items: own }) => {
    const { version, stored } = before[elementId] ?? { version: 0, stored: {} };
    const copied = own.flatMap(({ id }): [string, StoredItem][] => {
      const was = suggested(id, stored[id]);
      return was ? [[id, { v: version + 1, was }]] : [];
    });
    return copied.length > 0 ? [[elementId, { ...stored, ...Object.fromEntries(copied) }] as const] : [];
  });
  return { sections: Object.fromEntries(sections), report };
};

/** Whether somebody has worked on the item, or something waits there to be confirmed already. */
const isTouched = (item: StoredItem): boolean =>
  answerOf(item) !== null || Boolean(item.reason) || Boolean(item.comment) || item.was !== undefined;

const earlier = (edition: string, item: string, same: boolean, last: LastSubmission): EarlierAnswer => {
  const [reason, comment, counts] = [last.reasons[item], last.comments[item], last.deductions[item]];
  return {
    edition,
    item,
    answer: last.answers[item]!,
    last: {
      campaign: last.campaign,
      same,
      ...(reason && { reason }),
      ...(comment && { comment }),
      // Only an item that says the same has its rules at the same positions.
      ...(same && counts && { deductions: counts }),
    },
  };
};
