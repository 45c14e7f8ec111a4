import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { declarationContract } from '../declaration.contract.ts';
import type { Registration } from '../domain/registration-fields.ts';
import { lockOwn, stepFrom } from './own-declaration.ts';

interface Known {
  readonly address: string;
  readonly legal_representative: string;
  readonly contact_name: string;
  readonly contact_phone: string;
}

/** What the register knows already; blanks stay blank. */
const prefilled = (known: Known): Registration =>
  Object.fromEntries(
    Object.entries({
      address: known.address,
      legalRepresentative: known.legal_representative,
      contactName: known.contact_name,
      contactPhone: known.contact_phone,
    }).filter(([, value]) => value !== ''),
  );

/** Starts the self-assessment: the registration form is prefilled from the register. */
export const start = command(declarationContract.start, {
  name: 'declaration.start',
  run: async (tx, { params: { declarationId } }, { actor, now }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'start');
    if (!step.ok) return step;
    const known = await tx.one<Known>(sql`select address, legal_representative, contact_name, contact_phone
      from enterprises where city_id = ${actor.cityId} and enterprise_id = ${actor.enterpriseId}`);
    const registration = prefilled(known);
    const version = declaration.value.version + 1;
    tx.later(sql`update declarations set state = ${step.value.to}, version = ${version}, registration = ${json(registration)}::jsonb,
        registration_version = 1, changed_at = ${now}
      where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
    return ok({
      done: { version },
      subject: { type: 'declaration', id: declarationId },
      record: { state: step.value.to, registration },
    });
  },
});
