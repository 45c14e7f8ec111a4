import { issues, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { rectificationContract } from '../../rectification.contract.ts';
import { lockOwn } from '../own-declaration.ts';

/** The measure, in any state of the declaration: what was promised is carried out before and after it is handed in. */
export const lockMeasure = async (
  tx: Tx,
  actor: Actor,
  declarationId: string,
  itemId: string,
): Promise<Result<{ readonly doneOn: string | null }, Refusal>> => {
  const declaration = await lockOwn(tx, actor, declarationId);
  if (!declaration.ok) return declaration;
  const found = await tx.row<{ measure: string; doneOn: string | null }>(sql`
    select measure, done_on as "doneOn" from rectifications
    where city_id = ${actor.cityId} and declaration_id = ${declarationId} and item_id = ${itemId}`);
  if (!found || found.measure === '') return refuse('rectification.noMeasure', 409, { item: itemId }, 'final');
  return ok(found);
};

/** Marks a measure as carried out, on a day that is not to come. */
export const completeMeasure = command(rectificationContract.completeMeasure, {
  name: 'declaration.complete-measure',
  run: async (tx, { params: { declarationId, itemId }, body: { doneOn, note } }, { actor, today }) => {
    const found = await lockMeasure(tx, actor, declarationId, itemId);
    if (!found.ok) return found;
    if (doneOn > today) return issues([{ path: 'doneOn', code: 'rectification.doneInFuture', params: { today } }]);
    if (!note.isWellFormed() || note.includes('\u0000'))
      return issues([{ path: 'note', code: 'registration.badCharacter' }]);
    tx.later(sql`update rectifications set done_on = ${doneOn}, done_note = ${note}, done_by_name = ${actor.name}
      where city_id = ${actor.cityId} and declaration_id = ${declarationId} and item_id = ${itemId}`);
    return ok({
      done: { doneOn },
      subject: { type: 'declaration', id: declarationId },
      record: { item: itemId, doneOn, note },
    });
  },
});

/** Takes the mark back; a file that was attached stays. */
export const reopenMeasure = command(rectificationContract.reopenMeasure, {
  name: 'declaration.reopen-measure',
  run: async (tx, { params: { declarationId, itemId } }, { actor }) => {
    const found = await lockMeasure(tx, actor, declarationId, itemId);
    if (!found.ok) return found;
    if (found.value.doneOn === null) return refuse('rectification.notDone', 409, { item: itemId });
    tx.later(sql`update rectifications set done_on = null, done_note = '', done_by_name = ''
      where city_id = ${actor.cityId} and declaration_id = ${declarationId} and item_id = ${itemId}`);
    return ok({
      done: { reopened: true },
      subject: { type: 'declaration', id: declarationId },
      record: { item: itemId, wasDoneOn: found.value.doneOn },
    });
  },
});
