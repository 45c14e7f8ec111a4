import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Finding } from '../../domain/roster/row.ts';
import type { rosterContract } from '../../roster.contract.ts';
import { schemeOfCampaign } from '../scheme-store.ts';
import type { StoredRow } from './stored-row.ts';
import { nameOf } from './unit-list.queries.ts';

/** Rows of a page. */
export const IMPORT_PAGE = 50;

interface Head {
  importId: string;
  fileName: string;
  state: 'previewed' | 'confirmed' | 'discarded';
  rowCount: number;
  errorCount: number;
  warningCount: number;
  createdBy: string;
  createdAt: Date;
  confirmedAt: Date | null;
}

const columns = sql`i.import_id as "importId", i.file_name as "fileName", i.state, i.row_count as "rowCount",
  i.error_count as "errorCount", i.warning_count as "warningCount", coalesce(a.name, '') as "createdBy",
  i.created_at as "createdAt", i.confirmed_at as "confirmedAt"`;
const tables = sql`roster_imports i left join accounts a on a.city_id = i.city_id and a.account_id = i.created_by`;

const shown = <H extends Head>(head: H) => ({
  ...head,
  createdAt: head.createdAt.toISOString(),
  confirmedAt: head.confirmedAt?.toISOString() ?? null,
});

/** The imports of a campaign, the newest first. */
export const listImports = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  page: number,
): Promise<AnswerOf<typeof rosterContract.rosterImports>> => {
  const of = sql`i.city_id = ${cityId} and i.campaign_id = ${campaignId}`;
  const rows = await reader.rows<Head>(sql`select ${columns} from ${tables} where ${of}
    order by i.created_at desc, i.import_id desc ${pageOf({ page, size: IMPORT_PAGE })}`);
  const { total } = await reader.one<{ total: number }>(
    sql`select count(*)::int as total from roster_imports i where ${of}`,
  );
  return { rows: rows.map(shown), total };
};

interface Counts {
  newEnterprises: number;
  newUnits: number;
  knownUnits: number;
  total: number;
}

/** One import with a page of its rows; undefined if the city has no such import. */
export const readImport = async (
  reader: Reader,
  { actor }: Context,
  importId: string,
  { page, faulty }: { readonly page: number; readonly faulty: boolean },
): Promise<AnswerOf<typeof rosterContract.rosterImport> | undefined> => {
  const { cityId } = actor;
  const of = sql`i.city_id = ${cityId} and i.import_id = ${importId}`;
  const head = await reader.row<Head & { campaignId: string; campaignName: string; findings: Finding[] }>(sql`
    select ${columns}, i.campaign_id as "campaignId", c.name as "campaignName", i.findings
    from ${tables} join campaigns c on c.city_id = i.city_id and c.campaign_id = i.campaign_id where ${of}`);
  if (!head) return undefined;
  const only: Sql = faulty ? sql`(r.value->>'faulty')::boolean` : sql`true`;
  const counts = await reader.one<Counts>(sql`
    select count(*) filter (where ${only})::int as total,
      count(distinct r.value->>'creditCode') filter (where r.value->>'register' = 'new')::int as "newEnterprises",
      count(*) filter (where r.value->>'register' <> 'known')::int as "newUnits",
      count(*) filter (where r.value->>'register' = 'known')::int as "knownUnits"
    from roster_imports i, jsonb_array_elements(i.rows) r where ${of}`);
  const rows = await reader.rows<{ row: StoredRow; receiver: string | null }>(sql`
    select r.value as row, b.short as receiver
    from roster_imports i cross join jsonb_array_elements(i.rows) with ordinality r(value, position)
    left join bodies b on b.city_id = i.city_id and b.body_id = r.value->>'receiverId'
    where ${of} and ${only} order by r.position ${pageOf({ page, size: IMPORT_PAGE })}`);
  const scheme = await schemeOfCampaign(reader, cityId, head.campaignId);
  const bodies = await reader.rows<{ code: string; name: string }>(
    sql`select body_id as code, short as name from bodies where city_id = ${cityId}`,
  );
  const { total, ...numbers } = counts;
  return {
    ...shown(head),
    findings: head.findings.map(({ path, code, params, kind }) => ({
      path,
      code,
      kind,
      params: params ? { ...params } : undefined,
    })),
    rows: rows.map(({ row, receiver }) => ({
      row: row.row,
      enterpriseName: row.enterpriseName,
      creditCode: row.creditCode,
      unitName: row.unitName,
      industry: row.industry ? nameOf(scheme.industries, row.industry) : row.typed.industry,
      division: row.divisionCode ? nameOf(scheme.divisions, row.divisionCode) : row.typed.division,
      body: row.bodyId ? nameOf(bodies, row.bodyId) : row.typed.body,
      affiliation: row.affiliation ? nameOf(scheme.affiliations, row.affiliation) : row.typed.affiliation,
      receiver: receiver ?? '',
      register: row.register,
    })),
    total,
    counts: numbers,
    mayConfirm: hasRole(actor, 'city-office') && head.state === 'previewed' && head.errorCount === 0,
  };
};
