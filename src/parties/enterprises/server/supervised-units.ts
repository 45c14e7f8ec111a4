import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';

export interface SupervisedUnit {
  readonly unitId: string;
  readonly industry: string;
}

/**
 * The unit if the person's body has to do with its supervision: it supervises it, is the division in charge of its industry
 * (which reviews central and provincial enterprises), or the bureau of the county it lies in. The city's staff see every unit.
 */
export const supervisedUnit = (reader: Reader, actor: Actor, unitId: string): Promise<SupervisedUnit | undefined> => {
  const scope = hasRole(actor, 'city-office', 'leading-group', 'auditor')
    ? sql`true`
    : sql`(u.supervising_body_id = ${actor.bodyId} or exists (select 1 from bodies b where b.city_id = u.city_id
        and b.body_id = ${actor.bodyId} and (b.kind = 'division' and u.industry = any(b.industries) or b.territory = u.division_code)))`;
  return reader.row<SupervisedUnit>(sql`
    select u.unit_id as "unitId", u.industry from units u where u.city_id = ${actor.cityId} and u.unit_id = ${unitId} and ${scope}`);
};
