import type { Role } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Session } from '../people.contract.ts';

interface SessionRow {
  city_name: string;
  demonstration_date: string | null;
  login: string | null;
  name: string;
  roles: Role[];
  must_change_password: boolean;
  body_name: string | null;
  enterprise_name: string | null;
  campaign_id: string | null;
  campaign_name: string | null;
}

/** Who is signed in, and where: what the shell shows around every page. */
export const sessionOf = async (reader: Reader, cityId: number, accountId: string | null): Promise<Session> => {
  const row = await reader.row<SessionRow>(sql`
    select ct.name as city_name, ct.demonstration_date, a.login, a.name, a.roles, a.must_change_password,
      b.name as body_name, e.name as enterprise_name, cp.campaign_id, cp.name as campaign_name
    from cities ct
    left join accounts a on a.city_id = ct.city_id and a.account_id = ${accountId}::uuid
    left join bodies b on b.city_id = ct.city_id and b.body_id = a.body_id
    left join enterprises e on e.city_id = ct.city_id and e.enterprise_id = a.enterprise_id
    left join lateral (select campaign_id, name from campaigns where city_id = ct.city_id order by opened_at desc limit 1) cp on true
    where ct.city_id = ${cityId}`);
  const demo = row?.demonstration_date ? { date: row.demonstration_date } : null;
  const city = { name: row?.city_name ?? '' };
  if (!row?.login) return { signedIn: false, demo, city };
  return {
    signedIn: true,
    person: {
      accountId: accountId ?? '',
      name: row.name,
      login: row.login,
      roles: row.roles,
      bodyName: row.body_name,
      enterpriseName: row.enterprise_name,
    },
    mustChangePassword: row.must_change_password,
    demo,
    campaign: row.campaign_id ? { id: row.campaign_id, name: row.campaign_name ?? '' } : null,
    city,
  };
};
