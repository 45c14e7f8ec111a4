import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { json, type Sql, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { FormState, Sources } from '../../domain/registration/sources.ts';
import type { Registration } from '../../domain/registration-fields.ts';
import { lockOwn, stepFrom } from '../own-declaration.ts';

export interface OwnForm extends FormState {
  /** Of the declaration. */
  readonly declarationVersion: number;
}

/** The registration form of the actor's declaration, locked, if it may be changed now. */
export const lockOwnForm = async (tx: Tx, actor: Actor, declarationId: string): Promise<Result<OwnForm, Fault>> => {
  const declaration = await lockOwn(tx, actor, declarationId);
  if (!declaration.ok) return declaration;
  const step = stepFrom(declaration.value.state, 'save');
  if (!step.ok) return step;
  const stored = await tx.one<{ form: Registration; sources: Sources }>(sql`
    select registration as form, registration_sources as sources from declarations
    where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
  const { registrationVersion, version } = declaration.value;
  return ok({ ...stored, version: registrationVersion, declarationVersion: version });
};

/** Writes a form with its sources; raises the declaration's version. */
export const storingForm = (
  { cityId }: Actor,
  declarationId: string,
  declarationVersion: number,
  { form, sources, version }: FormState,
  now: Date,
): Sql => sql`update declarations set version = ${declarationVersion}, registration = ${json(form)}::jsonb,
    registration_sources = ${json(sources)}::jsonb, registration_version = ${version}, changed_at = ${now}
  where city_id = ${cityId} and declaration_id = ${declarationId}`;
