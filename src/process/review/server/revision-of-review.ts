import type { PlainDate } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Workbench } from '../review.contract.ts';

interface Row {
  readonly reviewId: string | null;
  readonly fromTitle: string;
  readonly toTitle: string;
  readonly reason: string;
  readonly effectiveOn: PlainDate;
  readonly stateBefore: string;
  readonly printed: string;
  readonly classCode: string | null;
  readonly reviewedPrinted: string | null;
  readonly proposedClass: string | null;
  readonly proposedByName: string;
}

/** The revision that froze this submission anew, with what it took back; null if a person handed the submission in. */
export const revisionOfReview = async (
  reader: Reader,
  cityId: number,
  submissionId: string,
): Promise<Workbench['revision']> => {
  const row = await reader.row<Row>(sql`
    select r.review_id as "reviewId", f.title as "fromTitle", t.title as "toTitle", v.reason, v.effective_on as "effectiveOn",
      coalesce(x.review_before, '') as "stateBefore", b.printed, b.class_code as "classCode", r.printed as "reviewedPrinted",
      r.proposed_class as "proposedClass", coalesce(a.name, '') as "proposedByName"
    from submissions s
    join edition_revisions v on v.city_id = s.city_id and v.revision_id = s.revision_id
    join editions f on f.city_id = v.city_id and f.edition_hash = v.from_hash
    join editions t on t.city_id = v.city_id and t.edition_hash = v.to_hash
    join edition_revision_units x on x.city_id = v.city_id and x.revision_id = v.revision_id and x.declaration_id = s.declaration_id
    join submissions b on b.city_id = x.city_id and b.submission_id = x.submission_before
    left join reviews r on r.city_id = b.city_id and r.submission_id = b.submission_id
    left join accounts a on a.city_id = r.city_id and a.account_id = r.proposed_by
    where s.city_id = ${cityId} and s.submission_id = ${submissionId}`);
  if (!row) return null;
  const { stateBefore, printed, classCode, reviewedPrinted, proposedClass, proposedByName, ...rest } = row;
  return {
    ...rest,
    before: { state: stateBefore, printed, classCode },
    proposedBefore:
      reviewedPrinted === null || proposedClass === null
        ? null
        : { printed: reviewedPrinted, proposedClass, proposedByName },
  };
};
