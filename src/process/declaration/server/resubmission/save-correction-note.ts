import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { resubmissionContract } from '../../resubmission.contract.ts';
import { lockOwn, stepFrom } from '../own-declaration.ts';

/** Keeps what the enterprise says to its correction; it is handed in with the next submission. */
export const saveCorrectionNote = command(resubmissionContract.saveCorrectionNote, {
  name: 'declaration.save-correction-note',
  run: async (tx, { params: { declarationId }, body: { note } }, { actor, now }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'save');
    if (!step.ok) return step;
    const version = declaration.value.version + 1;
    tx.later(sql`update declarations set correction_note = ${note}, version = ${version}, changed_at = ${now}
      where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
    return ok({ done: { version }, subject: { type: 'declaration', id: declarationId }, record: { note } });
  },
});
