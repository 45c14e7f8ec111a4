import { json, type Sql, sql } from '#platform/db/sql.ts';
import type { Figure, Setting } from './figure.ts';
import { dayOfInstant, phaseEnd } from './phase-end.ts';

const none = sql`null::date`;

const prepared = ({ actor, campaignId }: Setting): Sql => sql`
  select ${dayOfInstant(sql`a.prepared_at`)} as since, ${none} as due from adoptions a
  where a.city_id = ${actor.cityId} and a.campaign_id = ${campaignId} and a.state = 'prepared'`;

const openNotices = ({ actor, campaignId }: Setting): Sql => sql`
  select n.opens_on as since, n.closes_on as due from notices n
  where n.city_id = ${actor.cityId} and n.campaign_id = ${campaignId} and n.state = 'open'`;

const objections = ({ actor, campaignId, rulingDue }: Setting): Sql => sql`
  select ${dayOfInstant(sql`o.received_at`)} as since, r.due from objections o
  join notices n on n.city_id = o.city_id and n.notice_id = o.notice_id
  left join jsonb_to_recordset(${json(rulingDue)}::jsonb) as r(day date, due date) on r.day = ${dayOfInstant(sql`o.received_at`)}
  where o.city_id = ${actor.cityId} and n.campaign_id = ${campaignId} and o.state = 'received'`;

const verifications = ({ actor, campaignId }: Setting, state: string, since: Sql): Sql => sql`
  select ${dayOfInstant(since)} as since, ${none} as due from verifications v
  where v.city_id = ${actor.cityId} and v.campaign_id = ${campaignId} and v.state = ${state}`;

/** Declarations of the whole city that have not come. */
const missing = ({ actor, campaignId }: Setting): Sql => {
  const body = sql`coalesce(d.receiving_body_id, d.expected_body_id)`;
  const due = phaseEnd(actor.cityId, campaignId, 'self-assessment', body, sql`d.industry`);
  return sql`select ${dayOfInstant(sql`d.changed_at`)} as since, coalesce(d.returned_due_on, ${due}) as due from declarations d
    where d.city_id = ${actor.cityId} and d.campaign_id = ${campaignId} and d.state in ('not-started', 'draft', 'to-sign', 'returned')`;
};

const openReviews = ({ actor, campaignId }: Setting): Sql => {
  const due = phaseEnd(actor.cityId, campaignId, 'preliminary-review', sql`r.body_id`, sql`u.industry`);
  return sql`select ${dayOfInstant(sql`r.created_at`)} as since, ${due} as due from reviews r
    join units u on u.city_id = r.city_id and u.unit_id = r.unit_id
    where r.city_id = ${actor.cityId} and r.campaign_id = ${campaignId} and r.state in ('pending', 'reviewing', 'proposed', 'signed')`;
};

/** Orders of a revision that could not be carried out on their day, and were not given again. */
const stoppedRevisions = ({ actor, campaignId }: Setting): Sql => sql`
  select ${dayOfInstant(sql`v.ended_at`)} as since, ${none} as due from edition_revisions v
  where v.city_id = ${actor.cityId} and v.campaign_id = ${campaignId} and v.state = 'stopped' and not exists (
    select 1 from edition_revisions n where n.city_id = v.city_id and n.campaign_id = v.campaign_id and n.industry = v.industry
      and n.revision_id > v.revision_id)`;

const standing = sql`s.superseded_at is null`;

/** What the city office has to move on. */
export const cityOfficeFigures = (setting: Setting): readonly Figure[] => {
  const { cityId } = setting.actor;
  const { campaignId } = setting;
  return [
    {
      kind: 'home.objection.to-rule',
      list: 'waiting',
      page: 'objections',
      href: '/objections?state=received',
      rows: objections(setting),
    },
    {
      kind: 'home.revision.stopped',
      list: 'waiting',
      page: 'campaigns',
      href: `/campaigns/${campaignId}#revisions`,
      rows: stoppedRevisions(setting),
    },
    {
      kind: 'home.batch.to-receive',
      list: 'waiting',
      page: 'batches',
      href: '/batches?state=sent',
      rows: sql`select ${dayOfInstant(sql`b.sent_at`)} as since, ${none} as due from batches b
        where b.city_id = ${cityId} and b.campaign_id = ${campaignId} and b.state = 'sent'`,
    },
    {
      kind: 'home.draw.candidates',
      list: 'waiting',
      page: 'draws',
      href: '/draws',
      rows: sql`select ${dayOfInstant(sql`b.received_at`)} as since, ${none} as due from reviews r
        join batch_units m on m.city_id = r.city_id and m.review_id = r.review_id
        join batches b on b.city_id = m.city_id and b.batch_id = m.batch_id and b.state = 'received'
        where r.city_id = ${cityId} and r.campaign_id = ${campaignId} and r.state = 'transmitted'
          and not exists (select 1 from draw_units x where x.city_id = r.city_id and x.review_id = r.review_id)`,
    },
    {
      kind: 'home.draw.to-draw',
      list: 'waiting',
      page: 'draws',
      href: '/draws',
      rows: sql`select ${dayOfInstant(sql`d.frozen_at`)} as since, ${none} as due from draws d
        where d.city_id = ${cityId} and d.campaign_id = ${campaignId} and d.state = 'frozen'`,
    },
    {
      kind: 'home.verification.to-assign',
      list: 'waiting',
      page: 'verifications',
      href: '/verifications?state=to-assign',
      rows: verifications(setting, 'to-assign', sql`v.created_at`),
    },
    {
      kind: 'home.verification.to-confirm',
      list: 'waiting',
      page: 'verifications',
      href: '/verifications?state=submitted',
      rows: verifications(setting, 'submitted', sql`v.submitted_at`),
    },
    {
      kind: 'home.settlement.to-keep',
      list: 'waiting',
      page: 'settlement',
      href: '/kept-classes',
      rows: sql`select ${dayOfInstant(sql`d.drawn_at`)} as since, ${none} as due from draw_units x
        join draws d on d.city_id = x.city_id and d.draw_id = x.draw_id and d.state = 'drawn'
        where x.city_id = ${cityId} and d.campaign_id = ${campaignId} and x.drawn = false
          and not exists (select 1 from settled_classes s where s.city_id = x.city_id and s.campaign_id = d.campaign_id and s.unit_id = x.unit_id and ${standing})
          and not exists (select 1 from verifications v where v.city_id = x.city_id and v.review_id = x.review_id and v.cause = 'objection')`,
    },
    {
      kind: 'home.notice.to-publish',
      list: 'waiting',
      page: 'notices',
      href: '/notices/new',
      rows: sql`select ${dayOfInstant(sql`s.settled_at`)} as since, ${none} as due from settled_classes s
        where s.city_id = ${cityId} and s.campaign_id = ${campaignId} and ${standing}
          and not exists (select 1 from notice_entries e where e.city_id = s.city_id and e.subject_id = s.settled_id)`,
    },
    {
      kind: 'home.adoption.adoptable',
      list: 'waiting',
      page: 'adoptions',
      href: '/adoptions/new',
      rows: sql`select ${dayOfInstant(sql`n.closed_at`)} as since, ${none} as due from notice_entries e
        join notices n on n.city_id = e.city_id and n.notice_id = e.notice_id and n.state = 'closed'
        join settled_classes s on s.city_id = e.city_id and s.settled_id = e.subject_id and ${standing}
        where e.city_id = ${cityId} and n.campaign_id = ${campaignId} and e.state = 'cleared'
          and not exists (select 1 from decisions d where d.city_id = s.city_id and d.campaign_id = s.campaign_id and d.unit_id = s.unit_id)
          and s.settled_id not in (select (r ->> 'settledId')::uuid from adoptions a cross join lateral jsonb_array_elements(a.list) r
            where a.city_id = ${cityId} and a.campaign_id = ${campaignId} and a.state = 'prepared')`,
    },
    {
      kind: 'home.declaration.missing',
      list: 'awaited',
      page: 'declarations',
      href: '/declarations?overdue=0',
      lateHref: '/declarations?overdue=1',
      rows: missing(setting),
    },
    {
      kind: 'home.review.open',
      list: 'awaited',
      page: 'reviews',
      href: '/reviews?state=open',
      rows: openReviews(setting),
    },
    {
      kind: 'home.verification.with-experts',
      list: 'awaited',
      page: 'verifications',
      href: '/verifications?state=assigned',
      rows: verifications(setting, 'assigned', sql`v.assigned_at`),
    },
    { kind: 'home.notice.open', list: 'awaited', page: 'notices', href: '/notices', rows: openNotices(setting) },
    {
      kind: 'home.adoption.with-leading-group',
      list: 'awaited',
      page: 'adoptions',
      href: '/adoptions',
      rows: prepared(setting),
    },
  ];
};

/** What the leading group signs, and what comes to it next. */
export const leadingGroupFigures = (setting: Setting): readonly Figure[] => [
  { kind: 'home.adoption.to-sign', list: 'waiting', page: 'adoptions', href: '/adoptions', rows: prepared(setting) },
  {
    kind: 'home.objection.with-office',
    list: 'awaited',
    page: 'objections',
    href: '/objections?state=received',
    rows: objections(setting),
  },
  { kind: 'home.notice.open', list: 'awaited', page: 'notices', href: '/notices', rows: openNotices(setting) },
  {
    kind: 'home.review.open',
    list: 'awaited',
    page: 'reviews',
    href: '/reviews?state=open',
    rows: openReviews(setting),
  },
];

/** An auditor has nothing to do and everything to see. */
export const auditorFigures = (setting: Setting): readonly Figure[] => [
  {
    kind: 'home.declaration.missing',
    list: 'awaited',
    page: 'declarations',
    href: '/declarations?overdue=0',
    lateHref: '/declarations?overdue=1',
    rows: missing(setting),
  },
  {
    kind: 'home.review.open',
    list: 'awaited',
    page: 'reviews',
    href: '/reviews?state=open',
    rows: openReviews(setting),
  },
  {
    kind: 'home.objection.with-office',
    list: 'awaited',
    page: 'objections',
    href: '/objections?state=received',
    rows: objections(setting),
  },
  { kind: 'home.notice.open', list: 'awaited', page: 'notices', href: '/notices', rows: openNotices(setting) },
];
