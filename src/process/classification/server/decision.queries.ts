import type { PlainDate } from '#lib/plain-date.ts';
import type { Context } from '#parties/access/command.ts';
import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import { factDocumentsOf } from '#parties/enterprises/server/supervision-facts.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { allOf, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import type { classificationContract } from '../classification.contract.ts';
import { enterpriseClass } from '../domain/enterprise-class.ts';
import { classNames } from './class-names.ts';

type Contract = typeof classificationContract;

/** Which units a person may look at: the city's officers all, a reviewing body those that it supervises or received, an enterprise its own. */
export const visibleUnits = (actor: Actor): Sql => {
  if (hasRole(actor, 'city-office', 'leading-group', 'auditor')) return sql`true`;
  if (hasRole(actor, 'reviewer', 'sign-off'))
    return sql`(u.supervising_body_id = ${actor.bodyId} or exists (select 1 from declarations x
      where x.city_id = u.city_id and x.unit_id = u.unit_id and x.receiving_body_id = ${actor.bodyId}))`;
  return sql`u.enterprise_id = ${actor.enterpriseId}`;
};

export interface DecisionRow {
  decisionId: string;
  unitId: string;
  enterprise: string;
  creditCode: string;
  unit: string;
  division: string;
  body: string;
  industry: string;
  classCode: string;
  number: string;
  validFrom: PlainDate;
  validUntil: PlainDate;
  inForce: boolean;
  editionOn: PlainDate;
}

export const decisionColumns = (
  today: PlainDate,
  body: Sql = sql`b.short`,
): Sql => sql`d.decision_id as "decisionId", d.unit_id as "unitId", e.name as enterprise,
  e.credit_code as "creditCode", u.name as unit, u.division_code as division, ${body} as body, u.industry, d.class_code as "classCode", a.number,
  (t.published_at at time zone 'Asia/Shanghai')::date as "editionOn", d.valid_from as "validFrom", d.valid_until as "validUntil",
  (d.valid_until >= ${today} and not exists (select 1 from decisions n where n.city_id = d.city_id and n.unit_id = d.unit_id and n.decided_at > d.decided_at)) as "inForce"`;
export const decisionTables: Sql = sql`decisions d
  join adoptions a on a.city_id = d.city_id and a.adoption_id = d.adoption_id
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
  join bodies b on b.city_id = u.city_id and b.body_id = u.supervising_body_id
  join editions t on t.city_id = d.city_id and t.edition_hash = d.edition_hash`;

/** Codes of a row in the scheme's words. */
export const named = <Row extends Pick<DecisionRow, 'division' | 'industry'>>(row: Row, scheme: Scheme): Row => ({
  ...row,
  division: scheme.divisions.find(({ code }) => code === row.division)?.name ?? row.division,
  industry: scheme.industries.find(({ code }) => code === row.industry)?.name ?? row.industry,
});

interface Filters {
  readonly q?: string | undefined;
  readonly classCode?: string | undefined;
  readonly industry?: string | undefined;
  readonly division?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** Decided classes of a campaign, a page of them; undefined if the city has no such campaign. */
export const listDecisions = async (
  reader: Reader,
  { actor, today }: Context,
  campaignId: string,
  { q, classCode, industry, division, page, size }: Filters,
): Promise<AnswerOf<Contract['decisions']> | undefined> => {
  const { cityId } = actor;
  const campaign = await reader.row(
    sql`select 1 from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`,
  );
  if (!campaign) return undefined;
  const scheme = await schemeOfCampaign(reader, cityId, campaignId);
  const visible = [sql`d.city_id = ${cityId}`, sql`d.campaign_id = ${campaignId}`, visibleUnits(actor)];
  const filtered = [
    ...visible,
    ...searchPatterns(q ?? '').map((pattern) => sql`u.search_text like ${pattern}`),
    ...(classCode ? [sql`d.class_code = ${classCode}`] : []),
    ...(industry ? [sql`u.industry = ${industry}`] : []),
    ...(division ? [sql`u.division_code = ${division}`] : []),
  ];
  const rows =
    await reader.rows<DecisionRow>(sql`select ${decisionColumns(today)} from ${decisionTables} where ${allOf(filtered)}
    order by d.decided_at desc, d.position, d.decision_id ${pageOf({ page, size })}`);
  const { total } = await reader.one<{ total: number }>(
    sql`select count(*)::int as total from ${decisionTables} where ${allOf(filtered)}`,
  );
  const counts = await reader.rows<{ classCode: string; count: number }>(
    sql`select d.class_code as "classCode", count(*)::int as count from ${decisionTables} where ${allOf(visible)} group by d.class_code`,
  );
  const choice = ({ code, name }: { readonly code: string; readonly name: string }) => ({ code, name });
  return {
    rows: rows.map((row) => named(row, scheme)),
    total,
    counts,
    classes: classNames(scheme),
    industries: scheme.industries.map(choice),
    divisions: scheme.divisions.map(choice),
  };
};

/** One decided class; undefined if there is none that the person may see. */
export const readDecision = async (
  reader: Reader,
  { actor, today }: Context,
  decisionId: string,
): Promise<AnswerOf<Contract['decision']> | undefined> => {
  const row = await reader.row<
    DecisionRow &
      Omit<
        AnswerOf<Contract['decision']>,
        keyof DecisionRow | 'decidedAt' | 'documents' | 'classes' | 'validity' | 'visits'
      > & {
        campaignId: string;
        decidedAt: Date;
      }
  >(sql`
    select ${decisionColumns(today, sql`b.name`)}, d.campaign_id as "campaignId", d.adoption_id as "adoptionId", p.slug, a.title as "listTitle",
      a.list_digest as "listDigest", a.meeting_on as "meetingOn", d.decided_at as "decidedAt", coalesce(g.name, '') as issuer, d.basis, d.printed,
      d.numerator, d.denominator, d.edition_hash as "editionHash", t.title as "editionTitle", d.trace
    from ${decisionTables}
    join publications p on p.city_id = a.city_id and p.publication_id = a.publication_id
    left join accounts s on s.city_id = a.city_id and s.account_id = a.signed_by
    left join bodies g on g.city_id = a.city_id and g.body_id = s.body_id
    where d.city_id = ${actor.cityId} and d.decision_id = ${decisionId} and ${visibleUnits(actor)}`);
  if (!row) return undefined;
  const { campaignId, ...rest } = row;
  const scheme = await schemeOfCampaign(reader, actor.cityId, campaignId);
  const found = scheme.classes.find(({ code }) => code === row.classCode);
  return {
    ...named(rest, scheme),
    decidedAt: row.decidedAt.toISOString(),
    classes: classNames(scheme),
    documents: await factDocumentsOf(reader, actor.cityId, row.unitId),
    validity: { months: found?.validityMonths.value ?? 0, basis: found?.validityMonths.basis ?? '' },
    visits: {
      target: found?.visits.target.value ?? 0,
      cap: found?.visits.cap.value ?? 0,
      basis: found?.visits.cap.basis ?? '',
    },
  };
};

/** The enterprise's own classes, and its class as a whole. */
export const myClasses = async (
  reader: Reader,
  { actor, today }: Context,
): Promise<AnswerOf<Contract['myClasses']> | undefined> => {
  const { cityId, enterpriseId } = actor;
  const enterprise = await reader.row<{ name: string; creditCode: string }>(sql`
    select name, credit_code as "creditCode" from enterprises where city_id = ${cityId} and enterprise_id = ${enterpriseId}`);
  const campaign = await reader.row<{ campaignId: string }>(
    sql`select campaign_id as "campaignId" from campaigns where city_id = ${cityId} order by opened_at desc limit 1`,
  );
  if (!enterprise || !campaign) return undefined;
  const scheme = await schemeOfCampaign(reader, cityId, campaign.campaignId);
  const units = await reader.rows<{ unitId: string; unit: string; industry: string; division: string }>(sql`
    select unit_id as "unitId", name as unit, industry, division_code as division from units where city_id = ${cityId} and enterprise_id = ${enterpriseId} order by name`);
  const decisions = await reader.rows<DecisionRow>(sql`
    select distinct on (d.unit_id) ${decisionColumns(today)} from ${decisionTables}
    where d.city_id = ${cityId} and d.enterprise_id = ${enterpriseId} order by d.unit_id, d.decided_at desc`);
  const whole = enterpriseClass(
    decisions.filter(({ inForce }) => inForce),
    scheme.classes,
  );
  return {
    enterprise: { name: enterprise.name, creditCode: enterprise.creditCode },
    classCode: whole.classCode,
    classFrom: decisions.filter(({ unitId }) => whole.unitIds.includes(unitId)).map(({ unit }) => unit),
    classBasis: scheme.enterpriseClass.basis,
    units: units.map((row) => {
      const { unitId, unit, industry } = named(row, scheme);
      const decision = decisions.find((one) => one.unitId === unitId);
      return { unitId, unit, industry, decision: decision ? named(decision, scheme) : null };
    }),
    classes: classNames(scheme),
  };
};
