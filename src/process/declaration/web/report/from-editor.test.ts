import { expect, it } from 'vitest';
import { richTextSchema } from '../../domain/report/rich-text.ts';
import { fromEditor } from './from-editor.ts';

it('leaves out attributes of the editor and signs that cannot be stored; the server takes what is left', () => {
  const text = fromEditor({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2, textAlign: null }, content: [{ type: 'text', text: '概况' }] },
      {
        type: 'orderedList',
        attrs: { start: 3, type: null },
        content: [
          {
            type: 'listItem',
            content: [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: '甲\u0007\t乙', marks: [{ type: 'bold' }, { type: 'textStyle', attrs: {} }] },
                  { type: 'text', text: '\u0000' },
                  { type: 'hardBreak' },
                ],
              },
            ],
          },
        ],
      },
      { type: 'paragraph' },
    ],
  });
  expect(text).toEqual({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '概况' }] },
      {
        type: 'orderedList',
        content: [
          {
            type: 'listItem',
            content: [
              {
                type: 'paragraph',
                content: [{ type: 'text', text: '甲 乙', marks: [{ type: 'bold' }] }, { type: 'hardBreak' }],
              },
            ],
          },
        ],
      },
      { type: 'paragraph' },
    ],
  });
  expect(richTextSchema.safeParse(text).success).toBe(true);
});
