import { sql } from '#platform/db/sql.ts';
import type { Figure, Setting } from './figure.ts';
import { dayOfInstant, phaseEnd } from './phase-end.ts';
import { requestsAwaited } from './request-figures.ts';

/** What an enterprise has to fill in, correct and wait for. */
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
  const inState = (state: string) =>
    sql`select ${dayOfInstant(sql`d.changed_at`)} as since, coalesce(d.returned_due_on, ${due}) as due ${own} and d.state = ${state}`;
  const page = 'declarations';
  return [
    {
      kind: 'home.declaration.returned',
      list: 'waiting',
      page,
      href: '/declarations?state=returned',
      rows: inState('returned'),
    },
    {
      kind: 'home.declaration.draft',
      list: 'waiting',
      page,
      href: '/declarations?state=draft',
      rows: inState('draft'),
    },
    {
      kind: 'home.declaration.not-started',
      list: 'waiting',
      page,
      href: '/declarations?state=not-started',
      rows: inState('not-started'),
    },
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
