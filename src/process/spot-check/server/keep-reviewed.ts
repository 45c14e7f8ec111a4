import { ok, type Refusal, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { settlementContract } from '../settlement.contract.ts';

interface Candidate {
  readonly reviewId: string;
  readonly drawId: string;
  readonly stratum: string;
  readonly unitName: string;
  /** Null before the draw. */
  readonly drawn: boolean | null;
  readonly settled: boolean;
  /** Verified or to be verified after an upheld objection. */
  readonly verified: boolean;
  readonly classed: boolean;
}

const candidates = (tx: Tx, cityId: number, campaignId: string): Promise<Candidate[]> =>
  tx.rows<Candidate>(sql`
    select x.review_id as "reviewId", x.draw_id as "drawId", x.stratum, u.name as "unitName", x.drawn,
      exists (select 1 from settled_classes s where s.city_id = x.city_id and s.campaign_id = d.campaign_id and s.unit_id = x.unit_id
        and s.superseded_at is null) as settled,
      exists (select 1 from verifications v where v.city_id = x.city_id and v.review_id = x.review_id and v.cause = 'objection') as verified,
      (r.proposed_class is not null and r.numerator is not null and r.trace is not null) as classed
    from draw_units x
    join draws d on d.city_id = x.city_id and d.draw_id = x.draw_id
    join reviews r on r.city_id = x.city_id and r.review_id = x.review_id
    join units u on u.city_id = x.city_id and u.unit_id = x.unit_id
    where x.city_id = ${cityId} and d.campaign_id = ${campaignId}`);

const isOpen = ({ drawn, settled, verified }: Candidate): boolean => drawn === false && !settled && !verified;

const fault = (rows: readonly Candidate[]): { readonly error: Refusal; readonly ok: false } | undefined => {
  const found = (code: string, test: (row: Candidate) => boolean) => {
    const wrong = rows.filter(test);
    return wrong[0] ? refuse(code, 409, { count: wrong.length, unit: wrong[0].unitName }) : undefined;
  };
  return (
    found('spot-check.notDrawnYet', ({ drawn }) => drawn === null) ??
    found('spot-check.keepsDrawnUnit', ({ drawn }) => drawn === true) ??
    found('spot-check.underVerification', ({ verified }) => verified) ??
    found('spot-check.alreadySettled', ({ settled }) => settled) ??
    found('spot-check.keepUnclassed', ({ classed }) => !classed)
  );
};

/** 沿用初审类别: an act of the city office for units that were in a draw and were not drawn. */
export const keepReviewed = command(settlementContract.keepReviewed, {
  name: 'spot-check.keep-reviewed',
  run: async (tx, { params: { campaignId }, body }, { actor, now }) => {
    const { cityId } = actor;
    // One act at a time, so that no unit is settled twice.
    const campaign = await tx.row(
      sql`select 1 from campaigns where city_id = ${cityId} and campaign_id = ${campaignId} for update`,
    );
    if (!campaign) return refuse('input.noSuchRecord', 404);
    const rows = await candidates(tx, cityId, campaignId);
    const chosen = new Map<string, Candidate>();
    for (const { drawId, stratum, open } of body.strata) {
      const members = rows.filter((row) => row.drawId === drawId && row.stratum === stratum);
      if (members.length === 0) return refuse('input.noSuchRecord', 404);
      if (members.some(({ drawn }) => drawn === null))
        return refuse('spot-check.notDrawnYet', 409, { count: members.length, unit: members[0]?.unitName ?? '' });
      const fit = members.filter((row) => isOpen(row) && row.classed);
      if (fit.length !== open) return refuse('spot-check.keepChanged', 409, { stratum, count: fit.length });
      for (const row of fit) chosen.set(row.reviewId, row);
    }
    const byReview = new Map(rows.map((row) => [row.reviewId, row]));
    for (const reviewId of body.reviewIds) {
      const row = byReview.get(reviewId);
      if (!row) return refuse('input.noSuchRecord', 404);
      chosen.set(reviewId, row);
    }
    const wrong = fault([...chosen.values()]);
    if (wrong) return wrong;
    if (chosen.size === 0) return refuse('spot-check.nothingToKeep', 409);

    const settled = [...chosen.keys()].map((reviewId) => ({ settledId: newId(), reviewId }));
    tx.later(sql`insert into settled_classes (city_id, settled_id, campaign_id, unit_id, declaration_id, review_id, basis, class_code, edition_hash,
        numerator, denominator, printed, trace, act, settled_by, settled_at)
      select r.city_id, k."settledId", r.campaign_id, r.unit_id, r.declaration_id, r.review_id, 'reviewed-kept', r.proposed_class, r.edition_hash,
        r.numerator, r.denominator, r.printed, r.trace, ${body.act}, ${actor.accountId}, ${now}
      from jsonb_to_recordset(${json(settled)}::jsonb) as k ("settledId" uuid, "reviewId" uuid)
      join reviews r on r.city_id = ${cityId} and r.review_id = k."reviewId"`);
    return ok({
      done: { kept: settled.length },
      subject: { type: 'campaign', id: campaignId },
      record: { act: body.act, basis: 'reviewed-kept', settled },
    });
  },
});
