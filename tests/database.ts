import { escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import type { Database } from '#platform/db/open.ts';
import { openPools } from '#platform/db/pools.ts';
import { type Connections, prepareDatabase, withClient } from '#platform/db/roles.ts';
import './global-setup.ts'; // declares what is injected
import { administrator, connectionsTo, createDatabase, dropDatabase, freshName } from './test-server.ts';

export type TestDatabase = Database;

/** A migrated, empty database of the test's own, as the program would have opened it. `close` drops it. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = inject('testServer');
  const name = freshName('clone');
  await withClient(administrator(server), async (client) => {
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(server.template)} strategy file_copy`,
    );
  });
  const pools = openPools(connectionsTo(server, name), (error) => {
    throw error;
  });
  return {
    app: pools.app,
    publicReader: pools.publicReader,
    owner: pools.owner,
    migrated: [],
    joined: false,
    lost: new Promise(() => undefined),
    announce: () => undefined,
    close: async () => {
      await pools.end();
      await dropDatabase(server, name);
    },
  };
};

/** A prepared database without any table, for what creates its own. */
export const createBlankDatabase = async (): Promise<{ connections: Connections; close: () => Promise<void> }> => {
  const server = inject('testServer');
  const name = freshName('blank');
  await createDatabase(server, name);
  await withClient(administrator(server, name), prepareDatabase);
  return { connections: connectionsTo(server, name), close: () => dropDatabase(server, name) };
};
