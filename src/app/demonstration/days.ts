import { plainDate } from '#lib/plain-date.ts';
import type { Random } from './data/random.ts';

/** The day on which the demonstration begins: the first list is adopted, a second notice is open, reviews are still going on. */
export const DEMONSTRATION_DAY = plainDate('2026-11-24');

/** The days on which the city was prepared. */
export const days = {
  accounts: '2026-08-18',
  campaign: '2026-08-20',
  roster: '2026-08-24',
  slips: '2026-08-26',
  facts: '2026-08-28',
  datesChanged: '2026-10-13',
} as const;

/** The day of a moment in Asia/Shanghai, `YYYY-MM-DD`. */
export const isoDay = (moment: Date): string => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A moment of a day in office hours, Asia/Shanghai. */
export const at = (day: string, hour: number, minute = 0): Date => {
  const two = (value: number) => String(value).padStart(2, '0');
  return new Date(`${day}T${two(hour)}:${two(minute)}:00+08:00`);
};

/** Some office hour of one of the days from `first` to `last`, both included. */
export const within = (first: string, last: string, random: Random): Date => {
  const start = at(first, 0).getTime();
  const whole = Math.round((at(last, 0).getTime() - start) / 86_400_000);
  const day = new Date(start + random.between(0, whole) * 86_400_000 + random.between(9, 16) * 3_600_000);
  return new Date(day.getTime() + random.between(0, 59) * 60_000);
};

export const minutesAfter = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000);
