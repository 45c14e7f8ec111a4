import type { EnterpriseRole } from '#parties/access/domain/roles.ts';
import { sql, toQuery } from '#platform/db/sql.ts';
import { CITY, type Visitor, type World } from '../../../../tests/world.ts';
import type { Declarant } from './declarations.ts';

export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly visitor: Visitor;
}

/** Counts as opened from now on: who signs depends on accounts in use. */
export const openAccount = async (world: World, accountId: string): Promise<void> => {
  await world.database.owner.query(
    toQuery(
      sql`update accounts set password_hash = 'opened by the test' where city_id = ${CITY} and account_id = ${accountId}`,
    ),
  );
};

/** A colleague of the declarant at a browser of their own, the account in use. */
export const colleagueOf = async (
  world: World,
  { enterpriseId }: Declarant,
  name: string,
  roles: readonly EnterpriseRole[],
): Promise<Colleague> => {
  const { accountId } = await world.person(name, roles, { enterpriseId });
  const id = accountId ?? '';
  await openAccount(world, id);
  return { accountId: id, name, visitor: await world.asAccount(id) };
};
