import type pg from 'pg';
import { createApplication } from '#app/application.ts';
import { settableClock } from '#platform/clock.ts';
import { openPools } from '#platform/db/pools.ts';
import type { Connections } from '#platform/db/roles.ts';
import { createLog } from '#platform/log.ts';
import { BlobStore } from '#support/files/server/blob-store.ts';
import type { Call } from './load.ts';

/** Statements of every client of the pool, in the order sent; several in one message are one. */
const watchStatements = (pool: pg.Pool): string[] => {
  const sent: string[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const watched = (...given: unknown[]): unknown => {
      const [statement] = given;
      sent.push(typeof statement === 'string' ? statement : (statement as { text: string }).text);
      return query(...given);
    };
    client.query = watched as typeof client.query;
  });
  return sent;
};

/**
 * How often a request goes to the database and back: the product in this process, on a pool whose statements are counted. Each call is
 * made twice, because the first one also reads what stays in memory (editions, schemes, who asks); the second is counted.
 */
export const roundTrips = async (
  connections: Connections,
  now: Date,
  folder: string,
  calls: readonly (readonly [name: string, next: () => Call])[],
): Promise<string[]> => {
  const pools = openPools(connections, () => undefined);
  const sent = watchStatements(pools.app);
  const app = await createApplication({
    pool: pools.app,
    publicReader: pools.publicReader,
    clock: settableClock(now),
    log: createLog('error'),
    files: new BlobStore(folder),
    trustProxy: false,
    checkAnswers: true,
    publicRequestsPerMinute: 1_000_000,
  });
  const make = async ({ method, path, headers, body }: Call): Promise<void> => {
    const json = body === undefined ? {} : { payload: body };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await app.http.inject({ method, url: path, headers: { ...headers, ...type }, ...json });
    if (answer.statusCode !== 200) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
  };
  try {
    const lines: string[] = [];
    for (const [name, next] of calls) {
      const first = next();
      await make(first);
      sent.length = 0;
      // The same person again: whoever asks for the first time costs one more.
      await make(first.method === 'GET' ? first : next());
      const unawaited = sent.at(-1) === 'commit' ? ', the last of them a commit that the answer does not wait for' : '';
      lines.push(`${name}: ${sent.length}${unawaited}`);
    }
    return lines;
  } finally {
    await app.http.close();
    await pools.end();
  }
};
