import { isPlainDate, type PlainDate, plainDate, weekday } from '#lib/plain-date.ts';
import type { Issue } from '#lib/result.ts';
import type { CalendarYear } from './working-days.ts';

/** Days on which public holidays never move: New Year, Labour Day and the three of National Day (《全国年节及纪念日放假办法》, article 2). */
const FIXED = ['01-01', '05-01', '10-01', '10-02', '10-03'];
/** So many days that article named before it was amended in 2024; it has named more ever since. */
const LEAST_HOLIDAYS = 11;
const SATURDAY = 6;
const SUNDAY = 0;

export type CalendarDays = Pick<CalendarYear, 'holidays' | 'makeUpWorkdays'>;

/**
 * What contradicts that these are all days which the State Council announced for `year`: a day of another year or twice, a weekday
 * said to be worked in exchange, a fixed holiday that is missing. `path`: `holidays.3`, or the list where no single day is wrong.
 */
export const calendarYearIssues = (year: number, { holidays, makeUpWorkdays }: CalendarDays): readonly Issue[] => {
  const found: Issue[] = [];
  const seen = new Set<string>();
  const lists = { holidays, makeUpWorkdays };
  for (const [list, days] of Object.entries(lists)) {
    for (const [index, day] of days.entries()) {
      const path = `${list}.${index}`;
      if (!isPlainDate(day)) found.push({ path, code: 'calendar.notADay', params: { value: day } });
      else if (Number(String(day).slice(0, 4)) !== year)
        found.push({ path, code: 'calendar.otherYear', params: { day, year } });
      else if (seen.has(day)) found.push({ path, code: 'calendar.dayTwice', params: { day } });
      else if (list === 'makeUpWorkdays' && weekday(day) !== SATURDAY && weekday(day) !== SUNDAY)
        found.push({ path, code: 'calendar.workedAnyway', params: { day } });
      seen.add(day);
    }
  }
  const missing = FIXED.map((day) => plainDate(`${year}-${day}`)).filter((day) => !holidays.includes(day));
  if (missing.length > 0)
    found.push({ path: 'holidays', code: 'calendar.fixedHolidayMissing', params: { days: missing.join('、') } });
  if (holidays.length < LEAST_HOLIDAYS)
    found.push({
      path: 'holidays',
      code: 'calendar.tooFewHolidays',
      params: { count: holidays.length, least: LEAST_HOLIDAYS },
    });
  return found;
};

const sameDays = (a: readonly PlainDate[], b: readonly PlainDate[]): boolean =>
  String(a.toSorted()) === String(b.toSorted());

/** Whether two calendars of a year count alike, wherever they were taken from. */
export const sameCalendar = (a: CalendarDays, b: CalendarDays): boolean =>
  sameDays(a.holidays, b.holidays) && sameDays(a.makeUpWorkdays, b.makeUpWorkdays);
