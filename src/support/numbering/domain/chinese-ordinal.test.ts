import { expect, it } from 'vitest';
import { chineseOrdinal } from './chinese-ordinal.ts';

it('writes the number of a batch as official documents do', () => {
  expect([1, 9, 10, 11, 20, 21, 99, 100].map(chineseOrdinal)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
    '100',
  ]);
});
