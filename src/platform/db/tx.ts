import type pg from 'pg';
import { runTogether } from './batch.ts';
import { type Sql, toQuery } from './sql.ts';

/** May read. Rows come as the driver gives them: int8 as number, date as text, timestamptz as Date, jsonb parsed. */
export interface Reader {
  /** All rows. */
  rows<Row>(statement: Sql): Promise<Row[]>;
  /** The row, or undefined; more than one is a bug. */
  row<Row>(statement: Sql): Promise<Row | undefined>;
  /** The row; none is a bug. */
  one<Row>(statement: Sql): Promise<Row>;
  /** The rows of several statements, all in one round trip. */
  together<Lists extends readonly unknown[]>(
    ...statements: readonly Sql[]
  ): Promise<{ readonly [At in keyof Lists]: Lists[At][] }>;
}

/** May write, inside one transaction that the command runner opens and ends. */
export interface Tx extends Reader {
  /** Runs a statement; the number of rows it touched. */
  run(statement: Sql): Promise<number>;
  /** The rows of the statements that the command sent along with the opening of the request. */
  readonly ahead: readonly (readonly unknown[])[];
  /** Adds a write that travels with the commit, in order, when its outcome need not be known before. */
  later(statement: Sql): void;
}

export const openTx = (
  client: pg.PoolClient,
  ahead: Tx['ahead'] = [],
): Tx & { readonly pending: () => readonly Sql[] } => {
  const waiting: Sql[] = [];
  const rows = async <Row>(statement: Sql): Promise<Row[]> => (await client.query(toQuery(statement))).rows as Row[];
  return {
    ahead,
    rows,
    row: async <Row>(statement: Sql) => {
      const found = await rows<Row>(statement);
      if (found.length > 1) throw new Error('more than one row where one was meant');
      return found[0];
    },
    one: async <Row>(statement: Sql) => {
      const found = await rows<Row>(statement);
      if (found.length !== 1) throw new Error(`${found.length} rows where one was meant`);
      return found[0] as Row;
    },
    together: async <Lists extends readonly unknown[]>(...statements: readonly Sql[]) =>
      (await runTogether(client, statements)) as { readonly [At in keyof Lists]: Lists[At][] },
    run: async (statement) => (await client.query(toQuery(statement))).rowCount ?? 0,
    later: (statement) => {
      waiting.push(statement);
    },
    pending: () => waiting,
  };
};
