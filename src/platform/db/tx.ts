import type pg from 'pg';
import { runTogether } from './batch.ts';
import { type Sql, sql, toQuery } from './sql.ts';

export const COMMIT = sql`commit`;

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

/** What a query is given. */
export interface QueryReader extends Reader {
  /**
   * The rows of the last statements of a query, as `together` gives them: the end of the transaction travels with them.
   * @throws when anything is read after it
   */
  lastly<Lists extends readonly unknown[]>(
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

/** A reader of the transaction that is open on the client, and whether its end has been sent. */
export const openQuery = (client: pg.PoolClient): QueryReader & { readonly ended: () => boolean } => {
  let ended = false;
  const { rows, row, one, together } = openTx(client);
  const open = <Args extends readonly unknown[], Found>(read: (...args: Args) => Promise<Found>) => {
    return async (...args: Args): Promise<Found> => {
      if (ended) throw new Error('the transaction of this query has ended');
      return read(...args);
    };
  };
  return {
    rows: open(rows) as Reader['rows'],
    row: open(row) as Reader['row'],
    one: open(one) as Reader['one'],
    together: open(together) as Reader['together'],
    lastly: open(async (...statements: readonly Sql[]) => {
      ended = true;
      return (await runTogether(client, [...statements, COMMIT])).slice(0, -1);
    }) as QueryReader['lastly'],
    ended: () => ended,
  };
};
