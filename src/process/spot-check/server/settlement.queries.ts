import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { schemeClasses } from '#process/review/server/scheme-classes.ts';
import { scoreDifference } from '../domain/score-difference.ts';
import type { Comparison, KeepableStratum, settlementContract } from '../settlement.contract.ts';

type Contract = typeof settlementContract;

const schemeOf = async (reader: Reader, cityId: number, campaignId: string): Promise<Result<Scheme, Fault>> => {
  const campaign = await reader.row(
    sql`select 1 from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`,
  );
  return campaign ? ok(await schemeOfCampaign(reader, cityId, campaignId)) : refuse('input.noSuchRecord', 404);
};

const industryName = ({ industries }: Scheme, code: string): string =>
  industries.find((one) => one.code === code)?.name ?? code;

const standing: Sql = sql`left join settled_classes k on k.city_id = x.city_id and k.campaign_id = d.campaign_id and k.unit_id = x.unit_id
  and k.superseded_at is null`;
const isHeld: Sql = sql`exists (select 1 from verifications h where h.city_id = x.city_id and h.review_id = x.review_id and h.cause = 'objection')`;

export const keepableStrata = async (
  reader: Reader,
  { actor }: Context,
  campaignId: string,
): Promise<Result<AnswerOf<Contract['keepable']>, Fault>> => {
  const scheme = await schemeOf(reader, actor.cityId, campaignId);
  if (!scheme.ok) return scheme;
  const strata = await reader.rows<KeepableStratum>(sql`
    select d.draw_id as "drawId", d.number as "drawNumber", x.stratum, count(*)::int as size,
      count(*) filter (where x.drawn)::int as drawn,
      count(*) filter (where x.drawn and v.state = 'confirmed')::int as confirmed,
      count(*) filter (where x.drawn and v.state = 'confirmed' and v.class_code is distinct from r.proposed_class)::int as changed,
      count(*) filter (where not x.drawn)::int as undrawn,
      count(*) filter (where not x.drawn and k.basis = 'reviewed-kept')::int as kept,
      count(*) filter (where not x.drawn and k.settled_id is null and not ${isHeld} and r.proposed_class is not null)::int as open
    from draw_units x join draws d on d.city_id = x.city_id and d.draw_id = x.draw_id
    join reviews r on r.city_id = x.city_id and r.review_id = x.review_id
    left join verifications v on v.city_id = x.city_id and v.review_id = x.review_id and v.draw_id = x.draw_id
    ${standing}
    where x.city_id = ${actor.cityId} and d.campaign_id = ${campaignId} and d.state = 'drawn'
    group by d.draw_id, d.number, d.frozen_at, x.stratum order by d.frozen_at, d.draw_id, x.stratum`);
  return ok({ strata });
};

interface UndrawnRow {
  readonly reviewId: string;
  readonly drawNumber: string;
  readonly stratum: string;
  readonly unitName: string;
  readonly enterpriseName: string;
  readonly industry: string;
  readonly printed: string;
  readonly classCode: string | null;
  readonly state: 'open' | 'kept' | 'held';
  readonly act: string;
  readonly settledAt: Date | null;
  readonly settledByName: string;
}

export const undrawnUnits = async (
  reader: Reader,
  { actor }: Context,
  campaignId: string,
  query: InputOf<Contract['undrawnUnits']>['query'],
): Promise<Result<AnswerOf<Contract['undrawnUnits']>, Fault>> => {
  const scheme = await schemeOf(reader, actor.cityId, campaignId);
  if (!scheme.ok) return scheme;
  const state = sql`(case when ${isHeld} then 'held' when k.settled_id is not null then 'kept' else 'open' end)`;
  const from = sql`from draw_units x join draws d on d.city_id = x.city_id and d.draw_id = x.draw_id
    join reviews r on r.city_id = x.city_id and r.review_id = x.review_id
    join units u on u.city_id = x.city_id and u.unit_id = x.unit_id
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    ${standing}
    left join accounts a on a.city_id = k.city_id and a.account_id = k.settled_by`;
  const filters = allOf([
    sql`x.city_id = ${actor.cityId} and d.campaign_id = ${campaignId} and x.drawn = false`,
    ...(query.drawId ? [sql`x.draw_id = ${query.drawId}`] : []),
    ...(query.stratum ? [sql`x.stratum = ${query.stratum}`] : []),
    ...(query.state ? [sql`${state} = ${query.state}`] : []),
    ...searchPatterns(query.q ?? '').map((pattern) => sql`u.search_text like ${pattern}`),
  ]);
  const { total } = await reader.one<{ total: number }>(sql`select count(*)::int as total ${from} where ${filters}`);
  const rows = await reader.rows<UndrawnRow>(sql`
    select x.review_id as "reviewId", d.number as "drawNumber", x.stratum, u.name as "unitName", e.name as "enterpriseName", u.industry,
      r.printed, r.proposed_class as "classCode", ${state} as state, coalesce(k.act, '') as act, k.settled_at as "settledAt",
      coalesce(a.name, '') as "settledByName"
    ${from} where ${filters} order by d.frozen_at, x.stratum, e.name, u.name, x.review_id
    ${pageOf(query)}`);
  return ok({
    rows: rows.map(({ industry, printed, classCode, ...row }) => ({
      ...row,
      industryName: industryName(scheme.value, industry),
      reviewed: { printed, classCode },
      settledAt: row.settledAt?.toISOString() ?? null,
    })),
    total,
    classes: schemeClasses(scheme.value),
  });
};

const comparedBy = (actor: Actor): Sql =>
  hasRole(actor, 'city-office', 'leading-group', 'auditor') ? sql`true` : sql`r.body_id = ${actor.bodyId}`;

interface ComparedRow {
  readonly reviewId: string;
  readonly unitName: string;
  readonly enterpriseName: string;
  readonly bodyName: string;
  readonly industry: string;
  readonly selfPrinted: string;
  readonly selfClass: string | null;
  readonly reviewedPrinted: string;
  readonly reviewedClass: string | null;
  readonly verificationId: string | null;
  readonly printed: string | null;
  readonly classCode: string | null;
  readonly drawn: boolean | null;
  readonly settledClass: string | null;
  readonly basis: 'verified' | 'reviewed-kept' | null;
}

const compared = (scheme: Scheme, row: ComparedRow): Comparison => ({
  reviewId: row.reviewId,
  unitName: row.unitName,
  enterpriseName: row.enterpriseName,
  bodyName: row.bodyName,
  industryName: industryName(scheme, row.industry),
  self: { printed: row.selfPrinted, classCode: row.selfClass },
  reviewed: { printed: row.reviewedPrinted, classCode: row.reviewedClass },
  verified: row.printed === null ? null : { printed: row.printed, classCode: row.classCode },
  verificationId: row.verificationId,
  reviewDifference: scoreDifference(row.selfPrinted, row.reviewedPrinted),
  verificationDifference: row.printed === null ? null : scoreDifference(row.reviewedPrinted, row.printed),
  drawn: row.drawn,
  settled: row.settledClass && row.basis ? { classCode: row.settledClass, basis: row.basis } : null,
});

export const scoreComparison = async (
  reader: Reader,
  { actor }: Context,
  campaignId: string,
  query: InputOf<Contract['scoreComparison']>['query'],
): Promise<Result<AnswerOf<Contract['scoreComparison']>, Fault>> => {
  const { cityId } = actor;
  const scheme = await schemeOf(reader, cityId, campaignId);
  if (!scheme.ok) return scheme;
  const from = sql`from reviews r
    join submissions s on s.city_id = r.city_id and s.submission_id = r.submission_id
    join units u on u.city_id = r.city_id and u.unit_id = r.unit_id
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    join bodies b on b.city_id = r.city_id and b.body_id = r.body_id
    left join draw_units x on x.city_id = r.city_id and x.review_id = r.review_id
    left join lateral (select v.verification_id, v.printed, v.class_code, v.numerator, v.denominator from verifications v where v.city_id = r.city_id and v.review_id = r.review_id
      and v.state = 'confirmed' order by v.confirmed_at desc limit 1) v on true
    left join settled_classes k on k.city_id = r.city_id and k.campaign_id = r.campaign_id and k.unit_id = r.unit_id and k.superseded_at is null`;
  const filters = allOf([
    sql`r.city_id = ${cityId} and r.campaign_id = ${campaignId} and r.state = 'transmitted'`,
    comparedBy(actor),
    ...(query.bodyId ? [sql`r.body_id = ${query.bodyId}`] : []),
    ...(query.industry ? [sql`u.industry = ${query.industry}`] : []),
    ...(query.show ? [sql`v.verification_id is not null`] : []),
    ...(query.show === 'changed' ? [sql`v.class_code is distinct from r.proposed_class`] : []),
    ...searchPatterns(query.q ?? '').map((pattern) => sql`u.search_text like ${pattern}`),
  ]);
  const order =
    query.sort === 'gap'
      ? sql`order by v.numerator::numeric / v.denominator - r.numerator::numeric / r.denominator nulls last, e.name, u.name, r.review_id`
      : sql`order by (v.verification_id is null), e.name, u.name, r.review_id`;
  const { total } = await reader.one<{ total: number }>(sql`select count(*)::int as total ${from} where ${filters}`);
  const rows = await reader.rows<ComparedRow>(sql`
    select r.review_id as "reviewId", u.name as "unitName", e.name as "enterpriseName", b.short as "bodyName", u.industry,
      s.printed as "selfPrinted", s.class_code as "selfClass", r.printed as "reviewedPrinted", r.proposed_class as "reviewedClass",
      v.verification_id as "verificationId", v.printed, v.class_code as "classCode", x.drawn, k.class_code as "settledClass", k.basis
    ${from} where ${filters} ${order} ${pageOf(query)}`);
  const bodies = await reader.rows<{ code: string; name: string }>(sql`
    select b.body_id as code, b.short as name from bodies b where b.city_id = ${cityId}
      and exists (select 1 from reviews r where r.city_id = b.city_id and r.body_id = b.body_id and r.campaign_id = ${campaignId} and ${comparedBy(actor)})
    order by b.position`);
  return ok({
    rows: rows.map((row) => compared(scheme.value, row)),
    total,
    classes: schemeClasses(scheme.value),
    bodies,
    industries: scheme.value.industries.map(({ code, name }) => ({ code, name })),
  });
};
