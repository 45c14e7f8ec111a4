import type { PoolClient } from 'pg';
import { sql, toQuery } from '#platform/db/sql.ts';
import { type ChainedEntry, FIRST_LINK } from '../domain/chain.ts';
import { entryColumns, entryDigest, nextLink } from './audit-rows.ts';
import { payloadDigest } from './record.ts';
import type { ChainHead } from './seal.ts';

/** What is wrong with the log, and where. */
export interface AuditFinding {
  readonly code:
    | 'audit.entryChanged'
    | 'audit.entryMissing'
    | 'audit.payloadChanged'
    | 'audit.payloadMissing'
    | 'audit.linkBroken'
    | 'audit.sequenceGap'
    | 'audit.cutOff'
    | 'audit.anchorDiffers'
    | 'audit.unsealed';
  readonly sequence: number;
  readonly entryId: string | null;
}

export interface AuditReport {
  readonly checked: number;
  readonly head: ChainHead;
  readonly findings: readonly AuditFinding[];
}

interface Row extends Omit<ChainedEntry, 'entryId'> {
  sequence: number;
  chainedId: string;
  entryId: string | null;
  digest: string;
  link: string;
  salt: Buffer | null;
  payload: string | null;
}

const BATCH = 5_000;
/** Rows younger than this may still wait for the sealer. */
const SEALED_WITHIN_MS = 60_000;

/**
 * Recomputes the whole chain of a city: every row, every payload, every link, and that the chain reaches at least as far as
 * its own seals and the anchors kept elsewhere say. An erased payload counts as missing.
 * @param anchors heads noted at other times or places; `sequence` from 1
 */
export const verifyAudit = async (
  client: PoolClient,
  cityId: number,
  anchors: readonly ChainHead[],
  now: Date,
): Promise<AuditReport> => {
  const findings: AuditFinding[] = [];
  let head: ChainHead = { sequence: 0, link: FIRST_LINK };
  const linkAt = new Map(anchors.map((anchor) => [anchor.sequence, '']));
  for (;;) {
    const rows = (
      await client.query(
        toQuery(sql`select c.sequence, c.entry_id as "chainedId", encode(c.entry_digest, 'hex') as digest, encode(c.link, 'hex') as link,
            ${entryColumns}, p.salt, p.payload
          from audit_chain c
          left join audit_entries e on e.city_id = c.city_id and e.entry_id = c.entry_id
          left join audit_payloads p on p.city_id = c.city_id and p.entry_id = c.entry_id
          where c.city_id = ${cityId} and c.sequence > ${head.sequence} order by c.sequence limit ${BATCH}`),
      )
    ).rows as Row[];
    for (const row of rows) {
      const find = (code: AuditFinding['code']) =>
        findings.push({ code, sequence: row.sequence, entryId: row.chainedId });
      if (row.sequence !== head.sequence + 1) find('audit.sequenceGap');
      if (row.entryId === null) find('audit.entryMissing');
      else if (entryDigest(cityId, row as ChainedEntry) !== row.digest) find('audit.entryChanged');
      if (row.payload === null || row.salt === null) find('audit.payloadMissing');
      else if (row.entryId !== null && payloadDigest(row.salt, row.payload).toString('hex') !== row.payloadDigest)
        find('audit.payloadChanged');
      if (nextLink(head.link, row.sequence, row.digest) !== row.link) find('audit.linkBroken');
      head = { sequence: row.sequence, link: row.link };
      if (linkAt.has(row.sequence)) linkAt.set(row.sequence, row.link);
    }
    if (rows.length < BATCH) break;
  }
  const seals = (
    await client.query(
      toQuery(sql`select s.head_sequence as sequence, encode(s.head_link, 'hex') as link, encode(c.link, 'hex') as found from audit_seals s
        left join audit_chain c on c.city_id = s.city_id and c.sequence = s.head_sequence
        where s.city_id = ${cityId} and encode(s.head_link, 'hex') is distinct from encode(c.link, 'hex')`),
    )
  ).rows as { sequence: number; found: string | null }[];
  for (const { sequence, found } of seals)
    findings.push({ code: found === null ? 'audit.cutOff' : 'audit.anchorDiffers', sequence, entryId: null });
  for (const { sequence, link } of anchors) {
    if (sequence > head.sequence) findings.push({ code: 'audit.cutOff', sequence, entryId: null });
    else if (linkAt.get(sequence) !== link) findings.push({ code: 'audit.anchorDiffers', sequence, entryId: null });
  }
  const open = (
    await client.query(
      toQuery(sql`select e.entry_id as id from audit_entries e where e.city_id = ${cityId} and e.recorded_at < ${new Date(now.getTime() - SEALED_WITHIN_MS)}
        and not exists (select 1 from audit_chain c where c.city_id = e.city_id and c.entry_id = e.entry_id) order by e.entry_id`),
    )
  ).rows as { id: string }[];
  for (const { id } of open) findings.push({ code: 'audit.unsealed', sequence: 0, entryId: id });
  return { checked: head.sequence, head, findings };
};
