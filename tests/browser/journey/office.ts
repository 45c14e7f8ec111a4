import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '#app/application.ts';
import { carryOutWhatIsDue } from '#app/due.ts';
import { settleCity } from '#app/first-start.ts';
import type { Instance } from '#app/instance.ts';
import { readAnchors, sealAll } from '#app/seal-audit-rows.ts';
import { buildWebClient, serveWebClient } from '#app/web-client.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { useLowestPasswordCost } from '#parties/people/server/passwords.ts';
import { limitSessions } from '#parties/people/server/session-token.ts';
import { settableClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { verifyAudit } from '#support/audit/server/verify.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { BlobStore } from '#support/files/server/blob-store.ts';
import { createTestDatabase } from '../../database.ts';
import { CITY } from '../../world.ts';

/** A real instance, empty at first, in this process: its address, the link of its first administrator, and the time. */
export interface Office {
  readonly address: string;
  readonly firstAdministratorLink: string;
  now(): Date;
  /** Moves the time of the office on, and carries out what fell due until then. `day`: `2026-09-01`; `time` of day in Panzhihua. */
  moveTo(day: string, time?: string): Promise<void>;
  /** Seals what was recorded and checks the whole log. */
  checkAuditLog(): Promise<{ readonly checked: number; readonly findings: readonly unknown[] }>;
  close(): Promise<void>;
}

const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`);

/** The client that the runner of the tests has built, else one of its own. */
const webClient = async (folder: string): Promise<string> => {
  const built = process.env.ANPING_WEB_DIST ?? join(folder, 'web');
  await buildWebClient(built);
  return built;
};

/** Opens an empty instance, as `npm start -- --empty` does, on a database of its own. */
export const openOffice = async (day: string): Promise<Office> => {
  const folder = await mkdtemp(join(tmpdir(), 'anping-journey-'));
  const config = readConfig({ ANPING_DATA_DIR: folder, ANPING_LOG_LEVEL: 'warn' });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const webFolder = await webClient(folder);
  const database = await createTestDatabase();
  const clock = settableClock(at(day, '09:00'));
  const log = createLog(config.value.logLevel);
  const files = join(folder, 'files');
  await mkdir(files);
  // Months pass within a minute; nobody should have to sign in again each time.
  useLowestPasswordCost();
  limitSessions({ idleMinutes: 1_000_000, hours: 20_000 });
  const store = new BlobStore(files);
  const app = await createApplication({
    pool: database.app,
    publicReader: database.publicReader,
    clock,
    log,
    files: store,
    trustProxy: false,
    checkAnswers: true,
    publicRequestsPerMinute: 10_000,
  });
  await serveWebClient(app.http, webFolder);
  const close = async (): Promise<void> => {
    await app.http.close();
    stopTypesetter();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  const instance: Instance = { config: config.value, database, files: store, app, log, close };
  const address = await app.http.listen({ host: '127.0.0.1', port: 0 });
  const told = await settleCity(instance, { empty: true, enterprises: 0, seed: '' }, address, () => undefined);
  return {
    address,
    firstAdministratorLink: told.at(-1)?.trim() ?? '',
    now: () => clock.now(),
    moveTo: async (to, time = '09:00') => {
      clock.set(at(to, time));
      const due = await app.runner.runAs(systemActor(CITY), carryOutWhatIsDue, {});
      if (!due.ok) throw new Error(JSON.stringify(due.error));
      await sealAll(instance, clock.now());
    },
    checkAuditLog: async () => {
      await sealAll(instance, clock.now());
      const client = await database.owner.connect();
      try {
        return await verifyAudit(client, CITY, await readAnchors(folder, CITY), clock.now());
      } finally {
        client.release();
      }
    },
    close,
  };
};
