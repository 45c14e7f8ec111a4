import type { Actor } from '#parties/access/domain/roles.ts';
import { allOf, type Sql, sql } from '#platform/db/sql.ts';
import { seesAllUnits, type UnitFilters } from './unit-scope.ts';

/**
 * How many units fit, for filters that the totals are kept by, summed from a few hundred rows at most; null where another filter asks for
 * a count.
 */
export const totalOf = (actor: Actor, campaignId: string, filters: UnitFilters): Sql | null => {
  if (filters.text || filters.affiliation) return null;
  const heldBy = (bodyId: string | null) => sql`(body = ${bodyId} or receiver = ${bodyId})`;
  const where = allOf([
    sql`city_id = ${actor.cityId} and campaign_id = ${campaignId}`,
    ...(seesAllUnits(actor) ? [] : [heldBy(actor.bodyId)]),
    ...(filters.body ? [heldBy(filters.body)] : []),
    ...(filters.division ? [sql`division = ${filters.division}`] : []),
    ...(filters.industry ? [sql`industry = ${filters.industry}`] : []),
    ...(filters.state ? [sql`state = ${filters.state}`] : []),
  ]);
  return sql`select coalesce(sum(units), 0)::int as total from (
    select units from roster_totals where ${where} union all select units from roster_changes where ${where}) counted`;
};

/** Folds what the triggers of a city's declarations have appended; how many changes it took. Changes of open transactions wait. */
export const foldRosterChanges = (cityId: number): Sql => sql`select fold_roster_changes(${cityId}) as folded`;
