import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { addWorkingDays } from '../domain/working-days.ts';
import { lastPublishedYear, publishedCalendar } from './published-calendar.ts';

const calendar = publishedCalendar();
const lastDay = (from: string, count: number) => addWorkingDays(calendar, plainDate(from), count);

describe('the published calendar', () => {
  it('has every year from 2010 to the last published one, each with its source', () => {
    const last = lastPublishedYear(calendar);
    expect(last).toBeGreaterThanOrEqual(2026);
    for (let year = 2010; year <= last; year += 1) {
      expect(calendar.years[year]?.source).toContain(`${year}年部分节假日安排`);
    }
  });

  it('refuses the year after the last published one instead of guessing from the week', () => {
    const last = lastPublishedYear(calendar);
    expect(lastDay(`${last}-12-31`, 5)).toMatchObject({
      ok: false,
      error: { code: 'calendar.yearNotPublished', params: { year: last + 1 } },
    });
  });

  it('knows National Day and Mid-Autumn 2025 with the worked Sunday before and Saturday after', () => {
    // Friday 26 September → Sunday 28 is worked → 29, 30 → 1 to 8 October are free → Thursday 9.
    expect(lastDay('2025-09-26', 1)).toEqual({ ok: true, value: '2025-09-28' });
    expect(lastDay('2025-09-30', 1)).toEqual({ ok: true, value: '2025-10-09' });
    expect(lastDay('2025-09-30', 3)).toEqual({ ok: true, value: '2025-10-11' });
  });

  it('knows National Day 2026', () => {
    expect(lastDay('2026-09-18', 1)).toEqual({ ok: true, value: '2026-09-20' });
    expect(lastDay('2026-09-30', 1)).toEqual({ ok: true, value: '2026-10-08' });
    expect(lastDay('2026-10-09', 1)).toEqual({ ok: true, value: '2026-10-10' });
  });

  it('knows the Spring Festival of 2025 and 2026', () => {
    // 2025: free from 28 January to 4 February, worked on Sunday 26 January and Saturday 8 February.
    expect(lastDay('2025-01-24', 1)).toEqual({ ok: true, value: '2025-01-26' });
    expect(lastDay('2025-01-27', 1)).toEqual({ ok: true, value: '2025-02-05' });
    expect(lastDay('2025-02-07', 1)).toEqual({ ok: true, value: '2025-02-08' });
    // 2026: free from 15 to 23 February, worked on Saturdays 14 and 28.
    expect(lastDay('2026-02-13', 2)).toEqual({ ok: true, value: '2026-02-24' });
    expect(lastDay('2026-02-27', 1)).toEqual({ ok: true, value: '2026-02-28' });
  });
});
