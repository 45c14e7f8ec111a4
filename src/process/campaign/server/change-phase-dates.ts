import type { PlainDate } from '#lib/plain-date.ts';
import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { campaignContract } from '../campaign.contract.ts';
import { EVERY } from '../domain/closest-dates.ts';
import { type Dates, phaseDateFaults } from '../domain/phase-date-rule.ts';
import { schemeByHash } from './scheme-store.ts';

const same = (left: Dates | null, right: Dates | null): boolean =>
  left?.startsOn === right?.startsOn && left?.endsOn === right?.endsOn;

/** Sets or takes away one row of the table of phase dates; each change is kept with its reason. */
export const changePhaseDates = command(campaignContract.changePhaseDates, {
  name: 'campaign.change-phase-dates',
  run: async (tx, { params, body }, { actor, now }) => {
    const { cityId } = actor;
    const { phase, bodyId, industry, reason } = body;
    const campaign = await tx.row<Dates & { schemeHash: string }>(sql`
      select starts_on as "startsOn", ends_on as "endsOn", scheme_hash as "schemeHash" from campaigns
      where city_id = ${cityId} and campaign_id = ${params.campaignId} for update`);
    if (!campaign) return refuse('input.noSuchRecord', 404);
    const scheme = await schemeByHash(tx, cityId, campaign.schemeHash);
    const known = {
      phase: scheme.phases.some((one) => one.code === phase),
      bodyId: bodyId === EVERY || (await receives(tx, cityId, bodyId)),
      industry: industry === EVERY || scheme.industries.some((one) => one.code === industry),
    };
    const wanted = body.dates as Dates | null;
    const faults = [
      ...Object.entries(known).flatMap(([path, is]) => (is ? [] : [{ path, code: 'input.notAChoice' }])),
      ...phaseDateFaults({ bodyId, industry, dates: wanted }, campaign),
    ];
    if (faults.length > 0) return issues(faults);

    const key = sql`city_id = ${cityId} and campaign_id = ${params.campaignId} and phase = ${phase} and body_id = ${bodyId} and industry = ${industry}`;
    const before =
      (await tx.row<Dates>(sql`select starts_on as "startsOn", ends_on as "endsOn" from phase_dates where ${key}`)) ??
      null;
    if (!same(before, body.base as Dates | null)) return refuse('platform.stale', 409);
    if (same(before, wanted)) return issues([{ path: 'dates', code: 'campaign.sameDates' }]);
    tx.later(
      wanted
        ? setRow(cityId, params.campaignId, body, wanted)
        : (sql`delete from phase_dates where ${key}` satisfies Sql),
    );
    tx.later(sql`insert into phase_date_changes (city_id, change_id, campaign_id, phase, body_id, industry,
        from_starts_on, from_ends_on, to_starts_on, to_ends_on, reason, changed_by, changed_at)
      values (${cityId}, ${newId()}, ${params.campaignId}, ${phase}, ${bodyId}, ${industry},
        ${before?.startsOn ?? null}, ${before?.endsOn ?? null}, ${wanted?.startsOn ?? null}, ${wanted?.endsOn ?? null},
        ${reason}, ${actor.accountId}, ${now})`);
    return ok({
      done: { phase },
      subject: { type: 'campaign', id: params.campaignId },
      record: { phase, bodyId, industry, from: before, to: wanted, reason },
    });
  },
});

const setRow = (
  cityId: number,
  campaignId: string,
  row: { phase: string; bodyId: string; industry: string },
  dates: { startsOn: PlainDate; endsOn: PlainDate },
): Sql =>
  sql`insert into phase_dates (city_id, campaign_id, phase, body_id, industry, starts_on, ends_on)
    values (${cityId}, ${campaignId}, ${row.phase}, ${row.bodyId}, ${row.industry}, ${dates.startsOn}, ${dates.endsOn})
    on conflict (city_id, campaign_id, phase, body_id, industry)
    do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on`;

/** Only bodies that receive declarations have dates of their own. */
const receives = async (
  tx: { row: <Row>(statement: Sql) => Promise<Row | undefined> },
  cityId: number,
  bodyId: string,
) =>
  (await tx.row(sql`select 1 from bodies where city_id = ${cityId} and body_id = ${bodyId}
    and kind in ('county-bureau', 'park', 'division')`)) !== undefined;
