import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { schemeClasses } from '#process/review/server/scheme-classes.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { VerificationCause, VerificationState } from '../domain/verification.ts';
import type { VerificationLine, verificationContract } from '../verification.contract.ts';
import { visibleTo } from './verification-record.ts';

type Contract = typeof verificationContract;

export interface LineRow {
  readonly verificationId: string;
  readonly campaignId: string;
  readonly state: VerificationState;
  readonly cause: VerificationCause;
  readonly version: number;
  readonly drawNumber: string;
  readonly stratum: string;
  readonly unitName: string;
  readonly enterpriseName: string;
  readonly address: string;
  readonly industry: string;
  readonly divisionCode: string;
  readonly bodyName: string;
  readonly experts: { readonly accountId: string; readonly name: string; readonly lead: boolean }[];
  readonly recusals: number;
  readonly visitedOn: string | null;
  readonly done: number;
  readonly editionHash: string;
  readonly schemeHash: string;
  readonly selfPrinted: string;
  readonly selfClass: string | null;
  readonly reviewedPrinted: string;
  readonly reviewedClass: string | null;
  readonly printed: string | null;
  readonly classCode: string | null;
  readonly createdAt: Date;
}

export const lineColumns: Sql = sql`v.verification_id as "verificationId", v.campaign_id as "campaignId", v.state, v.cause, v.version,
  coalesce(d.number, '') as "drawNumber", coalesce(x.stratum, '') as stratum, u.name as "unitName", e.name as "enterpriseName", e.address,
  u.industry, u.division_code as "divisionCode", b.short as "bodyName", v.visited_on as "visitedOn", v.edition_hash as "editionHash",
  c.scheme_hash as "schemeHash", s.printed as "selfPrinted", s.class_code as "selfClass", r.printed as "reviewedPrinted",
  r.proposed_class as "reviewedClass", v.printed, v.class_code as "classCode", v.created_at as "createdAt",
  coalesce((select json_agg(json_build_object('accountId', p.account_id, 'name', a.name, 'lead', p.lead) order by p.lead desc, a.name)
    from verification_experts p join accounts a on a.city_id = p.city_id and a.account_id = p.account_id
    where p.city_id = v.city_id and p.verification_id = v.verification_id and p.recused_at is null), '[]') as experts,
  (select count(*)::int from verification_experts p where p.city_id = v.city_id and p.verification_id = v.verification_id
    and p.recused_at is not null) as recusals,
  (select count(*)::int from verification_verdicts w where w.city_id = v.city_id and w.verification_id = v.verification_id) as done`;

export const fromVerifications: Sql = sql`from verifications v
  join reviews r on r.city_id = v.city_id and r.review_id = v.review_id
  join submissions s on s.city_id = r.city_id and s.submission_id = r.submission_id
  join campaigns c on c.city_id = v.city_id and c.campaign_id = v.campaign_id
  join units u on u.city_id = v.city_id and u.unit_id = v.unit_id
  join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
  join bodies b on b.city_id = r.city_id and b.body_id = r.body_id
  left join draws d on d.city_id = v.city_id and d.draw_id = v.draw_id
  left join draw_units x on x.city_id = v.city_id and x.review_id = v.review_id`;

const nameOf = (list: readonly { readonly code: string; readonly name: string }[], code: string): string =>
  list.find((one) => one.code === code)?.name ?? code;

/** A row as it is sent. */
export const lineOf = async (
  reader: Reader,
  cityId: number,
  row: LineRow,
): Promise<VerificationLine & { scheme: Scheme }> => {
  const scheme = await schemeByHash(reader, cityId, row.schemeHash);
  const { edition } = await editionByHash(reader, cityId, row.editionHash);
  const { selfPrinted, selfClass, reviewedPrinted, reviewedClass, printed, classCode, divisionCode, ...rest } = row;
  return {
    ...rest,
    scheme,
    experts: [...row.experts],
    industryName: nameOf(scheme.industries, row.industry),
    divisionName: nameOf(scheme.divisions, divisionCode),
    total: edition.items.length,
    self: { printed: selfPrinted, classCode: selfClass },
    reviewed: { printed: reviewedPrinted, classCode: reviewedClass },
    verified: printed === null ? null : { printed, classCode },
    createdAt: row.createdAt.toISOString(),
  };
};

const withoutScheme = async (reader: Reader, cityId: number, row: LineRow): Promise<VerificationLine> => {
  const { scheme: _scheme, ...line } = await lineOf(reader, cityId, row);
  return line;
};

/** What is to be done first: to assign, then submitted, then under way; what came from an objection before what was drawn. */
const officeOrder: Sql = sql`order by case v.state when 'to-assign' then 0 when 'submitted' then 1 when 'assigned' then 2 else 3 end,
  v.cause desc, d.number, u.industry, e.name, v.verification_id`;

const inBatches = async <Row, Line>(rows: readonly Row[], asLine: (row: Row) => Promise<Line>): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const row of rows) lines.push(await asLine(row));
  return lines;
};

export const verificationsOf = async (
  reader: Reader,
  { actor }: Context,
  campaignId: string,
  query: InputOf<Contract['verifications']>['query'],
): Promise<Result<AnswerOf<Contract['verifications']>, Fault>> => {
  const { cityId } = actor;
  const campaign = await reader.row<{ hash: string }>(
    sql`select scheme_hash as hash from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`,
  );
  if (!campaign) return refuse('input.noSuchRecord', 404);
  const scheme = await schemeByHash(reader, cityId, campaign.hash);
  const filters = allOf([
    sql`v.city_id = ${cityId} and v.campaign_id = ${campaignId}`,
    visibleTo(actor),
    ...(query.cause ? [sql`v.cause = ${query.cause}`] : []),
    ...(query.industry ? [sql`u.industry = ${query.industry}`] : []),
    ...(query.drawId ? [sql`v.draw_id = ${query.drawId}`] : []),
    ...searchPatterns(query.q ?? '').map((pattern) => sql`u.search_text like ${pattern}`),
  ]);
  const counted = await reader.rows<{ state: VerificationState; count: number }>(
    sql`select v.state, count(*)::int as count ${fromVerifications} where ${filters} group by v.state`,
  );
  const counts = Object.fromEntries(counted.map(({ state, count }) => [state, count]));
  const total = counted.reduce((sum, { state, count }) => sum + (query.state && query.state !== state ? 0 : count), 0);
  const rows = await reader.rows<LineRow>(sql`select ${lineColumns} ${fromVerifications}
    where ${filters} ${query.state ? sql`and v.state = ${query.state}` : sql``}
    ${officeOrder} ${pageOf(query)}`);
  const draws = await reader.rows<{ drawId: string; number: string }>(sql`select draw_id as "drawId", number from draws
    where city_id = ${cityId} and campaign_id = ${campaignId} and state = 'drawn' order by frozen_at, draw_id`);
  return ok({
    rows: await inBatches(rows, (row) => withoutScheme(reader, cityId, row)),
    total,
    counts,
    classes: schemeClasses(scheme),
    industries: scheme.industries.map(({ code, name }) => ({ code, name })),
    draws,
    expertsPerUnit: { ...scheme.spotCheck.expertsPerUnit },
  });
};

export const myVerifications = async (
  reader: Reader,
  { actor }: Context,
): Promise<Result<AnswerOf<Contract['myVerifications']>, Fault>> => {
  const rows = await reader.rows<LineRow>(sql`select ${lineColumns} ${fromVerifications}
    where v.city_id = ${actor.cityId} and exists (select 1 from verification_experts m where m.city_id = v.city_id
      and m.verification_id = v.verification_id and m.account_id = ${actor.accountId} and m.recused_at is null)
    order by case v.state when 'assigned' then 0 when 'to-assign' then 1 when 'submitted' then 2 else 3 end, v.created_at desc, e.name
    limit 500`);
  const lines = await inBatches(rows, (row) => lineOf(reader, actor.cityId, row));
  const classes = new Map(lines.flatMap(({ scheme }) => schemeClasses(scheme)).map((one) => [one.code, one]));
  return ok({ rows: lines.map(({ scheme: _scheme, ...line }) => line), classes: [...classes.values()] });
};

export const expertsOf = async (
  reader: Reader,
  { actor }: Context,
  query: InputOf<Contract['experts']>['query'],
): Promise<Result<AnswerOf<Contract['experts']>, Fault>> => {
  const ids = [query.verificationId ?? []].flat();
  const experts = await reader.rows<AnswerOf<Contract['experts']>['experts'][number]>(sql`
    select a.account_id as "accountId", a.name,
      (select count(*)::int from verification_experts x join verifications v on v.city_id = x.city_id and v.verification_id = x.verification_id
        where x.city_id = a.city_id and x.account_id = a.account_id and x.recused_at is null and v.state in ('to-assign', 'assigned')) as open,
      exists (select 1 from verification_experts x where x.city_id = a.city_id and x.account_id = a.account_id
        and x.verification_id = any(${ids}::uuid[]) and x.recused_at is not null) as recused,
      exists (select 1 from verification_experts x join verifications v on v.city_id = x.city_id and v.verification_id = x.verification_id
        where x.city_id = a.city_id and x.account_id = a.account_id and x.recused_at is null and v.state = 'confirmed' and v.unit_id in
          (select unit_id from verifications n where n.city_id = a.city_id and n.verification_id = any(${ids}::uuid[]))) as before
    from accounts a
    where a.city_id = ${actor.cityId} and 'expert' = any(a.roles) and ${query.industry} = any(a.industries) and a.disabled_at is null
    order by open, a.name`);
  return ok({ experts });
};
