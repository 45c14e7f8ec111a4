import { ok } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { sameCalendar } from '#support/calendar/domain/calendar-year-check.ts';
import { publishedCalendar } from '#support/calendar/server/published-calendar.ts';
import { importedYears } from '#support/calendar/server/working-calendar.ts';
import type { workingDaysContract } from '../working-days.contract.ts';

type Answer = AnswerOf<typeof workingDaysContract.calendarYears>;

const published = publishedCalendar();

export const calendarYears = async (reader: Reader, { actor: { cityId }, today }: Context) => {
  const thisYear = Number(today.slice(0, 4));
  const entered = new Map((await importedYears(reader, cityId)).map((each) => [each.year, each]));
  const known = [...new Set([...Object.keys(published.years).map(Number), ...entered.keys()])]
    .filter((year) => year >= thisYear - 1)
    .toSorted((a, b) => b - a);
  const years = known.flatMap((year): Answer['years'] => {
    const own = entered.get(year);
    const shipped = published.years[year];
    const calendar = own ?? shipped;
    if (!calendar) return [];
    return [
      {
        year,
        origin: own ? 'entered' : 'announced',
        source: calendar.source,
        holidays: [...calendar.holidays],
        makeUpWorkdays: [...calendar.makeUpWorkdays],
        version: own?.version ?? 0,
        differs: own !== undefined && shipped !== undefined && !sameCalendar(own, shipped),
      },
    ];
  });
  const entries = await reader.rows<Omit<Answer['entries'][number], 'enteredAt'> & { enteredAt: Date }>(sql`
    select c.year, c.version, c.source, c.reason, cardinality(c.holidays) as "holidayCount",
      cardinality(c.make_up_workdays) as "makeUpCount", coalesce(a.name, '') as "enteredBy", c.imported_at as "enteredAt"
    from calendar_years c left join accounts a on a.city_id = c.city_id and a.account_id = c.imported_by
    where c.city_id = ${cityId} order by c.imported_at desc, c.year desc`);
  return ok({
    years,
    missing: [thisYear, thisYear + 1].filter((year) => !known.includes(year)),
    entries: entries.map((entry) => ({ ...entry, enteredAt: entry.enteredAt.toISOString() })),
  });
};
