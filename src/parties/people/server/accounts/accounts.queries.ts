import type { z } from 'zod';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { allOf, pageOf, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { accountsContract } from '../../accounts.contract.ts';
import { accountState, joinInvitation, shownTimes } from './account-state.ts';

type Answer = AnswerOf<typeof accountsContract.accounts>;
type Filters = z.output<typeof accountsContract.accounts.query>;

interface Row
  extends Omit<Answer['rows'][number], 'createdAt' | 'lastSeenAt' | 'invitationExpiresAt' | 'lockedUntil' | 'isSelf'> {
  createdAt: Date;
  lastSeenAt: Date | null;
  invitationExpiresAt: Date | null;
  lockedUntil: Date | null;
}

/** A text that a person typed, for `like`: signs of the pattern stand for themselves. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Accounts by name. Enterprises' accounts are many and have a list of their own; here they appear when asked for. */
export const listAccounts = async (
  reader: Reader,
  { actor, now, machineNow }: Context,
  filters: Filters,
): Promise<Answer> => {
  const { cityId } = actor;
  const text = filters.text?.toLowerCase();
  const conditions = allOf([
    filters.role ? sql`${filters.role} = any(roles)` : sql`enterprise_id is null`,
    ...(text
      ? [
          sql`(lower(name) like ${containing(text)} or login like ${containing(text)} or phone like ${containing(text)})`,
        ]
      : []),
    ...(filters.body ? [sql`body_id = ${filters.body}`] : []),
    ...(filters.state ? [sql`state = ${filters.state}`] : []),
  ]);
  const found = sql`(
    select a.account_id, a.login, a.name, a.phone, a.roles, a.body_id, a.enterprise_id, a.industries, a.created_at, b.short as body_name,
      e.name as enterprise_name, i.expires_at, case when a.locked_until > ${machineNow}::timestamptz then a.locked_until end as locked_until,
      ${accountState(now, machineNow)} as state
    from accounts a
    left join bodies b on b.city_id = a.city_id and b.body_id = a.body_id
    left join enterprises e on e.city_id = a.city_id and e.enterprise_id = a.enterprise_id
    ${joinInvitation}
    where a.city_id = ${cityId}
  ) account`;
  const { total } = await reader.one<{ total: number }>(
    sql`select count(*)::int as total from ${found} where ${conditions}`,
  );
  const rows = await reader.rows<Row>(sql`
    select account_id as "accountId", login, name, phone, roles, body_name as "bodyName", enterprise_name as "enterpriseName",
      industries, state, created_at as "createdAt", expires_at as "invitationExpiresAt", locked_until as "lockedUntil",
      (select max(s.last_seen_at) from sessions s where s.city_id = ${cityId} and s.account_id = account.account_id) as "lastSeenAt"
    from ${found} where ${conditions} order by name, login ${pageOf(filters)}`);
  return {
    rows: rows.map((row) => ({
      ...row,
      ...shownTimes(row),
      isSelf: row.accountId === actor.accountId,
    })),
    total,
  };
};
