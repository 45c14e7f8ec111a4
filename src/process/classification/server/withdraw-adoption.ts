import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { classificationContract } from '../classification.contract.ts';
import { openAdoptionActions } from '../domain/adoption.ts';
import { lockAdoption } from './load-adoption.ts';

/** Takes back a batch that nobody has signed; nothing was decided, and its units are free again. */
export const withdrawAdoption = command(classificationContract.withdrawAdoption, {
  name: 'classification.withdraw-adoption',
  run: async (tx, { params: { adoptionId }, body: { reason } }, { actor, now }) => {
    const adoption = await lockAdoption(tx, actor.cityId, adoptionId);
    if (!adoption) return refuse('input.noSuchRecord', 404);
    if (!openAdoptionActions(adoption.state, actor.roles).includes('withdraw'))
      return refuse('adoption.notPrepared', 409, { state: adoption.state });
    tx.later(sql`update adoptions set state = 'withdrawn', withdrawn_by = ${actor.accountId}, withdrawn_at = ${now}, withdrawal_reason = ${reason}
      where city_id = ${actor.cityId} and adoption_id = ${adoptionId}`);
    return ok({
      done: { state: 'withdrawn' as const },
      subject: { type: 'adoption', id: adoptionId },
      record: { title: adoption.title, reason, units: adoption.list.length },
    });
  },
});
