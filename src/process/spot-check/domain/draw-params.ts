import { type Issue, type Issues, issues, ok, type Params, type Result } from '#lib/result.ts';
import { compareUtf8 } from '#lib/utf8.ts';
import { formatCsv, lineIssue, parseCsv } from './csv.ts';
import type { ParamsCode } from './fault-codes.ts';
import type { Pool } from './pool-csv.ts';

/** A stratum with a ratio and a least number of its own, as written. */
export interface StratumRow {
  readonly stratum: string;
  readonly ratio: string;
  readonly min: string;
}

/** What is asked of a draw, as written. `ratio` may be left out only if every stratum of the pool has a row of its own. */
export interface DrawParams {
  readonly ratio?: string;
  /** The least number from a stratum; 1 if left out. */
  readonly min?: string;
  readonly strata?: readonly StratumRow[];
}

/** What is drawn from one stratum. */
export interface StratumParams {
  readonly stratum: string;
  /** Without superfluous zeros or point: `0.5`, `1`, `0`. */
  readonly ratio: string;
  readonly min: number;
}

const HEADER = ['stratum', 'ratio', 'min'] as const;
export const DEFAULT_MIN = '1';

/** 0 to 1 with at most 18 decimal places. */
export const isRatio = (text: string): boolean => /^(0(\.[0-9]{1,18})?|1(\.0{1,18})?)$/.test(text);

/** 0 to 999,999,999. */
export const isMin = (text: string): boolean => /^(0|[1-9][0-9]{0,8})$/.test(text);

/** Reads a strata file; see `parseCsv` for what a file must look like. */
export const parseStrataCsv = (input: Uint8Array | string): Result<StratumRow[], Issues> => {
  const records = parseCsv(input, HEADER);
  if (!records.ok) return records;
  const rows = records.value.map(({ fields: [stratum, ratio, min] }) => ({
    stratum: stratum!,
    ratio: ratio!,
    min: min!,
  }));
  const faults = rowFaults(rows, (index) => records.value[index]!.line);
  return faults.length > 0 ? issues(faults) : ok(rows);
};

const rowFaults = (rows: readonly StratumRow[], lineOf: (index: number) => number): Issue[] => {
  const lines = new Map<string, number>();
  return rows.flatMap(({ stratum, ratio, min }, index): Issue[] => {
    const line = lineOf(index);
    const first = lines.get(stratum);
    lines.set(stratum, first ?? line);
    return [
      ...(first === undefined ? [] : [lineIssue(line, 'draw.strata.stratumRepeated', { stratum, first })]),
      ...(isRatio(ratio) ? [] : [lineIssue(line, 'draw.strata.ratioMalformed', { ratio })]),
      ...(isMin(min) ? [] : [lineIssue(line, 'draw.strata.minMalformed', { min })]),
    ];
  });
};

/** The rows as the file that `parseStrataCsv` reads. */
export const formatStrataCsv = (rows: readonly StratumRow[]): string =>
  formatCsv([HEADER, ...rows.map(({ stratum, ratio, min }) => [stratum, ratio, min])]);

/** What is drawn from each stratum of the pool, strata in the order of their bytes. */
export const paramsOf = (pool: Pool, params: DrawParams): Result<StratumParams[], Issues> => {
  const { ratio, min = DEFAULT_MIN, strata = [] } = params;
  const faults = asked(pool, { ratio, min, strata });
  if (faults.length > 0) return issues(faults);
  const own = new Map(strata.map((row) => [row.stratum, row]));
  const missing = strataOf(pool).filter((stratum) => ratio === undefined && !own.has(stratum));
  if (missing.length > 0) {
    return issues([paramsIssue('ratio', 'draw.params.ratioMissing', { stratum: missing[0]! })]);
  }
  return ok(
    strataOf(pool).map((stratum) => {
      const row = own.get(stratum);
      return { stratum, ratio: shortestRatio(row?.ratio ?? ratio!), min: Number(row?.min ?? min) };
    }),
  );
};

const strataOf = (pool: Pool): string[] => [...new Set(pool.map(({ stratum }) => stratum))].sort(compareUtf8);

/** Faults of what is asked; a row of strata stands on line 2 or below of its file, one line each. */
const asked = (pool: Pool, { ratio, min = DEFAULT_MIN, strata = [] }: DrawParams): Issue[] => {
  const known = new Set(pool.map(({ stratum }) => stratum));
  return [
    ...(ratio === undefined || isRatio(ratio) ? [] : [paramsIssue('ratio', 'draw.params.ratioMalformed', { ratio })]),
    ...(isMin(min) ? [] : [paramsIssue('min', 'draw.params.minMalformed', { min })]),
    ...rowFaults(strata, (index) => index + 2),
    ...strata.flatMap(({ stratum }, index) =>
      known.has(stratum) ? [] : [lineIssue(index + 2, 'draw.strata.stratumUnknown', { stratum })],
    ),
  ];
};

const paramsIssue = (path: string, code: ParamsCode, params: Params): Issue => ({ path, code, params });

/** `0.50` → `0.5`, `1.0` → `1`, `0.0` → `0`. */
export const shortestRatio = (ratio: string): string => (ratio.includes('.') ? ratio.replace(/\.?0*$/, '') : ratio);

/** n = min(N, max(M, ⌈N × R⌉)), exact. */
export const drawnFrom = (size: number, { ratio, min }: StratumParams): number => {
  const [whole, places = ''] = ratio.split('.');
  const units = BigInt(`${whole}${places}`) * BigInt(size);
  const divisor = 10n ** BigInt(places.length);
  const share = Number((units + divisor - 1n) / divisor);
  return Math.min(size, Math.max(min, share));
};
