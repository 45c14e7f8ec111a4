import { plainDate } from '#lib/plain-date.ts';
import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { takesRequests } from '../../domain/declaration-requests.ts';
import { requestsContract } from '../../requests.contract.ts';
import { checkExtension } from './check-extension.ts';
import { declarationTerm, lockingDeclaration, ownedBy } from './declaration-term.ts';
import { onePending } from './one-pending.ts';

/** The enterprise asks for a later last day. */
export const askExtension = command(requestsContract.askExtension, {
  name: 'declaration.ask-extension',
  constraints: onePending,
  run: async (tx, { params: { declarationId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const term = await declarationTerm(tx, cityId, declarationId, ownedBy(actor), lockingDeclaration);
    if (!term) return refuse('input.noSuchRecord', 404);
    if (!takesRequests(term.state)) return refuse('requests.handedIn', 409);
    const until = plainDate(body.until);
    const checked = checkExtension(cityId, term, until, today);
    if (!checked.ok) return checked;
    const requestId = newId();
    await tx.run(sql`insert into declaration_requests (city_id, request_id, declaration_id, kind, wanted_until, stood_until, explanation, asked_by, asked_by_name, asked_at)
      values (${cityId}, ${requestId}, ${declarationId}, 'extension', ${until}, ${term.dueOn}, ${body.reason}, ${actor.accountId}, ${actor.name}, ${now})`);
    return ok({
      done: { requestId },
      subject: { type: 'declaration', id: declarationId },
      record: { requestId, kind: 'extension', until, stood: term.dueOn, reason: body.reason },
    });
  },
});
