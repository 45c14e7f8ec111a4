import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const allowed = 'src/platform/config.ts';

/** Files of the program that read the environment although only the configuration does. */
export const environmentReaders = (base: string): string[] =>
  readdirSync(join(base, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && path !== allowed)
    .filter((path) => readFileSync(join(base, path), 'utf8').includes('process.env'));
