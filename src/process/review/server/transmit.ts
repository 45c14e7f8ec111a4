import { createHash } from 'node:crypto';
import type { PlainDate } from '#lib/plain-date.ts';
import { ok, type Refusal, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { formatDocumentNumber } from '#support/numbering/domain/number-format.ts';
import { batchContract } from '../batch.contract.ts';
import { type BatchContent, canonicalBatch } from '../domain/batch-list.ts';
import { batchLines } from './batch-lines.ts';

const rowsChanged: Refusal = { kind: 'refusal', code: 'review.rowsChanged', status: 409, again: 'conflict' };

/** SHA-256 of the list as it stands on the paper. */
export const listDigest = (content: BatchContent): string =>
  createHash('sha256').update(canonicalBatch(content)).digest('hex');

/** The order of a 标准修订 that would take some of these reviews back: once transmitted, they would keep it from being carried out. */
const revisionAhead = async (
  tx: Tx,
  cityId: number,
  campaignId: string,
  reviewIds: readonly string[],
): Promise<{ readonly effectiveOn: PlainDate; readonly title: string } | undefined> =>
  tx.row(sql`
    select v.effective_on as "effectiveOn", e.title
    from edition_revisions v join editions e on e.city_id = v.city_id and e.edition_hash = v.to_hash
    where v.city_id = ${cityId} and v.campaign_id = ${campaignId} and v.state = 'ordered' and v.industry in (
      select d.industry from reviews r join declarations d on d.city_id = r.city_id and d.declaration_id = r.declaration_id
      where r.city_id = ${cityId} and r.campaign_id = ${campaignId} and r.review_id = any(${[...reviewIds]}::uuid[]))
    order by v.effective_on limit 1`);

/**
 * 报送: signed reviews of a body go to the city office as a numbered batch, those of the city's divisions like those of counties and
 * the park. What is signed later goes with a later batch.
 */
export const transmit = command(batchContract.transmit, {
  name: 'review.transmit',
  constraints: { batch_units_review_once: rowsChanged },
  run: async (tx, { params: { campaignId }, body }, { actor, now, today }) => {
    const { cityId, bodyId } = actor;
    const wanted = [...new Set(body.reviewIds)];
    // An order cannot be given or carried out while this is under way.
    await tx.run(sql`select 1 from campaigns where city_id = ${cityId} and campaign_id = ${campaignId} for key share`);
    const revision = await revisionAhead(tx, cityId, campaignId, wanted);
    if (revision) return refuse('review.revisionAhead', 409, { ...revision }, 'retry');
    const locked = await tx.rows<{ review_id: string }>(sql`
      select review_id from reviews where city_id = ${cityId} and campaign_id = ${campaignId} and body_id = ${bodyId} and state = 'signed'
        and review_id = any(${wanted}::uuid[]) order by review_id for update`);
    if (locked.length !== wanted.length)
      return refuse('review.rowsChanged', 409, { missing: wanted.length - locked.length });
    const scheme = await schemeOfCampaign(tx, cityId, campaignId);
    const list = await batchLines(tx, cityId, scheme, sql`r.review_id = any(${wanted}::uuid[])`);

    const year = Number(today.slice(0, 4));
    const { seq, short } = await tx.one<{ seq: number; short: string }>(sql`
      select next_number(${cityId}, ${`batch ${bodyId}`}, ${year}) as seq, short from bodies where city_id = ${cityId} and body_id = ${bodyId}`);
    const number = formatDocumentNumber({ prefix: `${short}报`, year, seq });
    const batchId = newId();
    const digest = listDigest({
      format: 'anping-batch-v1',
      number,
      campaign: campaignId,
      body: bodyId ?? '',
      rows: list,
    });
    tx.later(sql`insert into batches (city_id, batch_id, campaign_id, body_id, number, unit_count, list, list_digest, note, sent_by, sent_at)
      values (${cityId}, ${batchId}, ${campaignId}, ${bodyId}, ${number}, ${list.length}, ${json(list)}::jsonb, ${digest}, ${body.note},
        ${actor.accountId}, ${now})`);
    tx.later(sql`insert into batch_units (city_id, batch_id, review_id, unit_id)
      select city_id, ${batchId}, review_id, unit_id from reviews where city_id = ${cityId} and review_id = any(${wanted}::uuid[])`);
    tx.later(sql`update reviews set state = 'transmitted', version = version + 1
      where city_id = ${cityId} and review_id = any(${wanted}::uuid[])`);
    return ok({
      done: { batchId, number, unitCount: list.length, listDigest: digest },
      subject: { type: 'batch', id: batchId },
      record: { number, state: 'sent', unitCount: list.length, listDigest: digest, note: body.note, reviews: wanted },
    });
  },
});
