import { refuse } from '#lib/result.ts';
import type { Role } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { type Colleague, someoneMaySign } from '../../domain/colleague-rule.ts';

export interface KeptAccount {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly enterpriseId: string | null;
  readonly disabledAt: Date | null;
  readonly lockedUntil: Date | null;
  readonly opened: boolean;
}

const columns = sql`account_id as "accountId", login, name, roles, enterprise_id as "enterpriseId", disabled_at as "disabledAt",
  locked_until as "lockedUntil", password_hash is not null as opened`;

/** The account, and all of its enterprise if it has one; locked in one order, so that two who keep them at once wait for each other. */
export const lockAccount = (tx: Tx, cityId: number, accountId: string): Promise<KeptAccount[]> =>
  tx.rows<KeptAccount>(sql`select ${columns} from accounts
    where city_id = ${cityId} and (account_id = ${accountId}
      or enterprise_id = (select enterprise_id from accounts where city_id = ${cityId} and account_id = ${accountId}))
    order by account_id for update`);

/** All accounts of an enterprise, locked in the same order. */
export const lockColleagues = (tx: Tx, cityId: number, enterpriseId: string | null): Promise<KeptAccount[]> =>
  tx.rows<KeptAccount>(sql`select ${columns} from accounts
    where city_id = ${cityId} and enterprise_id = ${enterpriseId} order by account_id for update`);

export const asColleague = ({ accountId, roles, opened, disabledAt }: KeptAccount): Colleague => ({
  accountId,
  roles,
  opened,
  disabled: disabledAt !== null,
});

export const endSessions = (cityId: number, accountId: string, at: Date): Sql =>
  sql`update sessions set ended_at = ${at} where city_id = ${cityId} and account_id = ${accountId} and ended_at is null`;

/** Nothing older lets anybody in any more: what goes along with a new code for an account that may be in use. */
export const forgetPassword = (cityId: number, accountId: string, at: Date): readonly Sql[] => [
  sql`update accounts set password_hash = null, must_change_password = true, failed_sign_ins = 0, locked_until = null
    where city_id = ${cityId} and account_id = ${accountId}`,
  endSessions(cityId, accountId, at),
];

export const disabling = (cityId: number, accountId: string, now: Date, machineNow: Date): readonly Sql[] => [
  sql`update accounts set disabled_at = ${now} where city_id = ${cityId} and account_id = ${accountId}`,
  endSessions(cityId, accountId, machineNow),
];

export const enabling = (cityId: number, accountId: string): Sql =>
  sql`update accounts set disabled_at = null where city_id = ${cityId} and account_id = ${accountId}`;

export const unlocking = (cityId: number, accountId: string): Sql =>
  sql`update accounts set locked_until = null, failed_sign_ins = 0 where city_id = ${cityId} and account_id = ${accountId}`;

export const isLocked = ({ lockedUntil }: KeptAccount, machineNow: Date): boolean =>
  lockedUntil !== null && lockedUntil > machineNow;

/** Whether the enterprise would be left without anybody who can sign; false of every other account. */
export const leavesNobodyToSign = (accounts: readonly KeptAccount[], disabled: KeptAccount): boolean => {
  if (disabled.enterpriseId === null) return false;
  const before = accounts.map(asColleague);
  return someoneMaySign(before, []) && !someoneMaySign(before, [{ ...asColleague(disabled), disabled: true }]);
};

export const notThere = refuse('input.noSuchRecord', 404);
export const notYourself = refuse('accounts.notYourself', 409, undefined, 'final');
export const isDisabled = refuse('accounts.isDisabled', 409, undefined, 'final');
export const lastManager = refuse('colleagues.lastManager', 409, undefined, 'final');
