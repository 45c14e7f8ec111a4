import { createHash } from 'node:crypto';
import { type Sql, sql } from '#platform/db/sql.ts';
import { type ChainedEntry, entryText, linkText } from '../domain/chain.ts';

/** Columns in the form that the digest covers; instants to the microsecond, as PostgreSQL keeps them. */
export const entryColumns: Sql = sql`e.entry_id as "entryId",
  to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt",
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt",
  e.actor_id as "actorId", e.actor_name as "actorName", e.body_id as "bodyId", e.command, e.subject_type as "subjectType",
  e.subject_id as "subjectId", e.request_id as "requestId", encode(e.payload_digest, 'hex') as "payloadDigest"`;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const entryDigest = (cityId: number, entry: ChainedEntry): string => sha256(entryText(cityId, entry));

export const nextLink = (previousLink: string, sequence: number, digest: string): string =>
  sha256(linkText(previousLink, sequence, digest));
