import { type Sql, sql } from '#platform/db/sql.ts';

/**
 * Last day of a phase for a body and an industry, as an expression: the closest row counts (body and industry, body, industry, city),
 * as `closestDates` of the campaign has it.
 */
export const phaseEnd = (cityId: number, campaignId: string, phase: string, bodyId: Sql, industry: Sql): Sql => sql`(
  select p.ends_on from phase_dates p
  where p.city_id = ${cityId} and p.campaign_id = ${campaignId} and p.phase = ${phase}
    and p.body_id in (${bodyId}, '*') and p.industry in (${industry}, '*')
  order by p.body_id <> '*' desc, p.industry <> '*' desc limit 1)`;

/** The day in Asia/Shanghai on which an instant falls. */
export const dayOfInstant = (instant: Sql): Sql => sql`(${instant} at time zone 'Asia/Shanghai')::date`;
