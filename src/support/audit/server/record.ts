import { createHash, randomBytes } from 'node:crypto';
import { type Sql, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import type { AuditEntry } from '#platform/run-command.ts';

/** SHA-256 of salt and payload: what the chain holds, so that the payload itself may be erased by law. */
export const payloadDigest = (salt: Uint8Array, payload: string): Buffer =>
  createHash('sha256').update(salt).update(payload, 'utf8').digest();

/** The two rows that a state change leaves: who did what, when, to what; and, apart, what changed. */
export const record = ({ context, command, subject, record: changed }: AuditEntry): readonly Sql[] => {
  const { actor, now, requestId } = context;
  const entryId = newId();
  const salt = randomBytes(16);
  const payload = JSON.stringify(changed);
  const bodyId = 'bodyId' in actor ? actor.bodyId : null;
  return [
    sql`insert into audit_entries (city_id, entry_id, occurred_at, actor_id, actor_name, body_id, command, subject_type, subject_id, request_id, payload_digest)
      values (${actor.cityId}, ${entryId}, ${now}, ${actor.accountId}, ${actor.name}, ${bodyId}, ${command}, ${subject.type}, ${subject.id}, ${requestId}, ${payloadDigest(salt, payload)})`,
    sql`insert into audit_payloads (city_id, entry_id, salt, payload) values (${actor.cityId}, ${entryId}, ${salt}, ${payload})`,
  ];
};
