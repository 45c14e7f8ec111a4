import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { colleaguesContract } from '../../colleagues.contract.ts';
import { MOST_COLLEAGUES } from '../../domain/colleague-rule.ts';
import { newCode } from '../accounts/invitation.ts';
import {
  disabling,
  enabling,
  forgetPassword,
  isDisabled,
  isLocked,
  lastManager,
  leavesNobodyToSign,
  notThere,
  notYourself,
  unlocking,
} from '../accounts/kept-account.ts';
import { tooMany } from './invite-colleague.ts';
import { loadColleagues } from './own-colleagues.ts';

/** For a colleague's forgotten password or lost code. */
export const resetColleague = command(colleaguesContract.resetColleague, {
  name: 'people.reset-colleague',
  keepsNoAnswer: true,
  run: async (tx, { params: { colleagueId } }, { actor, now, machineNow }) => {
    const { cityId } = actor;
    const { one } = await loadColleagues(tx, actor, colleagueId);
    if (!one) return notThere;
    if (colleagueId === actor.accountId) return notYourself;
    if (one.disabledAt) return isDisabled;
    const { accountId, enterpriseId, login, name } = one;
    const code = newCode(cityId, { accountId, enterpriseId }, actor.accountId, now, 'colleague');
    const expiresAt = code.expiresAt.toISOString();
    for (const statement of [...forgetPassword(cityId, accountId, machineNow), ...code.statements]) tx.later(statement);
    return ok({
      done: { accountId, login, name, code: code.code, expiresAt },
      subject: { type: 'account', id: accountId },
      record: { login, reset: true, codeExpiresAt: expiresAt },
    });
  },
});

export const disableColleague = command(colleaguesContract.disableColleague, {
  name: 'people.disable-colleague',
  run: async (tx, { params: { colleagueId }, body }, { actor, now, machineNow }) => {
    const { all, one } = await loadColleagues(tx, actor, colleagueId);
    if (!one) return notThere;
    if (colleagueId === actor.accountId) return notYourself;
    if (one.disabledAt) return isDisabled;
    if (leavesNobodyToSign(all, one)) return lastManager;
    for (const statement of disabling(actor.cityId, colleagueId, now, machineNow)) tx.later(statement);
    return ok({
      done: { accountId: colleagueId },
      subject: { type: 'account', id: colleagueId },
      record: { login: one.login, disabled: true, reason: body.reason },
    });
  },
});

export const enableColleague = command(colleaguesContract.enableColleague, {
  name: 'people.enable-colleague',
  run: async (tx, { params: { colleagueId } }, { actor }) => {
    const { all, one } = await loadColleagues(tx, actor, colleagueId);
    if (!one) return notThere;
    if (!one.disabledAt) return refuse('accounts.isEnabled', 409);
    if (all.filter(({ disabledAt }) => disabledAt === null).length >= MOST_COLLEAGUES) return tooMany;
    tx.later(enabling(actor.cityId, colleagueId));
    return ok({
      done: { accountId: colleagueId },
      subject: { type: 'account', id: colleagueId },
      record: { login: one.login, disabled: false },
    });
  },
});

export const unlockColleague = command(colleaguesContract.unlockColleague, {
  name: 'people.unlock-colleague',
  run: async (tx, { params: { colleagueId } }, { actor, machineNow }) => {
    const { one } = await loadColleagues(tx, actor, colleagueId);
    if (!one) return notThere;
    if (!isLocked(one, machineNow)) return refuse('accounts.isNotLocked', 409);
    tx.later(unlocking(actor.cityId, colleagueId));
    return ok({
      done: { accountId: colleagueId },
      subject: { type: 'account', id: colleagueId },
      record: { login: one.login, lockedUntil: one.lockedUntil?.toISOString() ?? '', unlocked: true },
    });
  },
});
