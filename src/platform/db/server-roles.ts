import type { Client, ClientConfig } from 'pg';
import {
  appRole,
  type Connections,
  createRole,
  missingRoles,
  ownerRole,
  preparationLock,
  prepareDatabase,
  publicRole,
  type Role,
  roles,
  withClient,
} from '#platform/db/roles.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';

/** Addresses of a PostgreSQL server: one login for all roles, or one for each. */
export interface ServerAddresses {
  readonly databaseUrl: string;
  readonly databaseOwnerUrl?: string | undefined;
  readonly databasePublicUrl?: string | undefined;
}

/** A login that takes on a role when it connects. */
const asRole = (connectionString: string, role: Role): ClientConfig => {
  const options = new URL(connectionString).searchParams.get('options');
  return {
    connectionString: withoutOptions(connectionString),
    options: [options, `-c role=${role}`].filter(Boolean).join(' '),
  };
};

/** The driver lets options of the address win over ours, so they are moved out of it. */
const withoutOptions = (connectionString: string): string => {
  const url = new URL(connectionString);
  url.searchParams.delete('options');
  return url.href;
};

const provideRoles = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ user: string; creates: boolean; bypasses: boolean }>(
    `select session_user as user, rolcreaterole as creates, rolsuper or rolbypassrls as bypasses
       from pg_roles where rolname = session_user`,
  );
  const { user, creates, bypasses } = rows[0]!;
  // The pools are checked as well; here nothing has been changed yet.
  if (bypasses) throw new StartFault('database.bypass', { user });
  const missing = await missingRoles(client);
  if (missing.length > 0 && !creates)
    throw new StartFault('database.rolesMissing', { roles: missing.join(', '), user });
  for (const role of missing) {
    await createRole(client, role, 'nologin');
    await client.query(`grant ${role} to session_user`);
  }
  const outside = await client.query<{ role: Role }>(
    `select role from unnest($1::text[]) as role where not pg_has_role(session_user, role, 'member')`,
    [roles],
  );
  if (outside.rows.length > 0) {
    throw new StartFault('database.notMember', { roles: outside.rows.map((row) => row.role).join(', '), user });
  }
};

const canPrepare = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query<{ owns: boolean }>(
    "select pg_has_role(session_user, datdba, 'member') as owns from pg_database where datname = current_database()",
  );
  return rows[0]!.owns;
};

const separateLogins = ({ databaseOwnerUrl, databasePublicUrl }: ServerAddresses): boolean =>
  databaseOwnerUrl !== undefined && databasePublicUrl !== undefined;

/** How the roles reach a server that is prepared already. */
export const serverConnections = (addresses: ServerAddresses): Connections => {
  const { databaseUrl, databaseOwnerUrl, databasePublicUrl } = addresses;
  if (!separateLogins(addresses)) {
    return {
      anping_owner: asRole(databaseUrl, ownerRole),
      anping_app: asRole(databaseUrl, appRole),
      anping_public: asRole(databaseUrl, publicRole),
    };
  }
  return {
    anping_owner: { connectionString: databaseOwnerUrl },
    anping_app: { connectionString: databaseUrl },
    anping_public: { connectionString: databasePublicUrl },
  };
};

/** Prepares a database on a server as far as the login may, and says what is missing where it may not. */
export const prepareServer = async (addresses: ServerAddresses): Promise<Connections> => {
  const { databaseUrl, databaseOwnerUrl } = addresses;
  await withClient({ connectionString: databaseOwnerUrl ?? databaseUrl }, async (client) => {
    await client.query('select pg_advisory_lock($1)', [preparationLock]);
    if (!separateLogins(addresses)) await provideRoles(client);
    if (!(await canPrepare(client))) {
      const { rows } = await client.query<{ user: string; database: string }>(
        'select session_user as user, current_database() as database',
      );
      throw new StartFault('database.notPermitted', { ...rows[0]!, detail: 'not the owner of the database' });
    }
    try {
      await prepareDatabase(client);
    } catch (error) {
      if (error instanceof StartFault) throw error;
      const { rows } = await client.query<{ user: string; database: string }>(
        'select session_user as user, current_database() as database',
      );
      throw new StartFault('database.notPermitted', { ...rows[0]!, detail: messageOf(error) }, error);
    }
  });
  return serverConnections(addresses);
};
