import type { PoolClient } from 'pg';
import { sql, toQuery } from '#platform/db/sql.ts';
import { type ChainedEntry, FIRST_LINK } from '../domain/chain.ts';
import { entryColumns, entryDigest, nextLink } from './audit-rows.ts';

/** The last link of a city's chain: whoever keeps it elsewhere can show later that nothing before it was altered. */
export interface ChainHead {
  readonly sequence: number;
  readonly link: string;
}

const BATCH = 2_000;
/** Of the two-key advisory lock; the second key is the city. */
const SEALER_LOCK = 20_090_819;

/**
 * Chains the committed audit rows of a city that are not chained yet, at most a batch at a time. Only rows of transactions
 * below the snapshot's xmin are taken: no row can appear later behind them. One sealer a city at a time; null if another is at it.
 * @param client without a transaction under way
 */
export const seal = async (
  client: PoolClient,
  cityId: number,
  now: Date,
): Promise<{ sealed: number; head: ChainHead } | null> => {
  await client.query('begin');
  try {
    await client.query(toQuery(sql`select set_config('app.city', ${String(cityId)}, true)`));
    const [lock] = (
      await client.query(toQuery(sql`select pg_try_advisory_xact_lock(${SEALER_LOCK}, ${cityId}) as mine`))
    ).rows;
    if (!lock.mine) {
      await client.query('rollback');
      return null;
    }
    const [{ xmin }] = (await client.query('select pg_snapshot_xmin(pg_current_snapshot())::text as xmin')).rows as [
      { xmin: string },
    ];
    const [last] = (
      await client.query(
        toQuery(
          sql`select sequence, encode(link, 'hex') as link from audit_chain where city_id = ${cityId} order by sequence desc limit 1`,
        ),
      )
    ).rows;
    const [before] = (
      await client.query(
        toQuery(
          sql`select sealed_through::text as through from audit_seals where city_id = ${cityId} order by seal_id desc limit 1`,
        ),
      )
    ).rows;
    const entries = (
      await client.query(
        toQuery(sql`select ${entryColumns} from audit_entries e
          where e.city_id = ${cityId} and e.transaction_id >= ${before?.through ?? '0'}::xid8 and e.transaction_id < ${xmin}::xid8
            and not exists (select 1 from audit_chain c where c.city_id = e.city_id and c.entry_id = e.entry_id)
          order by e.transaction_id, e.entry_id limit ${BATCH}`),
      )
    ).rows as ChainedEntry[];
    let head: ChainHead = { sequence: last?.sequence ?? 0, link: last?.link ?? FIRST_LINK };
    const rows = entries.map((entry) => {
      const digest = entryDigest(cityId, entry);
      head = { sequence: head.sequence + 1, link: nextLink(head.link, head.sequence + 1, digest) };
      return { ...head, entryId: entry.entryId, digest };
    });
    if (rows.length > 0) {
      await client.query(
        toQuery(sql`insert into audit_chain (city_id, sequence, entry_id, entry_digest, link, sealed_at)
          select ${cityId}, r.sequence, r.entry_id, decode(r.digest, 'hex'), decode(r.link, 'hex'), ${now}
          from unnest(${rows.map((row) => row.sequence)}::bigint[], ${rows.map((row) => row.entryId)}::uuid[],
            ${rows.map((row) => row.digest)}::text[], ${rows.map((row) => row.link)}::text[]) as r (sequence, entry_id, digest, link)`),
      );
      // A full batch leaves the mark where it was: more rows of the same transactions may be waiting.
      const through = rows.length < BATCH ? xmin : (before?.through ?? '0');
      await client.query(
        toQuery(sql`insert into audit_seals (city_id, sealed_through, head_sequence, head_link, sealed_at)
          values (${cityId}, ${through}::xid8, ${head.sequence}, decode(${head.link}, 'hex'), ${now})`),
      );
    }
    await client.query('commit');
    return { sealed: rows.length, head };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};
