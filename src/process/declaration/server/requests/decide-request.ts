import { type PlainDate, plainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import { takesRequests } from '../../domain/declaration-requests.ts';
import { transition } from '../../domain/states.ts';
import { requestsContract } from '../../requests.contract.ts';
import { checkExtension } from './check-extension.ts';
import { type DeclarationTerm, decidedBy, declarationTerm, lockingDeclaration } from './declaration-term.ts';
import { type LockedRequest, lockRequest } from './lock-request.ts';

/** What a grant changes of the declaration: its last day, or its state. */
const granting = (
  cityId: number,
  request: LockedRequest,
  term: DeclarationTerm,
  until: PlainDate | undefined,
  today: PlainDate,
): Result<{ readonly set: Sql; readonly until: PlainDate | null }, Fault> => {
  if (request.kind === 'extension') {
    const granted = until ?? request.wantedUntil;
    if (granted === null) throw new Error('an extension names the day that is asked for');
    const checked = checkExtension(cityId, term, granted, today);
    return checked.ok ? ok({ set: sql`returned_due_on = ${granted}`, until: granted }) : checked;
  }
  const step = transition(term.state, 'take-out');
  return step ? ok({ set: sql`state = ${step.to}`, until: null }) : refuse('requests.handedIn', 409);
};

/** The body that expects the declaration grants or refuses what the enterprise asks for. */
export const decideRequest = command(requestsContract.decideRequest, {
  name: 'declaration.decide-request',
  run: async (tx, { params: { requestId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const request = await lockRequest(tx, cityId, requestId, decidedBy(actor), body.grant ? 'grant' : 'refuse');
    if (!request.ok) return request;
    const { declarationId, kind, to } = request.value;
    const term = await declarationTerm(tx, cityId, declarationId, decidedBy(actor), lockingDeclaration);
    if (!term) return refuse('input.noSuchRecord', 404);
    let until: PlainDate | null = null;
    if (body.grant) {
      if (!takesRequests(term.state)) return refuse('requests.handedIn', 409);
      const wanted = body.until === undefined ? undefined : plainDate(body.until);
      const granted = granting(cityId, request.value, term, wanted, today);
      if (!granted.ok) return granted;
      until = granted.value.until;
      tx.later(sql`update declarations set ${granted.value.set}, version = version + 1, changed_at = ${now}
        where city_id = ${cityId} and declaration_id = ${declarationId}`);
    }
    tx.later(sql`update declaration_requests set state = ${to}, granted_until = ${until}, state_before = ${term.state}, decided_by = ${actor.accountId},
        decided_by_name = ${actor.name}, decided_at = ${now}, decision_reason = ${body.reason}
      where city_id = ${cityId} and request_id = ${requestId}`);
    return ok({
      done: { requestId },
      subject: { type: 'declaration', id: declarationId },
      record: { requestId, kind, state: to, reason: body.reason, ...(until && { until }) },
    });
  },
});
