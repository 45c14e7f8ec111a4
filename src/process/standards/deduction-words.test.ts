import { describe, expect, it } from 'vitest';
import { translator } from '#platform/text.ts';
import { countedLines, countedText } from './deduction-words.ts';
import { deductionsTexts } from './deductions.text.ts';
import { smallEdition, smallItem } from './testing/small-edition.ts';

const item = smallItem('a', {
  full: 10,
  deductions: [
    { text: '缺护栏', units: 3, per: '处' },
    { text: '没有记录', units: 1 },
    { text: '未建立制度', all: true },
  ],
});
const edition = smallEdition({ unitsPerPoint: 2, items: [item] });
const zh = translator(deductionsTexts, 'zh-CN');

describe('the breakdown of an item', () => {
  it('tells rule, count and points, line by line', () => {
    expect(countedLines(edition, item, { 0: 2, 1: 1, 2: 1 }, zh)).toEqual([
      '缺护栏 2 处，扣 3 分',
      '没有记录，扣 0.5 分',
      '未建立制度，扣完',
    ]);
  });

  it('stands in one cell, in either language, and is empty where points were entered as such', () => {
    expect(countedText(edition, item, { 0: 1, 1: 1 }, zh)).toBe('缺护栏 1 处，扣 1.5 分；没有记录，扣 0.5 分');
    expect(countedText(edition, item, { 0: 1 }, translator(deductionsTexts, 'en'))).toBe('缺护栏: 1 处, 1.5 off');
    expect(countedText(edition, item, undefined, zh)).toBe('');
  });
});
