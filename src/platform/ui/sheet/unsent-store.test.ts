import { expect, it } from 'vitest';
import { countUnsent, tabsWithUnsent, takeUnsent, unsentStore } from './unsent-store.ts';

const storage = (full = false) => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
};
const waiting = (id: string, value: number) => ({ id, value, key: `key-of-${id}-${value}` });

it('what two tabs have not sent lies apart, and is counted by the thing it changes', () => {
  const kept = storage();
  unsentStore<number>(kept, 'sheet.a.1', 'one').save([waiting('x', 1), waiting('y', 1)]);
  unsentStore<number>(kept, 'sheet.a.1', 'two').save([waiting('x', 2)]);
  unsentStore<number>(kept, 'sheet.b.1', 'two').save([waiting('z', 9)]);
  expect(tabsWithUnsent(kept, 'sheet.a.1')).toEqual(['one', 'two']);
  expect(countUnsent(kept, 'sheet.a.1')).toBe(2);
  expect(unsentStore<number>(kept, 'sheet.a.1', 'one').load()).toEqual([waiting('x', 1), waiting('y', 1)]);
});

it('what a tab left is taken once', () => {
  const kept = storage();
  unsentStore<number>(kept, 'sheet.a.1', 'one').save([waiting('x', 1)]);
  expect(takeUnsent(kept, 'sheet.a.1', 'one')).toEqual([{ ...waiting('x', 1), from: 'one' }]);
  expect(takeUnsent(kept, 'sheet.a.1', 'one')).toEqual([]);
  expect(tabsWithUnsent(kept, 'sheet.a.1')).toEqual([]);
});

it('a full storage or a damaged entry stops nobody', () => {
  const full = unsentStore<number>(storage(true), 'sheet.a.1', 'one');
  full.save([waiting('x', 1)]);
  expect(full.load()).toEqual([]);
  const damaged = storage();
  damaged.setItem('unsent sheet.a.1 one', '{not');
  expect(countUnsent(damaged, 'sheet.a.1')).toBe(0);
});
