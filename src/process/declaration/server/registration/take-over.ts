import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { saveFields } from '../../domain/registration/sources.ts';
import type { FieldName } from '../../domain/registration-fields.ts';
import { registrationContract } from '../../registration.contract.ts';
import { readOffers } from './offers.ts';
import { lockOwnForm, storingForm } from './own-form.ts';

/** Takes fields over from the register, an earlier campaign or another unit; each waits for being confirmed. */
export const takeOver = command(registrationContract.takeOver, {
  name: 'declaration.take-over-registration',
  run: async (tx, { params: { declarationId }, body }, { actor, now, today }) => {
    const before = await lockOwnForm(tx, actor, declarationId);
    if (!before.ok) return before;
    const offers = await readOffers(tx, actor.cityId, declarationId, today);
    const offer = offers.find(({ key }) => key === body.offer);
    if (!offer) return refuse('registration.noSuchOffer', 409);
    const taken = body.fields.flatMap((name) => {
      const value = offer.values[name as FieldName];
      return value === undefined ? [] : [[name, value] as const];
    });
    const { from, of } = offer;
    const source = { from, on: today, ...(of && { of }), open: true as const };
    const saved = saveFields(before.value, body.baseVersion, Object.fromEntries(taken), source);
    if (!saved.ok) {
      const { version, fields } = saved.error;
      return refuse('registration.fieldsChanged', 409, { version, current: JSON.stringify(fields) });
    }
    const after = saved.value;
    const version = before.value.declarationVersion + (after.changed.length === 0 ? 0 : 1);
    if (after.changed.length > 0) tx.later(storingForm(actor, declarationId, version, after, now));
    return ok({
      done: { version, registrationVersion: after.version },
      subject: { type: 'declaration', id: declarationId },
      record: { from, ...(of && { of }), version: after.version, fields: Object.fromEntries(taken) },
    });
  },
});
