import type { PlainDate } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { closestDates, EVERY } from '../domain/closest-dates.ts';

/** The dates of one phase as they hold somewhere; `bodyId` and `industry` name the row that decided, `*` for all. */
export interface PhaseDates {
  readonly startsOn: PlainDate;
  /** Belongs to the phase. */
  readonly endsOn: PlainDate;
  readonly bodyId: string;
  readonly industry: string;
}

/**
 * The dates of a phase for units of this body and industry, by the closest row of the table (body and industry, body,
 * industry, city). Undefined if the campaign has no such phase.
 */
export const phaseDatesFor = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  phase: string,
  bodyId: string,
  industry: string,
): Promise<PhaseDates | undefined> => {
  const rows = await reader.rows<PhaseDates>(sql`
    select starts_on as "startsOn", ends_on as "endsOn", body_id as "bodyId", industry
    from phase_dates
    where city_id = ${cityId} and campaign_id = ${campaignId} and phase = ${phase}
      and body_id in (${bodyId}, ${EVERY}) and industry in (${industry}, ${EVERY})`);
  return closestDates(rows, bodyId, industry);
};
