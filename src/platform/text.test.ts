import { describe, expect, it } from 'vitest';
import { catalogue, fill, translator } from './text.ts';

const texts = catalogue({ due: '请在 {day} 前报送 {count} 份。' }, { due: 'Submit {count} by {day}.' });

describe('wording', () => {
  it('writes a business day as people do, in either language', () => {
    expect(translator(texts, 'zh-CN')('due', { day: '2026-11-05', count: 3 })).toBe('请在 2026年11月5日 前报送 3 份。');
    expect(translator(texts, 'en')('due', { day: '2026-11-05', count: 3 })).toBe('Submit 3 by 5 Nov 2026.');
  });

  it('leaves a placeholder without a value visible, and other texts as they are', () => {
    expect(fill('{a} {b}', { a: '2026-11-05x' })).toBe('2026-11-05x {b}');
  });
});
