import { type Actor, enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';

/** The office that drafts, the group that decides and the auditors see everything that was said. */
const seesAll = (actor: Actor): boolean => hasRole(actor, 'city-office', 'leading-group', 'auditor');

const anyOf = (ways: readonly Sql[]): Sql => {
  const [first, ...others] = ways;
  return first ? sql`(${others.reduce((all, way) => sql`${all} or ${way}`, first)})` : sql`false`;
};

/** Whether the person was asked in the consultation `c`, as one of those to whom it was sent. */
export const askedIn = (actor: Actor): Sql => {
  const ways: Sql[] = [];
  if (hasRole(actor, 'reviewer', 'sign-off')) ways.push(sql`'bodies' = any(c.addressees)`);
  if (hasRole(actor, 'expert')) {
    ways.push(sql`'experts' = any(c.addressees) and exists (select 1 from accounts a
      where a.city_id = c.city_id and a.account_id = ${actor.accountId} and c.industry = any(a.industries))`);
  }
  if (hasRole(actor, ...enterpriseRoles)) {
    ways.push(sql`'enterprises' = any(c.addressees) and exists (select 1 from units u
      where u.city_id = c.city_id and u.enterprise_id = ${actor.enterpriseId} and u.industry = c.industry)`);
  }
  return anyOf(ways);
};

/** Whether the person may read the consultation `c`. */
export const maySee = (actor: Actor): Sql => (seesAll(actor) ? sql`true` : askedIn(actor));

/** Whether the comment or remark `k` was made by the person, the own enterprise or the own body. */
export const ownSide = (actor: Actor): Sql => {
  if (actor.enterpriseId !== null) return sql`k.enterprise_id = ${actor.enterpriseId}`;
  if (actor.bodyId !== null) return sql`(k.body_id = ${actor.bodyId} or k.author_id = ${actor.accountId})`;
  return sql`k.author_id = ${actor.accountId}`;
};

/** Whether the person may read the comment `k`. */
export const mayRead = (actor: Actor): Sql => (seesAll(actor) ? sql`true` : ownSide(actor));

export type Side = 'body' | 'expert' | 'enterprise';

/** As whom a person speaks; `of` is the name of body or enterprise, empty for an expert. */
export const speaker = async (
  reader: Reader,
  actor: Actor,
): Promise<{ readonly side: Side; readonly of: string; readonly bodyId: string | null }> => {
  if (hasRole(actor, ...enterpriseRoles)) {
    const row = await reader.row<{ name: string }>(
      sql`select name from enterprises where city_id = ${actor.cityId} and enterprise_id = ${actor.enterpriseId}`,
    );
    return { side: 'enterprise', of: row?.name ?? '', bodyId: null };
  }
  if (hasRole(actor, 'expert')) return { side: 'expert', of: '', bodyId: null };
  const row = await reader.row<{ name: string }>(
    sql`select name from bodies where city_id = ${actor.cityId} and body_id = ${actor.bodyId}`,
  );
  return { side: 'body', of: row?.name ?? '', bodyId: actor.bodyId };
};
