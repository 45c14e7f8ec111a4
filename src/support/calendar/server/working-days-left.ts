import type { PlainDate } from '#lib/plain-date.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import { calendarOf } from './working-calendar.ts';

/**
 * Working days left after `today` until the end of `dueOn`; 0 on the day itself, negative when late. Undefined where a year on the way
 * has no calendar: a page then tells only the day.
 */
export const workingDaysLeft = (cityId: number, today: PlainDate, dueOn: PlainDate): number | undefined => {
  const calendar = calendarOf(cityId);
  const late = dueOn < today;
  const days = late ? workingDaysBetween(calendar, dueOn, today) : workingDaysBetween(calendar, today, dueOn);
  // Late on days that nobody works is late all the same.
  if (days.ok) return late ? -Math.max(1, days.value) : days.value;
  return undefined;
};
