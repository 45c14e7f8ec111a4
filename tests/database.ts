import { escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import type { Database } from '#platform/db/open.ts';
import { openPools } from '#platform/db/pools.ts';
import { withClient } from '#platform/db/roles.ts';
import './global-setup.ts'; // declares what is injected
import { administrator, connectionsTo, freshName } from './test-server.ts';

export type TestDatabase = Database;

/** A migrated, empty database of the test's own, as the program would have opened it. `close` drops it. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = inject('testServer');
  const name = freshName('clone');
  await withClient(administrator(server), async (client) => {
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(server.template)} strategy file_copy`,
    );
    await client.query(`revoke all on database ${escapeIdentifier(name)} from public`);
    await client.query(
      `grant connect, temporary on database ${escapeIdentifier(name)} to anping_owner, anping_app, anping_public`,
    );
  });
  const pools = openPools(connectionsTo(server, name), (error) => {
    throw error;
  });
  return {
    ...pools,
    migrated: [],
    joined: false,
    lost: new Promise(() => undefined),
    announce: () => undefined,
    close: async () => {
      await pools.end();
      await withClient(administrator(server), async (client) => {
        await client.query(`drop database ${escapeIdentifier(name)} with (force)`);
      });
    },
  };
};
