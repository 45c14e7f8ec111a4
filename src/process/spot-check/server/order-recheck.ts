import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { DomainEvent, Outcome } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';

/** What an upheld objection says, as far as this stage listens. */
interface Upheld {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly objectionId: string;
  readonly reason: string;
}

/** The kind of rows that this stage hands to public notice. */
export const SETTLED_CLASS = 'settled-class';

/** 异议成立: the class no longer stands, and experts verify the unit. Does nothing about rows of another kind or superseded already. */
export const orderRecheck = async (
  tx: Tx,
  event: DomainEvent,
  { actor, now }: Context,
): Promise<Result<readonly (Outcome<unknown> & { readonly command: string })[], Fault>> => {
  const upheld = event as unknown as Upheld;
  if (upheld.subjectType !== SETTLED_CLASS) return ok([]);
  const { cityId } = actor;
  const settled = await tx.row<{ reviewId: string; classCode: string }>(sql`
    update settled_classes set superseded_at = ${now} where city_id = ${cityId} and settled_id = ${upheld.subjectId} and superseded_at is null
    returning review_id as "reviewId", class_code as "classCode"`);
  if (!settled) return ok([]);
  const verificationId = newId();
  tx.later(sql`insert into verifications (city_id, verification_id, campaign_id, cause, objection_id, cause_reason, review_id, declaration_id, unit_id, edition_hash, created_at)
    select city_id, ${verificationId}, campaign_id, 'objection', ${upheld.objectionId}, ${upheld.reason}, review_id, declaration_id, unit_id, edition_hash, ${now}
    from reviews where city_id = ${cityId} and review_id = ${settled.reviewId}`);
  return ok([
    {
      command: 'spot-check.order-recheck',
      done: null,
      subject: { type: 'verification', id: verificationId },
      record: {
        settledId: upheld.subjectId,
        supersededClass: settled.classCode,
        objectionId: upheld.objectionId,
        reason: upheld.reason,
      },
    },
  ]);
};
