import type pg from 'pg';
import { runTogether } from './batch.ts';
import { type Sql, sql, toQuery } from './sql.ts';

export const BEGIN = sql`begin`;
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

const reading = (rows: <Row>(statement: Sql) => Promise<Row[]>): Pick<Reader, 'rows' | 'row' | 'one'> => ({
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
});

export const openTx = (
  client: pg.PoolClient,
  ahead: Tx['ahead'] = [],
): Tx & { readonly pending: () => readonly Sql[] } => {
  const waiting: Sql[] = [];
  return {
    ahead,
    ...reading(async (statement) => (await client.query(toQuery(statement))).rows),
    together: async <Lists extends readonly unknown[]>(...statements: readonly Sql[]) =>
      (await runTogether(client, statements)) as { readonly [At in keyof Lists]: Lists[At][] },
    run: async (statement) => (await client.query(toQuery(statement))).rowCount ?? 0,
    later: (statement) => {
      waiting.push(statement);
    },
    pending: () => waiting,
  };
};

/** A transaction whose first statements wait for the first read, so as to travel with it. */
export interface Opening {
  readonly statements: readonly Sql[];
  /** Takes the rows of those statements before the read gets its own. @throws to stop it */
  readonly check: (rows: unknown[][]) => void;
}

/** A reader of the transaction that is open on the client, or that its first read opens. */
export const openQuery = (
  client: pg.PoolClient,
  opening?: Opening,
): QueryReader & {
  /** Sends the opening if no read has. */
  readonly opened: () => Promise<void>;
  /** Whether the end of the transaction has been sent. */
  readonly ended: () => boolean;
} => {
  let waiting = opening;
  let ended = false;
  const send = async (statements: readonly Sql[]): Promise<unknown[][]> => {
    if (ended) throw new Error('the transaction of this query has ended');
    const first = waiting;
    waiting = undefined;
    if (!first) return statements.length === 0 ? [] : runTogether(client, statements);
    const found = await runTogether(client, [...first.statements, ...statements]);
    first.check(found.slice(0, first.statements.length));
    return found.slice(first.statements.length);
  };
  return {
    ...reading(async (statement) => (await send([statement]))[0] as never[]),
    together: async (...statements) => (await send(statements)) as never,
    lastly: async (...statements) => {
      const sent = send([...statements, COMMIT]);
      ended = true;
      return (await sent).slice(0, -1) as never;
    },
    opened: async () => {
      if (waiting) await send([]);
    },
    ended: () => ended,
  };
};
