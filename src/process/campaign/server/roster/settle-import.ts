import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { rosterContract } from '../../roster.contract.ts';
import { schemeOfCampaign } from '../scheme-store.ts';
import { enterRows } from './enter-rows.ts';

interface Import {
  campaignId: string;
  state: 'previewed' | 'confirmed' | 'discarded';
  rowCount: number;
  errorCount: number;
  fileDigest: string;
}

const lockImport = (tx: Tx, cityId: number, importId: string): Promise<Import | undefined> =>
  tx.row<Import>(sql`select campaign_id as "campaignId", state, row_count as "rowCount", error_count as "errorCount",
      file_digest as "fileDigest"
    from roster_imports where city_id = ${cityId} and import_id = ${importId} for update`);

/** Enters the rows of a preview: all of them or none. */
export const confirmRoster = command(rosterContract.confirmRoster, {
  name: 'campaign.confirm-roster',
  constraints: {
    // Another import or form was quicker with the same unit.
    declarations_one_per_unit: { kind: 'refusal', code: 'roster.changedSince', status: 409, again: 'conflict' },
  },
  run: async (tx, { params }, { actor, now }) => {
    const { cityId } = actor;
    const found = await lockImport(tx, cityId, params.importId);
    if (!found) return refuse('input.noSuchRecord', 404);
    if (found.state !== 'previewed') return refuse('roster.notPreviewed', 409, { state: found.state });
    if (found.errorCount > 0) return refuse('roster.hasErrors', 409, { count: found.errorCount }, 'final');
    const { campaignId } = found;
    const scheme = await schemeOfCampaign(tx, cityId, campaignId);
    const rows = sql`(select rows from roster_imports where city_id = ${cityId} and import_id = ${params.importId})`;
    const unitCount = await enterRows(tx, rows, { cityId, campaignId, scheme, now });
    if (unitCount !== found.rowCount) throw new Error(`${unitCount} of ${found.rowCount} rows were entered`);
    tx.later(sql`update roster_imports set state = 'confirmed', confirmed_at = ${now}
      where city_id = ${cityId} and import_id = ${params.importId}`);
    return ok({
      done: { importId: params.importId, unitCount },
      subject: { type: 'roster-import', id: params.importId },
      record: { campaignId, unitCount, fileDigest: found.fileDigest },
      events: [{ type: 'roster.confirmed', campaignId, importId: params.importId }],
    });
  },
});

/** Sets a preview aside. */
export const discardRoster = command(rosterContract.discardRoster, {
  name: 'campaign.discard-roster',
  run: async (tx, { params }, { actor, now }) => {
    const found = await lockImport(tx, actor.cityId, params.importId);
    if (!found) return refuse('input.noSuchRecord', 404);
    if (found.state !== 'previewed') return refuse('roster.notPreviewed', 409, { state: found.state });
    tx.later(sql`update roster_imports set state = 'discarded', discarded_at = ${now}
      where city_id = ${actor.cityId} and import_id = ${params.importId}`);
    return ok({
      done: { importId: params.importId },
      subject: { type: 'roster-import', id: params.importId },
      record: { campaignId: found.campaignId, discarded: true, rowCount: found.rowCount },
    });
  },
});
