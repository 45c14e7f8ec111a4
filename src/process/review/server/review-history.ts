import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Workbench } from '../review.contract.ts';

interface Row {
  readonly entryId: string;
  readonly at: Date;
  readonly command: string;
  readonly actorName: string;
  readonly bodyName: string;
  readonly payload: string | null;
}

const noteOf = (payload: string | null): string => {
  if (payload === null) return '';
  const { note, reason, departureReason } = JSON.parse(payload) as Record<string, unknown>;
  const found = [note, reason, departureReason].find((text) => typeof text === 'string' && text !== '');
  return typeof found === 'string' ? found : '';
};

/** What happened to a review, the newest first, as the audit log has it; saving while examining is left out. */
export const historyOf = async (reader: Reader, cityId: number, reviewId: string): Promise<Workbench['history']> => {
  const rows = await reader.rows<Row>(sql`
    select e.entry_id as "entryId", e.occurred_at as at, e.command, e.actor_name as "actorName", coalesce(b.short, '') as "bodyName",
      p.payload
    from audit_entries e
    left join audit_payloads p on p.city_id = e.city_id and p.entry_id = e.entry_id
    left join bodies b on b.city_id = e.city_id and b.body_id = e.body_id
    where e.city_id = ${cityId} and e.subject_type = 'review' and e.subject_id = ${reviewId}
      and e.command not like 'review.save-%'
    order by e.occurred_at desc, e.entry_id desc`);
  return rows.map(({ entryId, at, command, actorName, bodyName, payload }) => ({
    entryId,
    at: at.toISOString(),
    command,
    who: [bodyName, actorName].filter((part) => part !== '').join(' '),
    note: noteOf(payload),
  }));
};
