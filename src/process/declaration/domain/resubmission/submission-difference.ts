import canonicalize from 'canonicalize';
import type { Answer, DeductionCounts } from '#process/standards/domain/index.ts';

/** What is compared of a declaration: as it was submitted, or as it stands in the working copy. */
export interface DeclaredContent {
  readonly answers: Readonly<Record<string, Answer>>;
  /** Why points were lost, by item. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
  readonly evidence: readonly { readonly itemId: string; readonly fileName: string; readonly digest: string }[];
  /** The registration form, by field. */
  readonly registration: Readonly<Record<string, unknown>>;
  /** Measures against lost points, by item. */
  readonly rectification: Readonly<Record<string, unknown>>;
  /** The report's own texts, by section. */
  readonly report: Readonly<Record<string, unknown>>;
}

export const itemParts = ['answer', 'reason', 'comment', 'deductions', 'evidence', 'rectification'] as const;
export type ItemPart = (typeof itemParts)[number];

/** An item on one side; `files` are names, in order. */
export interface ItemSide {
  readonly answer: Answer | null;
  readonly reason: string;
  readonly comment: string;
  readonly deductions: DeductionCounts | null;
  readonly files: readonly string[];
}

export interface ItemDifference {
  readonly itemId: string;
  readonly changed: readonly ItemPart[];
  readonly before: ItemSide;
  readonly after: ItemSide;
}

export interface SubmissionDifference {
  readonly items: readonly ItemDifference[];
  /** Names of fields of the form, with both values; absent ones are null. */
  readonly fields: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
  /** Sections of the report whose text is another one. */
  readonly report: readonly string[];
}

const plain = (value: unknown): string => canonicalize(value ?? null) ?? 'null';
const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Several choices of one field say which are ticked, not in which order. */
const unordered = (value: unknown): unknown =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.toSorted() : value;

/** Two values say the same; a blank one is a blank one, however it is written. */
const same = (one: unknown, other: unknown): boolean =>
  isBlank(one) || isBlank(other) ? isBlank(one) && isBlank(other) : plain(unordered(one)) === plain(unordered(other));

const changedKeys = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !same(before[key], after[key]));

type Files = ReadonlyMap<string, readonly { readonly fileName: string; readonly digest: string }[]>;

const filesByItem = ({ evidence }: DeclaredContent): Files => {
  const found = new Map<string, { fileName: string; digest: string }[]>();
  for (const { itemId, fileName, digest } of evidence)
    found.set(itemId, [...(found.get(itemId) ?? []), { fileName, digest }]);
  return found;
};

/** The same contents, whatever they are called and in whatever order they were attached. */
const contents = (files: Files, itemId: string): readonly string[] =>
  (files.get(itemId) ?? []).map(({ digest }) => digest).sort();

const sideOf = (content: DeclaredContent, files: Files, itemId: string): ItemSide => ({
  answer: content.answers[itemId] ?? null,
  reason: content.reasons[itemId] ?? '',
  comment: content.comments[itemId] ?? '',
  deductions: content.deductions[itemId] ?? null,
  files: (files.get(itemId) ?? []).map(({ fileName }) => fileName),
});

/**
 * What is different between two states of a declaration: items in the order given by `itemIds` (those of the edition; others after
 * them), fields in the order of the later form.
 */
export const submissionDifference = (
  before: DeclaredContent,
  after: DeclaredContent,
  itemIds: readonly string[],
): SubmissionDifference => {
  const [filesBefore, filesAfter] = [filesByItem(before), filesByItem(after)];
  const changed = new Map<string, Set<ItemPart>>();
  const mark = (part: ItemPart, ids: Iterable<string>) => {
    for (const id of ids) changed.set(id, (changed.get(id) ?? new Set()).add(part));
  };
  mark('answer', changedKeys(before.answers, after.answers));
  mark('reason', changedKeys(before.reasons, after.reasons));
  mark('comment', changedKeys(before.comments, after.comments));
  mark('deductions', changedKeys(before.deductions, after.deductions));
  mark('rectification', changedKeys(before.rectification, after.rectification));
  mark(
    'evidence',
    [...new Set([...filesBefore.keys(), ...filesAfter.keys()])].filter(
      (id) => !same(contents(filesBefore, id), contents(filesAfter, id)),
    ),
  );
  const known = new Set(itemIds);
  const order = [...itemIds.filter((id) => changed.has(id)), ...[...changed.keys()].filter((id) => !known.has(id))];
  return {
    items: order.map((itemId) => ({
      itemId,
      changed: itemParts.filter((part) => changed.get(itemId)?.has(part)),
      before: sideOf(before, filesBefore, itemId),
      after: sideOf(after, filesAfter, itemId),
    })),
    fields: changedKeys(before.registration, after.registration).map((name) => ({
      name,
      before: before.registration[name] ?? null,
      after: after.registration[name] ?? null,
    })),
    report: changedKeys(before.report, after.report),
  };
};

/** Whether the two states say the same. */
export const isEmptyDifference = ({ items, fields, report }: SubmissionDifference): boolean =>
  items.length + fields.length + report.length === 0;
