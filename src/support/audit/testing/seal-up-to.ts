import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { type ChainHead, seal } from '../server/seal.ts';

/**
 * Seals until the chain has `length` rows. A transaction of any database of the cluster holds the sealer back until it is
 * over, so tests that run side by side may have to wait for one another.
 */
export const sealUpTo = async (pool: Pool, cityId: number, length: number): Promise<ChainHead> => {
  for (let tries = 0; tries < 400; tries += 1) {
    const client = await pool.connect();
    const done = await seal(client, cityId, new Date()).finally(() => client.release());
    if (done && done.head.sequence >= length) return done.head;
    await wait(50);
  }
  throw new Error(`the chain did not reach ${length} rows`);
};
