import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import {
  type RequestAction,
  type RequestKind,
  type RequestState,
  requestTransition,
} from '../../domain/declaration-requests.ts';
import type { DeclarationState } from '../../domain/states.ts';

export interface LockedRequest {
  readonly declarationId: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly to: RequestState;
  readonly wantedUntil: PlainDate | null;
  readonly stateBefore: DeclarationState | null;
}

/**
 * A request that this person may act on, locked. Refused with `input.noSuchRecord` (404) if the condition over `declarations d` and
 * `units u` does not hold, `requests.decidedAlready` or `requests.notTakenOut` (409) if the step is not open.
 */
export const lockRequest = async (
  tx: Tx,
  cityId: number,
  requestId: string,
  visible: Sql,
  action: RequestAction,
): Promise<Result<LockedRequest, Fault>> => {
  const found = await tx.row<Omit<LockedRequest, 'to'>>(sql`
    select r.declaration_id as "declarationId", r.kind, r.state, r.wanted_until as "wantedUntil", r.state_before as "stateBefore"
    from declaration_requests r
    join declarations d on d.city_id = r.city_id and d.declaration_id = r.declaration_id
    join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
    where r.city_id = ${cityId} and r.request_id = ${requestId} and ${visible} for update of r`);
  if (!found) return refuse('input.noSuchRecord', 404);
  const step = requestTransition(found.state, action, found.kind);
  if (!step) return refuse(action === 'reinstate' ? 'requests.notTakenOut' : 'requests.decidedAlready', 409);
  return ok({ ...found, to: step.to });
};
