import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, type Sql, sql } from '#platform/db/sql.ts';
import { signingContract } from '../../signing.contract.ts';
import { lockOwn, stepFrom } from '../own-declaration.ts';

const settingBack = (cityId: number, declarationId: string, to: string, unsigned: Sql, now: Date): Sql =>
  sql`update declarations set state = ${to}, version = version + 1, handed_over_by = null, handed_over_by_name = null, handed_over_at = null,
      handed_over_from = null, unsigned = ${unsigned}, changed_at = ${now}
    where city_id = ${cityId} and declaration_id = ${declarationId}`;

/** 撤回送签: by anybody of the staff, before it is signed. */
export const callBack = command(signingContract.callBack, {
  name: 'declaration.call-back',
  run: async (tx, { params: { declarationId } }, { actor, now }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const { state, version, handedOverIn } = declaration.value;
    const step = stepFrom(state, 'call-back', handedOverIn);
    if (!step.ok) return step;
    tx.later(settingBack(actor.cityId, declarationId, step.value.to, sql`null`, now));
    return ok({
      done: { version: version + 1 },
      subject: { type: 'declaration', id: declarationId },
      record: { state: step.value.to },
    });
  },
});

/** 退回修改: the manager does not sign; the staff read why. */
export const sendBack = command(signingContract.sendBack, {
  name: 'declaration.send-back',
  run: async (tx, { params: { declarationId }, body }, { actor, now }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const { state, version, handedOverIn } = declaration.value;
    const step = stepFrom(state, 'send-back', handedOverIn);
    if (!step.ok) return step;
    if (version !== body.baseVersion) return refuse('platform.stale', 409);
    const unsigned = { by: 'manager', name: actor.name, remark: body.remark, at: now.toISOString() };
    tx.later(settingBack(actor.cityId, declarationId, step.value.to, sql`${json(unsigned)}::jsonb`, now));
    return ok({
      done: { version: version + 1 },
      subject: { type: 'declaration', id: declarationId },
      record: { state: step.value.to, remark: body.remark },
    });
  },
});
