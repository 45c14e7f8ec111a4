import { type Actor, enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';

/** Declarations that an expert has been assigned to verify: a statement that yields their ids. `app` passes it in, since that stage comes later. */
export type AssignedDeclarations = (actor: Actor) => Sql;

const joinedByOr = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`false` : conditions.reduce((left, right) => sql`${left} or ${right}`);

/** Which rows of `declarations d` (with `units u`) appear in the actor's list: state and dates, never the working copy. */
export const listedFor = (actor: Actor): Sql => {
  const conditions: Sql[] = [];
  if (hasRole(actor, 'city-office', 'leading-group', 'auditor')) conditions.push(sql`true`);
  if (hasRole(actor, 'reviewer', 'sign-off'))
    conditions.push(sql`coalesce(d.receiving_body_id, d.expected_body_id, u.supervising_body_id) = ${actor.bodyId}`);
  if (hasRole(actor, ...enterpriseRoles)) conditions.push(sql`d.enterprise_id = ${actor.enterpriseId}`);
  return sql`(${joinedByOr(conditions)})`;
};

/** Which rows of `submissions s` with their `declarations d` the actor may read: of a body what was handed in to it, or went to it since. */
export const submissionVisibleTo = (actor: Actor, assigned: AssignedDeclarations): Sql => {
  const conditions: Sql[] = [];
  if (hasRole(actor, 'city-office', 'leading-group', 'auditor')) conditions.push(sql`true`);
  if (hasRole(actor, 'reviewer', 'sign-off'))
    conditions.push(sql`${actor.bodyId} in (s.receiving_body_id, d.receiving_body_id)`);
  if (hasRole(actor, ...enterpriseRoles)) conditions.push(sql`d.enterprise_id = ${actor.enterpriseId}`);
  if (hasRole(actor, 'expert')) conditions.push(sql`d.declaration_id in (${assigned(actor)})`);
  return sql`(${joinedByOr(conditions)})`;
};
