import type { PlainDate } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { DeductionCounts } from '#process/standards/domain/index.ts';
import type { Verdict, VerdictKind } from '../domain/verdict.ts';

export interface VerdictRow {
  readonly itemId: string;
  readonly verdict: VerdictKind;
  readonly points: number | null;
  readonly met: boolean | null;
  readonly deductions: DeductionCounts | null;
  readonly comment: string;
  readonly revision: number;
  readonly decidedByName: string;
  readonly decidedAt: Date;
}

/** The verdicts of a review as they are stored. */
export const verdictRowsOf = (reader: Reader, cityId: number, reviewId: string): Promise<VerdictRow[]> =>
  reader.rows<VerdictRow>(sql`
    select v.item_id as "itemId", v.verdict, v.points, v.met, v.deductions, v.comment, v.revision,
      coalesce(a.name, '') as "decidedByName", v.decided_at as "decidedAt"
    from review_verdicts v left join accounts a on a.city_id = v.city_id and a.account_id = v.decided_by
    where v.city_id = ${cityId} and v.review_id = ${reviewId} order by v.item_id`);

export const asVerdict = ({
  itemId,
  verdict,
  points,
  met,
  deductions,
  comment,
}: Pick<VerdictRow, 'itemId' | 'verdict' | 'points' | 'met' | 'deductions' | 'comment'>): Verdict => ({
  itemId,
  verdict,
  comment,
  ...(points === null ? {} : { points }),
  ...(met === null ? {} : { met }),
  ...(deductions === null ? {} : { deductions }),
});

/** A return for correction that an earlier review of the same declaration ended with. */
export interface Returned {
  readonly reviewId: string;
  readonly submissionId: string;
  readonly reason: string;
  readonly items: readonly { readonly itemId: string; readonly comment: string }[];
  readonly dueOn: PlainDate;
  readonly returnedByName: string;
  readonly returnedAt: Date;
}

const returnColumns = sql`t.review_id as "reviewId", r.submission_id as "submissionId", t.reason, t.items, t.due_on as "dueOn",
  coalesce(a.name, '系统') as "returnedByName", t.returned_at as "returnedAt"
  from review_returns t
  join reviews r on r.city_id = t.city_id and r.review_id = t.review_id
  left join accounts a on a.city_id = t.city_id and a.account_id = t.returned_by`;

/** The last return of the declaration before this review. */
export const lastReturnOf = (
  reader: Reader,
  cityId: number,
  declarationId: string,
  reviewId: string,
): Promise<Returned | undefined> =>
  reader.row<Returned>(sql`select ${returnColumns}
    where t.city_id = ${cityId} and t.declaration_id = ${declarationId} and t.review_id <> ${reviewId}
      and t.returned_at <= (select x.created_at from reviews x where x.city_id = ${cityId} and x.review_id = ${reviewId})
    order by t.returned_at desc limit 1`);

/** The return that this review ended with. */
export const returnOf = (reader: Reader, cityId: number, reviewId: string): Promise<Returned | undefined> =>
  reader.row<Returned>(sql`select ${returnColumns} where t.city_id = ${cityId} and t.review_id = ${reviewId}`);
