import { toQuery } from '#platform/db/sql.ts';
import { foldRosterChanges } from '#process/campaign/server/roster/roster-totals.ts';
import { citiesOf } from './application.ts';
import type { Instance } from './instance.ts';

interface Folding {
  readonly database: Pick<Instance['database'], 'app'>;
  readonly log: Instance['log'];
}

const EVERY = 2_000;

/** Folds what has been appended to the totals of the rosters every few seconds, until the returned function is called. */
export const foldWhatChanged = ({ database, log }: Folding): (() => Promise<void>) => {
  let under = Promise.resolve();
  const fold = async (): Promise<void> => {
    for (const { city_id: cityId } of await citiesOf(database.app)) {
      await database.app.query(toQuery(foldRosterChanges(cityId)));
    }
  };
  const timer = setInterval(() => {
    under = under.then(fold).catch((error: unknown) => log.error({ err: error }, 'roster totals not folded'));
  }, EVERY);
  return async () => {
    clearInterval(timer);
    await under;
  };
};
