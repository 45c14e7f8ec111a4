import { plainDate } from '#lib/plain-date.ts';
import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { transition } from '../../domain/states.ts';
import { requestsContract } from '../../requests.contract.ts';
import { decidedBy, declarationTerm, lockingDeclaration } from './declaration-term.ts';
import { lockRequest } from './lock-request.ts';

/** Takes a unit in again that was not assessed: its declaration goes on where it stood, with a last day of its own. */
export const reinstate = command(requestsContract.reinstate, {
  name: 'declaration.reinstate',
  run: async (tx, { params: { requestId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const request = await lockRequest(tx, cityId, requestId, decidedBy(actor), 'reinstate');
    if (!request.ok) return request;
    const { declarationId, to } = request.value;
    const term = await declarationTerm(tx, cityId, declarationId, decidedBy(actor), lockingDeclaration);
    if (!term) return refuse('input.noSuchRecord', 404);
    const step = transition(term.state, term.started ? 'reinstate' : 'reinstate-unstarted');
    if (!step) return refuse('requests.notTakenOut', 409);
    const until = plainDate(body.until);
    if (until < today) return issues([{ path: 'until', code: 'requests.inThePast', params: { today } }]);
    if (until > term.closesOn)
      return issues([{ path: 'until', code: 'requests.afterTheReviews', params: { closesOn: term.closesOn } }]);
    tx.later(sql`update declarations set state = ${step.to}, returned_due_on = ${until}, version = version + 1, changed_at = ${now}
      where city_id = ${cityId} and declaration_id = ${declarationId}`);
    tx.later(sql`update declaration_requests set state = ${to}, reinstated_by_name = ${actor.name}, reinstated_at = ${now}, reinstatement_reason = ${body.reason}
      where city_id = ${cityId} and request_id = ${requestId}`);
    return ok({
      done: { requestId },
      subject: { type: 'declaration', id: declarationId },
      record: { requestId, state: step.to, until, reason: body.reason },
    });
  },
});
