import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { peopleContract } from '../people.contract.ts';
import { sessionOf } from './session.queries.ts';

/** Ends every session of the person on this instance: what people expect of 退出 on a shared office machine. */
export const signOut = command(peopleContract.signOut, {
  name: 'people.sign-out',
  run: async (tx, _input, { actor, machineNow }) => {
    tx.later(
      sql`update sessions set ended_at = ${machineNow} where city_id = ${actor.cityId} and account_id = ${actor.accountId} and ended_at is null`,
    );
    return ok({
      done: await sessionOf(tx, actor.cityId, null),
      subject: { type: 'account', id: actor.accountId ?? '' },
      record: {},
    });
  },
});
