import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';

/** How far a phase has come, in units: done out of those that have reached it. */
export interface StageNumber {
  readonly done: number;
  readonly of: number;
}

interface Row {
  units: number;
  submitted: number;
  reviewed: number;
  transmitted: number;
  settled: number;
  noticed: number;
  cleared: number;
  decided: number;
}

/** Progress of a campaign by phase code; phases that nothing is counted for are absent. */
export const stageNumbers = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
): Promise<Readonly<Record<string, StageNumber>>> => {
  const of = sql`city_id = ${cityId} and campaign_id = ${campaignId}`;
  const row = await reader.one<Row>(sql`
    with standing as (
      select s.settled_id, (
        select n.state from notice_entries n where n.city_id = s.city_id and n.subject_id = s.settled_id order by n.entry_id desc limit 1
      ) as notice
      from settled_classes s where ${of} and superseded_at is null
    )
    select
      (select count(*) from declarations where ${of} and state <> 'not-assessed')::int as units,
      (select count(*) from declarations where ${of} and state = 'submitted')::int as submitted,
      (select count(distinct declaration_id) from reviews where ${of} and state in ('signed', 'transmitted'))::int as reviewed,
      (select count(distinct declaration_id) from reviews where ${of} and state = 'transmitted')::int as transmitted,
      (select count(*) from standing)::int as settled,
      (select count(*) from standing where notice is not null)::int as noticed,
      (select count(*) from standing where notice = 'cleared')::int as cleared,
      (select count(*) from decisions where ${of})::int as decided`);
  return {
    'self-assessment': { done: row.submitted, of: row.units },
    'preliminary-review': { done: row.reviewed, of: row.submitted },
    'spot-check': { done: row.settled, of: row.transmitted },
    'public-notice': { done: row.cleared, of: row.noticed },
    adoption: { done: row.decided, of: row.units },
  };
};
