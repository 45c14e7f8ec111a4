import { dayOf } from '#lib/plain-date.ts';
import { type Fault, ok, type Result } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { renderPdf } from '#support/documents/pdf/render-pdf.ts';
import { colleaguesContract } from '../../colleagues.contract.ts';
import { enterprisesById } from '../accounts/enterprise-accounts.queries.ts';
import { type NewCode, newCode } from '../accounts/invitation.ts';
import { forgetPassword, isDisabled, lockAccount, notThere } from '../accounts/kept-account.ts';
import { slipDocument } from '../accounts/slip-document.ts';

interface Manager {
  readonly login: string;
  readonly enterpriseId: string;
  readonly disabledAt: Date | null;
}

const findManager = (reader: Reader, cityId: number, managerId: string): Promise<Manager | undefined> =>
  reader.row<Manager>(sql`select login, enterprise_id as "enterpriseId", disabled_at as "disabledAt" from accounts
    where city_id = ${cityId} and account_id = ${managerId} and enterprise_id is not null and 'enterprise-manager' = any(roles)`);

interface Prepared {
  readonly code: NewCode;
  readonly pdf: Uint8Array;
}

/** A manager's forgotten password is reset by the body that supervises the enterprise, on paper, as the first code came. */
export const resetManager = command(colleaguesContract.resetManager, {
  name: 'people.reset-manager',
  keepsNoAnswer: true,
  prepare: async ({ params: { managerId }, body }, context, read): Promise<Result<Prepared, Fault>> => {
    const { actor, now } = context;
    const { cityId } = actor;
    const manager = await read((reader) => findManager(reader, cityId, managerId));
    if (!manager) return notThere;
    const { enterpriseId, login } = manager;
    const [enterprise] = await read((reader) => enterprisesById(reader, context, [enterpriseId]));
    if (!enterprise) return notThere;
    if (manager.disabledAt) return isDisabled;
    const issuer = await read((reader) =>
      reader.row<{ name: string }>(
        sql`select name from bodies where city_id = ${cityId} and body_id = ${actor.bodyId}`,
      ),
    );
    const code = newCode(cityId, { accountId: managerId, enterpriseId }, actor.accountId, now);
    const slip = { ...enterprise, login, code: code.code };
    const about = { issuer: issuer?.name, address: body.address, until: dayOf(code.expiresAt) };
    const { pdf } = await renderPdf('slip', slipDocument([slip], about), now);
    return ok({ code, pdf });
  },
  run: async (tx, { params: { managerId }, body }, { actor, now, machineNow }, { code, pdf }) => {
    const { cityId } = actor;
    const account = (await lockAccount(tx, cityId, managerId)).find(({ accountId }) => accountId === managerId);
    if (!account) return notThere;
    if (account.disabledAt) return isDisabled;
    for (const statement of [...forgetPassword(cityId, managerId, machineNow), ...code.statements]) tx.later(statement);
    return ok({
      done: { pdf, day: dayOf(now) },
      subject: { type: 'account', id: managerId },
      record: {
        login: account.login,
        enterpriseId: account.enterpriseId,
        reset: true,
        wasInUse: account.opened,
        reason: body.reason,
        codeExpiresAt: code.expiresAt.toISOString(),
      },
    });
  },
});
