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
}

const own = (actor: Actor, declarationId: string) => sql`
  select state, version, registration_version as "registrationVersion", edition_hash as "editionHash",
    current_submission_id as "currentSubmissionId", review_begun_at is not null as "reviewBegun"
  from declarations
  where city_id = ${actor.cityId} and declaration_id = ${declarationId} and enterprise_id = ${actor.enterpriseId}`;

/** The declaration if it is the actor's enterprise's; to everybody else there is none. */
export const findOwn = async (
  reader: Reader,
  actor: Actor,
  declarationId: string,
): Promise<Result<OwnDeclaration, Refusal>> => {
  const found = await reader.row<OwnDeclaration>(own(actor, declarationId));
  return found ? ok(found) : refuse('input.noSuchRecord', 404);
};

const locked = (actor: Actor, declarationId: string): Sql => sql`${own(actor, declarationId)} for update`;

/** The same, locked until the transaction ends, so that what belongs to it can be read in peace afterwards. */
export const lockOwn = async (
  tx: Tx,
  actor: Actor,
  declarationId: string,
): Promise<Result<OwnDeclaration, Refusal>> => {
  const found = await tx.row<OwnDeclaration>(locked(actor, declarationId));
  return found ? ok(found) : refuse('input.noSuchRecord', 404);
};

/** Locks it and reads, in the same round trip, what belongs to it: a statement of its own, so that it sees what the lock waited for. */
export const lockOwnWith = async <Row>(
  tx: Tx,
  actor: Actor,
  declarationId: string,
  belonging: Sql,
): Promise<Result<{ readonly declaration: OwnDeclaration; readonly rows: readonly Row[] }, Refusal>> => {
  const [[declaration], rows] = await tx.together<[OwnDeclaration, Row]>(locked(actor, declarationId), belonging);
  return declaration ? ok({ declaration, rows }) : refuse('input.noSuchRecord', 404);
};

/** The step of the state table, or the refusal that says why it is not open now. */
export const stepFrom = (state: DeclarationState, action: DeclarationAction): Result<Transition, Fault> => {
  const step = transition(state, action);
  if (step) return ok(step);
  if (action === 'start') return refuse('declaration.startedAlready', 409);
  if (state === 'not-started') return refuse('declaration.notStarted', 409);
  return refuse(action === 'withdraw' ? 'declaration.notSubmitted' : 'declaration.submittedAlready', 409);
};
