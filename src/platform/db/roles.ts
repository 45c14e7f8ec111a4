import { Client, type ClientConfig, escapeIdentifier, escapeLiteral } from 'pg';
import { superuser } from '#platform/db/cluster.ts';
import type { EmbeddedDatabase } from '#platform/db/embedded.ts';
import { checkLocale, checkServer } from '#platform/db/fitness.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';

/** Owns the tables and runs migrations and backups. */
export const ownerRole = 'anping_owner';
/** Runs the program; row-level security shows it one city at a time. */
export const appRole = 'anping_app';
/** Reads what is published. */
export const publicRole = 'anping_public';
export const roles = [ownerRole, appRole, publicRole] as const;
export type Role = (typeof roles)[number];

/** How each role reaches the database. */
export type Connections = Readonly<Record<Role, ClientConfig>>;

/** The number of the advisory lock under which a database is prepared and migrated, by one process at a time. */
export const preparationLock = 816_601;

/** Connects, runs, and always disconnects; a server that does not answer becomes a StartFault. */
export const withClient = async <T>(config: ClientConfig, run: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(config);
  client.on('error', () => undefined); // a lost connection also rejects the query under way
  try {
    await client.connect();
  } catch (error) {
    const target = `${client.host}:${client.port}/${client.database ?? ''}`;
    throw new StartFault('database.noAnswer', { target, detail: messageOf(error) }, error);
  }
  try {
    return await run(client);
  } finally {
    await client.end();
  }
};

/** Which of the three roles the server lacks. */
export const missingRoles = async (client: Client): Promise<Role[]> => {
  const { rows } = await client.query<{ rolname: Role }>('select rolname from pg_roles where rolname = any($1)', [
    roles,
  ]);
  return roles.filter((role) => !rows.some((row) => row.rolname === role));
};

export const createRole = async (client: Client, role: Role, login: 'login' | 'nologin'): Promise<void> => {
  await client.query(`create role ${role} ${login} nosuperuser nobypassrls nocreatedb nocreaterole`);
};

/** Who may do what in the database as a whole. Runs as its owner or as the superuser; repeatable. */
export const prepareDatabase = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = escapeIdentifier(rows[0]!.name);
  await checkServer(client);
  await client.query('create extension if not exists pg_trgm');
  await checkLocale(client);
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect, temporary on database ${database} to ${roles.join(', ')}`);
  await client.query(`grant create, usage on schema public to ${ownerRole}`);
  await client.query(`grant usage on schema public to ${appRole}, ${publicRole}`);
  // A function that runs with its owner's rights is called only by the role that its migration names.
  await client.query(`alter default privileges for role ${ownerRole} revoke execute on functions from public`);
};

/** Prepares a database of the embedded PostgreSQL, creating it and the roles where they are missing. */
export const prepareEmbedded = async (embedded: EmbeddedDatabase, database: string): Promise<Connections> => {
  await withClient(embedded.connection(superuser, 'postgres'), async (client) => {
    for (const role of await missingRoles(client)) await createRole(client, role, 'login');
    if (embedded.password !== null) {
      for (const role of roles) await client.query(`alter role ${role} password ${escapeLiteral(embedded.password)}`);
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) {
      await client.query(
        `create database ${escapeIdentifier(database)} owner ${ownerRole} template template0 encoding 'UTF8'`,
      );
    }
  });
  await withClient(embedded.connection(superuser, database), prepareDatabase);
  return embeddedConnections(embedded.connection, database);
};

/** The three roles on a private socket, each logging in as itself. */
export const embeddedConnections = (connection: EmbeddedDatabase['connection'], database: string): Connections => ({
  anping_owner: connection(ownerRole, database),
  anping_app: connection(appRole, database),
  anping_public: connection(publicRole, database),
});
