import type { z } from 'zod';
import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { rosterContract } from '../../roster.contract.ts';

export type UnitFilters = z.output<typeof rosterContract.unitsWorkbook.query>;

/** The body that has or expects a declaration `d`. */
export const receiver = sql`coalesce(d.receiving_body_id, d.expected_body_id, d.roster_body)`;

export const seesAllUnits = (actor: Actor): boolean => hasRole(actor, 'city-office', 'leading-group', 'auditor');

/** Which declarations `d` a person sees: reviewers and sign-off those that their body supervises or receives, the others all. */
export const unitScope = (actor: Actor): Sql =>
  seesAllUnits(actor) ? sql`true` : sql`(d.roster_body = ${actor.bodyId} or ${receiver} = ${actor.bodyId})`;
