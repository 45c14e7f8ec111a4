import { sql } from '#platform/db/sql.ts';
import type { BoundPlace } from '#process/campaign/domain/revision.ts';
import type { StandingOf } from '#process/campaign/server/revision/standing.ts';

/**
 * Which units of an industry are decided, and which are bound: transmitted under a list digest and since then part of what was published of
 * pool, verification, notice or list.
 */
export const revisionStanding: StandingOf = async (reader, cityId, campaignId, industry) => {
  const rows = await reader.rows<{ place: BoundPlace; count: number }>(sql`
    select place, count(*)::int as count from (
      select case
        when exists (select 1 from settled_classes s join notice_entries n on n.city_id = s.city_id and n.subject_id = s.settled_id
          where s.city_id = r.city_id and s.review_id = r.review_id and s.superseded_at is null) then 'notice'
        when exists (select 1 from settled_classes s
          where s.city_id = r.city_id and s.review_id = r.review_id and s.superseded_at is null) then 'settled'
        when exists (select 1 from verifications v
          where v.city_id = r.city_id and v.review_id = r.review_id and v.state <> 'confirmed') then 'verification'
        when exists (select 1 from draw_units x where x.city_id = r.city_id and x.review_id = r.review_id) then 'pool'
        else 'batch' end as place
      from reviews r join declarations d on d.city_id = r.city_id and d.declaration_id = r.declaration_id
      where r.city_id = ${cityId} and r.campaign_id = ${campaignId} and d.industry = ${industry} and r.state = 'transmitted'
        and not exists (select 1 from decisions x where x.city_id = d.city_id and x.campaign_id = d.campaign_id and x.unit_id = d.unit_id)
    ) bound group by place`);
  const decided = await reader.rows<{ unitId: string }>(sql`
    select x.unit_id as "unitId" from decisions x
    join declarations d on d.city_id = x.city_id and d.campaign_id = x.campaign_id and d.unit_id = x.unit_id
    where x.city_id = ${cityId} and x.campaign_id = ${campaignId} and d.industry = ${industry}`);
  const bound = { batch: 0, pool: 0, verification: 0, settled: 0, notice: 0 };
  for (const { place, count } of rows) bound[place] = count;
  return { bound, decided: decided.map(({ unitId }) => unitId) };
};
