import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { accountsContract } from '../../accounts.contract.ts';
import { newCode } from './invitation.ts';
import {
  disabling,
  enabling,
  forgetPassword,
  isDisabled,
  isLocked,
  lastManager,
  leavesNobodyToSign,
  lockAccount,
  notThere,
  notYourself,
  unlocking,
} from './kept-account.ts';

/** For a forgotten password or a lost code: a new one-time code, after which nothing older lets anybody in. */
export const resetAccount = command(accountsContract.resetAccount, {
  name: 'people.reset-account',
  keepsNoAnswer: true,
  run: async (tx, { params: { accountId } }, { actor, now, machineNow }) => {
    const { cityId } = actor;
    const account = (await lockAccount(tx, cityId, accountId)).find((one) => one.accountId === accountId);
    if (!account) return notThere;
    if (accountId === actor.accountId) return notYourself;
    if (account.disabledAt) return isDisabled;
    const { enterpriseId, login, name } = account;
    const { code, expiresAt, statements } = newCode(cityId, { accountId, enterpriseId }, actor.accountId, now);
    for (const statement of [...forgetPassword(cityId, accountId, machineNow), ...statements]) tx.later(statement);
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
    const accounts = await lockAccount(tx, actor.cityId, accountId);
    const account = accounts.find((one) => one.accountId === accountId);
    if (!account) return notThere;
    if (accountId === actor.accountId) return notYourself;
    if (account.disabledAt) return refuse('accounts.isDisabled', 409);
    if (leavesNobodyToSign(accounts, account)) return lastManager;
    for (const statement of disabling(actor.cityId, accountId, now, machineNow)) tx.later(statement);
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
    const account = (await lockAccount(tx, actor.cityId, accountId)).find((one) => one.accountId === accountId);
    if (!account) return notThere;
    if (!account.disabledAt) return refuse('accounts.isEnabled', 409);
    tx.later(enabling(actor.cityId, accountId));
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
    const account = (await lockAccount(tx, actor.cityId, accountId)).find((one) => one.accountId === accountId);
    if (!account) return notThere;
    if (!isLocked(account, machineNow)) return refuse('accounts.isNotLocked', 409);
    tx.later(unlocking(actor.cityId, accountId));
    return ok({
      done: { accountId },
      subject: { type: 'account', id: accountId },
      record: { login: account.login, lockedUntil: account.lockedUntil?.toISOString() ?? '', unlocked: true },
    });
  },
});
