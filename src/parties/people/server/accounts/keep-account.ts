import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { accountsContract } from '../../accounts.contract.ts';
import { newCode } from './invitation.ts';

interface Account {
  login: string;
  name: string;
  enterpriseId: string | null;
  disabledAt: Date | null;
  lockedUntil: Date | null;
}

const lock = (tx: Tx, cityId: number, accountId: string): Promise<Account | undefined> =>
  tx.row<Account>(sql`select login, name, enterprise_id as "enterpriseId", disabled_at as "disabledAt", locked_until as "lockedUntil"
    from accounts where city_id = ${cityId} and account_id = ${accountId} for update`);

const endSessions = (cityId: number, accountId: string, at: Date) =>
  sql`update sessions set ended_at = ${at} where city_id = ${cityId} and account_id = ${accountId} and ended_at is null`;

const notThere = refuse('input.noSuchRecord', 404);
const notYourself = refuse('accounts.notYourself', 409, undefined, 'final');

/** For a forgotten password or a lost code: a new one-time code, after which nothing older lets anybody in. */
export const resetAccount = command(accountsContract.resetAccount, {
  name: 'people.reset-account',
  keepsNoAnswer: true,
  run: async (tx, { params: { accountId } }, { actor, now, machineNow }) => {
    const { cityId } = actor;
    const account = await lock(tx, cityId, accountId);
    if (!account) return notThere;
    if (accountId === actor.accountId) return notYourself;
    if (account.disabledAt) return refuse('accounts.isDisabled', 409, undefined, 'final');
    const { enterpriseId, login, name } = account;
    const { code, expiresAt, statements } = newCode(cityId, { accountId, enterpriseId }, actor.accountId, now);
    tx.later(sql`update accounts set password_hash = null, must_change_password = true, failed_sign_ins = 0, locked_until = null
      where city_id = ${cityId} and account_id = ${accountId}`);
    tx.later(endSessions(cityId, accountId, machineNow));
    for (const statement of statements) tx.later(statement);
    return ok({
      done: { accountId, login, name, code, expiresAt: expiresAt.toISOString() },
      subject: { type: 'account', id: accountId },
      record: { login, reset: true, codeExpiresAt: expiresAt.toISOString() },
    });
  },
});

export const disableAccount = command(accountsContract.disableAccount, {
  name: 'people.disable-account',
  run: async (tx, { params: { accountId }, body }, { actor, now, machineNow }) => {
    const account = await lock(tx, actor.cityId, accountId);
    if (!account) return notThere;
    if (accountId === actor.accountId) return notYourself;
    if (account.disabledAt) return refuse('accounts.isDisabled', 409);
    tx.later(
      sql`update accounts set disabled_at = ${now} where city_id = ${actor.cityId} and account_id = ${accountId}`,
    );
    tx.later(endSessions(actor.cityId, accountId, machineNow));
    return ok({
      done: { accountId },
      subject: { type: 'account', id: accountId },
      record: { login: account.login, disabled: true, reason: body.reason },
    });
  },
});

export const enableAccount = command(accountsContract.enableAccount, {
  name: 'people.enable-account',
  run: async (tx, { params: { accountId } }, { actor }) => {
    const account = await lock(tx, actor.cityId, accountId);
    if (!account) return notThere;
    if (!account.disabledAt) return refuse('accounts.isEnabled', 409);
    tx.later(sql`update accounts set disabled_at = null where city_id = ${actor.cityId} and account_id = ${accountId}`);
    return ok({
      done: { accountId },
      subject: { type: 'account', id: accountId },
      record: { login: account.login, disabled: false },
    });
  },
});

export const unlockAccount = command(accountsContract.unlockAccount, {
  name: 'people.unlock-account',
  run: async (tx, { params: { accountId } }, { actor, machineNow }) => {
    const account = await lock(tx, actor.cityId, accountId);
    if (!account) return notThere;
    if (!account.lockedUntil || account.lockedUntil <= machineNow) return refuse('accounts.isNotLocked', 409);
    tx.later(sql`update accounts set locked_until = null, failed_sign_ins = 0
      where city_id = ${actor.cityId} and account_id = ${accountId}`);
    return ok({
      done: { accountId },
      subject: { type: 'account', id: accountId },
      record: { login: account.login, lockedUntil: account.lockedUntil.toISOString(), unlocked: true },
    });
  },
});
