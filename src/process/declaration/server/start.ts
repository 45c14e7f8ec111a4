import { ok } from '#lib/result.ts';
import { type Context, command } from '#parties/access/command.ts';
import { json, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { declarationContract } from '../declaration.contract.ts';
import { prefilled } from '../domain/registration/sources.ts';
import type { Registration } from '../domain/registration-fields.ts';
import { lockOwn, stepFrom } from './own-declaration.ts';
import { readOffers } from './registration/offers.ts';

/** A declaration at its start: the registration form is prefilled from the register, the other units of the enterprise and the last campaign. */
export const beginning = async (
  reader: Reader,
  { actor, now, today }: Context,
  declarationId: string,
  version: number,
): Promise<{ readonly statement: Sql; readonly registration: Registration }> => {
  const offers = await readOffers(reader, actor.cityId, declarationId, today);
  const { form: registration, sources } = prefilled(offers, today);
  const statement = sql`update declarations set state = 'draft', version = ${version}, registration = ${json(registration)}::jsonb,
      registration_sources = ${json(sources)}::jsonb, registration_version = 1, changed_at = ${now}
    where city_id = ${actor.cityId} and declaration_id = ${declarationId}`;
  return { statement, registration };
};

/** Starts the self-assessment. */
export const start = command(declarationContract.start, {
  name: 'declaration.start',
  run: async (tx, { params: { declarationId } }, context) => {
    const declaration = await lockOwn(tx, context.actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'start');
    if (!step.ok) return step;
    const version = declaration.value.version + 1;
    const { statement, registration } = await beginning(tx, context, declarationId, version);
    tx.later(statement);
    return ok({
      done: { version },
      subject: { type: 'declaration', id: declarationId },
      record: { state: step.value.to, registration },
    });
  },
});
