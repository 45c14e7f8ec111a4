import { type Sql, sql } from '#platform/db/sql.ts';
import type { Figure, Setting } from './figure.ts';
import { dayOfInstant } from './phase-end.ts';

const none = sql`null::date`;

const assigned = ({ actor, campaignId }: Setting, since: Sql, condition: Sql): Sql => sql`
  select ${dayOfInstant(since)} as since, ${none} as due from verification_experts x
  join verifications v on v.city_id = x.city_id and v.verification_id = x.verification_id
  where x.city_id = ${actor.cityId} and v.campaign_id = ${campaignId} and x.account_id = ${actor.accountId} and x.recused_at is null and ${condition}`;

/** What an expert is assigned to. */
export const expertFigures = (setting: Setting): readonly Figure[] => {
  const page = 'my-verifications';
  const href = '/my-verifications';
  return [
    {
      kind: 'home.verification.to-verify',
      list: 'waiting',
      page,
      href,
      rows: assigned(
        setting,
        sql`coalesce(v.assigned_at, v.created_at)`,
        sql`v.state = 'assigned' and v.sent_back_note = ''`,
      ),
    },
    {
      kind: 'home.verification.sent-back',
      list: 'waiting',
      page,
      href,
      rows: assigned(setting, sql`v.submitted_at`, sql`v.state = 'assigned' and v.sent_back_note <> ''`),
    },
    {
      kind: 'home.verification.with-office',
      list: 'awaited',
      page,
      href,
      rows: assigned(setting, sql`coalesce(v.submitted_at, v.created_at)`, sql`v.state in ('submitted', 'to-assign')`),
    },
  ];
};

/** What an administrator keeps in order. `now`: the clock of the process, by which codes and locks run. */
export const administratorFigures = ({ actor }: Setting, now: Date): readonly Figure[] => {
  const accounts = (
    condition: Sql,
  ): Sql => sql`select ${dayOfInstant(sql`a.created_at`)} as since, ${none} as due from accounts a
    where a.city_id = ${actor.cityId} and a.disabled_at is null and a.enterprise_id is null and ${condition}`;
  const valid = sql`exists (select 1 from activations v where v.city_id = a.city_id and v.account_id = a.account_id
    and v.used_at is null and v.withdrawn_at is null and v.expires_at > ${now}::timestamptz)`;
  const page = 'accounts';
  return [
    {
      kind: 'home.account.locked',
      list: 'waiting',
      page,
      href: '/accounts?state=locked',
      rows: accounts(sql`a.locked_until > ${now}::timestamptz`),
    },
    {
      kind: 'home.account.expired',
      list: 'waiting',
      page,
      href: '/accounts?state=expired',
      rows: accounts(sql`a.password_hash is null and not ${valid}`),
    },
    {
      kind: 'home.account.invited',
      list: 'awaited',
      page,
      href: '/accounts?state=invited',
      rows: accounts(sql`a.password_hash is null and ${valid}`),
    },
  ];
};
