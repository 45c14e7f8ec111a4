import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { declarationContract } from '../declaration.contract.ts';
import { lockOwn, stepFrom } from './own-declaration.ts';

/** Saves the registration form, whole. */
export const saveRegistration = command(declarationContract.saveRegistration, {
  name: 'declaration.save-registration',
  run: async (tx, { params: { declarationId }, body }, { actor, now }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'save');
    if (!step.ok) return step;
    if (body.baseVersion !== declaration.value.registrationVersion) return refuse('platform.stale', 409);
    const version = declaration.value.version + 1;
    const registrationVersion = declaration.value.registrationVersion + 1;
    tx.later(sql`update declarations set version = ${version}, registration = ${json(body.registration)}::jsonb,
        registration_version = ${registrationVersion}, changed_at = ${now}
      where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
    return ok({
      done: { version, registrationVersion },
      subject: { type: 'declaration', id: declarationId },
      record: { registration: body.registration },
    });
  },
});
