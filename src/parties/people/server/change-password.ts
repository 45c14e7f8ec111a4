import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { passwordFaults } from '../domain/password-rule.ts';
import { peopleContract } from '../people.contract.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { sessionOf } from './session.queries.ts';
import { insertSession, newSession } from './session-token.ts';

export const changePassword = command(peopleContract.changePassword, {
  name: 'people.change-password',
  keepsNoAnswer: true,
  prepare: async ({ body }, { actor }, read) => {
    const faults = [...passwordFaults(body.next, 'next')];
    if (body.next === body.current) faults.push({ path: 'next', code: 'password.same' });
    if (faults.length > 0) return issues(faults);
    const account = await read((reader) =>
      reader.row<{ password_hash: string | null }>(
        sql`select password_hash from accounts where city_id = ${actor.cityId} and account_id = ${actor.accountId}`,
      ),
    );
    if (!account?.password_hash) return refuse('session.none', 401);
    if (!(await passwordMatches(account.password_hash, body.current)))
      return issues([{ path: 'current', code: 'password.wrong' }]);
    return ok({ before: account.password_hash, after: await hashPassword(body.next) });
  },
  run: async (tx, _input, { actor, machineNow }, hashes) => {
    const changed = await tx.run(sql`update accounts set password_hash = ${hashes.after}, must_change_password = false
      where city_id = ${actor.cityId} and account_id = ${actor.accountId} and password_hash = ${hashes.before}`);
    if (changed === 0) return refuse('platform.stale', 409);
    const session = newSession(actor.cityId);
    tx.later(
      sql`update sessions set ended_at = ${machineNow} where city_id = ${actor.cityId} and account_id = ${actor.accountId} and ended_at is null`,
    );
    tx.later(insertSession(session, actor.accountId ?? '', machineNow));
    const answer = await sessionOf(tx, actor.cityId, actor.accountId);
    return ok({
      done: { session, answer },
      subject: { type: 'account', id: actor.accountId ?? '' },
      record: { otherSessionsEnded: true },
    });
  },
});
