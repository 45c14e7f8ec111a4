import type { Readable, Writable } from 'node:stream';
import type { PoolClient } from 'pg';
import { escapeIdentifier } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** A table and the columns that are copied. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Counted by the database cluster itself: a copy on another cluster takes the default instead. */
const OF_THE_CLUSTER = ['xid8'];

/** All tables, by name, but the list of migrations and those whose comment says that triggers make them again (`derived: …`). */
export const tablesToCopy = async (client: PoolClient): Promise<CopiedTable[]> =>
  (
    await client.query<CopiedTable>(
      `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migrations' and t.typname <> all ($1)
         and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'derived:%'
       group by c.relname order by c.relname`,
      [OF_THE_CLUSTER],
    )
  ).rows;

const target = ({ name, columns }: CopiedTable): string =>
  `${escapeIdentifier(name)} (${columns.map((column) => escapeIdentifier(column)).join(', ')})`;

/** Rows as PostgreSQL's text format, which every version reads. */
export const readTable = (client: PoolClient, table: CopiedTable): Readable =>
  client.query(copyTo(`copy ${target(table)} to stdout`));

export const writeTable = (client: PoolClient, table: CopiedTable): Writable =>
  client.query(copyFrom(`copy ${target(table)} from stdin`));

/** COPY into a table does not go together with row-level security, not even for its owner; it stands again before the commit. */
export const withoutForcedSecurity = async (
  client: PoolClient,
  { name }: CopiedTable,
  work: () => Promise<void>,
): Promise<void> => {
  const table = escapeIdentifier(name);
  await client.query(`alter table ${table} no force row level security`);
  await work();
  await client.query(`alter table ${table} force row level security`);
};

export interface SequenceValue {
  readonly name: string;
  readonly value: number;
}

export const readSequences = async (client: PoolClient): Promise<SequenceValue[]> =>
  (
    await client.query<SequenceValue>(
      `select sequencename::text as name, coalesce(last_value, 0)::bigint as value from pg_sequences where schemaname = 'public' order by 1`,
    )
  ).rows;

export const writeSequence = async (client: PoolClient, { name, value }: SequenceValue): Promise<void> => {
  if (value > 0) await client.query('select setval($1::regclass, $2)', [name, value]);
};
