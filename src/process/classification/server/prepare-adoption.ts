import { type Fault, issues, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { classificationContract } from '../classification.contract.ts';
import type { AdoptedRow } from '../domain/adopted-list.ts';
import { adoptableRows } from './adoptable.queries.ts';
import { listDigest } from './list-digest.ts';

const chosen = (rows: readonly AdoptedRow[], settledIds: readonly string[]): Result<AdoptedRow[], Fault> => {
  const wanted = new Set(settledIds);
  const found = rows.filter((row) => wanted.has(row.settledId));
  return found.length === wanted.size
    ? ok(found)
    : refuse('adoption.rowsChanged', 409, { missing: wanted.size - found.length });
};

/** Freezes a list for the leading group to sign. It has no number yet: only signed lists are numbered, so none is missing. */
export const prepareAdoption = command(classificationContract.prepareAdoption, {
  name: 'classification.prepare-adoption',
  run: async (tx, { params: { campaignId }, body }, { actor, now, today }) => {
    // Batches of a campaign are put together one after the other, so that no unit stands in two.
    const campaign = await tx.row(
      sql`select 1 from campaigns where city_id = ${actor.cityId} and campaign_id = ${campaignId} for update`,
    );
    if (!campaign) return refuse('input.noSuchRecord', 404);
    if (body.meetingOn > today)
      return issues([{ path: 'meetingOn', code: 'adoption.meetingAhead', params: { today } }]);
    const rows = chosen(await adoptableRows(tx, actor.cityId, campaignId), body.settledIds);
    if (!rows.ok) return rows;
    const adoptionId = newId();
    const digest = listDigest(rows.value);
    const { title, meetingOn, chair, present, minutes } = body;
    tx.later(sql`insert into adoptions (city_id, adoption_id, campaign_id, title, meeting_on, chair, present, minutes, unit_count, list, list_digest, prepared_by, prepared_at)
      values (${actor.cityId}, ${adoptionId}, ${campaignId}, ${title}, ${meetingOn}, ${chair}, ${present}, ${minutes}, ${rows.value.length},
        ${json(rows.value)}::jsonb, ${digest}, ${actor.accountId}, ${now})`);
    return ok({
      done: { adoptionId, listDigest: digest },
      subject: { type: 'adoption', id: adoptionId },
      record: { title, meetingOn, chair, present, minutes, listDigest: digest, list: rows.value },
    });
  },
});
