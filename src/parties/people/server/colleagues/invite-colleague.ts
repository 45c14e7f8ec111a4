import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { colleaguesContract } from '../../colleagues.contract.ts';
import { MOST_COLLEAGUES } from '../../domain/colleague-rule.ts';
import { newCode } from '../accounts/invitation.ts';
import { lockColleagues } from '../accounts/kept-account.ts';

export const tooMany = refuse('colleagues.tooMany', 409, { limit: MOST_COLLEAGUES }, 'final');

/** Makes an account for a colleague, who opens it with a one-time code. */
export const inviteColleague = command(colleaguesContract.inviteColleague, {
  name: 'people.invite-colleague',
  keepsNoAnswer: true,
  constraints: {
    accounts_one_per_login: { kind: 'refusal', code: 'login.taken', status: 409, again: 'final' },
  },
  run: async (tx, { body }, { actor, now }) => {
    const { cityId, enterpriseId } = actor;
    const colleagues = await lockColleagues(tx, cityId, enterpriseId);
    if (colleagues.filter(({ disabledAt }) => disabledAt === null).length >= MOST_COLLEAGUES) return tooMany;
    const accountId = newId();
    const login = body.login.toLowerCase();
    const roles = [...new Set(body.roles)];
    const { name, phone } = body;
    await tx.run(sql`insert into accounts (city_id, account_id, login, name, roles, enterprise_id, phone, created_at)
      values (${cityId}, ${accountId}, ${login}, ${name}, ${roles}::text[], ${enterpriseId}, ${phone}, ${now})`);
    const account = { accountId, enterpriseId };
    const { code, expiresAt, statements } = newCode(cityId, account, actor.accountId, now, 'colleague');
    for (const statement of statements) tx.later(statement);
    return ok({
      done: { accountId, login, name, code, expiresAt: expiresAt.toISOString() },
      subject: { type: 'account', id: accountId },
      record: { login, name, roles, phone, enterpriseId, codeExpiresAt: expiresAt.toISOString() },
    });
  },
});
