import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { translator } from '../../text.ts';
import { uiTexts } from '../ui.text.ts';
import { formatDay, formatInstant, formatNearDay, formatSize, formatTime } from './format.ts';

const zh = translator(uiTexts, 'zh-CN');
const en = translator(uiTexts, 'en');
const today = plainDate('2026-11-24');

describe('times', () => {
  it('are written as people write them, in Shanghai', () => {
    expect(formatInstant('2026-11-23T08:20:00Z', today, zh)).toBe('11月23日 16:20');
    expect(formatInstant('2026-11-23T08:20:00Z', today, en)).toBe('23 Nov 16:20');
    expect(formatInstant('2026-11-23T16:30:00Z', today, zh)).toBe('11月24日 00:30');
    expect(formatTime('2026-11-23T16:00:00Z')).toBe('00:00');
  });

  it('name the year only if it is another one', () => {
    expect(formatDay(plainDate('2026-03-05'), today, zh)).toBe('3月5日');
    expect(formatDay(plainDate('2025-12-31'), today, zh)).toBe('2025年12月31日');
    expect(formatDay(plainDate('2025-12-31'), today, en)).toBe('31 Dec 2025');
  });

  it('say today, tomorrow and yesterday', () => {
    expect(
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day) => formatNearDay(plainDate(day), today, zh)),
    ).toEqual(['昨天', '今天', '明天', '11月26日']);
  });
});

describe('sizes of files', () => {
  it('use the unit that people know them by', () => {
    expect([0, 1, 1023, 1024, 500_000, 2_516_582, 20 * 1024 ** 2, 1024 ** 4].map(formatSize)).toEqual([
      '0 B',
      '1 B',
      '1023 B',
      '1 KB',
      '488 KB',
      '2.4 MB',
      '20 MB',
      '1024 GB',
    ]);
  });
});
