import { dayOf } from '#lib/plain-date.ts';
import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { visitFault } from '../domain/verification-gaps.ts';
import { verificationContract } from '../verification.contract.ts';
import { lockFor } from './verification-record.ts';

/** Saves day and conclusion of the visit. What one expert wrote is not lost under another's text. */
export const saveVisit = command(verificationContract.saveVisit, {
  name: 'spot-check.save-visit',
  run: async (tx, { params: { verificationId }, body }, { actor, today }) => {
    const found = await lockFor(tx, actor, verificationId, 'examine');
    if (!found.ok) return found;
    const { visitedOn, conclusion, assignedAt, version } = found.value;
    if (!body.conclusion.isWellFormed() || body.conclusion.includes('\u0000'))
      return issues([{ path: 'conclusion', code: 'registration.badCharacter' }]);
    const wrong = visitFault(body.visitedOn, assignedAt ? dayOf(assignedAt) : today, today);
    if (wrong) return issues([wrong]);
    const arrived = visitedOn === body.visitedOn && conclusion === body.conclusion;
    if (!arrived && (visitedOn !== body.before.visitedOn || conclusion !== body.before.conclusion))
      return refuse('spot-check.visitChanged', 409);
    if (!arrived)
      tx.later(sql`update verifications set visited_on = ${body.visitedOn}, conclusion = ${body.conclusion}, version = ${version + 1}
        where city_id = ${actor.cityId} and verification_id = ${verificationId}`);
    return ok({
      done: { version: arrived ? version : version + 1 },
      subject: { type: 'verification', id: verificationId },
      record: { visitedOn: body.visitedOn, conclusion: body.conclusion },
    });
  },
});
