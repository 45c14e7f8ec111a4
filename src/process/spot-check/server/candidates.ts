import { createHash } from 'node:crypto';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme, StratumKey } from '#process/campaign/domain/scheme.ts';
import { parseStrataCsv } from '../domain/index.ts';
import { poolId } from '../domain/pool-id.ts';
import { type EarlierDraw, stratumName } from '../domain/strata.ts';

/** A unit that may be drawn: its review came with a received batch and has been in no draw. */
export interface Candidate {
  readonly reviewId: string;
  readonly unitId: string;
  readonly poolId: string;
  readonly stratum: string;
}

interface Row {
  readonly reviewId: string;
  readonly unitId: string;
  readonly creditCode: string;
  readonly ordinal: number;
  readonly bodyName: string;
  readonly divisionCode: string;
  readonly industry: string;
  readonly affiliation: string;
  readonly proposedClass: string | null;
}

const partOf = (key: StratumKey, row: Row, scheme: Scheme): string => {
  const nameOf = (list: readonly { code: string; name: string }[], code: string | null): string =>
    list.find((one) => one.code === code)?.name ?? code ?? '未定';
  switch (key) {
    case 'supervisingBody':
      return row.bodyName;
    case 'division':
      return nameOf(scheme.divisions, row.divisionCode);
    case 'industry':
      return nameOf(scheme.industries, row.industry);
    case 'affiliation':
      return nameOf(scheme.affiliations, row.affiliation);
    case 'proposedClass':
      return nameOf(scheme.classes, row.proposedClass);
  }
};

/** The candidates of a campaign now, in the order of their reviews. */
export const candidatesOf = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  scheme: Scheme,
): Promise<readonly Candidate[]> => {
  const rows = await reader.rows<Row>(sql`
    select r.review_id as "reviewId", r.unit_id as "unitId", e.credit_code as "creditCode", s.name as "bodyName",
      u.division_code as "divisionCode", u.industry, e.affiliation, r.proposed_class as "proposedClass",
      (select count(*)::int from units o where o.city_id = u.city_id and o.enterprise_id = u.enterprise_id
        and (o.created_at, o.unit_id) <= (u.created_at, u.unit_id)) as ordinal
    from reviews r
    join batch_units m on m.city_id = r.city_id and m.review_id = r.review_id
    join batches b on b.city_id = m.city_id and b.batch_id = m.batch_id and b.state = 'received'
    join units u on u.city_id = r.city_id and u.unit_id = r.unit_id
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    join bodies s on s.city_id = u.city_id and s.body_id = u.supervising_body_id
    where r.city_id = ${cityId} and r.campaign_id = ${campaignId} and r.state = 'transmitted'
      and not exists (select 1 from draw_units d where d.city_id = r.city_id and d.review_id = r.review_id)
    order by r.review_id`);
  const keys = scheme.spotCheck.strata.value;
  return rows.map((row) => ({
    reviewId: row.reviewId,
    unitId: row.unitId,
    poolId: poolId(row.creditCode, row.ordinal),
    stratum: stratumName(keys.map((key) => partOf(key, row, scheme))),
  }));
};

/** Names exactly these candidates in these strata. */
export const basisOf = (candidates: readonly Candidate[]): string =>
  createHash('sha256')
    .update(candidates.map(({ reviewId, stratum }) => `${reviewId}\t${stratum}\n`).join(''))
    .digest('hex');

/** What the draws of the campaign so far were made with. */
export const earlierDraws = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
): Promise<readonly EarlierDraw[]> => {
  const rows = await reader.rows<{ number: string; ratio: string; strata: string }>(sql`
    select number, ratio, strata_csv as strata from draws
    where city_id = ${cityId} and campaign_id = ${campaignId} order by frozen_at, draw_id`);
  return rows.map(({ number, ratio, strata }) => {
    const parsed = parseStrataCsv(strata);
    if (!parsed.ok) throw new Error(`the strata of draw ${number} no longer read`);
    return { number, ratio, strata: parsed.value };
  });
};
