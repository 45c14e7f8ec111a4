import { issues, ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { accountsContract } from '../../accounts.contract.ts';
import { roleFaults } from '../../domain/role-rule.ts';
import { newCode } from './invitation.ts';

/** Makes an account that its person opens with a one-time code. */
export const inviteOfficer = command(accountsContract.inviteOfficer, {
  name: 'people.invite-officer',
  keepsNoAnswer: true,
  constraints: {
    accounts_one_per_login: { kind: 'refusal', code: 'login.taken', status: 409, again: 'final' },
  },
  run: async (tx, { body }, { actor, now }) => {
    const { cityId } = actor;
    const of = await tx.row<{ kind: string }>(
      sql`select kind from bodies where city_id = ${cityId} and body_id = ${body.bodyId}`,
    );
    if (body.bodyId !== null && !of) return issues([{ path: 'bodyId', code: 'input.notAChoice' }]);
    const faults = roleFaults({ roles: body.roles, bodyKind: of?.kind ?? null, industries: body.industries });
    if (faults.length > 0) return issues(faults);
    const accountId = newId();
    const login = body.login.toLowerCase();
    const roles = [...new Set(body.roles)];
    await tx.run(sql`insert into accounts (city_id, account_id, login, name, roles, body_id, industries, phone, created_at)
      values (${cityId}, ${accountId}, ${login}, ${body.name}, ${roles}::text[], ${body.bodyId}, ${body.industries}::text[], ${body.phone}, ${now})`);
    const { code, expiresAt, statements } = newCode(cityId, { accountId, enterpriseId: null }, actor.accountId, now);
    for (const statement of statements) tx.later(statement);
    const { name, bodyId, industries, phone } = body;
    return ok({
      done: { accountId, login, name, code, expiresAt: expiresAt.toISOString() },
      subject: { type: 'account', id: accountId },
      record: { login, name, roles, bodyId, industries, phone, codeExpiresAt: expiresAt.toISOString() },
    });
  },
});
