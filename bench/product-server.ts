import '#platform/node-version.ts';
import { join } from 'node:path';
import { createApplication } from '#app/application.ts';
import { foldWhatChanged } from '#app/fold-roster-changes.ts';
import { serveWebClient } from '#app/web-client.ts';
import { settableClock } from '#platform/clock.ts';
import { openPools } from '#platform/db/pools.ts';
import type { Connections } from '#platform/db/roles.ts';
import { createLog } from '#platform/log.ts';
import { BlobStore } from '#support/files/server/blob-store.ts';

/** The product as it serves, log lines included, on a database that the bench has filled; its clock stands inside the campaign. */
const connections = JSON.parse(process.env.BENCH_PRODUCT ?? '{}') as Connections;
const pools = openPools(connections, () => undefined);
const log = createLog('info');
const app = await createApplication({
  pool: pools.app,
  publicReader: pools.publicReader,
  clock: settableClock(new Date(process.env.BENCH_NOW ?? '')),
  log,
  files: new BlobStore(join(process.env.BENCH_FOLDER ?? '', 'files')),
  trustProxy: false,
  checkAnswers: false,
  publicRequestsPerMinute: 1_000_000,
});
if (process.env.BENCH_WEB) await serveWebClient(app.http, process.env.BENCH_WEB);
await app.http.listen({ host: '127.0.0.1', port: 0 });
const address = app.http.server.address();
process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
const stopFolding = foldWhatChanged({ database: pools, log });
process.once(
  'SIGTERM',
  () =>
    void app.http
      .close()
      .then(stopFolding)
      .then(() => pools.end()),
);
