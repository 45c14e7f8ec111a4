import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { requestsContract } from '../../requests.contract.ts';
import { ownedBy } from './declaration-term.ts';
import { lockRequest } from './lock-request.ts';

/** The enterprise takes back what is not decided yet. */
export const withdrawRequest = command(requestsContract.withdrawRequest, {
  name: 'declaration.withdraw-request',
  run: async (tx, { params: { requestId } }, { actor, now }) => {
    const request = await lockRequest(tx, actor.cityId, requestId, ownedBy(actor), 'withdraw');
    if (!request.ok) return request;
    const { declarationId, kind, to } = request.value;
    tx.later(sql`update declaration_requests set state = ${to}, decided_at = ${now}
      where city_id = ${actor.cityId} and request_id = ${requestId}`);
    return ok({
      done: { requestId },
      subject: { type: 'declaration', id: declarationId },
      record: { requestId, kind, state: to },
    });
  },
});
