import { type Sql, sql } from '#platform/db/sql.ts';
import type { Figure, Setting } from './figure.ts';
import { dayOfInstant, phaseEnd } from './phase-end.ts';
import { requestsToDecide } from './request-figures.ts';

const reviewsOf = ({ actor, campaignId }: Setting, since: Sql, condition: Sql): Sql => {
  const due = phaseEnd(actor.cityId, campaignId, 'preliminary-review', sql`r.body_id`, sql`u.industry`);
  return sql`select ${dayOfInstant(since)} as since, ${due} as due
    from reviews r join units u on u.city_id = r.city_id and u.unit_id = r.unit_id
    where r.city_id = ${actor.cityId} and r.campaign_id = ${campaignId} and r.body_id = ${actor.bodyId} and ${condition}`;
};

/** Declarations that the body expects and that have not come, or were returned and have not come back. */
const expected = ({ actor, campaignId }: Setting, states: readonly string[]): Sql => {
  const body = sql`coalesce(d.receiving_body_id, d.expected_body_id)`;
  const due = phaseEnd(actor.cityId, campaignId, 'self-assessment', body, sql`d.industry`);
  return sql`select ${dayOfInstant(sql`d.changed_at`)} as since, coalesce(d.returned_due_on, ${due}) as due from declarations d
    where d.city_id = ${actor.cityId} and d.campaign_id = ${campaignId} and ${body} = ${actor.bodyId} and d.state = any(${states}::text[])`;
};

const awaitedOfBody = (setting: Setting): readonly Figure[] => [
  {
    kind: 'home.declaration.expected',
    list: 'awaited',
    page: 'declarations',
    href: '/declarations?state=unsubmitted&overdue=0',
    lateHref: '/declarations?state=unsubmitted&overdue=1',
    rows: expected(setting, ['not-started', 'draft', 'to-sign']),
  },
  {
    kind: 'home.declaration.correcting',
    list: 'awaited',
    page: 'declarations',
    href: '/declarations?state=returned&overdue=0',
    lateHref: '/declarations?state=returned&overdue=1',
    rows: expected(setting, ['returned']),
  },
  {
    kind: 'home.batch.on-its-way',
    list: 'awaited',
    page: 'batches',
    href: '/batches?state=sent',
    rows: sql`select ${dayOfInstant(sql`b.sent_at`)} as since, null::date as due from batches b
      where b.city_id = ${setting.actor.cityId} and b.campaign_id = ${setting.campaignId} and b.body_id = ${setting.actor.bodyId} and b.state = 'sent'`,
  },
];

const toTransmit = (setting: Setting): Figure => ({
  kind: 'home.review.to-transmit',
  list: 'waiting',
  page: 'batches',
  href: '/batches/new',
  rows: reviewsOf(setting, sql`r.signed_at`, sql`r.state = 'signed'`),
});

/** What waits for those who examine. */
export const reviewerFigures = (setting: Setting): readonly Figure[] => {
  const mine = sql`r.state = 'reviewing' and r.reviewer_id = ${setting.actor.accountId}`;
  const page = 'reviews';
  return [
    {
      kind: 'home.review.sent-back',
      list: 'waiting',
      page,
      href: '/reviews?state=reviewing&mine=1',
      rows: reviewsOf(setting, sql`r.proposed_at`, sql`${mine} and r.sent_back_note <> ''`),
    },
    {
      kind: 'home.review.reviewing',
      list: 'waiting',
      page,
      href: '/reviews?state=reviewing&mine=1',
      rows: reviewsOf(setting, sql`coalesce(r.taken_up_at, r.created_at)`, sql`${mine} and r.sent_back_note = ''`),
    },
    {
      kind: 'home.review.pending',
      list: 'waiting',
      page,
      href: '/reviews?state=pending',
      rows: reviewsOf(setting, sql`r.created_at`, sql`r.state = 'pending'`),
    },
    requestsToDecide(setting),
    toTransmit(setting),
    {
      kind: 'home.review.with-sign-off',
      list: 'awaited',
      page,
      href: '/reviews?state=proposed',
      rows: reviewsOf(setting, sql`r.proposed_at`, sql`r.state = 'proposed'`),
    },
    ...awaitedOfBody(setting),
  ];
};

/** What waits for the second person of the body. */
export const signOffFigures = (setting: Setting): readonly Figure[] => [
  {
    kind: 'home.review.to-sign',
    list: 'waiting',
    page: 'reviews',
    href: '/reviews?state=proposed',
    rows: reviewsOf(
      setting,
      sql`r.proposed_at`,
      sql`r.state = 'proposed' and r.proposed_by is distinct from ${setting.actor.accountId}`,
    ),
  },
  requestsToDecide(setting),
  toTransmit(setting),
  {
    kind: 'home.review.with-reviewers',
    list: 'awaited',
    page: 'reviews',
    href: '/reviews?state=in-hand',
    rows: reviewsOf(setting, sql`r.created_at`, sql`r.state in ('pending', 'reviewing')`),
  },
  ...awaitedOfBody(setting),
];
