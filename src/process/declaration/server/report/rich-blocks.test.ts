import { expect, it } from 'vitest';
import type { RichText } from '../../domain/report/rich-text.ts';
import { chineseNumber, richBlocks } from './rich-blocks.ts';

const said = (text: string) => [{ type: 'text' as const, text }];

it.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [35, '三十五'],
])('writes %i as %s', (value, written) => {
  expect(chineseNumber(value)).toBe(written);
});

it('numbers headings （一） and 1., leaves numbers that are there, and leaves out what is blank', () => {
  const text: RichText = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: said('责任制') },
      { type: 'heading', attrs: { level: 2 }, content: said('签订') },
      { type: 'heading', attrs: { level: 2 }, content: said('2、考核') },
      { type: 'heading', attrs: { level: 1 } },
      { type: 'paragraph' },
      { type: 'heading', attrs: { level: 1 }, content: said('（二）培训') },
      { type: 'heading', attrs: { level: 2 }, content: said('内容') },
    ],
  };
  expect(richBlocks(text)).toEqual([
    { kind: 'heading', level: 2, text: '（一）责任制' },
    { kind: 'heading', level: 3, text: '1.签订' },
    { kind: 'heading', level: 3, text: '2、考核' },
    { kind: 'heading', level: 2, text: '（二）培训' },
    { kind: 'heading', level: 3, text: '1.内容' },
  ]);
});

it('keeps marks and breaks of runs, and labels the entries of nested lists', () => {
  const paragraph = (text: string) => ({ type: 'paragraph' as const, content: said(text) });
  const text: RichText = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '甲', marks: [{ type: 'bold' }] }, { type: 'hardBreak' }, ...said('乙')],
      },
      {
        type: 'orderedList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('丙'),
              paragraph('续'),
              { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('丁')] }] },
            ],
          },
          { type: 'listItem', content: [paragraph('戊')] },
        ],
      },
    ],
  };
  const entry = (depth: number, label: string, words: string) => ({
    kind: 'entry',
    depth,
    label,
    runs: [{ text: words }],
  });
  expect(richBlocks(text)).toEqual([
    { kind: 'paragraph', runs: [{ text: '甲', bold: true }, { text: '\n' }, { text: '乙' }] },
    entry(1, '1.', '丙'),
    entry(1, '', '续'),
    entry(2, '○', '丁'),
    entry(1, '2.', '戊'),
  ]);
});
