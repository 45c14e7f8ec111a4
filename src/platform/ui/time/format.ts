import { dayNumber, dayOf, type PlainDate } from '#lib/plain-date.ts';
import type { Translate } from '../../text.ts';
import type { uiTexts } from '../ui.text.ts';

type T = Translate<keyof (typeof uiTexts)['zh-CN'] & string>;

const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `11月23日`; with the year if it is not the year of `today`. */
export const formatDay = (day: PlainDate, today: PlainDate, t: T): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const isEnglish = t('time.today') === 'today';
  const params = { year, month: isEnglish ? (english[month - 1] as string) : month, day: date };
  return t(day.slice(0, 4) === today.slice(0, 4) ? 'time.day' : 'time.day-year', params);
};

/** `2026年11月23日`, whatever today is: for what is read on paper, years later. */
export const formatFullDay = (day: PlainDate, t: T): string => t('time.full-day', { day });

/** `2026年11月23日 16:20` in Asia/Shanghai. */
export const formatFullInstant = (instant: string | Date, t: T): string =>
  t('time.of-day', { day: formatFullDay(dayOf(new Date(instant)), t), time: formatTime(instant) });

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `16:20` in Asia/Shanghai. `instant`: ISO 8601 in UTC, or a Date. */
export const formatTime = (instant: string | Date): string => CLOCK.format(new Date(instant));

/** `11月23日 16:20` in Asia/Shanghai. */
export const formatInstant = (instant: string | Date, today: PlainDate, t: T): string =>
  t('time.of-day', { day: formatDay(dayOf(new Date(instant)), today, t), time: formatTime(instant) });

/** `今天`, `明天`, `昨天`, else the day. */
export const formatNearDay = (day: PlainDate, today: PlainDate, t: T): string => {
  const distance = dayNumber(day) - dayNumber(today);
  if (distance === 0) return t('time.today');
  if (distance === 1) return t('time.tomorrow');
  if (distance === -1) return t('time.yesterday');
  return formatDay(day, today, t);
};

const UNITS = ['B', 'KB', 'MB', 'GB'];

/** `2.4 MB`: bytes in steps of 1024, one decimal from MB up. */
export const formatSize = (bytes: number): string => {
  const step = Math.min(UNITS.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0);
  const value = bytes / 1024 ** step;
  const text = step >= 2 ? value.toFixed(1).replace(/\.0$/, '') : String(Math.round(value));
  return `${text} ${UNITS[step]}`;
};
