import { carryOnBatches } from '#process/declaration/server/workbook/batch/run-batches.ts';
import { citiesOf } from './application.ts';
import type { Instance } from './instance.ts';

const EVERY = 2_000;

/** Reads the archives of workbooks that wait in any city, also those that an earlier run left, until the returned function is called. */
export const readWorkbookBatches = ({ app, database, files, log }: Instance): (() => Promise<void>) => {
  let stopped = false;
  let under = Promise.resolve();
  let looking = false;
  const failed = (error: unknown): void => log.error({ err: error }, 'workbook of an archive not read');
  const look = async (): Promise<void> => {
    for (const { city_id: cityId } of await citiesOf(database.app))
      await carryOnBatches(app.runner, files, cityId, failed, () => stopped);
  };
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    under = look()
      .catch(failed)
      .finally(() => {
        looking = false;
      });
  }, EVERY);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await under;
  };
};
