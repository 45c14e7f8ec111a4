import { type Fault, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader, Tx } from '#platform/db/tx.ts';
import { type DeclarationAction, type DeclarationState, type Transition, transition } from '../domain/states.ts';

export interface OwnDeclaration {
  readonly state: DeclarationState;
  readonly version: number;
  readonly registrationVersion: number;
  readonly editionHash: string;
  readonly currentSubmissionId: string | null;
  readonly reviewBegun: boolean;
  /** While it waits for its signature: who handed it over, and in which state. */
  readonly handedOverBy: string | null;
  readonly handedOverIn: DeclarationState | null;
}

const own = (cityId: number, enterprise: Sql, declarationId: string) => sql`
  select state, version, registration_version as "registrationVersion", edition_hash as "editionHash",
    current_submission_id as "currentSubmissionId", review_begun_at is not null as "reviewBegun",
    handed_over_by as "handedOverBy", handed_over_from as "handedOverIn"
  from declarations
  where city_id = ${cityId} and declaration_id = ${declarationId} and enterprise_id is not distinct from ${enterprise}`;

/** The declaration if it is the actor's enterprise's; to everybody else there is none. */
export const findOwn = async (
  reader: Reader,
  actor: Actor,
  declarationId: string,
): Promise<Result<OwnDeclaration, Refusal>> => {
  const found = await reader.row<OwnDeclaration>(own(actor.cityId, sql`${actor.enterpriseId}`, declarationId));
  return found ? ok(found) : refuse('input.noSuchRecord', 404);
};

/** The same, locked until the transaction ends, so that what belongs to it can be read in peace afterwards. */
export const lockOwn = async (
  tx: Tx,
  actor: Actor,
  declarationId: string,
): Promise<Result<OwnDeclaration, Refusal>> => {
  const found = await tx.row<OwnDeclaration>(
    sql`${own(actor.cityId, sql`${actor.enterpriseId}`, declarationId)} for update`,
  );
  return found ? ok(found) : refuse('input.noSuchRecord', 404);
};

/** The lock as a statement that travels with the opening of the request: only the actor's own enterprise's is found. */
export const lockingOwn = (cityId: number, declarationId: string): Sql =>
  sql`${own(cityId, sql`(select actor_enterprise())`, declarationId)} for update`;

/** The step of the state table, or the refusal that says why it is not open now. */
export const stepFrom = (
  state: DeclarationState,
  action: DeclarationAction,
  handedOverIn: DeclarationState | null = null,
): Result<Transition, Fault> => {
  const step = transition(state, action, handedOverIn);
  if (step) return ok(step);
  if (action === 'start') return refuse('declaration.startedAlready', 409);
  if (action === 'call-back' || action === 'send-back') return refuse('declaration.notHandedOver', 409);
  if (state === 'to-sign' && action !== 'withdraw') return refuse('declaration.waitsForSignature', 409);
  if (state === 'not-started') return refuse('declaration.notStarted', 409);
  return refuse(action === 'withdraw' ? 'declaration.notSubmitted' : 'declaration.submittedAlready', 409);
};
