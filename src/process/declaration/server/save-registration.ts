import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { declarationContract } from '../declaration.contract.ts';
import { saveWhole } from '../domain/registration/sources.ts';
import { lockOwnForm, storingForm } from './registration/own-form.ts';

/** Saves the registration form, whole. */
export const saveRegistration = command(declarationContract.saveRegistration, {
  name: 'declaration.save-registration',
  run: async (tx, { params: { declarationId }, body }, { actor, now, today }) => {
    const before = await lockOwnForm(tx, actor, declarationId);
    if (!before.ok) return before;
    if (body.baseVersion !== before.value.version) return refuse('platform.stale', 409);
    const after = saveWhole(before.value, body.registration, today);
    const version = before.value.declarationVersion + 1;
    tx.later(storingForm(actor, declarationId, version, after, now));
    return ok({
      done: { version, registrationVersion: after.version },
      subject: { type: 'declaration', id: declarationId },
      record: { registration: body.registration },
    });
  },
});
