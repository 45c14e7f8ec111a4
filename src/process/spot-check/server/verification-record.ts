import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import { decompressed } from '#platform/db/compressed.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader, Tx } from '#platform/db/tx.ts';
import type { Verdict, VerdictKind } from '#process/review/domain/verdict.ts';
import {
  type Answers,
  type DeductionCounts,
  type PackTexts,
  type Unpacked,
  unpackAnswers,
} from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import {
  openVerificationActions,
  type Part,
  statesFor,
  type VerificationAction,
  type VerificationState,
} from '../domain/verification.ts';

/** Which rows of `verifications v` with their `reviews r` the actor may see: an expert those assigned and not withdrawn from. */
export const visibleTo = (actor: Actor): Sql => {
  if (hasRole(actor, 'city-office', 'leading-group', 'auditor')) return sql`true`;
  const own = sql`exists (select 1 from verification_experts x where x.city_id = v.city_id and x.verification_id = v.verification_id
    and x.account_id = ${actor.accountId} and x.recused_at is null)`;
  const body = hasRole(actor, 'reviewer', 'sign-off') ? sql`r.body_id = ${actor.bodyId}` : sql`false`;
  return hasRole(actor, 'expert') ? sql`(${own} or ${body})` : sql`(${body})`;
};

/** A verification as commands lock it. */
export interface LockedVerification {
  readonly verificationId: string;
  readonly campaignId: string;
  readonly reviewId: string;
  readonly declarationId: string;
  readonly unitId: string;
  readonly state: VerificationState;
  readonly version: number;
  readonly editionHash: string;
  readonly visitedOn: string | null;
  readonly conclusion: string;
  readonly assignedAt: Date | null;
  readonly part: Part;
}

/**
 * Locks a verification for an action: refused with 404 if the person does not see it, with `spot-check.state.<state>` or
 * `spot-check.leadOnly` (409) if the action is not open, with `platform.stale` if the version is another.
 */
export const lockFor = async (
  tx: Tx,
  actor: Actor,
  verificationId: string,
  action: VerificationAction,
  baseVersion?: number,
): Promise<Result<LockedVerification, Fault>> => {
  const row = await tx.row<LockedVerification>(sql`
    select v.verification_id as "verificationId", v.campaign_id as "campaignId", v.review_id as "reviewId", v.declaration_id as "declarationId",
      v.unit_id as "unitId", v.state, v.version, v.edition_hash as "editionHash", v.visited_on as "visitedOn", v.conclusion, v.assigned_at as "assignedAt",
      coalesce((select case when x.lead then 'lead' else 'expert' end from verification_experts x where x.city_id = v.city_id
        and x.verification_id = v.verification_id and x.account_id = ${actor.accountId} and x.recused_at is null), 'none') as part
    from verifications v join reviews r on r.city_id = v.city_id and r.review_id = v.review_id
    where v.city_id = ${actor.cityId} and v.verification_id = ${verificationId} and ${visibleTo(actor)} for update of v`);
  if (!row) return refuse('input.noSuchRecord', 404);
  if (!openVerificationActions(row.state, actor.roles, row.part).includes(action)) {
    if (!statesFor(action).includes(row.state)) return refuse(`spot-check.state.${row.state}`, 409);
    return action === 'submit'
      ? refuse('spot-check.leadOnly', 409, undefined, 'final')
      : refuse('access.notYourRole', 403);
  }
  if (baseVersion !== undefined && baseVersion !== row.version) return refuse('platform.stale', 409);
  return ok(row);
};

/**
 * What the preliminary review ended with: effective answers, and how their points were counted out.
 * @throws if they no longer read, which only damage can cause
 */
export const reviewedRecord = async (
  reader: Reader,
  cityId: number,
  reviewId: string,
): Promise<Pick<Unpacked, 'answers' | 'deductions'>> => {
  const row = await reader.one<{ hash: string; pack: Uint8Array; texts: Uint8Array }>(
    sql`select edition_hash as hash, pack, texts from reviews where city_id = ${cityId} and review_id = ${reviewId}`,
  );
  const { edition } = await editionByHash(reader, cityId, row.hash);
  const unpacked = unpackAnswers(edition, row.hash, row.pack, decompressed<PackTexts>(row.texts));
  if (!unpacked.ok) throw new Error(`review ${reviewId} no longer reads: ${unpacked.error.code}`);
  return unpacked.value;
};

/** Its effective answers alone. */
export const reviewedAnswers = async (reader: Reader, cityId: number, reviewId: string): Promise<Answers> =>
  (await reviewedRecord(reader, cityId, reviewId)).answers;

export interface StoredVerdict extends Verdict {
  readonly revision: number;
  readonly decidedBy: string | null;
  readonly decidedByName: string;
  readonly decidedAt: Date;
}

/** What the experts have said so far, by item. */
export const verdictsOf = async (
  reader: Reader,
  cityId: number,
  verificationId: string,
): Promise<readonly StoredVerdict[]> => {
  const rows = await reader.rows<{
    itemId: string;
    verdict: VerdictKind;
    points: number | null;
    met: boolean | null;
    deductions: DeductionCounts | null;
    comment: string;
    revision: number;
    decidedBy: string | null;
    decidedByName: string;
    decidedAt: Date;
  }>(sql`
    select w.item_id as "itemId", w.verdict, w.points, w.met, w.deductions, w.comment, w.revision, w.decided_by as "decidedBy",
      coalesce(a.name, '') as "decidedByName", w.decided_at as "decidedAt"
    from verification_verdicts w left join accounts a on a.city_id = w.city_id and a.account_id = w.decided_by
    where w.city_id = ${cityId} and w.verification_id = ${verificationId}`);
  return rows.map(({ points, met, deductions, ...row }) => ({
    ...row,
    ...(points === null ? {} : { points }),
    ...(met === null ? {} : { met }),
    ...(deductions === null ? {} : { deductions }),
  }));
};
