import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { newCode } from './invitation.ts';

export interface CreateAdministrator {
  /** 3–40 Chinese characters, letters, digits or `.` `_` `-`. */
  readonly login: string;
  readonly name: string;
}

/** For the operator at the machine, when no administrator is left who could invite one. Refused with `login.taken` (409). */
export const createAdministrator = systemCommand<
  CreateAdministrator,
  { code: string; login: string; expiresAt: string }
>({
  name: 'people.create-administrator',
  keepsNoAnswer: true,
  constraints: {
    accounts_one_per_login: { kind: 'refusal', code: 'login.taken', status: 409, again: 'final' },
  },
  run: async (tx, { login: typed, name }, { actor, now }) => {
    const { cityId } = actor;
    const accountId = newId();
    const login = typed.toLowerCase();
    await tx.run(sql`insert into accounts (city_id, account_id, login, name, roles, body_id, created_at)
      values (${cityId}, ${accountId}, ${login}, ${name}, array['administrator'],
        (select body_id from bodies where city_id = ${cityId} and kind = 'city-office' order by position limit 1), ${now})`);
    const { code, expiresAt, statements } = newCode(cityId, { accountId, enterpriseId: null }, null, now);
    for (const statement of statements) tx.later(statement);
    return ok({
      done: { code, login, expiresAt: expiresAt.toISOString() },
      subject: { type: 'account', id: accountId },
      record: { login, name, roles: ['administrator'], codeExpiresAt: expiresAt.toISOString() },
    });
  },
});
