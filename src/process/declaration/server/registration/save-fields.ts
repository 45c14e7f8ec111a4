import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { saveFields as applied } from '../../domain/registration/sources.ts';
import { readFields } from '../../domain/registration.ts';
import { registrationContract } from '../../registration.contract.ts';
import { lockOwnForm, storingForm } from './own-form.ts';

/** Saves some fields of the registration form; what others changed elsewhere in it stays. */
export const saveFields = command(registrationContract.saveFields, {
  name: 'declaration.save-registration-fields',
  run: async (tx, { params: { declarationId }, body }, { actor, now, today }) => {
    const given = Object.entries(body.fields).filter(([, value]) => value !== null);
    const read = readFields(Object.fromEntries(given));
    if (!read.ok) return read;
    const before = await lockOwnForm(tx, actor, declarationId);
    if (!before.ok) return before;
    const changes = Object.fromEntries(
      Object.keys(body.fields).map((name) => [name, read.value[name as keyof typeof read.value] ?? null]),
    );
    const saved = applied(before.value, body.baseVersion, changes, { from: 'own', on: today });
    if (!saved.ok) {
      const { version, fields } = saved.error;
      return refuse('registration.fieldsChanged', 409, { version, current: JSON.stringify(fields) });
    }
    const after = saved.value;
    const unchanged = after.version === before.value.version;
    const version = before.value.declarationVersion + (unchanged ? 0 : 1);
    if (!unchanged) tx.later(storingForm(actor, declarationId, version, after, now));
    return ok({
      done: { version, registrationVersion: after.version },
      subject: { type: 'declaration', id: declarationId },
      record: {
        version: after.version,
        fields: Object.fromEntries(after.changed.map((name) => [name, changes[name]])),
      },
    });
  },
});
