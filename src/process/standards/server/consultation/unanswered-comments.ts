import type { PlainDate } from '#lib/plain-date.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { openConsultation } from './plan.queries.ts';

/** How many comments on a draft have neither been adopted nor rejected. */
export const unansweredComments = async (reader: Reader, cityId: number, draftId: string): Promise<number> => {
  const { count } = await reader.one<{ count: number }>(sql`select count(*)::int as count
    from consultation_comments k join consultations c on c.city_id = k.city_id and c.consultation_id = k.consultation_id
    where k.city_id = ${cityId} and c.draft_id = ${draftId} and k.ruling is null`);
  return count;
};

/**
 * A draft may be published only when nobody is still asked about it and every comment has its answer.
 * Refused with `consultation.stillOpen` {closesOn}, `consultation.unanswered` {count} (409).
 */
export const consultationFinished = async (
  reader: Reader,
  cityId: number,
  draftId: string,
  today: PlainDate,
): Promise<Result<null, Refusal>> => {
  const open = await openConsultation(reader, cityId, draftId, today);
  if (open) return refuse('consultation.stillOpen', 409, { closesOn: open.closesOn }, 'final');
  const count = await unansweredComments(reader, cityId, draftId);
  return count > 0 ? refuse('consultation.unanswered', 409, { count }, 'final') : ok(null);
};
