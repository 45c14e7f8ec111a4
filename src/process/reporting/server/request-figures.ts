import { type Sql, sql } from '#platform/db/sql.ts';
import type { Figure, Setting } from './figure.ts';
import { dayOfInstant } from './phase-end.ts';

/** Requests for an extension or for not being assessed that are not decided. */
const pending = ({ actor, campaignId }: Setting, whose: Sql): Sql => sql`
  select ${dayOfInstant(sql`r.asked_at`)} as since, null::date as due
  from declaration_requests r
  join declarations d on d.city_id = r.city_id and d.declaration_id = r.declaration_id
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  where r.city_id = ${actor.cityId} and d.campaign_id = ${campaignId} and r.state = 'pending' and ${whose}`;

const href = '/declaration-requests?state=pending';
const page = 'declaration-requests';

/** What waits for the body that expects the declarations. */
export const requestsToDecide = (setting: Setting): Figure => ({
  kind: 'home.request.to-decide',
  list: 'waiting',
  page,
  href,
  rows: pending(
    setting,
    sql`coalesce(d.receiving_body_id, d.expected_body_id, u.supervising_body_id) = ${setting.actor.bodyId}`,
  ),
});

/** What an enterprise waits for. */
export const requestsAwaited = (setting: Setting): Figure => ({
  kind: 'home.request.pending',
  list: 'awaited',
  page: 'declarations',
  href: '/declarations',
  rows: pending(setting, sql`d.enterprise_id = ${setting.actor.enterpriseId}`),
});
