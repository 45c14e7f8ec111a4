import { z } from 'zod';

/**
 * The restricted document of a narrative section of the report: paragraphs, two levels of headings, lists, and text that may be bold,
 * italic or underlined. It is stored and frozen in this form and never as markup, so that a page, a PDF and a DOCX can be made of it
 * without trusting it. `docs/formats.md`, section “Report text”.
 */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichBlock[];
}

export type RichBlock = RichParagraph | RichHeading | RichList;

export interface RichParagraph {
  readonly type: 'paragraph';
  readonly content?: readonly RichInline[];
}

export interface RichHeading {
  readonly type: 'heading';
  readonly attrs: { readonly level: 1 | 2 };
  readonly content?: readonly RichInline[];
}

export interface RichList {
  readonly type: 'bulletList' | 'orderedList';
  readonly content: readonly RichListItem[];
}

export interface RichListItem {
  readonly type: 'listItem';
  readonly content: readonly (RichParagraph | RichList)[];
}

export type RichInline = RichRun | { readonly type: 'hardBreak' };

export interface RichRun {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly { readonly type: RichMark }[];
}

export const richMarks = ['bold', 'italic', 'underline'] as const;
export type RichMark = (typeof richMarks)[number];

/** Characters of one section, lists within lists, and nodes of one section. */
export const MOST_CHARACTERS = 8000;
export const DEEPEST_LIST = 3;
export const MOST_NODES = 2000;

const run = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z
    .array(z.strictObject({ type: z.enum(richMarks) }))
    .max(richMarks.length)
    .optional(),
});
const inline = z.discriminatedUnion('type', [run, z.strictObject({ type: z.literal('hardBreak') })]);
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline).optional() });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(1), z.literal(2)]) }),
  content: z.array(inline).optional(),
});
const list = z.strictObject({
  type: z.enum(['bulletList', 'orderedList']),
  get content() {
    return z.array(listItem).min(1);
  },
});
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(z.union([paragraph, list])).min(1);
  },
});
const document = z.strictObject({
  type: z.literal('doc'),
  content: z.array(z.union([paragraph, heading, list])),
});

/** How far an unread value nests, and how many objects it has, both looked at before the schema goes down into it. */
const isWithinBounds = (given: unknown): boolean => {
  let nodes = 0;
  const walk = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null) return true;
    nodes += 1;
    if (depth > DEEPEST * 3 || nodes > MOST_NODES * 4) return false;
    return Object.values(value).every((part) => walk(part, depth + 1));
  };
  return walk(given, 0);
};
const DEEPEST = 2 + DEEPEST_LIST * 2 + 2;

const faultOf = (text: RichText): { readonly code: string; readonly params?: Record<string, number> } | undefined => {
  if (listDepth(text.content) > DEEPEST_LIST) return { code: 'report.tooDeep', params: { max: DEEPEST_LIST } };
  if (nodesOf(text) > MOST_NODES) return { code: 'report.tooManyParts', params: { max: MOST_NODES } };
  const written = plainText(text);
  const length = [...written].length;
  if (length > MOST_CHARACTERS) return { code: 'report.tooLong', params: { max: MOST_CHARACTERS, length } };
  // Control characters other than the ends of blocks that `plainText` itself puts in have no place in a document.
  if (!written.isWellFormed() || /[\p{Cc}\uFFFE\uFFFF]/u.test(written.replace(/\n/g, '')))
    return { code: 'report.badCharacter' };
  return undefined;
};

/** Reads a narrative as it is sent; refused with `report.badNode`, `report.tooDeep`, `report.tooManyParts`, `report.tooLong`, `report.badCharacter`. */
export const richTextSchema: z.ZodType<RichText> = z.unknown().transform((given, ctx): RichText => {
  const refuse = (code: string, params: Record<string, number> = {}) => {
    ctx.addIssue({ code: 'custom', message: code, params, input: given });
    return z.NEVER;
  };
  if (!isWithinBounds(given)) return refuse('report.tooManyParts', { max: MOST_NODES });
  const parsed = document.safeParse(given);
  if (!parsed.success) return refuse('report.badNode');
  const text = parsed.data as RichText;
  const fault = faultOf(text);
  return fault ? refuse(fault.code, fault.params) : text;
});

const listDepth = (blocks: readonly (RichBlock | RichParagraph)[]): number =>
  blocks.reduce(
    (deepest, block) =>
      block.type === 'bulletList' || block.type === 'orderedList'
        ? Math.max(deepest, 1 + Math.max(0, ...block.content.map(({ content }) => listDepth(content))))
        : deepest,
    0,
  );

const nodesOf = (node: { readonly content?: readonly object[] }): number =>
  1 + (node.content ?? []).reduce((sum, child) => sum + nodesOf(child), 0);

/** The text without its form, blocks apart by a line feed. */
export const plainText = (text: RichText): string => {
  const lines: string[] = [];
  const walk = (block: RichBlock | RichListItem): void => {
    if (block.type === 'paragraph' || block.type === 'heading')
      lines.push((block.content ?? []).map((one) => (one.type === 'text' ? one.text : '\n')).join(''));
    else for (const child of block.content) walk(child);
  };
  for (const block of text.content) walk(block);
  return lines.join('\n');
};

/** Whether anything is written in it; blanks are nothing. */
export const isWritten = (text: RichText | undefined): boolean => text !== undefined && plainText(text).trim() !== '';

/** Paragraphs of plain text as a document; an empty line is no paragraph. */
export const richTextOf = (paragraphs: readonly string[]): RichText => ({
  type: 'doc',
  content: paragraphs
    .filter((text) => text !== '')
    .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
