import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { colleaguesContract } from '../../colleagues.contract.ts';
import { accountState, joinInvitation, shownTimes } from '../accounts/account-state.ts';

type Answer = AnswerOf<typeof colleaguesContract.colleagues>;

interface Row extends Omit<Answer['rows'][number], 'createdAt' | 'lastSeenAt' | 'invitationExpiresAt' | 'lockedUntil'> {
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly invitationExpiresAt: Date | null;
  readonly lockedUntil: Date | null;
}

/** The accounts of the actor's enterprise, those who sign first. */
export const listColleagues = async (reader: Reader, { actor, now, machineNow }: Context): Promise<Answer> => {
  const rows = await reader.rows<Row>(sql`
    select a.account_id as "accountId", a.login, a.name, a.phone, a.roles, a.created_at as "createdAt", i.expires_at as "invitationExpiresAt",
      case when a.locked_until > ${machineNow}::timestamptz then a.locked_until end as "lockedUntil",
      (select max(s.last_seen_at) from sessions s where s.city_id = a.city_id and s.account_id = a.account_id) as "lastSeenAt",
      ${accountState(now, machineNow)} as state, a.account_id = ${actor.accountId} as "isSelf"
    from accounts a ${joinInvitation}
    where a.city_id = ${actor.cityId} and a.enterprise_id = ${actor.enterpriseId}
    order by ('enterprise-manager' = any(a.roles)) desc, a.created_at, a.account_id`);
  // A number that no login of the city ends in, after the enterprise's credit code.
  const free = await reader.row<{ nextLogin: string }>(sql`
    select lower(e.credit_code) || '-' || n as "nextLogin" from enterprises e, generate_series(2, 1000) n
    where e.city_id = ${actor.cityId} and e.enterprise_id = ${actor.enterpriseId}
      and not exists (select 1 from accounts a where a.city_id = e.city_id and a.login = lower(e.credit_code) || '-' || n)
    order by n limit 1`);
  return {
    rows: rows.map((row) => ({
      ...row,
      ...shownTimes(row),
    })),
    mayKeep: hasRole(actor, 'enterprise-manager'),
    nextLogin: free?.nextLogin ?? '',
  };
};
