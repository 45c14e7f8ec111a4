import type { Actor } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';

/** Ids of the declarations that an expert was assigned to verify and has not recused from. */
export const assignedDeclarations = (actor: Actor): Sql => sql`select v.declaration_id
  from verification_experts x join verifications v on v.city_id = x.city_id and v.verification_id = x.verification_id
  where x.city_id = ${actor.cityId} and x.account_id = ${actor.accountId} and x.recused_at is null`;
