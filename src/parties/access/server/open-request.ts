import { type Sql, sql } from '#platform/db/sql.ts';
import type { Credential, Opening } from '#platform/opening.ts';
import type { Actor, Role } from '../domain/roles.ts';

/** Statement that opens a request: city for row-level security, person behind the token, stored answer to the same key. */
export const openRequest = (credential: Credential, now: Date, key: string | null): Sql =>
  sql`select * from open_request(${credential.cityId}, ${credential.tokenDigest}::bytea, ${now}::timestamptz, ${key}::text)`;

/** The same for an actor who did not come by a session; a stored answer is looked up under the actor's own id. */
export const actAs = (actor: Actor, key: string | null): Sql =>
  sql`select * from open_as(${actor.cityId}, ${actor.accountId ?? 'public'}, ${actor.enterpriseId}::uuid, ${key}::text)`;

interface OpeningRow {
  standing: Opening<Actor>['standing'];
  account_id: string | null;
  name: string | null;
  roles: Role[] | null;
  body_id: string | null;
  enterprise_id: string | null;
  must_change_password: boolean | null;
  demonstration_date: string | null;
  stored_command: string | null;
  stored_digest: string | null;
  stored_answer: unknown;
}

export const readOpening = (credential: Credential, found: Record<string, unknown>): Opening<Actor> => {
  const row = found as unknown as OpeningRow;
  return {
    standing: row.standing,
    actor: {
      cityId: credential.cityId,
      accountId: row.account_id ?? null,
      name: row.name ?? '公众',
      roles: row.roles ?? [],
      bodyId: row.body_id ?? null,
      enterpriseId: row.enterprise_id ?? null,
    },
    restricted: row.must_change_password ?? false,
    demonstrationDate: row.demonstration_date,
    stored: row.stored_command
      ? { command: row.stored_command, digest: row.stored_digest ?? '', answer: row.stored_answer }
      : null,
  };
};

/** The actor behind due-date scans and the command line. */
export const systemActor = (cityId: number): Actor => ({
  cityId,
  accountId: null,
  name: '系统',
  roles: [],
  bodyId: null,
  enterpriseId: null,
});
