import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { declarationContract } from '../declaration.contract.ts';
import { prefilled } from '../domain/registration/sources.ts';
import { lockOwn, stepFrom } from './own-declaration.ts';
import { readOffers } from './registration/offers.ts';

/** Starts the self-assessment: the registration form is prefilled from the register, the other units of the enterprise and the last campaign. */
export const start = command(declarationContract.start, {
  name: 'declaration.start',
  run: async (tx, { params: { declarationId } }, { actor, now, today }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'start');
    if (!step.ok) return step;
    const offers = await readOffers(tx, actor.cityId, declarationId, today);
    const { form: registration, sources } = prefilled(offers, today);
    const version = declaration.value.version + 1;
    tx.later(sql`update declarations set state = ${step.value.to}, version = ${version}, registration = ${json(registration)}::jsonb,
        registration_sources = ${json(sources)}::jsonb, registration_version = 1, changed_at = ${now}
      where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
    return ok({
      done: { version },
      subject: { type: 'declaration', id: declarationId },
      record: { state: step.value.to, registration },
    });
  },
});
