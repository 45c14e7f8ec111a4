import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';

/**
 * Which units `u` the register is open of: an enterprise its own; the body that supervises the unit, the division of its industry and the
 * bureau of its county; the city's staff all.
 */
export const unitOpenTo = (actor: Actor): Sql => {
  if (hasRole(actor, 'city-office', 'leading-group', 'auditor')) return sql`true`;
  if (actor.enterpriseId !== null) return sql`u.enterprise_id = ${actor.enterpriseId}`;
  return sql`(u.supervising_body_id = ${actor.bodyId} or exists (select 1 from bodies o where o.city_id = u.city_id
    and o.body_id = ${actor.bodyId} and (o.kind = 'division' and u.industry = any(o.industries) or o.territory = u.division_code)))`;
};

/** Which requests `c` a person sees: an enterprise its own; a body those that it decides or is asked about; the city's staff all. */
export const changeOpenTo = (actor: Actor): Sql => {
  if (hasRole(actor, 'city-office', 'leading-group', 'auditor')) return sql`true`;
  if (actor.enterpriseId !== null) return sql`c.enterprise_id = ${actor.enterpriseId}`;
  return sql`(c.body_id = ${actor.bodyId} or ${actor.bodyId} = any(c.concerned))`;
};

/** Which requests `c` wait for the person, and what for: to be decided, to be remarked on, or not at all (null). */
export const waitsFor = (actor: Actor): Sql => {
  const staff = hasRole(actor, 'reviewer', 'sign-off');
  const decides = sql`(c.requested_by is distinct from ${actor.accountId} and (
    c.decider = 'city-office' and ${hasRole(actor, 'city-office')} or c.decider = 'supervising-body' and ${staff} and c.body_id = ${actor.bodyId}))`;
  const remarks = sql`(${staff} and ${actor.bodyId} = any(c.concerned) and not exists (select 1 from register_change_remarks m
    where m.city_id = c.city_id and m.change_id = c.change_id and m.body_id = ${actor.bodyId}))`;
  return sql`case when c.state <> 'pending' then null when ${decides} then 'decide' when ${remarks} then 'remark' end`;
};
