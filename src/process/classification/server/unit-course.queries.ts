import type { Context } from '#parties/access/command.ts';
import { factDocumentsOf } from '#parties/enterprises/server/supervision-facts.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import type { CourseEntry, classificationContract } from '../classification.contract.ts';
import { classNames } from './class-names.ts';
import { named, visibleUnits } from './decision.queries.ts';

type Course = AnswerOf<(typeof classificationContract)['unitCourse']>;

interface UnitRow {
  declarationId: string | null;
  unit: string;
  enterprise: string;
  creditCode: string;
  division: string;
  body: string;
  industry: string;
}

/** Each gives entries as kind, instant, who, params, class, printed score. */
const sources = (cityId: number, campaignId: string, unitId: string, declarationId: string | null): readonly Sql[] => {
  const of = (alias: 'r' | 'v' | 's' | 'd'): Sql => {
    const column = { r: sql`r`, v: sql`v`, s: sql`s`, d: sql`d` }[alias];
    return sql`${column}.city_id = ${cityId} and ${column}.campaign_id = ${campaignId} and ${column}.unit_id = ${unitId}`;
  };
  const entriesOfUnit = sql`notice_entries n join notices k on k.city_id = n.city_id and k.notice_id = n.notice_id
    join settled_classes s on s.city_id = n.city_id and s.settled_id = n.subject_id`;
  return [
    sql`select 'submitted' as kind, m.submitted_at as at, m.submitted_by_name as who, jsonb_build_object('number', m.receipt_number, 'sequence', m.sequence::text) as params,
      m.class_code as "classCode", m.printed from submissions m where m.city_id = ${cityId} and m.declaration_id = ${declarationId}::uuid`,
    sql`select case x.outcome when 'switched' then 'revision-carried' else 'revision-' || x.outcome end, v.ended_at, '',
        jsonb_build_object('title', e.title, 'before', f.title, 'reason', v.reason, 'confirm', x.to_confirm::text, 'fresh', x.fresh::text), null, null
      from edition_revision_units x join edition_revisions v on v.city_id = x.city_id and v.revision_id = x.revision_id
      join editions e on e.city_id = v.city_id and e.edition_hash = v.to_hash join editions f on f.city_id = v.city_id and f.edition_hash = v.from_hash
      where x.city_id = ${cityId} and x.declaration_id = ${declarationId}::uuid`,
    sql`select 'returned', x.returned_at, coalesce(a.name, ''), jsonb_build_object('reason', x.reason, 'due', x.due_on::text), null, null
      from review_returns x left join accounts a on a.city_id = x.city_id and a.account_id = x.returned_by
      where x.city_id = ${cityId} and x.declaration_id = ${declarationId}::uuid`,
    sql`select case when m.from_body = m.to_body then 'move-kept' when m.cause = 'register-change' then 'moved' else 'directed' end, m.moved_at, m.moved_by_name,
        jsonb_build_object('from', coalesce(f.short, m.from_body), 'to', coalesce(t.short, m.to_body), 'reason', m.reason, 'basis', m.basis), null, null
      from declaration_moves m left join bodies f on f.city_id = m.city_id and f.body_id = m.from_body
      left join bodies t on t.city_id = m.city_id and t.body_id = m.to_body
      where m.city_id = ${cityId} and m.declaration_id = ${declarationId}::uuid`,
    sql`select 'proposed', r.proposed_at, coalesce(a.name, '') || ' ' || b.name, jsonb_build_object('reason', r.departure_reason), r.proposed_class, r.printed
      from reviews r join bodies b on b.city_id = r.city_id and b.body_id = r.body_id
      left join accounts a on a.city_id = r.city_id and a.account_id = r.proposed_by where ${of('r')} and r.proposed_at is not null`,
    sql`select 'signed-off', r.signed_at, coalesce(a.name, '') || ' ' || b.name, '{}'::jsonb, r.proposed_class, r.printed
      from reviews r join bodies b on b.city_id = r.city_id and b.body_id = r.body_id
      left join accounts a on a.city_id = r.city_id and a.account_id = r.signed_by where ${of('r')} and r.signed_at is not null`,
    sql`select 'transmitted', t.sent_at, b.name, jsonb_build_object('number', t.number), null, null
      from reviews r join batch_units x on x.city_id = r.city_id and x.review_id = r.review_id
      join batches t on t.city_id = x.city_id and t.batch_id = x.batch_id join bodies b on b.city_id = t.city_id and b.body_id = t.body_id where ${of('r')}`,
    sql`select case when x.drawn then 'drawn' else 'not-drawn' end, w.drawn_at, '', jsonb_build_object('number', w.number, 'stratum', x.stratum), null, null
      from reviews r join draw_units x on x.city_id = r.city_id and x.review_id = r.review_id
      join draws w on w.city_id = x.city_id and w.draw_id = x.draw_id where ${of('r')} and w.drawn_at is not null`,
    sql`select 'verified', v.confirmed_at, coalesce(a.name, ''), jsonb_build_object('visited', coalesce(v.visited_on::text, ''), 'conclusion', v.conclusion), v.class_code, v.printed
      from verifications v left join accounts a on a.city_id = v.city_id and a.account_id = v.confirmed_by where ${of('v')} and v.confirmed_at is not null`,
    sql`select case s.basis when 'verified' then 'settled-verified' else 'settled-kept' end, s.settled_at, coalesce(a.name, ''), jsonb_build_object('act', s.act), s.class_code, s.printed
      from settled_classes s left join accounts a on a.city_id = s.city_id and a.account_id = s.settled_by where ${of('s')}`,
    sql`select 'superseded', s.superseded_at, '', '{}'::jsonb, s.class_code, null from settled_classes s where ${of('s')} and s.superseded_at is not null`,
    sql`select 'noticed', k.published_at, '', jsonb_build_object('number', k.number, 'closes', k.closes_on::text), s.class_code, null from ${entriesOfUnit} where ${of('s')}`,
    sql`select 'cleared', k.closed_at, '', jsonb_build_object('number', k.number), s.class_code, null from ${entriesOfUnit} where ${of('s')} and n.state = 'cleared' and k.closed_at is not null`,
    sql`select 'objected', o.received_at, '', jsonb_build_object('number', o.number), null, null
      from ${entriesOfUnit} join objections o on o.city_id = n.city_id and o.entry_id = n.entry_id where ${of('s')}`,
    sql`select case o.state when 'upheld' then 'objection-upheld' else 'objection-dismissed' end, o.ruled_at, coalesce(a.name, ''), jsonb_build_object('number', o.number, 'reason', o.ruling_reason), null, null
      from ${entriesOfUnit} join objections o on o.city_id = n.city_id and o.entry_id = n.entry_id
      left join accounts a on a.city_id = o.city_id and a.account_id = o.ruled_by where ${of('s')} and o.ruled_at is not null`,
    sql`select 'decided', d.decided_at, p.signed_by_name, jsonb_build_object('number', p.number, 'until', d.valid_until::text), d.class_code, d.printed
      from decisions d join adoptions p on p.city_id = d.city_id and p.adoption_id = d.adoption_id where ${of('d')}`,
  ];
};

const last = (entries: readonly CourseEntry[], ...kinds: readonly CourseEntry['kind'][]) => {
  const found = entries.findLast(({ kind }) => kinds.includes(kind));
  return found ? { printed: found.printed ?? '', classCode: found.classCode } : null;
};

/**
 * What happened to a unit in a campaign, first things first. Objectors are not named. Undefined if there is no such unit that
 * the person may see.
 */
export const readUnitCourse = async (
  reader: Reader,
  { actor }: Context,
  campaignId: string,
  unitId: string,
): Promise<Course | undefined> => {
  const { cityId } = actor;
  const unit = await reader.row<UnitRow>(sql`
    select d.declaration_id as "declarationId", u.name as unit, e.name as enterprise, e.credit_code as "creditCode", u.division_code as division,
      b.name as body, u.industry
    from units u join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    join bodies b on b.city_id = u.city_id and b.body_id = u.supervising_body_id
    join campaigns c on c.city_id = u.city_id and c.campaign_id = ${campaignId}
    left join declarations d on d.city_id = u.city_id and d.campaign_id = c.campaign_id and d.unit_id = u.unit_id
    where u.city_id = ${cityId} and u.unit_id = ${unitId} and ${visibleUnits(actor)}`);
  if (!unit) return undefined;
  const { declarationId, ...about } = unit;
  const [first, ...others] = sources(cityId, campaignId, unitId, declarationId);
  const union = others.reduce((all, one) => sql`${all} union all ${one}`, first as Sql);
  const rows = await reader.rows<Omit<CourseEntry, 'at'> & { at: Date }>(
    sql`select * from (${union}) course order by at`,
  );
  const entries = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  const decision = await reader.row<{ decisionId: string }>(sql`select decision_id as "decisionId" from decisions
    where city_id = ${cityId} and campaign_id = ${campaignId} and unit_id = ${unitId}`);
  const ofUnit = (alias: Sql): Sql =>
    sql`${alias}.city_id = ${cityId} and ${alias}.campaign_id = ${campaignId} and ${alias}.unit_id = ${unitId}`;
  const account = await reader.row<Omit<NonNullable<Course['account']>, 'documents'>>(sql`
    select stage, edition_hash as "editionHash", trace from (
      select 1 as place, 'decided' as stage, d.decided_at as at, d.edition_hash, d.trace from decisions d where ${ofUnit(sql`d`)}
      union all select 2, 'settled', s.settled_at, s.edition_hash, s.trace from settled_classes s where ${ofUnit(sql`s`)} and s.superseded_at is null
      union all select 3, 'reviewed', r.proposed_at, r.edition_hash, r.trace from reviews r
        where ${ofUnit(sql`r`)} and r.trace is not null and r.state in ('proposed', 'signed', 'transmitted')
    ) a order by place, at desc limit 1`);
  const scheme = await schemeOfCampaign(reader, cityId, campaignId);
  return {
    unitId,
    ...named(about, scheme),
    scores: {
      self: last(entries, 'submitted'),
      reviewed: last(entries, 'signed-off', 'proposed'),
      verified: last(entries, 'verified'),
      decided: last(entries, 'decided'),
    },
    decisionId: decision?.decisionId ?? null,
    account: account ? { ...account, documents: await factDocumentsOf(reader, cityId, unitId) } : null,
    entries,
    classes: classNames(scheme),
  };
};
