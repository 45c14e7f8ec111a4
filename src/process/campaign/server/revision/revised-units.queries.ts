import type { Context } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import { allOf, nothing, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { RevisionOutcome } from '../../domain/revision.ts';
import type { RevisedUnit } from '../../revision.contract.ts';
import { receiver, unitScope } from '../roster/unit-scope.ts';

export interface UnitFilters {
  readonly outcome?: RevisionOutcome | undefined;
  readonly q?: string | undefined;
}

const listed = (actor: Actor, revisionId: string, { outcome, q }: UnitFilters): Sql => sql`
  from edition_revision_units x
  join declarations d on d.city_id = x.city_id and d.declaration_id = x.declaration_id
  join units u on u.city_id = x.city_id and u.unit_id = x.unit_id
  join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
  left join bodies b on b.city_id = d.city_id and b.body_id = ${receiver}
  where ${allOf([
    sql`x.city_id = ${actor.cityId} and x.revision_id = ${revisionId}`,
    unitScope(actor),
    ...(outcome ? [sql`x.outcome = ${outcome}`] : []),
    ...searchPatterns(q ?? '').map((pattern) => sql`u.search_text like ${pattern}`),
  ])}`;

/** What became of the units that the person sees, those with most to do first; a page of them, or all. */
export const listRevisedUnits = async (
  reader: Reader,
  { actor }: Context,
  revisionId: string,
  filters: UnitFilters,
  page?: { readonly page: number; readonly size: number },
): Promise<{ rows: RevisedUnit[]; total: number }> => {
  const from = listed(actor, revisionId, filters);
  const rows = await reader.rows<RevisedUnit>(sql`
    select x.unit_id as "unitId", x.declaration_id as "declarationId", u.name as "unitName", e.name as "enterpriseName",
      e.credit_code as "creditCode", coalesce(b.short, ${receiver}) as "bodyName", x.state_before as "stateBefore",
      x.review_before as "reviewBefore", x.outcome, x.kept, x.to_confirm as "toConfirm", x.fresh, x.unanswered, x.dropped,
      x.due_on as "dueOn", d.state
    ${from} order by x.outcome = 'decided', x.to_confirm + x.fresh desc, u.name, x.declaration_id ${page ? pageOf(page) : nothing}`);
  if (!page) return { rows, total: rows.length };
  const { total } = await reader.one<{ total: number }>(sql`select count(*)::int as total ${from}`);
  return { rows, total };
};
