import { type Sql, sql } from '#platform/db/sql.ts';

interface Times {
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly invitationExpiresAt: Date | null;
  readonly lockedUntil: Date | null;
}

/** The times of an account as they are shown; of one in use no code matters any more. */
export const shownTimes = ({
  createdAt,
  lastSeenAt,
  invitationExpiresAt,
  lockedUntil,
  state,
}: Times & { readonly state: string }) => ({
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
  invitationExpiresAt: state === 'active' ? null : (invitationExpiresAt?.toISOString() ?? null),
  lockedUntil: lockedUntil?.toISOString() ?? null,
});

/** Joins to accounts `a` the last one-time code that can still be used, as `i`. */
export const joinInvitation: Sql = sql`left join lateral (select v.expires_at from activations v
  where v.city_id = a.city_id and v.account_id = a.account_id and v.used_at is null and v.withdrawn_at is null
  order by v.created_at desc limit 1) i on true`;

/** The state of account `a` with its invitation `i`, one of `accountStates`. `machineNow`: the clock by which locks run. */
export const accountState = (
  now: Date,
  machineNow: Date,
): Sql => sql`case when a.disabled_at is not null then 'disabled'
  when a.locked_until > ${machineNow}::timestamptz then 'locked' when a.password_hash is not null then 'active'
  when i.expires_at > ${now}::timestamptz then 'invited' else 'expired' end`;
