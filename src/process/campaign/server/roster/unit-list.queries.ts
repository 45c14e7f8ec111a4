import type { Actor } from '#parties/access/domain/roles.ts';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { allOf, nothing, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { QueryReader, Reader } from '#platform/db/tx.ts';
import type { Scheme } from '../../domain/scheme.ts';
import type { rosterContract } from '../../roster.contract.ts';
import { schemeIfCampaign } from '../scheme-store.ts';
import { totalOf } from './roster-totals.ts';
import { receiver, type UnitFilters, unitScope } from './unit-scope.ts';

export type ListedUnit = AnswerOf<typeof rosterContract.units>['rows'][number];

/** The declarations that a list is of: no table is joined that no filter asks for. */
export const listedUnits = (actor: Actor, campaignId: string, filters: UnitFilters): Sql => {
  const withUnit = sql`join units u on u.city_id = d.city_id and u.unit_id = d.unit_id`;
  const withEnterprise = sql`join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id`;
  const where = allOf([
    sql`d.city_id = ${actor.cityId} and d.campaign_id = ${campaignId}`,
    unitScope(actor),
    ...(filters.body ? [sql`(d.roster_body = ${filters.body} or ${receiver} = ${filters.body})`] : []),
    ...(filters.division ? [sql`d.roster_division = ${filters.division}`] : []),
    ...(filters.industry ? [sql`d.industry = ${filters.industry}`] : []),
    ...(filters.affiliation ? [sql`e.affiliation = ${filters.affiliation}`] : []),
    ...(filters.state ? [sql`d.state = ${filters.state}`] : []),
    ...searchPatterns(filters.text ?? '').map((pattern) => sql`u.search_text like ${pattern}`),
  ]);
  return sql`declarations d ${filters.text ? withUnit : nothing} ${filters.affiliation ? withEnterprise : nothing} where ${where}`;
};

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

interface Page {
  readonly page: number;
  readonly size: number;
}

/** A page of what is listed, in the order in which the units were entered; joins only the rows that are shown. */
export const rowsOf = (listed: Sql, page: Page): Sql => sql`
  select u.unit_id as "unitId", d.declaration_id as "declarationId", u.name as "unitName", e.name as "enterpriseName",
    e.credit_code as "creditCode", d.industry, u.division_code as "divisionCode", b.short as "bodyName", e.affiliation,
    r.short as "receiverName", d.state
  from (select d.city_id, d.unit_id, d.declaration_id, d.industry, d.state, ${receiver} as receiver_id
    from ${listed} order by d.unit_id ${pageOf(page)}) d
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
  left join bodies b on b.city_id = u.city_id and b.body_id = u.supervising_body_id
  left join bodies r on r.city_id = d.city_id and r.body_id = d.receiver_id
  order by d.unit_id`;

export const countOf = (listed: Sql): Sql => sql`select count(*)::int as total from ${listed}`;

/** A page of the roster and the number of all units that fit; undefined if the city has no such campaign. One round trip. */
export const pageOfUnits = async (
  reader: QueryReader,
  actor: Actor,
  campaignId: string,
  filters: UnitFilters,
  page: Page,
): Promise<{ readonly rows: readonly ListedUnit[]; readonly total: number } | undefined> => {
  const scheme = await schemeIfCampaign(reader, actor.cityId, campaignId);
  if (!scheme) return undefined;
  const listed = listedUnits(actor, campaignId, filters);
  const [[counted], rows] = await reader.lastly<[{ total: number }, Row]>(
    totalOf(actor, campaignId, filters) ?? countOf(listed),
    rowsOf(listed, page),
  );
  return { rows: withNames(rows, scheme), total: counted?.total ?? 0 };
};

export const listUnits = async (
  reader: Reader,
  scheme: Scheme,
  listed: Sql,
  page: Page,
): Promise<readonly ListedUnit[]> => withNames(await reader.rows<Row>(rowsOf(listed, page)), scheme);

const withNames = (rows: readonly Row[], scheme: Scheme): readonly ListedUnit[] =>
  rows.map(({ divisionCode, affiliation, ...row }) => ({
    ...row,
    industryName: nameOf(scheme.industries, row.industry),
    divisionName: nameOf(scheme.divisions, divisionCode),
    affiliationName: nameOf(scheme.affiliations, affiliation),
    bodyName: row.bodyName ?? '',
    receiverName: row.receiverName ?? '',
  }));

/** The name of a code, or the code where the scheme of the campaign does not know it. */
export const nameOf = (entries: readonly { readonly code: string; readonly name: string }[], code: string): string =>
  entries.find((entry) => entry.code === code)?.name ?? code;
