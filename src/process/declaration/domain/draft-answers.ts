import { err, type Issue, type Issues, ok, type Result } from '#lib/result.ts';
import {
  type Answer,
  answerFault,
  type DeductionCounts,
  deductionsFault,
  type Edition,
  type Item,
  sameCounts,
  tidyCounts,
} from '#process/standards/domain/index.ts';

/** One item of the working copy. `v`: the version of its section that set it. An item may have a comment before it has an answer. */
export interface DraftItem {
  readonly answer: Answer | null;
  /** 扣分原因: why points are lost; says nothing while none are. */
  readonly reason: string;
  readonly comment: string;
  /** How the points were counted out; absent where they were entered as such. */
  readonly deductions?: DeductionCounts;
  readonly v: number;
  /** Given to an item that says something else now, or in the last campaign: a suggestion, and no answer until it is confirmed. */
  readonly was?: EarlierAnswer;
}

/** An answer in units of the edition that it was given under. */
export interface EarlierAnswer {
  readonly edition: string;
  readonly item: string;
  readonly answer: Answer;
  /** Copied from what the unit handed in last time (上年度). */
  readonly last?: {
    readonly campaign: string;
    /** Whether the item says the same now. */
    readonly same: boolean;
    readonly reason?: string;
    readonly comment?: string;
    readonly deductions?: DeductionCounts;
  };
}
export type DraftItems = Readonly<Record<string, DraftItem>>;

/** As the table `draft_sections` keeps it: the answer's own member, reason and comment where there is one, the counted deductions, the version. */
export type StoredItem = {
  readonly points?: number;
  readonly met?: boolean;
  readonly na?: string;
  readonly reason?: string;
  readonly comment?: string;
  readonly deductions?: DeductionCounts;
  readonly v: number;
  readonly was?: EarlierAnswer;
};
export type StoredItems = Readonly<Record<string, StoredItem>>;

/** What a save changes of one item. */
export interface ItemPatch {
  readonly answer: Answer | null;
  readonly reason: string;
  readonly comment: string;
  /** The points must be those that these counts leave; without them the points stand by themselves. */
  readonly deductions?: DeductionCounts | undefined;
}

export const MOST_REASON = 500;
export const MOST_COMMENT = 1000;

export const answerOf = ({ points, met, na }: StoredItem): Answer | null => {
  if (points !== undefined) return { points };
  if (met !== undefined) return { met };
  return na === undefined ? null : { na };
};

export const fromStored = (stored: StoredItems): DraftItems => allFromStored([stored]);

/** The items of several sections in one map. */
export const allFromStored = (sections: readonly StoredItems[]): DraftItems => {
  const found: [string, DraftItem][] = [];
  for (const stored of sections) {
    for (const id of Object.keys(stored)) {
      const item = stored[id]!;
      const { v, was, deductions, reason = '', comment = '' } = item;
      found.push([
        id,
        { answer: answerOf(item), reason, comment, ...(deductions && { deductions }), v, ...(was && { was }) },
      ]);
    }
  }
  return Object.fromEntries(found);
};

const same = (a: ItemPatch, b: ItemPatch): boolean =>
  a.comment === b.comment &&
  a.reason === b.reason &&
  JSON.stringify(a.answer) === JSON.stringify(b.answer) &&
  sameCounts(a.deductions, b.deductions);

const NOTHING: ItemPatch = { answer: null, reason: '', comment: '' };

/** Somebody else has changed these items since the version that the save started from; their present values. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly version: number;
  readonly items: DraftItems;
}

export interface Saved {
  readonly stored: StoredItems;
  readonly version: number;
  /** Items that really changed, with what they are now. */
  readonly changed: Readonly<Record<string, ItemPatch>>;
}

type Units = Pick<Edition, 'unitsPerPoint'>;

const patchFault = (
  item: Item | undefined,
  { answer, reason, comment, deductions = {} }: ItemPatch,
  edition: Units,
): Omit<Issue, 'path'> | undefined => {
  if (!item) return { code: 'answers.itemUnknown' };
  if ([...comment].length > MOST_COMMENT) return { code: 'declaration.commentTooLong', params: { max: MOST_COMMENT } };
  const reasons = [reason, answer !== null && 'na' in answer ? answer.na : ''];
  if (reasons.some((text) => [...text].length > MOST_REASON))
    return { code: 'declaration.reasonTooLong', params: { max: MOST_REASON } };
  if ([comment, ...reasons].some((text) => !text.isWellFormed() || text.includes('\u0000')))
    return { code: 'registration.badCharacter' };
  if (answer === null) return deductionsFault(item, answer, deductions, edition);
  const code = answerFault(item, answer);
  // A reason that is still to be written may be saved; the item counts as unanswered until then.
  if (code === undefined || code === 'answers.naWithoutReason')
    return deductionsFault(item, answer, deductions, edition);
  return { code, params: { item: item.id, full: item.full } };
};

/** An item of the working copy whose counts do not lead to its points; a save never leaves one behind. */
export const draftDeductionFaults = (edition: Edition, drafts: DraftItems): readonly Issue[] =>
  edition.items.flatMap((item) => {
    const { answer, deductions } = drafts[item.id] ?? {};
    const fault = deductions && deductionsFault(item, answer ?? null, deductions, edition);
    return fault ? [{ path: `items.${item.id}`, ...fault }] : [];
  });

/**
 * Applies a save to a section of the working copy. Nothing is applied if one item does not fit the edition, or if one was changed
 * by somebody else after `base`, the version of the section that the save started from, and to something else than the save wants.
 */
export const patchSection = (
  items: readonly Item[],
  before: { readonly stored: StoredItems; readonly version: number },
  base: number,
  patch: Readonly<Record<string, ItemPatch>>,
  edition: Units = { unitsPerPoint: 1 },
): Result<Saved, Issues | Conflict> => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const faults = Object.entries(patch).flatMap(([id, wanted]) => {
    const fault = patchFault(byId.get(id), wanted, edition);
    return fault ? [{ path: `items.${id}`, ...fault }] : [];
  });
  if (faults.length > 0) return err({ kind: 'issues', issues: faults });
  const current = fromStored(before.stored);
  const changed = Object.entries(patch).filter(([id, wanted]) => {
    const now = current[id];
    return !same(now ?? NOTHING, wanted);
  });
  const lost = changed.flatMap(([id]) => {
    const now = current[id];
    // What is only suggested from last time is nobody's answer, and nothing is lost by answering over it.
    return now && now.v > base && !(now.was?.last && same(now, NOTHING)) ? [[id, now] as const] : [];
  });
  if (lost.length > 0) return err({ kind: 'conflict', version: before.version, items: Object.fromEntries(lost) });
  if (changed.length === 0) return ok({ stored: before.stored, version: before.version, changed: {} });
  const version = before.version + 1;
  const entries = changed.map(([id, { answer, reason, comment, deductions }]): [string, StoredItem] => {
    const counts = tidyCounts(deductions);
    return [
      id,
      {
        ...answer,
        ...(reason === '' ? {} : { reason }),
        ...(comment === '' ? {} : { comment }),
        ...(counts && { deductions: counts }),
        v: version,
        ...(current[id]?.was && { was: current[id].was }),
      },
    ];
  });
  return ok({
    stored: { ...before.stored, ...Object.fromEntries(entries) },
    version,
    changed: Object.fromEntries(changed),
  });
};
