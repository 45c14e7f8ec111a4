import { dayOf } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { renderPdf } from '#support/documents/pdf/render-pdf.ts';
import { accountsContract } from '../../accounts.contract.ts';
import { codeDigest, newActivationCode } from '../activation-code.ts';
import { type EnterpriseAccount, enterprisesById, enterprisesWithoutSlip } from './enterprise-accounts.queries.ts';
import { expiryOf } from './invitation.ts';
import { slipDocument } from './slip-document.ts';

/** Enterprises whose slips fit into one print: 50 pages. */
const MOST = 200;

interface Slip {
  readonly enterpriseId: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly code: string;
}

interface Prepared {
  readonly slips: readonly Slip[];
  readonly expiresAt: Date;
  readonly pdf: Uint8Array;
}

const chosen = (
  found: readonly EnterpriseAccount[],
  wanted: readonly string[] | undefined,
): Result<readonly EnterpriseAccount[], Fault> => {
  if (wanted && found.length !== new Set(wanted).size) return refuse('input.noSuchRecord', 404);
  const inUse = found.find((one) => one.state === 'active');
  if (inUse) return refuse('slips.inUse', 409, { name: inUse.name }, 'final');
  const disabled = found.find((one) => one.state === 'disabled');
  if (disabled) return refuse('slips.disabled', 409, { name: disabled.name }, 'final');
  return found.length === 0 ? refuse('slips.nothing', 409, undefined, 'final') : ok(found);
};

/** Makes accounts and one-time codes for enterprises, and prints them; the codes exist on paper only. */
export const issueSlips = command(accountsContract.issueSlips, {
  name: 'people.issue-slips',
  keepsNoAnswer: true,
  constraints: {
    accounts_one_per_login: { kind: 'refusal', code: 'platform.stale', status: 409, again: 'conflict' },
  },
  prepare: async ({ body }, context, read): Promise<Result<Prepared, Fault>> => {
    const { enterpriseIds, bodyId, address } = body;
    const enterprises = chosen(
      await read((reader) =>
        enterpriseIds
          ? enterprisesById(reader, context, enterpriseIds)
          : enterprisesWithoutSlip(reader, context, bodyId, MOST),
      ),
      enterpriseIds,
    );
    if (!enterprises.ok) return enterprises;
    const issuer = await read((reader) =>
      reader.row<{ name: string }>(
        sql`select name from bodies where city_id = ${context.actor.cityId} and body_id = ${context.actor.bodyId}`,
      ),
    );
    const expiresAt = expiryOf('enterprise', context.now);
    const slips = enterprises.value.map((one) => ({
      enterpriseId: one.enterpriseId,
      accountId: one.accountId ?? newId(),
      login: one.login ?? one.creditCode.toLowerCase(),
      name: one.contactName || one.name,
      code: newActivationCode(),
    }));
    const lines = enterprises.value.map((one, at) => ({
      ...one,
      login: slips[at]?.login ?? '',
      code: slips[at]?.code ?? '',
    }));
    const document = slipDocument(lines, { issuer: issuer?.name, address, until: dayOf(expiresAt) });
    const { pdf } = await renderPdf('slip', document, context.now);
    return ok({ slips, expiresAt, pdf });
  },
  run: async (tx, _input, { actor, now }, { slips, expiresAt, pdf }) => {
    const { cityId } = actor;
    const input = sql`jsonb_to_recordset(${json(
      slips.map((slip) => ({
        ...slip,
        code: undefined,
        activationId: newId(),
        digest: codeDigest(slip.code).toString('hex'),
      })),
    )}::jsonb) as r("enterpriseId" uuid, "accountId" uuid, login text, name text, "activationId" uuid, digest text)`;
    // Between preparing and here somebody may have opened an account or printed the same slips.
    await tx.run(sql`insert into accounts (city_id, account_id, login, name, roles, enterprise_id, created_at)
      select ${cityId}::int, r."accountId", r.login, r.name, array['enterprise', 'enterprise-manager'], r."enterpriseId", ${now}::timestamptz from ${input}
      where not exists (select 1 from accounts a where a.city_id = ${cityId} and a.account_id = r."accountId")`);
    const usable = await tx.rows(sql`select a.account_id from accounts a join ${input} on a.account_id = r."accountId"
      where a.city_id = ${cityId} and a.password_hash is null and a.disabled_at is null for update of a`);
    if (usable.length !== slips.length) return refuse('platform.stale', 409);
    await tx.run(sql`update activations v set withdrawn_at = ${now} from ${input} where v.city_id = ${cityId}
      and v.account_id = r."accountId" and v.used_at is null and v.withdrawn_at is null`);
    await tx.run(sql`insert into activations (city_id, activation_id, code_digest, purpose, account_id, enterprise_id, expires_at, created_by, created_at)
      select ${cityId}::int, r."activationId", decode(r.digest, 'hex'), 'enterprise', r."accountId", r."enterpriseId", ${expiresAt}::timestamptz,
        ${actor.accountId}::uuid, ${now}::timestamptz from ${input}`);
    return ok({
      done: { pdf, day: dayOf(now) },
      subject: { type: 'body', id: actor.bodyId ?? '' },
      record: {
        slips: slips.map(({ enterpriseId, accountId, login }) => ({ enterpriseId, accountId, login })),
        codesExpireAt: expiresAt.toISOString(),
      },
    });
  },
});
