/** A calendar day in Asia/Shanghai, written `YYYY-MM-DD`; never an instant. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True if the text is a day that exists (2026-02-30 does not). */
export const isPlainDate = (text: string): text is PlainDate =>
  PATTERN.test(text) && fromDayNumber(dayNumber(text as PlainDate)) === text;

/** @throws if the text is no day; for input from people use `isPlainDate`. */
export const plainDate = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new Error(`not a day: ${text}`);
  return text;
};

/** Whole days since 1970-01-01. */
export const dayNumber = (day: PlainDate): number => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, date) / DAY;
};

export const fromDayNumber = (days: number): PlainDate => {
  const at = new Date(days * DAY);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1, 2)}-${pad(at.getUTCDate(), 2)}` as PlainDate;
};

export const addDays = (day: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(day) + days);

/** Days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: PlainDate): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

/** The same day of the month `months` earlier, clamped to that month's end (31 March − 1 month = 28 or 29 February). */
export const monthsBefore = (day: PlainDate, months: number): PlainDate => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) - months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12;
  const last = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate();
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(targetYear, 4)}-${pad(targetMonth + 1, 2)}-${pad(Math.min(date, last), 2)}` as PlainDate;
};

/**
 * The first day whose `monthsBefore` is no longer before `day`: the same day `months` later, or the first of the month after where that
 * month is shorter (31 January + 1 month = 1 March).
 */
export const monthsAfter = (day: PlainDate, months: number): PlainDate => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const [target, on] = date <= last ? [month - 1 + months, date] : [month + months, 1];
  return fromDayNumber(Date.UTC(year, target, on) / DAY);
};

/** `2026年3月5日`, as official documents write a day. */
export const writtenDay = (day: PlainDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The business day on which an instant falls. */
export const dayOf = (instant: Date): PlainDate => SHANGHAI.format(instant) as PlainDate;
