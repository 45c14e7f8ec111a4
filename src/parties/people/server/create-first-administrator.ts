import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { passwordFaults } from '../domain/password-rule.ts';
import { peopleContract } from '../people.contract.ts';
import { codeDigest } from './activation-code.ts';
import { hashPassword } from './passwords.ts';
import { sessionOf } from './session.queries.ts';
import { insertSession, newSession } from './session-token.ts';

/** The one-time link of an empty instance: it works once, and never after an administrator exists. */
export const createFirstAdministrator = command(peopleContract.createFirstAdministrator, {
  name: 'people.create-first-administrator',
  keepsNoAnswer: true,
  prepare: async ({ body }) => {
    const faults = passwordFaults(body.password, 'password');
    return faults.length > 0 ? issues(faults) : ok(await hashPassword(body.password));
  },
  run: async (tx, { body }, { actor, now, machineNow }, passwordHash) => {
    const { cityId } = actor;
    const link = await tx.row<{ activation_id: string }>(sql`select activation_id from activations
      where city_id = ${cityId} and code_digest = ${codeDigest(body.token)} and purpose = 'first-administrator'
        and used_at is null and withdrawn_at is null and expires_at > ${now} for update`);
    if (!link) return refuse('first-administrator.unknown', 404);
    const accountId = newId();
    await tx.run(sql`insert into accounts (city_id, account_id, login, name, roles, body_id, password_hash, must_change_password, created_at)
      values (${cityId}, ${accountId}, lower(${body.login}), ${body.name}, ${['administrator']}, 'city-office', ${passwordHash}, false, ${now})`);
    const session = newSession(cityId);
    tx.later(
      sql`update activations set used_at = ${now}, account_id = ${accountId} where city_id = ${cityId} and activation_id = ${link.activation_id}`,
    );
    tx.later(insertSession(session, accountId, machineNow));
    const answer = await sessionOf(tx, cityId, accountId);
    return ok({
      done: { session, answer },
      subject: { type: 'account', id: accountId },
      record: { login: body.login, name: body.name, roles: ['administrator'] },
      by: { accountId, name: body.name, bodyId: 'city-office' },
    });
  },
});
