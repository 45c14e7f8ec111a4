import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { consultationContract } from '../../consultation.contract.ts';
import type { RemarkOutcome } from '../../domain/consultation.ts';
import { speaker } from './asked.ts';

/** 对条款的意见: somebody who works with an edition says what the next one should do better. */
export const addRemark = command(consultationContract.addRemark, {
  name: 'standards.remark',
  run: async (tx, { params, body }, { actor, now }) => {
    const { editionHash, itemId } = params;
    const item =
      await tx.row(sql`select 1 from editions e where e.city_id = ${actor.cityId} and e.edition_hash = ${editionHash}
      and exists (select 1 from jsonb_array_elements(e.content->'items') i where i->>'id' = ${itemId})`);
    if (!item) return refuse('input.noSuchRecord', 404);
    const { side, of, bodyId } = await speaker(tx, actor);
    const remarkId = newId();
    tx.later(sql`insert into item_remarks (city_id, remark_id, edition_hash, item_id, remark, side, author_id, author_name, author_of, body_id,
        enterprise_id, made_at)
      values (${actor.cityId}, ${remarkId}, ${editionHash}, ${itemId}, ${body.remark}, ${side}, ${actor.accountId}, ${actor.name}, ${of}, ${bodyId},
        ${side === 'enterprise' ? actor.enterpriseId : null}, ${now})`);
    return ok({
      done: { remarkId },
      subject: { type: 'item-remark', id: remarkId },
      record: { editionHash, itemId, side, remark: body.remark },
    });
  },
});

/** 已采用到新版 or 暂不采用, with the reason that the author reads; it may be changed. */
export const answerRemark = command(consultationContract.answerRemark, {
  name: 'standards.answer-remark',
  run: async (tx, { params, body }, { actor, now }) => {
    const found = await tx.row<{ outcome: RemarkOutcome | null }>(
      sql`select outcome from item_remarks where city_id = ${actor.cityId} and remark_id = ${params.remarkId} for update`,
    );
    if (!found) return refuse('input.noSuchRecord', 404);
    if (found.outcome !== body.before) return refuse('platform.stale', 409);
    tx.later(sql`update item_remarks set outcome = ${body.outcome}, outcome_reason = ${body.reason}, answered_by = ${actor.accountId},
        answered_by_name = ${actor.name}, answered_at = ${now}
      where city_id = ${actor.cityId} and remark_id = ${params.remarkId}`);
    return ok({
      done: { outcome: body.outcome },
      subject: { type: 'item-remark', id: params.remarkId },
      record: { before: found.outcome, outcome: body.outcome, reason: body.reason },
    });
  },
});
