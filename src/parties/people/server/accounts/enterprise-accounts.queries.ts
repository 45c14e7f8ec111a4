import type { z } from 'zod';
import type { Context } from '#parties/access/command.ts';
import { type Actor, hasRole, type Role } from '#parties/access/domain/roles.ts';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { allOf, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { accountsContract } from '../../accounts.contract.ts';
import { accountState, joinInvitation } from './account-state.ts';

type Answer = AnswerOf<typeof accountsContract.enterpriseAccounts>;
type Filters = z.output<typeof accountsContract.enterpriseAccounts.query>;

/** An enterprise as far as its account goes. */
export interface EnterpriseAccount {
  enterpriseId: string;
  name: string;
  creditCode: string;
  contactName: string;
  bodies: string[];
  unitCount: number;
  state: Answer['rows'][number]['state'];
  accountId: string | null;
  login: string | null;
  slipExpiresAt: Date | null;
}

const supervisedBy = (bodyId: string | null): Sql =>
  sql`exists (select 1 from units u where u.city_id = e.city_id and u.enterprise_id = e.enterprise_id and u.supervising_body_id = ${bodyId})`;

/** Which enterprises a person reaches: staff of a body those that it supervises, the city's staff all. */
export const enterpriseScope = (actor: Actor): Sql =>
  hasRole(actor, 'city-office', 'administrator', 'auditor') ? sql`true` : supervisedBy(actor.bodyId);

/** Enterprises `e` with the state of their account; columns as in `EnterpriseAccount`. */
const accountsOf = (cityId: number, now: Date, conditions: Sql): Sql => sql`(
  select e.enterprise_id as "enterpriseId", e.name, e.credit_code as "creditCode", e.contact_name as "contactName",
    array(select distinct b.short from units u join bodies b on b.city_id = u.city_id and b.body_id = u.supervising_body_id
      where u.city_id = e.city_id and u.enterprise_id = e.enterprise_id) as bodies,
    (select count(*) from units u where u.city_id = e.city_id and u.enterprise_id = e.enterprise_id)::int as "unitCount",
    a.account_id as "accountId", a.login, v.expires_at as "slipExpiresAt",
    case when a.account_id is null then 'none' when a.disabled_at is not null then 'disabled' when a.password_hash is not null then 'active'
      when v.expires_at > ${now}::timestamptz then 'issued' when v.expires_at is null then 'none' else 'expired' end as state
  from enterprises e
  left join lateral (select * from accounts a where a.city_id = e.city_id and a.enterprise_id = e.enterprise_id
    order by (a.disabled_at is null) desc, ('enterprise-manager' = any(a.roles)) desc, (a.password_hash is not null) desc, a.created_at limit 1) a on true
  left join lateral (select v.expires_at from activations v where v.city_id = a.city_id and v.account_id = a.account_id
    and v.used_at is null and v.withdrawn_at is null order by v.created_at desc limit 1) v on true
  where e.city_id = ${cityId} and ${conditions}
) found`;

interface PersonRow {
  enterpriseId: string;
  accountId: string;
  name: string;
  login: string;
  phone: string;
  roles: Role[];
  state: Answer['rows'][number]['people'][number]['state'];
}

/** Who has an account of these enterprises: managers first. */
const peopleOf = async (
  reader: Reader,
  { actor, now, machineNow }: Context,
  enterpriseIds: readonly string[],
): Promise<readonly PersonRow[]> =>
  reader.rows<PersonRow>(sql`
    select a.enterprise_id as "enterpriseId", a.account_id as "accountId", a.name, a.login, a.phone, a.roles,
      ${accountState(now, machineNow)} as state
    from accounts a ${joinInvitation}
    where a.city_id = ${actor.cityId} and a.enterprise_id = any(${enterpriseIds}::uuid[])
    order by ('enterprise-manager' = any(a.roles)) desc, a.created_at, a.account_id`);

const signs = ({ roles, state }: Pick<PersonRow, 'roles' | 'state'>): boolean =>
  roles.includes('enterprise-manager') && (state === 'active' || state === 'locked');

/** Enterprises in the person's reach, in the order in which they were registered. */
export const listEnterpriseAccounts = async (reader: Reader, context: Context, filters: Filters): Promise<Answer> => {
  const { actor, now } = context;
  const { cityId } = actor;
  const reach = enterpriseScope(actor);
  const conditions = allOf([
    reach,
    ...(filters.body ? [supervisedBy(filters.body)] : []),
    ...searchPatterns(filters.text ?? '').map((pattern) => sql`e.search_text like ${pattern}`),
  ]);
  const found = accountsOf(cityId, now, conditions);
  const inState = filters.state ? sql`state = ${filters.state}` : sql`true`;
  const rows = await reader.rows<EnterpriseAccount>(sql`select * from ${found} where ${inState}
    order by "enterpriseId" ${pageOf(filters)}`);
  const { total } = await reader.one<{ total: number }>(
    sql`select count(*)::int as total from ${found} where ${inState}`,
  );
  const { total: withoutSlip } = await reader.one<{ total: number }>(
    sql`select count(*)::int as total from ${accountsOf(cityId, now, reach)} where state in ('none', 'expired')`,
  );
  const people = await peopleOf(
    reader,
    context,
    rows.map(({ enterpriseId }) => enterpriseId),
  );
  return {
    rows: rows.map(({ contactName: _contact, accountId: _account, ...row }) => ({
      ...row,
      people: people
        .filter(({ enterpriseId }) => enterpriseId === row.enterpriseId)
        .map(({ enterpriseId: _, ...person }) => ({ ...person, maySign: signs(person) })),
      slipExpiresAt: row.state === 'active' ? null : (row.slipExpiresAt?.toISOString() ?? null),
    })),
    total,
    withoutSlip,
    mayPrint: hasRole(actor, 'city-office', 'reviewer'),
  };
};

/** Those among the given enterprises that are in reach. */
export const enterprisesById = (
  reader: Reader,
  { actor, now }: Context,
  ids: readonly string[],
): Promise<EnterpriseAccount[]> =>
  reader.rows<EnterpriseAccount>(
    sql`select * from ${accountsOf(
      actor.cityId,
      now,
      sql`${enterpriseScope(actor)} and e.enterprise_id = any(${ids}::uuid[])`,
    )} order by "enterpriseId"`,
  );

/** The next enterprises in reach that have neither an account in use nor a valid slip. */
export const enterprisesWithoutSlip = (
  reader: Reader,
  { actor, now }: Context,
  bodyId: string | undefined,
  limit: number,
): Promise<EnterpriseAccount[]> => {
  const conditions = allOf([enterpriseScope(actor), ...(bodyId ? [supervisedBy(bodyId)] : [])]);
  return reader.rows<EnterpriseAccount>(sql`select * from ${accountsOf(actor.cityId, now, conditions)}
    where state in ('none', 'expired') order by "enterpriseId" limit ${limit}`);
};
