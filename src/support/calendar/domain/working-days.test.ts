import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, plainDate } from '#lib/plain-date.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar, workingDaysBetween } from './working-days.ts';

const days = (...list: string[]) => list.map(plainDate);

/** The notice for 2026, written down by hand for the days that these tests touch. */
const calendar: WorkingCalendar = {
  edition: 'by hand',
  years: {
    2026: {
      holidays: days(
        ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day}`),
        ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`),
      ),
      makeUpWorkdays: days('2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10'),
      source: 'by hand',
    },
  },
};

const lastDay = (from: string, count: number) => addWorkingDays(calendar, plainDate(from), count);

describe('working days', () => {
  it('does not count the day on which the period begins', () => {
    expect(lastDay('2026-03-02', 1)).toEqual({ ok: true, value: '2026-03-03' });
    expect(lastDay('2026-03-02', 0)).toEqual({ ok: true, value: '2026-03-02' });
  });

  it('skips a weekend', () => {
    expect(lastDay('2026-03-06', 1)).toEqual({ ok: true, value: '2026-03-09' });
  });

  it('counts a Saturday that is worked in exchange for the Spring Festival', () => {
    // Friday 13 → Saturday 14 is worked → the festival lasts until Monday 23 → Tuesday 24.
    expect(lastDay('2026-02-13', 1)).toEqual({ ok: true, value: '2026-02-14' });
    expect(lastDay('2026-02-13', 2)).toEqual({ ok: true, value: '2026-02-24' });
    // 14, 24, 25, 26, 27, then Saturday 28 is worked, too.
    expect(lastDay('2026-02-13', 6)).toEqual({ ok: true, value: '2026-02-28' });
  });

  it('passes over the National Day week and counts the Saturday that repays it', () => {
    // Wednesday 30 September → 8, 9, Saturday 10 are worked → Monday 12.
    expect(lastDay('2026-09-30', 3)).toEqual({ ok: true, value: '2026-10-10' });
    expect(lastDay('2026-09-30', 4)).toEqual({ ok: true, value: '2026-10-12' });
  });

  it('refuses a period that runs into a year without a published calendar', () => {
    expect(lastDay('2026-12-31', 1)).toMatchObject({
      ok: false,
      error: { kind: 'refusal', code: 'calendar.yearNotPublished', params: { year: 2027 } },
    });
    expect(isWorkingDay(calendar, plainDate('2025-06-02'))).toMatchObject({ ok: false });
  });

  it('accepts a period that starts on the last day before the published years', () => {
    expect(lastDay('2025-12-31', 1)).toEqual({ ok: true, value: '2026-01-01' });
  });

  it('throws on a count that is no number of days', () => {
    expect(() => lastDay('2026-03-02', -1)).toThrow(RangeError);
    expect(() => lastDay('2026-03-02', 1.5)).toThrow(RangeError);
  });

  it('agrees with counting back the days between', () => {
    const start = fc.integer({ min: 0, max: 250 }).map((offset) => fromDayNumber(20_454 + offset));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkingDays(calendar, from, count);
        if (!end.ok) throw new Error('2026 is published');
        expect(workingDaysBetween(calendar, from, end.value)).toEqual({ ok: true, value: count });
        expect(isWorkingDay(calendar, end.value)).toEqual({ ok: true, value: true });
      }),
    );
  });
});
