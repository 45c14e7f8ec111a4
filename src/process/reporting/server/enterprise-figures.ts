import { hasRole } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Figure, Setting } from './figure.ts';
import { dayOfInstant, phaseEnd } from './phase-end.ts';
import { requestsAwaited } from './request-figures.ts';

/** What an enterprise's people have to sign, fill in, correct and wait for. */
export const enterpriseFigures = (setting: Setting): readonly Figure[] => {
  const { actor, campaignId } = setting;
  const due = phaseEnd(
    actor.cityId,
    campaignId,
    'self-assessment',
    sql`coalesce(d.receiving_body_id, d.expected_body_id)`,
    sql`d.industry`,
  );
  const own = sql`from declarations d where d.city_id = ${actor.cityId} and d.campaign_id = ${campaignId}
    and d.enterprise_id = ${actor.enterpriseId}`;
  const page = 'declarations';
  return [
    ...toSign(setting, own, due),
    ...(hasRole(actor, 'enterprise') ? toFillIn(own, due) : withStaff(own, due)),
    {
      kind: 'home.declaration.under-review',
      list: 'awaited',
      page,
      href: '/declarations?state=submitted',
      rows: sql`select ${dayOfInstant(sql`d.changed_at`)} as since, null::date as due ${own} and d.state = 'submitted'
        and not exists (select 1 from settled_classes s where s.city_id = d.city_id and s.declaration_id = d.declaration_id and s.superseded_at is null)`,
    },
    requestsAwaited(setting),
    {
      kind: 'home.notice.own-units',
      list: 'awaited',
      page: 'declarations',
      href: '/declarations?state=submitted',
      rows: sql`select n.opens_on as since, n.closes_on as due from notices n
        join notice_entries e on e.city_id = n.city_id and e.notice_id = n.notice_id
        join settled_classes s on s.city_id = e.city_id and s.settled_id = e.subject_id
        join units u on u.city_id = s.city_id and u.unit_id = s.unit_id
        where n.city_id = ${actor.cityId} and n.campaign_id = ${campaignId} and n.state = 'open' and u.enterprise_id = ${actor.enterpriseId}`,
    },
  ];
};

const inStates = (own: Sql, due: Sql, condition: Sql): Sql =>
  sql`select ${dayOfInstant(sql`d.changed_at`)} as since, coalesce(d.returned_due_on, ${due}) as due ${own} and ${condition}`;

const toFillIn = (own: Sql, due: Sql): readonly Figure[] =>
  (['returned', 'draft', 'not-started'] as const).map((state) => ({
    kind: `home.declaration.${state}`,
    list: 'waiting',
    page: 'declarations',
    href: `/declarations?state=${state}`,
    rows: inStates(own, due, sql`d.state = ${state}`),
  }));

/** For a manager who does not fill in. */
const withStaff = (own: Sql, due: Sql): readonly Figure[] => [
  {
    kind: 'home.declaration.with-staff',
    list: 'awaited',
    page: 'declarations',
    href: '/declarations?state=unsubmitted',
    rows: inStates(own, due, sql`d.state in ('not-started', 'draft', 'returned')`),
  },
];

/** What waits for its signature: the manager's to do unless the person handed it over and somebody else is there to sign. */
const toSign = ({ actor }: Setting, own: Sql, due: Sql): readonly Figure[] => {
  const mine = hasRole(actor, 'enterprise-manager')
    ? sql`(d.handed_over_by is distinct from ${actor.accountId} or not exists (select 1 from accounts a
        where a.city_id = d.city_id and a.enterprise_id = d.enterprise_id and a.account_id <> ${actor.accountId}
          and a.disabled_at is null and a.password_hash is not null and cardinality(a.roles) > 0))`
    : sql`false`;
  const href = '/declarations?state=to-sign';
  return [
    {
      kind: 'home.declaration.to-sign',
      list: 'waiting',
      page: 'declarations',
      href,
      rows: inStates(own, due, sql`d.state = 'to-sign' and ${mine}`),
    },
    {
      kind: 'home.declaration.with-manager',
      list: 'awaited',
      page: 'declarations',
      href,
      rows: inStates(own, due, sql`d.state = 'to-sign' and not ${mine}`),
    },
  ];
};
