import { evidenceLimits } from '#process/declaration/domain/evidence-limits.ts';
import type { Instance } from './instance.ts';

const EVERY = 3_600_000;
const DAY = 86_400_000;

/** Throws away what came of uploads that were given up: pieces a day after their upload is forgotten, files a killed process left half written. */
export const sweepUploads = async ({ files, log }: Pick<Instance, 'files' | 'log'>, now: Date): Promise<void> => {
  const pieces = await files.uploads.sweep(new Date(now.getTime() - (evidenceLimits.keptDays + 1) * DAY));
  const halves = await files.sweepStaging(new Date(now.getTime() - DAY));
  if (pieces + halves > 0) log.info({ pieces, halves }, 'unfinished uploads swept');
};

/** Sweeps now and every hour until the returned function is called. */
export const sweepUnfinishedUploads = (instance: Instance): (() => Promise<void>) => {
  let under = Promise.resolve();
  const sweep = () => {
    under = under
      .then(() => sweepUploads(instance, new Date()))
      .catch((error: unknown) => instance.log.error({ err: error }, 'unfinished uploads not swept'));
  };
  sweep();
  const timer = setInterval(sweep, EVERY);
  return async () => {
    clearInterval(timer);
    await under;
  };
};
