import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import about from 'chinese-days/package.json' with { type: 'json' };
import { type PlainDate, plainDate } from '#lib/plain-date.ts';
import type { CalendarYear, WorkingCalendar } from '../domain/working-days.ts';

/** As official texts name it; the version is the package's. */
const EDITION = `放假安排数据 ${about.version}`;

/**
 * The calendars that the State Council's annual holiday notices fix, as the package `chinese-days` records them.
 * The package answers for any year by guessing from the week, so only its raw days are read. A notice covers a whole
 * year from New Year's Day to National Day; a year whose National Day is missing counts as not published (a stray day of
 * January may be announced with the year before).
 */
export const publishedCalendar = (): WorkingCalendar => {
  const holidays = byYear(Object.keys(announced.holidays));
  const makeUpWorkdays = byYear(Object.keys(announced.workdays));
  const years: Record<number, CalendarYear> = {};
  for (const [year, days] of holidays) {
    if (!days.includes(plainDate(`${year}-10-01`))) continue;
    years[year] = {
      holidays: days,
      makeUpWorkdays: makeUpWorkdays.get(year) ?? [],
      source: `国务院办公厅关于${year}年部分节假日安排的通知（${EDITION}）`,
    };
  }
  return { edition: EDITION, years };
};

/** The last year for which a calendar is there. */
export const lastPublishedYear = (calendar: WorkingCalendar): number =>
  Math.max(...Object.keys(calendar.years).map(Number));

const byYear = (days: readonly string[]): Map<number, PlainDate[]> => {
  const years = new Map<number, PlainDate[]>();
  for (const day of days.map(plainDate).sort()) {
    const year = Number(day.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), day]);
  }
  return years;
};
