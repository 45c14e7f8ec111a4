import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChainHead, seal } from '#support/audit/server/seal.ts';
import { citiesOf } from './application.ts';
import type { Instance } from './instance.ts';

const EVERY = 2_000;
const ANCHORS = 'audit-anchors.log';

/** The heads noted in the data folder, outside the database: one JSON line each, only ever appended. */
export const readAnchors = async (dataFolder: string, cityId: number): Promise<ChainHead[]> => {
  const text = await readFile(join(dataFolder, ANCHORS), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line.endsWith('}'));
  return lines
    .map((line) => JSON.parse(line) as ChainHead & { cityId: number })
    .filter((anchor) => anchor.cityId === cityId);
};

/** Chains whatever the commands left, city by city, and notes each new head in the data folder. */
export const sealAll = async ({ database, config }: Instance, now: Date): Promise<void> => {
  for (const { city_id: cityId } of await citiesOf(database.app)) {
    for (;;) {
      const client = await database.app.connect();
      let done: Awaited<ReturnType<typeof seal>>;
      try {
        done = await seal(client, cityId, now);
      } finally {
        client.release();
      }
      if (!done || done.sealed === 0) break;
      const line = JSON.stringify({
        cityId,
        sequence: done.head.sequence,
        link: done.head.link,
        at: now.toISOString(),
      });
      await appendFile(join(config.dataFolder, ANCHORS), `${line}\n`);
    }
  }
};

/** Seals every few seconds until the returned function is called; that seals once more. */
export const sealAuditRows = (instance: Instance): (() => Promise<void>) => {
  let under = Promise.resolve();
  let waiting = false;
  const run = (): Promise<void> => {
    if (waiting) return under;
    waiting = true;
    under = under
      .then(() => {
        waiting = false;
        return sealAll(instance, new Date());
      })
      .catch((error: unknown) => instance.log.error({ err: error }, 'audit rows not sealed'));
    return under;
  };
  const timer = setInterval(run, EVERY);
  return async () => {
    clearInterval(timer);
    await run();
  };
};
