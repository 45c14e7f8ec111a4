import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#platform/clock.ts';
import { createLog } from '#platform/log.ts';
import { BlobStore } from '#support/files/server/blob-store.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { type Application, createApplication } from '../../application.ts';
import type { Progress } from '../../progress-page.ts';
import { makeDemonstration } from '../make-demonstration.ts';

export const CITY = 510400;
/** A small city in which every state of the process occurs. */
export const PLAN = { cityId: CITY, name: '攀枝花市', scheme: 'panzhihua-2009', enterprises: 40, seed: 'scenario' };

/** An instance on a database and in a folder of its own. */
export interface Place {
  readonly database: TestDatabase;
  readonly app: Application;
  readonly folder: string;
  close(): Promise<void>;
}

export const openPlace = async (): Promise<Place> => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'anping-demonstration-'));
  const app = await createApplication({
    pool: database.app,
    publicReader: database.publicReader,
    clock: systemClock,
    log: createLog('error'),
    files: new BlobStore(join(folder, 'files')),
    trustProxy: false,
    checkAnswers: true,
    publicRequestsPerMinute: 10_000,
    sessionIdleMinutes: 60,
    sessionHours: 12,
  } as Parameters<typeof createApplication>[0]);
  return {
    database,
    app,
    folder,
    close: async () => {
      await app.http.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export const make = ({ app, folder }: Place, onProgress: (progress: Progress) => void = () => undefined, plan = PLAN) =>
  makeDemonstration({ app, config: { dataFolder: folder } }, plan, onProgress);
