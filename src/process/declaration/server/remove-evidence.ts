import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { declarationContract } from '../declaration.contract.ts';
import { lockOwn, stepFrom } from './own-declaration.ts';

/** Takes a file off the working copy. The row stays: a submission may hold it. */
export const removeEvidence = command(declarationContract.removeEvidence, {
  name: 'declaration.remove-evidence',
  run: async (tx, { params: { declarationId, evidenceId } }, { actor, now }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'save');
    if (!step.ok) return step;
    const removed = await tx.row<{ itemId: string; fileName: string }>(sql`update evidence set removed_at = ${now}
      where city_id = ${actor.cityId} and declaration_id = ${declarationId} and evidence_id = ${evidenceId} and removed_at is null
      returning item_id as "itemId", file_name as "fileName"`);
    if (!removed) return refuse('input.noSuchRecord', 404);
    const version = declaration.value.version + 1;
    tx.later(sql`update declarations set version = ${version}, changed_at = ${now}
      where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
    return ok({
      done: { version },
      subject: { type: 'declaration', id: declarationId },
      record: { removed: evidenceId, ...removed },
    });
  },
});
