import { plainDate } from '#lib/plain-date.ts';
import type { Random } from './data/random.ts';

/** The day on which the demonstration begins: the first list is adopted, a second notice is open, reviews are still going on. */
export const DEMONSTRATION_DAY = plainDate('2026-11-24');

/** The working day of a stage, from the opening of the campaign to the day of the demonstration. */
export const days = {
  accounts: '2026-08-18',
  campaign: '2026-08-20',
  roster: '2026-08-24',
  slips: '2026-08-26',
  datesChanged: '2026-10-19',
  firstDraw: '2026-10-21',
  firstVerification: '2026-10-27',
  firstSettled: '2026-11-04',
  firstNotice: '2026-11-09',
  firstObjections: '2026-11-12',
  firstRulings: '2026-11-16',
  secondDraw: '2026-10-30',
  secondVerification: '2026-11-05',
  secondSettled: '2026-11-11',
  secondNotice: '2026-11-16',
  secondObjections: '2026-11-19',
  secondRulings: '2026-11-23',
  firstClosing: '2026-11-19',
  firstAdoption: '2026-11-20',
  secondAdoption: '2026-11-23',
  thirdDraw: '2026-11-13',
  thirdVerification: '2026-11-18',
  fourthFreeze: '2026-11-23',
  lastReceipt: '2026-11-23',
} as const;

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
