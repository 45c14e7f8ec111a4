import type { PlainDate } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { CalendarYear, WorkingCalendar } from '../domain/working-days.ts';
import { publishedCalendar } from './published-calendar.ts';

/** A year's calendar as an administrator entered it. */
export interface ImportedYear extends CalendarYear {
  readonly year: number;
  readonly version: number;
}

const published = publishedCalendar();
const imported = new Map<number, Map<number, ImportedYear>>();
const calendars = new Map<number, WorkingCalendar>();

/** What is counted with in a city now: the published calendars, and above them those that its administrators entered. */
export const calendarOf = (cityId: number): WorkingCalendar => calendars.get(cityId) ?? published;

/**
 * Takes over what was entered, at the start, after an import and from time to time (another node may have imported). An older
 * version of a year never replaces a newer one, in whatever order they arrive.
 */
export const keepImported = (cityId: number, years: readonly ImportedYear[]): void => {
  const kept = imported.get(cityId) ?? new Map<number, ImportedYear>();
  for (const year of years) if (year.version > (kept.get(year.year)?.version ?? 0)) kept.set(year.year, year);
  imported.set(cityId, kept);
  const own = [...kept.values()].toSorted((a, b) => a.year - b.year);
  calendars.set(cityId, {
    edition: [published.edition, ...own.map(({ year, source, version }) => `${year}: ${source} #${version}`)].join(
      '; ',
    ),
    years: {
      ...published.years,
      ...Object.fromEntries(
        own.map(({ year, holidays, makeUpWorkdays, source }) => [year, { holidays, makeUpWorkdays, source }]),
      ),
    },
  });
};

/** Forgets what was entered in every city: another database is about to be opened. */
export const forgetImported = (): void => {
  imported.clear();
  calendars.clear();
};

/** The newest entered calendar of each year of a city. */
export const importedYears = (reader: Reader, cityId: number): Promise<readonly ImportedYear[]> =>
  reader.rows<ImportedYear & { holidays: PlainDate[] }>(sql`
    select distinct on (year) year, version, holidays::text[] as holidays, make_up_workdays::text[] as "makeUpWorkdays", source
    from calendar_years where city_id = ${cityId} order by year, version desc`);
