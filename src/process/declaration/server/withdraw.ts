import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { declarationContract } from '../declaration.contract.ts';
import type { DeclarationWithdrawn } from '../declaration.events.ts';
import { lockOwn, stepFrom } from './own-declaration.ts';

/** Withdraws the submission while its review has not begun; the working copy opens again. */
export const withdraw = command(declarationContract.withdraw, {
  name: 'declaration.withdraw',
  run: async (tx, { params: { declarationId }, body }, { actor, now }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const { state, currentSubmissionId, reviewBegun } = declaration.value;
    const step = stepFrom(state, 'withdraw');
    if (!step.ok) return step;
    if (reviewBegun || !currentSubmissionId) return refuse('declaration.reviewBegun', 409);
    const version = declaration.value.version + 1;
    tx.later(sql`update declarations set state = ${step.value.to}, version = ${version}, current_submission_id = null, changed_at = ${now}
      where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
    const event: DeclarationWithdrawn = {
      type: 'declaration.withdrawn',
      declarationId,
      submissionId: currentSubmissionId,
    };
    return ok({
      done: { version },
      subject: { type: 'declaration', id: declarationId },
      record: { state: step.value.to, submissionId: currentSubmissionId, reason: body.reason },
      events: [event],
    });
  },
});
