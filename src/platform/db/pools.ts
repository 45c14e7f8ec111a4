import { type ClientConfig, Pool, type PoolConfig, TypeOverrides, types } from 'pg';
import type { Connections } from '#platform/db/roles.ts';

/** One pool for each role. */
export interface Pools {
  /** Runs the program. */
  readonly app: Pool;
  /** Public queries. */
  readonly publicReader: Pool;
  /** Migrations, backup and restore. */
  readonly owner: Pool;
}

const bigintToNumber = (value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint ${value} is too large for a number`);
  return number;
};

/** `date` stays a `YYYY-MM-DD` text (a Date would shift it by the time zone), `bigint` becomes a number. */
const parsers = new TypeOverrides();
parsers.setTypeParser(types.builtins.DATE, (value: string) => value);
parsers.setTypeParser(types.builtins.INT8, bigintToNumber);

interface Limits {
  readonly name: string;
  readonly max: number;
  /** Milliseconds that a statement may take; 0: no limit. A long job sets its own inside its transaction. */
  readonly statement: number;
}

const options = (config: ClientConfig, { statement }: Limits): string | undefined =>
  // A login of its own behind a pooler takes no start options; there the limits stand on the role (db/server/).
  config.connectionString !== undefined && config.options === undefined
    ? undefined
    : [config.options, `-c statement_timeout=${statement}`, '-c idle_in_transaction_session_timeout=60000']
        .filter(Boolean)
        .join(' ');

const open = (config: ClientConfig, limits: Limits, onError: (error: Error) => void): Pool => {
  const settings: PoolConfig = {
    ...config,
    options: options(config, limits),
    types: parsers,
    application_name: `anping ${limits.name}`,
    max: limits.max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  };
  const pool = new Pool(settings);
  pool.on('error', onError); // a broken idle connection is replaced by the next request
  // One that breaks while it is in use tells so to its query; without a listener it would end the process as well.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
};

/** Opens the pools; `onError` hears of idle connections that broke, but not of those that the end of the pools cuts off. */
export const openPools = (
  connections: Connections,
  onError: (error: Error) => void,
): Pools & { end(): Promise<void> } => {
  let ending = false;
  const hear = (error: Error): void => {
    if (!ending) onError(error);
  };
  const app = open(connections.anping_app, { name: 'app', max: 16, statement: 30_000 }, hear);
  const publicReader = open(connections.anping_public, { name: 'public', max: 8, statement: 10_000 }, hear);
  const owner = open(connections.anping_owner, { name: 'owner', max: 2, statement: 0 }, hear);
  const end = async (): Promise<void> => {
    ending = true;
    await Promise.all([app.end(), publicReader.end(), owner.end()]);
  };
  return { app, publicReader, owner, end };
};
