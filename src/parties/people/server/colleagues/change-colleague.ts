import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { colleaguesContract } from '../../colleagues.contract.ts';
import { handedOver, isActive, someoneMaySign } from '../../domain/colleague-rule.ts';
import { asColleague, lastManager, notThere, notYourself } from '../accounts/kept-account.ts';
import { loadColleagues } from './own-colleagues.ts';

/** Changes name, telephone and roles, also the own; somebody who can sign is always left. */
export const changeColleague = command(colleaguesContract.changeColleague, {
  name: 'people.change-colleague',
  run: async (tx, { params: { colleagueId }, body }, { actor }) => {
    const { all, one } = await loadColleagues(tx, actor, colleagueId);
    if (!one) return notThere;
    const roles = [...new Set(body.roles)];
    const { name, phone } = body;
    const before = all.map(asColleague);
    if (someoneMaySign(before, []) && !someoneMaySign(before, [{ ...asColleague(one), roles }])) return lastManager;
    tx.later(sql`update accounts set name = ${name}, phone = ${phone}, roles = ${roles}::text[]
      where city_id = ${actor.cityId} and account_id = ${colleagueId}`);
    return ok({
      done: { accountId: colleagueId },
      subject: { type: 'account', id: colleagueId },
      record: { login: one.login, before: { name: one.name, roles: one.roles }, name, phone, roles },
    });
  },
});

/** 移交负责人: the role of manager passes to a colleague whose account is in use. */
export const handOverManager = command(colleaguesContract.handOverManager, {
  name: 'people.hand-over-manager',
  run: async (tx, { params: { colleagueId } }, { actor }) => {
    const { all, one } = await loadColleagues(tx, actor, colleagueId);
    const self = all.find(({ accountId }) => accountId === actor.accountId);
    if (!one || !self) return notThere;
    if (one === self) return notYourself;
    if (!isActive(asColleague(one))) return refuse('colleagues.notInUse', 409, { name: one.name }, 'final');
    const { from, to } = handedOver(self.roles, one.roles);
    for (const [accountId, roles] of [
      [self.accountId, from],
      [one.accountId, to],
    ] as const)
      tx.later(
        sql`update accounts set roles = ${[...roles]}::text[] where city_id = ${actor.cityId} and account_id = ${accountId}`,
      );
    return ok({
      done: { accountId: colleagueId },
      subject: { type: 'account', id: colleagueId },
      record: { login: one.login, from: { accountId: self.accountId, roles: from }, roles: to },
    });
  },
});
