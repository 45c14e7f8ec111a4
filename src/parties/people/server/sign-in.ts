import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Role } from '#parties/access/domain/roles.ts';
import type { Outcome } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import { peopleContract, type Session } from '../people.contract.ts';
import { compareWithNothing, passwordMatches } from './passwords.ts';
import { sessionOf } from './session.queries.ts';
import { insertSession, type NewSession, newSession } from './session-token.ts';

/** Wrong passwords in a row that lock an account, and for how many minutes. */
export const LOCK = { after: 5, minutes: 30 };

interface Found {
  account_id: string;
  name: string;
  body_id: string | null;
  password_hash: string | null;
  roles: Role[];
  failed_sign_ins: number;
  locked_until: Date | null;
  disabled_at: Date | null;
}

export type SignedIn =
  | { readonly session: NewSession; readonly answer: Session }
  | { readonly refused: 'wrong' | 'locked' | 'disabled'; readonly minutes: number };

/** A wrong password is counted and recorded, so this command succeeds even when the person does not get in. */
export const signIn = command(peopleContract.signIn, {
  name: 'people.sign-in',
  keepsNoAnswer: true,
  prepare: async (input, context, read) => {
    const account = await read((reader) =>
      reader.row<Found>(sql`select account_id, name, body_id, password_hash, roles, failed_sign_ins, locked_until, disabled_at from accounts
        where city_id = ${context.actor.cityId} and login = lower(${input.body.login})`),
    );
    const matches = account?.password_hash
      ? await passwordMatches(account.password_hash, input.body.password)
      : await compareWithNothing(input.body.password);
    return ok({ account, matches });
  },
  run: async (tx, _input, context, { account, matches }): Promise<Result<Outcome<SignedIn>, Fault>> => {
    if (!account) return refuse('sign-in.wrong', 401, undefined, 'final');
    const { cityId } = context.actor;
    const now = context.machineNow;
    const subject = { type: 'account', id: account.account_id };
    const lockedFor = account.locked_until ? account.locked_until.getTime() - now.getTime() : 0;
    if (account.disabled_at || account.roles.length === 0) return refuse('sign-in.disabled', 403);
    if (lockedFor > 0) return refuse('sign-in.locked', 429, { minutes: Math.ceil(lockedFor / 60_000) }, 'retry');
    if (!matches) {
      const failed = account.failed_sign_ins + 1;
      const locks = failed >= LOCK.after;
      // Counted in the statement, so that guesses in parallel cannot share one count.
      tx.later(sql`update accounts set
          failed_sign_ins = case when failed_sign_ins + 1 >= ${LOCK.after} then 0 else failed_sign_ins + 1 end,
          locked_until = case when failed_sign_ins + 1 >= ${LOCK.after} then ${new Date(now.getTime() + LOCK.minutes * 60_000)}::timestamptz else locked_until end
        where city_id = ${cityId} and account_id = ${account.account_id}`);
      const done: SignedIn = { refused: locks ? 'locked' : 'wrong', minutes: LOCK.minutes };
      return ok({ done, subject, record: { refused: done.refused, failed } });
    }
    const session = newSession(cityId);
    tx.later(
      sql`update accounts set failed_sign_ins = 0, locked_until = null where city_id = ${cityId} and account_id = ${account.account_id}`,
    );
    tx.later(insertSession(session, account.account_id, now));
    const answer = await sessionOf(tx, cityId, account.account_id);
    const done: SignedIn = { session, answer };
    const by = { accountId: account.account_id, name: account.name, bodyId: account.body_id };
    return ok({ done, subject, record: { signedIn: true }, by });
  },
});
