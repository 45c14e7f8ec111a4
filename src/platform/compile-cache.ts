import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

/** Milliseconds after which what was compiled is written down, so that a server that will be killed leaves it too. */
const FLUSH_AFTER = 30_000;

/**
 * From here on sources are stripped of their types and compiled once and not at every start: what comes of it is kept in the data folder,
 * which must exist. Only modules imported later gain by it.
 */
export const keepCompiled = (dataFolder: string): void => {
  enableCompileCache(join(dataFolder, 'compiled'));
  setTimeout(flushCompileCache, FLUSH_AFTER).unref();
};
