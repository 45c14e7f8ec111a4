import { type Issues, issues, ok, type Result } from '#lib/result.ts';
import { compareUtf8, encodeUtf8 } from '#lib/utf8.ts';
import { type DrawParams, drawnFrom, paramsOf, type StratumParams } from './draw-params.ts';
import type { DrawCode } from './fault-codes.ts';
import type { Pool } from './pool-csv.ts';

/** SHA-256 of bytes: 32 bytes. Given by the caller, since no pure function provides it here. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The result of `draw`, members in the order in which the command line prints them; hashes in lower-case hex. */
export interface Draw {
  readonly poolDigest: string;
  readonly paramsDigest: string;
  readonly key: string;
  readonly strata: readonly DrawnStratum[];
}

export interface DrawnStratum {
  readonly stratum: string;
  readonly size: number;
  readonly ratio: string;
  readonly min: number;
  readonly drawn: readonly { readonly rank: number; readonly id: string; readonly ticket: string }[];
}

/**
 * The stratified draw of `docs/formats.md`: everyone gets a ticket from pool and seed alone, and each stratum gives those with the lowest
 * tickets, so that a larger sample contains the smaller one.
 * @param seed taken as given; may be empty
 */
export const draw = (pool: Pool, params: DrawParams, seed: string, sha256: Sha256): Result<Draw, Issues> => {
  if (!seed.isWellFormed()) return issues([{ path: 'seed', code: 'draw.seedNotText' satisfies DrawCode }]);
  const strata = paramsOf(pool, params);
  if (!strata.ok) return strata;
  const hash = hashOf(sha256);
  const poolDigest = digestOfPool(pool, hash);
  const key = hash(`anping-draw-v1\n${poolDigest}\n${seed}`);
  const members = Map.groupBy(pool, ({ stratum }) => stratum);
  return ok({
    poolDigest,
    paramsDigest: digestOfParams(poolDigest, strata.value, hash),
    key,
    strata: strata.value.map((stratum) => {
      const ids = members.get(stratum.stratum)!.map(({ id }) => id);
      return drawnStratum(stratum, ids, (id) => hash(`${key}\n${id}`));
    }),
  });
};

/** The two digests that are published before the seed is taken. */
export const drawDigests = (
  pool: Pool,
  params: DrawParams,
  sha256: Sha256,
): Result<{ readonly poolDigest: string; readonly paramsDigest: string }, Issues> => {
  const strata = paramsOf(pool, params);
  if (!strata.ok) return strata;
  const hash = hashOf(sha256);
  const poolDigest = digestOfPool(pool, hash);
  return ok({ poolDigest, paramsDigest: digestOfParams(poolDigest, strata.value, hash) });
};

const hashOf =
  (sha256: Sha256) =>
  (text: string): string =>
    toHex(sha256(encodeUtf8(text)));

const digestOfPool = (pool: Pool, hash: (text: string) => string): string =>
  hash(pool.map(({ id, stratum }) => `${id}\t${stratum}\n`).join(''));

const digestOfParams = (
  poolDigest: string,
  strata: readonly StratumParams[],
  hash: (text: string) => string,
): string => {
  const lines = strata.map(({ stratum, ratio, min }) => `${stratum}\t${ratio}\t${min}\n`).join('');
  return hash(`anping-draw-params-v1\n${poolDigest}\n${lines}`);
};

const drawnStratum = (
  params: StratumParams,
  ids: readonly string[],
  ticketOf: (id: string) => string,
): DrawnStratum => {
  const tickets = ids.map((id) => ({ id, ticket: ticketOf(id) }));
  tickets.sort((a, b) => compareUtf8(a.ticket, b.ticket) || compareUtf8(a.id, b.id));
  const drawn = tickets.slice(0, drawnFrom(ids.length, params));
  return {
    stratum: params.stratum,
    size: ids.length,
    ratio: params.ratio,
    min: params.min,
    drawn: drawn.map(({ id, ticket }, index) => ({ rank: index + 1, id, ticket })),
  };
};

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
