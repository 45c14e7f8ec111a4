import type { z } from 'zod';
import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { allOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '../../domain/scheme.ts';
import type { rosterContract } from '../../roster.contract.ts';

export type UnitFilters = z.output<typeof rosterContract.unitsWorkbook.query>;
export type ListedUnit = AnswerOf<typeof rosterContract.units>['rows'][number];

/** The body that has or expects a declaration; of a row `d` of declarations and its unit `u`. */
const receiver = sql`coalesce(d.receiving_body_id, d.expected_body_id, u.supervising_body_id)`;

/** Which units a person sees: reviewers and sign-off those that their body supervises or receives, the others all. */
export const unitScope = (actor: Actor): Sql =>
  hasRole(actor, 'city-office', 'leading-group', 'auditor')
    ? sql`true`
    : sql`(u.supervising_body_id = ${actor.bodyId} or ${receiver} = ${actor.bodyId})`;

export const conditionsOf = (actor: Actor, campaignId: string, filters: UnitFilters): Sql =>
  allOf([
    sql`d.city_id = ${actor.cityId} and d.campaign_id = ${campaignId}`,
    unitScope(actor),
    ...(filters.body ? [sql`(u.supervising_body_id = ${filters.body} or ${receiver} = ${filters.body})`] : []),
    ...(filters.division ? [sql`u.division_code = ${filters.division}`] : []),
    ...(filters.industry ? [sql`d.industry = ${filters.industry}`] : []),
    ...(filters.affiliation ? [sql`e.affiliation = ${filters.affiliation}`] : []),
    ...(filters.state ? [sql`d.state = ${filters.state}`] : []),
    ...searchPatterns(filters.text ?? '').map((pattern) => sql`u.search_text like ${pattern}`),
  ]);

const joins = sql`declarations d
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id`;

interface Row {
  unitId: string;
  declarationId: string;
  unitName: string;
  enterpriseName: string;
  creditCode: string;
  industry: string;
  divisionCode: string;
  bodyName: string | null;
  affiliation: string;
  receiverName: string | null;
  state: ListedUnit['state'];
}

/** A stretch of the roster in the order in which the units were entered. */
export const listUnits = async (
  reader: Reader,
  scheme: Scheme,
  conditions: Sql,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly ListedUnit[]> => {
  const rows = await reader.rows<Row>(sql`
    select u.unit_id as "unitId", d.declaration_id as "declarationId", u.name as "unitName", e.name as "enterpriseName",
      e.credit_code as "creditCode", d.industry, u.division_code as "divisionCode", b.short as "bodyName", e.affiliation,
      r.short as "receiverName", d.state
    from ${joins}
    left join bodies b on b.city_id = u.city_id and b.body_id = u.supervising_body_id
    left join bodies r on r.city_id = d.city_id and r.body_id = ${receiver}
    where ${conditions} order by d.unit_id limit ${limit} offset ${offset}`);
  return rows.map(({ divisionCode, affiliation, ...row }) => ({
    ...row,
    industryName: nameOf(scheme.industries, row.industry),
    divisionName: nameOf(scheme.divisions, divisionCode),
    affiliationName: nameOf(scheme.affiliations, affiliation),
    bodyName: row.bodyName ?? '',
    receiverName: row.receiverName ?? '',
  }));
};

export const countUnits = async (reader: Reader, conditions: Sql): Promise<number> =>
  (await reader.one<{ total: number }>(sql`select count(*)::int as total from ${joins} where ${conditions}`)).total;

/** The name of a code, or the code where the scheme of the campaign does not know it. */
export const nameOf = (entries: readonly { readonly code: string; readonly name: string }[], code: string): string =>
  entries.find((entry) => entry.code === code)?.name ?? code;
