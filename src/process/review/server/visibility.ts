import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';

/** Whether a row with this body is the actor's to see: the own body's, or all for the city's leadership and auditors. */
export const visibleBody = (actor: Actor, bodyColumn: Sql): Sql =>
  hasRole(actor, 'city-office', 'leading-group', 'auditor') ? sql`true` : sql`${bodyColumn} = ${actor.bodyId}`;
