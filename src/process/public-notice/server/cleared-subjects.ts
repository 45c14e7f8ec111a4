import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';

export interface ClearedSubject {
  readonly subjectId: string;
  readonly noticeId: string;
  readonly noticeNumber: string;
  readonly closedAt: Date;
}

/** Rows of this kind that went through public notice with no objection left: what a later stage may decide on. */
export const clearedSubjects = (
  reader: Reader,
  cityId: number,
  campaignId: string,
  subjectType: string,
): Promise<ClearedSubject[]> =>
  reader.rows<ClearedSubject>(sql`
    select e.subject_id as "subjectId", n.notice_id as "noticeId", n.number as "noticeNumber", n.closed_at as "closedAt"
    from notice_entries e join notices n on n.city_id = e.city_id and n.notice_id = e.notice_id
    where e.city_id = ${cityId} and n.campaign_id = ${campaignId} and e.subject_type = ${subjectType} and e.state = 'cleared' and n.state = 'closed'`);
