import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemActor } from '#parties/access/server/open-request.ts';
import { limitSessions } from '#parties/people/server/session-token.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import { type Database, type OpenOptions, openDatabase } from '#platform/db/open.ts';
import { createLog, type Log } from '#platform/log.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { BlobStore } from '#support/files/server/blob-store.ts';
import { type Application, citiesOf, createApplication } from './application.ts';
import { carryOutWhatIsDue } from './due.ts';
import { type DueScanName, dueScanNames } from './due-scans.ts';
import { refreshCalendars } from './refresh-calendars.ts';

/** Everything that runs on one data folder: the server and every command of the command line open the same thing. */
export interface Instance {
  readonly config: Config;
  readonly database: Database;
  readonly app: Application;
  readonly files: BlobStore;
  readonly log: Log;
  close(): Promise<void>;
}

export const openInstance = async (
  config: Config,
  options: OpenOptions & { clock?: Clock; log?: Log } = {},
): Promise<Instance> => {
  limitSessions({ idleMinutes: config.sessionIdleMinutes, hours: config.sessionHours });
  const log = options.log ?? createLog(config.logLevel);
  const database = await openDatabase(config, {
    ...options,
    onConnectionError: (error) => log.warn({ err: error }, 'idle connection lost'),
  });
  const folder = join(config.dataFolder, 'files');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Also where it was made by a release that did not say so: evidence is nobody else's business.
  await chmod(folder, 0o700);
  const files = new BlobStore(folder);
  const app = await createApplication({
    pool: database.app,
    publicReader: database.publicReader,
    clock: options.clock ?? systemClock,
    log,
    files,
    trustProxy: config.trustProxy,
    checkAnswers: false,
    publicRequestsPerMinute: 60,
  });
  return {
    config,
    database,
    app,
    files,
    log,
    close: async () => {
      await app.http.close();
      stopTypesetter();
      await database.close();
    },
  };
};

const EVERY = 30_000;

/** Looks again and again for what fell due in any city of the instance, and for new calendars; the returned function stops it. */
export const watchDueDates = ({ app, database, log }: Instance): (() => Promise<void>) => {
  let stopped = false;
  let under = Promise.resolve();
  // Each scan and each of its looks for itself: what one cannot carry out must not keep the others back.
  const carryOutOf = async (cityId: number, scan: DueScanName): Promise<void> => {
    try {
      for (let count = 1; count > 0 && !stopped; ) {
        const done = await app.runner.runAs(systemActor(cityId), carryOutWhatIsDue, { scan });
        if (!done.ok) log.error({ fault: done.error, city: cityId, scan }, 'due dates not carried out');
        count = done.ok ? done.value.count : 0;
      }
    } catch (error) {
      log.error({ err: error, city: cityId, scan }, 'due dates not carried out');
    }
  };
  const look = async (): Promise<void> => {
    const cities = await citiesOf(database.app);
    await refreshCalendars(app.runner, cities);
    for (const city of cities) {
      for (const scan of dueScanNames) await carryOutOf(city.city_id, scan);
    }
  };
  const timer = setInterval(() => {
    under = under
      .then(() => (stopped ? undefined : look()))
      .catch((error: unknown) => log.error({ err: error }, 'due dates not carried out'));
  }, EVERY);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await under;
  };
};
