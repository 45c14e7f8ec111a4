import { plainDate } from '#lib/plain-date.ts';
import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { calendarYearIssues, sameCalendar } from '#support/calendar/domain/calendar-year-check.ts';
import { publishedCalendar } from '#support/calendar/server/published-calendar.ts';
import { importedYears, keepImported } from '#support/calendar/server/working-calendar.ts';
import { workingDaysContract } from '../working-days.contract.ts';

const published = publishedCalendar();
const SHORTEST_REASON = 5;

/**
 * Enters the calendar of a year; it counts at once, without a restart. Last days that were fixed before stay as they were
 * published. A year that has a calendar already is only corrected, with a reason.
 */
export const enterCalendar = command(workingDaysContract.enterCalendar, {
  name: 'calendar.enter',
  constraints: {
    calendar_years_once: { kind: 'refusal', code: 'platform.stale', status: 409, again: 'conflict' },
  },
  run: async (tx, { body }, { actor, now }) => {
    const { cityId } = actor;
    const { year, source, reason, baseVersion } = body;
    const given = { holidays: body.holidays.map(plainDate), makeUpWorkdays: body.makeUpWorkdays.map(plainDate) };
    const faults = calendarYearIssues(year, given);
    if (faults.length > 0) return issues(faults);
    const days = { holidays: given.holidays.toSorted(), makeUpWorkdays: given.makeUpWorkdays.toSorted() };
    const entered = (await importedYears(tx, cityId)).find((each) => each.year === year);
    if ((entered?.version ?? 0) !== baseVersion) return refuse('platform.stale', 409);
    const before = entered ?? published.years[year];
    if (before && sameCalendar(before, days)) return refuse('calendar.unchanged', 409, { year }, 'final');
    if (before && reason.length < SHORTEST_REASON)
      return issues([{ path: 'reason', code: 'calendar.reasonMissing', params: { year, least: SHORTEST_REASON } }]);
    const version = baseVersion + 1;
    await tx.run(sql`insert into calendar_years (city_id, year, version, holidays, make_up_workdays, source, reason, imported_by, imported_at)
      values (${cityId}, ${year}, ${version}, ${days.holidays}::date[], ${days.makeUpWorkdays}::date[], ${source}, ${before ? reason : ''},
        ${actor.accountId}, ${now})`);
    return ok({
      done: { year, version },
      subject: { type: 'calendar-year', id: String(year) },
      record: { year, version, ...days, source, reason, replaces: before ? before.source : null },
      afterCommit: () => keepImported(cityId, [{ year, version, ...days, source }]),
    });
  },
});
