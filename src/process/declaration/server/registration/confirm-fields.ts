import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { confirmed } from '../../domain/registration/sources.ts';
import { registrationContract } from '../../registration.contract.ts';
import { lockOwnForm, storingForm } from './own-form.ts';

/** Somebody looked at values that were taken over and found them right. */
export const confirmFields = command(registrationContract.confirmFields, {
  name: 'declaration.confirm-registration',
  run: async (tx, { params: { declarationId }, body }, { actor, now }) => {
    const before = await lockOwnForm(tx, actor, declarationId);
    if (!before.ok) return before;
    const sources = confirmed(before.value.sources, body.fields);
    const unchanged = sources === before.value.sources;
    const version = before.value.declarationVersion + (unchanged ? 0 : 1);
    const after = { form: before.value.form, sources, version: before.value.version + (unchanged ? 0 : 1) };
    if (!unchanged) tx.later(storingForm(actor, declarationId, version, after, now));
    return ok({
      done: { version, registrationVersion: after.version },
      subject: { type: 'declaration', id: declarationId },
      record: { confirmed: body.fields },
    });
  },
});
