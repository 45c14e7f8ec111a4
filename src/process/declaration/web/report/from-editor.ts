import type { JSONContent } from '@tiptap/core';
import {
  type RichBlock,
  type RichInline,
  type RichListItem,
  type RichMark,
  type RichParagraph,
  type RichText,
  richMarks,
} from '../../domain/report/rich-text.ts';

const isMark = (type: string): type is RichMark => (richMarks as readonly string[]).includes(type);

const inlineOf = (nodes: readonly JSONContent[] = []): RichInline[] =>
  nodes.flatMap((node): RichInline[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
    const text = (node.text ?? '')
      .replace(/\p{Surrogate}/gu, '')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
      .replace(/[\t\n]/g, ' ');
    if (text === '') return [];
    const marks = (node.marks ?? []).flatMap(({ type }) => (isMark(type) ? [{ type }] : []));
    return [{ type: 'text', text, ...(marks.length > 0 && { marks }) }];
  });

const withContent = (content: RichInline[]) => (content.length > 0 ? { content } : {});

const paragraphOf = (node: JSONContent): RichParagraph => ({
  type: 'paragraph',
  ...withContent(inlineOf(node.content)),
});

const itemsOf = (nodes: readonly JSONContent[] = []): RichListItem[] =>
  nodes.map((node) => ({
    type: 'listItem',
    content: (node.content ?? []).map((child) => {
      const block = blockOf(child);
      return block.type === 'heading' ? paragraphOf(child) : block;
    }),
  }));

const blockOf = (node: JSONContent): RichBlock => {
  switch (node.type) {
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: node.attrs?.level === 2 ? 2 : 1 },
        ...withContent(inlineOf(node.content)),
      };
    case 'bulletList':
    case 'orderedList':
      return { type: node.type, content: itemsOf(node.content) };
    default:
      return paragraphOf(node);
  }
};

/** What the editor holds as a restricted document: attributes of its own and signs that cannot be stored are left out. */
export const fromEditor = (document: JSONContent): RichText => ({
  type: 'doc',
  content: (document.content ?? []).map(blockOf),
});
