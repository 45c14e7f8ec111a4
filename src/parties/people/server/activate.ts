import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Role } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import { passwordFaults } from '../domain/password-rule.ts';
import { peopleContract } from '../people.contract.ts';
import { codeDigest } from './activation-code.ts';
import { hashPassword } from './passwords.ts';
import { sessionOf } from './session.queries.ts';
import { insertSession, newSession } from './session-token.ts';

interface Slip {
  activation_id: string;
  account_id: string;
  name: string;
  body_id: string | null;
  roles: Role[];
  expires_at: Date;
  used_at: Date | null;
  withdrawn_at: Date | null;
  disabled_at: Date | null;
}

/** Opens the account that an activation slip or an invitation was issued for. */
export const activate = command(peopleContract.activate, {
  name: 'people.activate',
  keepsNoAnswer: true,
  constraints: {
    accounts_one_per_login: { kind: 'refusal', code: 'login.taken', status: 409, again: 'final' },
  },
  prepare: async ({ body }) => {
    const faults = passwordFaults(body.password, 'password');
    return faults.length > 0 ? issues(faults) : ok(await hashPassword(body.password));
  },
  run: async (tx, { body }, { actor, now, machineNow }, passwordHash) => {
    const slip = await tx.row<Slip>(sql`
      select v.activation_id, v.account_id, a.name, a.body_id, a.roles, v.expires_at, v.used_at, v.withdrawn_at, a.disabled_at
      from activations v join accounts a on a.city_id = v.city_id and a.account_id = v.account_id
      where v.city_id = ${actor.cityId} and v.code_digest = ${codeDigest(body.code)} and v.purpose <> 'first-administrator' for update of v`);
    if (!slip || slip.withdrawn_at) return issues([{ path: 'code', code: 'activation.unknown' }]);
    if (slip.used_at) return issues([{ path: 'code', code: 'activation.used' }]);
    if (slip.expires_at < now) return issues([{ path: 'code', code: 'activation.expired' }]);
    if (slip.disabled_at || slip.roles.length === 0) return refuse('sign-in.disabled', 403);
    await tx.run(sql`update accounts set login = coalesce(lower(${body.login ?? null}), login), password_hash = ${passwordHash}, must_change_password = false
      where city_id = ${actor.cityId} and account_id = ${slip.account_id}`);
    const session = newSession(actor.cityId);
    tx.later(
      sql`update activations set used_at = ${now} where city_id = ${actor.cityId} and activation_id = ${slip.activation_id}`,
    );
    tx.later(insertSession(session, slip.account_id, machineNow));
    const answer = await sessionOf(tx, actor.cityId, slip.account_id);
    return ok({
      done: { session, answer },
      subject: { type: 'account', id: slip.account_id },
      record: { activated: true },
      by: { accountId: slip.account_id, name: slip.name, bodyId: slip.body_id },
    });
  },
});
