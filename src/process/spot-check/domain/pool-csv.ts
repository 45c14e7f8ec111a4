import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import { compareUtf8 } from '#lib/utf8.ts';
import { formatCsv, lineIssue, parseCsv, valueFault } from './csv.ts';

/** One of those from whom the draw is made. */
export interface PoolRow {
  readonly id: string;
  readonly stratum: string;
}

/** At least one row, every id once, ordered by the bytes of the id; made by `poolOf` or `parsePoolCsv` only. */
export type Pool = readonly PoolRow[] & { readonly __brand: 'Pool' };

const HEADER = ['id', 'stratum'] as const;

/** Reads a pool file; see `parseCsv` for what a file must look like. */
export const parsePoolCsv = (input: Uint8Array | string): Result<Pool, Issues> => {
  const records = parseCsv(input, HEADER);
  if (!records.ok) return records;
  return checkedPool(
    records.value.map(({ fields: [id, stratum] }) => ({ id: id!, stratum: stratum! })),
    (index) => records.value[index]!.line,
  );
};

/** Makes a pool of rows that never were a file, under the rules of the file that `formatPoolCsv` writes of them. */
export const poolOf = (rows: readonly PoolRow[]): Result<Pool, Issues> => {
  const faults = rows.flatMap((row, index): Issue[] =>
    HEADER.flatMap((column) => {
      const code = row[column].isWellFormed() ? valueFault(row[column]) : 'draw.csv.notUtf8';
      return code ? [lineIssue(index + 2, code, { column })] : [];
    }),
  );
  return faults.length > 0 ? issues(faults) : checkedPool(rows, (index) => index + 2);
};

const checkedPool = (rows: readonly PoolRow[], lineOf: (index: number) => number): Result<Pool, Issues> => {
  if (rows.length === 0) return issues([lineIssue(1, 'draw.pool.empty')]);
  const lines = new Map<string, number>();
  for (const [index, { id }] of rows.entries()) {
    const first = lines.get(id);
    if (first !== undefined) return issues([lineIssue(lineOf(index), 'draw.pool.idRepeated', { id, first })]);
    lines.set(id, lineOf(index));
  }
  return ok([...rows].sort((a, b) => compareUtf8(a.id, b.id)) as readonly PoolRow[] as Pool);
};

/** The pool as the file that `parsePoolCsv` reads, rows in their order. */
export const formatPoolCsv = (rows: readonly PoolRow[]): string =>
  formatCsv([HEADER, ...rows.map(({ id, stratum }) => [id, stratum])]);
