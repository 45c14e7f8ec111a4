export type SeedCode =
  | 'spot-check.seedMissing'
  | 'spot-check.seedPadded'
  | 'spot-check.seedControl'
  | 'draw.seedNotText';

/**
 * What is wrong with a seed: it is taken character by character, so whatever an outsider could not read off a page and type in again
 * is refused, never mended.
 */
export const seedFault = (seed: string): SeedCode | undefined => {
  if (seed.trim() === '') return 'spot-check.seedMissing';
  if (!seed.isWellFormed()) return 'draw.seedNotText';
  if (/[\u0000-\u001f\u007f]/.test(seed)) return 'spot-check.seedControl';
  return seed.trim() === seed ? undefined : 'spot-check.seedPadded';
};

export const POOL_FILE = 'pool.csv';
export const STRATA_FILE = 'strata.csv';

/** The command with which anyone recomputes a draw from its two files; before the seed is taken it has a gap for it. */
export const recomputeCommand = (seed: string | null): string =>
  `npm run -s anping -- draw --pool ${POOL_FILE} --strata ${STRATA_FILE} --seed=${quoted(seed)} --json`;

const quoted = (seed: string | null): string => (seed === null ? '…' : `'${seed.replaceAll("'", String.raw`'\''`)}'`);
