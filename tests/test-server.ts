import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientConfig, escapeIdentifier } from 'pg';
import { superuser } from '#platform/db/cluster.ts';
import { connector, startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import {
  type Connections,
  createRole,
  embeddedConnections,
  missingRoles,
  ownerRole,
  prepareDatabase,
  withClient,
} from '#platform/db/roles.ts';
import { serverConnections } from '#platform/db/server-roles.ts';

/** Where tests find PostgreSQL: plain data, handed to every test process. */
export type TestServer = { readonly template: string } & (
  | { readonly kind: 'embedded'; readonly host: string; readonly port: number; readonly password: string | null }
  | { readonly kind: 'url'; readonly url: string }
);

/** A URL for another database of the same server. */
const databaseUrl = (url: string, database: string): string => {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
};

/** The connection that creates and drops databases. */
export const administrator = (server: TestServer, database?: string): ClientConfig => {
  if (server.kind === 'embedded') return connector(server)(superuser, database ?? 'postgres');
  return { connectionString: database === undefined ? server.url : databaseUrl(server.url, database) };
};

export const connectionsTo = (server: TestServer, database: string): Connections =>
  server.kind === 'embedded'
    ? embeddedConnections(connector(server), database)
    : serverConnections({ databaseUrl: databaseUrl(server.url, database) });

/** A free name, so that runs on one server do not meet. */
export const freshName = (kind: string): string =>
  `anping_test_${kind}_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;

/** An empty database of the owner role, sorted and typed as the program wants it unless `locale` says otherwise. */
export const createDatabase = (server: TestServer, name: string, locale = 'C.UTF-8'): Promise<void> =>
  withClient(administrator(server), async (client) => {
    await client.query(
      `create database ${escapeIdentifier(name)} owner ${ownerRole} template template0
         encoding 'UTF8' locale_provider libc locale '${locale}'`,
    );
  });

export const dropDatabase = (server: TestServer, name: string): Promise<void> =>
  withClient(administrator(server), async (client) => {
    await client.query(`drop database ${escapeIdentifier(name)} with (force)`);
  });

/** The template that tests clone: roles, rights, extension and every migration, as on a real server. */
const createTemplate = async (server: TestServer): Promise<void> => {
  await withClient(administrator(server), async (client) => {
    for (const role of await missingRoles(client)) {
      await createRole(client, role, 'login');
      await client.query(`grant ${role} to current_user`);
    }
  });
  await createDatabase(server, server.template);
  await withClient(administrator(server, server.template), prepareDatabase);
  await migrate(connectionsTo(server, server.template).anping_owner);
};

/** Starts a PostgreSQL of its own in a temporary folder, or uses the server of `url` (a login that may create databases and roles). */
export const startTestServer = async (url?: string): Promise<{ server: TestServer; stop: () => Promise<void> }> => {
  const template = freshName('template');
  if (url) {
    const server: TestServer = { kind: 'url', url, template };
    await createTemplate(server);
    return { server, stop: () => dropDatabase(server, template) };
  }
  const folder = await mkdtemp(join(tmpdir(), 'anping-test-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const embedded = await startEmbedded({ folder, fsync: false });
    const { host, port, password } = embedded;
    const server: TestServer = { kind: 'embedded', host, port, password, template };
    const stop = async () => {
      await embedded.stop();
      await removeFolder();
    };
    try {
      await createTemplate(server);
    } catch (error) {
      await stop();
      throw error;
    }
    return { server, stop };
  } catch (error) {
    await removeFolder();
    throw error;
  }
};
