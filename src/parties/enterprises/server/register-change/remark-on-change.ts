import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { registerChangeContract } from '../../register-change.contract.ts';
import { changeFor } from './lock-change.ts';

/** A body that would lose or receive declarations says what it thinks of it; the city office decides. */
export const remarkOnRegisterChange = command(registerChangeContract.remarkOnRegisterChange, {
  name: 'parties.remark-on-register-change',
  run: async (tx, { params: { changeId }, body }, { actor, now }) => {
    const found = await changeFor(tx, actor, changeId, 'remark', null);
    if (!found.ok) return found;
    const version = found.value.version + 1;
    tx.later(sql`insert into register_change_remarks (city_id, change_id, body_id, agrees, remark, remarked_by, remarked_by_name, remarked_at)
      values (${actor.cityId}, ${changeId}, ${actor.bodyId}, ${body.agrees}, ${body.remark}, ${actor.accountId}, ${actor.name}, ${now})`);
    tx.later(
      sql`update register_changes set version = ${version} where city_id = ${actor.cityId} and change_id = ${changeId}`,
    );
    return ok({
      done: { version },
      subject: { type: 'register-change', id: changeId },
      record: { bodyId: actor.bodyId, agrees: body.agrees, remark: body.remark },
    });
  },
});
