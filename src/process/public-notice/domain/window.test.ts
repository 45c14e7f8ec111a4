import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '#lib/plain-date.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { publishedCalendar } from '#support/calendar/server/published-calendar.ts';
import { windowOf } from './window.ts';

const calendar = publishedCalendar();

describe('the window of a public notice', () => {
  it('tells which days count: the National Day holiday of 2026 and its make-up Saturday', () => {
    expect(windowOf(calendar, plainDate('2026-09-28'), 7)).toEqual({
      ok: true,
      value: {
        closesOn: '2026-10-13',
        stretches: [
          { kind: 'worked', from: '2026-09-29', to: '2026-09-30', days: 2 },
          { kind: 'holiday', from: '2026-10-01', to: '2026-10-07', days: 7 },
          { kind: 'worked', from: '2026-10-08', to: '2026-10-09', days: 2 },
          { kind: 'make-up', from: '2026-10-10', to: '2026-10-10', days: 1 },
          { kind: 'weekend', from: '2026-10-11', to: '2026-10-11', days: 1 },
          { kind: 'worked', from: '2026-10-12', to: '2026-10-13', days: 2 },
        ],
      },
    });
  });

  it('is refused where a year on the way has no published calendar', () => {
    expect(windowOf({ ...calendar, years: {} }, plainDate('2026-09-28'), 7)).toMatchObject({
      ok: false,
      error: { code: 'calendar.yearNotPublished', params: { year: 2026 } },
    });
  });

  it('ends on the day that the calendar gives, and its stretches account for every day without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 5, max: 30 }), (offset, count) => {
        const opensOn = addDays(plainDate('2026-01-01'), offset);
        const window = windowOf(calendar, opensOn, count);
        if (!window.ok) throw new Error('2026 is published');
        const { closesOn, stretches } = window.value;
        expect(addWorkingDays(calendar, opensOn, count)).toEqual({ ok: true, value: closesOn });
        const counted = stretches.filter(({ kind }) => kind === 'worked' || kind === 'make-up');
        expect(counted.reduce((sum, { days }) => sum + days, 0)).toBe(count);
        let next = addDays(opensOn, 1);
        for (const stretch of stretches) {
          expect(stretch.from).toBe(next);
          next = addDays(stretch.to, 1);
        }
      }),
    );
  });
});
