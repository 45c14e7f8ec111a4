import { addDays, type PlainDate, weekday } from '#lib/plain-date.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';

/** What the State Council announced for one year. Days that it does not name follow the week: Monday to Friday are worked. */
export interface CalendarYear {
  readonly holidays: readonly PlainDate[];
  /** Saturdays and Sundays that are worked in exchange (调休上班). */
  readonly makeUpWorkdays: readonly PlainDate[];
  /** Where the days were taken from, for the person who has to trust them. */
  readonly source: string;
}

/** Published working-day calendars. A year that is absent has not been published; it is never guessed. */
export interface WorkingCalendar {
  readonly edition: string;
  readonly years: Readonly<Record<number, CalendarYear>>;
}

const SATURDAY = 6;
const SUNDAY = 0;

/** Whether a day is worked; refused with `calendar.yearNotPublished` {year} if its year has no data. */
export const isWorkingDay = (calendar: WorkingCalendar, day: PlainDate): Result<boolean, Refusal> => {
  const year = Number(day.slice(0, 4));
  const published = calendar.years[year];
  if (!published) return refuse('calendar.yearNotPublished', 422, { year });
  if (published.holidays.includes(day)) return ok(false);
  if (published.makeUpWorkdays.includes(day)) return ok(true);
  const dayOfWeek = weekday(day);
  return ok(dayOfWeek !== SATURDAY && dayOfWeek !== SUNDAY);
};

/**
 * The last day of a period of `count` working days. The day on which it begins is not counted
 * (Civil Code, article 201), so counting starts on the day after `from`; the period ends at the end of the returned day.
 * @param count whole working days, 0 returns `from`
 * @throws RangeError if `count` is negative or no whole number
 */
export const addWorkingDays = (
  calendar: WorkingCalendar,
  from: PlainDate,
  count: number,
): Result<PlainDate, Refusal> => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value) left -= 1;
  }
  return ok(day);
};

/** Working days after `from` up to and including `to`; 0 if `to` is not later than `from`. */
export const workingDaysBetween = (
  calendar: WorkingCalendar,
  from: PlainDate,
  to: PlainDate,
): Result<number, Refusal> => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value) count += 1;
  }
  return ok(count);
};
