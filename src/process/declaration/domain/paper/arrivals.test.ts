import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { type ArrivedCopy, completeOn, countingDay, lacksOf, paperState } from './arrivals.ts';

const [first, second] = [plainDate('2026-09-01'), plainDate('2026-09-04')];
const whole = (copy: number, arrivedOn = first): ArrivedCopy => ({ copy, signed: true, sealed: true, arrivedOn });

describe('the paper of a submission', () => {
  it('lacks every copy that has not come, and signature and seal of those that have', () => {
    expect(lacksOf(3, [{ ...whole(2), signed: false, sealed: false }, whole(3)])).toEqual([
      { copy: 1, what: 'missing' },
      { copy: 2, what: 'unsigned' },
      { copy: 2, what: 'unsealed' },
    ]);
    expect(lacksOf(2, [whole(1), whole(2)])).toEqual([]);
  });

  it('is complete on the day of its last copy, and on no day before', () => {
    expect(completeOn(2, [whole(1, second), whole(2, first)])).toBe(second);
    expect(completeOn(2, [whole(1)])).toBeNull();
    expect(completeOn(1, [{ ...whole(1), sealed: false }])).toBeNull();
  });

  it.each([
    [{ arrived: 0, isNotified: false, hasReceipt: false }, 'outstanding'],
    [{ arrived: 2, isNotified: false, hasReceipt: false }, 'incomplete'],
    [{ arrived: 0, isNotified: true, hasReceipt: false }, 'notified'],
    [{ arrived: 3, isNotified: false, hasReceipt: true }, 'complete'],
  ] as const)('with %j is %s', (given, state) => expect(paperState(given)).toBe(state));

  it('counts or does not count, as the scheme says', () => {
    expect(countingDay('electronic', first, null)).toBe(first);
    expect(countingDay('electronic', first, second)).toBe(first);
    expect(countingDay('paper', first, second)).toBe(second);
    expect(countingDay('paper', first, null)).toBeNull();
  });
});
