import type { Actor } from '#parties/access/domain/roles.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import type { Runner } from '#platform/run-command.ts';
import { importedYears, keepImported } from '#support/calendar/server/working-calendar.ts';

/** Takes over the calendars that were entered, also on another node of the same database. */
export const refreshCalendars = async (
  runner: Pick<Runner<Actor>, 'readAs'>,
  cities: readonly { readonly city_id: number }[],
): Promise<void> => {
  for (const { city_id: cityId } of cities) {
    keepImported(cityId, await runner.readAs(systemActor(cityId), (reader) => importedYears(reader, cityId)));
  }
};
