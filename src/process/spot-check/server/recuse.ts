import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { verificationContract } from '../verification.contract.ts';
import { lockFor } from './verification-record.ts';

/** 回避: the expert leaves and no longer sees the record; what was found so far stays for those who follow. */
export const recuse = command(verificationContract.recuse, {
  name: 'spot-check.recuse',
  run: async (tx, { params: { verificationId }, body }, { actor, now }) => {
    const { cityId } = actor;
    const found = await lockFor(tx, actor, verificationId, 'recuse');
    if (!found.ok) return found;
    const left = await tx.one<{ experts: number; leads: number }>(sql`
      select count(*)::int as experts, count(*) filter (where lead)::int as leads from verification_experts
      where city_id = ${cityId} and verification_id = ${verificationId} and recused_at is null and account_id <> ${actor.accountId}`);
    const { expertsPerUnit } = (await schemeOfCampaign(tx, cityId, found.value.campaignId)).spotCheck;
    const enough = left.experts >= expertsPerUnit.value && left.leads > 0;
    const state = enough ? found.value.state : 'to-assign';
    tx.later(sql`update verification_experts set recused_at = ${now}, recusal_reason = ${body.reason}, lead = false
      where city_id = ${cityId} and verification_id = ${verificationId} and account_id = ${actor.accountId}`);
    tx.later(sql`update verifications set state = ${state}, version = version + 1
      where city_id = ${cityId} and verification_id = ${verificationId}`);
    return ok({
      done: { state },
      subject: { type: 'verification', id: verificationId },
      record: { state, expert: actor.name, reason: body.reason },
    });
  },
});
