import { type Answer, carryOver, type Edition } from '#process/standards/domain/index.ts';
import { answerOf, type StoredItem, type StoredItems } from './draft-answers.ts';
import { sectionsOf } from './sections.ts';

export interface NamedEdition {
  readonly hash: string;
  readonly edition: Edition;
}

/** What became of the items of a working copy when it was moved to another edition. */
export interface CarryReport {
  /** Items of the new edition whose answer stands. */
  readonly kept: number;
  /** Known items that nobody had answered. */
  readonly unanswered: number;
  /** Items that stand under another id now: before, after. */
  readonly moved: readonly (readonly [from: string, to: string])[];
  /** Items that say something else now and had an answer. */
  readonly toConfirm: readonly string[];
  readonly fresh: readonly string[];
  /** Answers without an item any more, as they were. */
  readonly dropped: readonly { readonly item: string; readonly answer: Answer; readonly comment: string }[];
}

export interface CarriedDraft {
  /** By second-level element of the new edition. */
  readonly sections: Readonly<Record<string, StoredItems>>;
  /** Version of every section and item: above all before, so that what was typed against the old text is not taken for an answer to the new. */
  readonly version: number;
  readonly report: CarryReport;
  /** Where what hangs on an item of the old edition belongs now; absent where it has no successor. */
  readonly successors: ReadonlyMap<string, string>;
}

/**
 * Moves the working copy of a declaration from one edition to another. What was still to be confirmed after an earlier revision stays
 * so, beside the answer that was given first.
 * @param before by element
 */
export const carryDraft = (
  from: NamedEdition,
  to: NamedEdition,
  before: Readonly<Record<string, { readonly version: number; readonly stored: StoredItems }>>,
): CarriedDraft => {
  const version = 1 + Math.max(0, ...Object.values(before).map((section) => section.version));
  const old = new Map(Object.values(before).flatMap(({ stored }) => Object.entries(stored)));
  const answers = Object.fromEntries(
    [...old].flatMap(([id, item]) => {
      const answer = answerOf(item);
      return answer === null ? [] : [[id, answer] as const];
    }),
  );
  const { items, dropped } = carryOver(from.edition, to.edition, answers);
  const stored = new Map<string, StoredItem>();
  const successors = new Map<string, string>();
  const report = { kept: 0, unanswered: 0, toConfirm: [] as string[], fresh: [] as string[] };
  for (const each of items) {
    const { itemId } = each;
    const was = each.kind === 'new' ? undefined : old.get(each.from);
    const comment = { ...(was?.reason && { reason: was.reason }), ...(was?.comment && { comment: was.comment }) };
    if (each.kind !== 'new') successors.set(each.from, itemId);
    if (each.kind === 'new') {
      report.fresh.push(itemId);
      stored.set(itemId, { v: version });
    } else if (each.kind === 'kept') {
      report.kept += 1;
      // The item says the same, so its rules stand at the same positions.
      const counts = was?.deductions ? { deductions: was.deductions } : {};
      stored.set(itemId, { ...each.answer, ...comment, ...counts, v: version });
    } else if (each.kind === 'to-confirm' || was?.was) {
      const earlier = was?.was ?? { edition: from.hash, item: each.from, answer: answers[each.from]! };
      report.toConfirm.push(itemId);
      stored.set(itemId, { ...comment, v: version, was: earlier });
    } else {
      report.unanswered += 1;
      if (was || !each.same || each.from !== itemId) stored.set(itemId, { ...comment, v: version });
    }
  }
  const lost = from.edition.items.flatMap(({ id }) => {
    const item = old.get(id);
    const answer = dropped.includes(id) ? answers[id] : successors.has(id) ? undefined : item?.was?.answer;
    return answer ? [{ item: id, answer, comment: item?.comment ?? '' }] : [];
  });
  return {
    sections: Object.fromEntries(
      sectionsOf(to.edition).flatMap((section) => {
        const own = section.items.flatMap(({ id }) => {
          const item = stored.get(id);
          return item ? [[id, item] as const] : [];
        });
        return own.length > 0 ? [[section.elementId, Object.fromEntries(own)] as const] : [];
      }),
    ),
    version,
    report: {
      ...report,
      moved: [...successors].filter(([was, now]) => was !== now),
      dropped: lost,
    },
    successors,
  };
};

/** Whether everything that had to be answered is answered: nothing to confirm, nothing new, nothing open. */
export const keptWhole = ({ toConfirm, fresh, unanswered }: CarryReport): boolean =>
  toConfirm.length + fresh.length + unanswered === 0;
