import { type Issue, issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Outcome } from '#platform/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { assignmentFaults, type KnownExpert } from '../domain/assignment.ts';
import { statesFor, type VerificationState } from '../domain/verification.ts';
import { verificationContract } from '../verification.contract.ts';

interface Row {
  readonly verificationId: string;
  readonly campaignId: string;
  readonly state: VerificationState;
  readonly version: number;
  readonly industry: string;
  readonly unitName: string;
  readonly recused: readonly string[];
}

const lockAll = (tx: Tx, cityId: number, ids: readonly string[]): Promise<Row[]> =>
  tx.rows<Row>(sql`
    select v.verification_id as "verificationId", v.campaign_id as "campaignId", v.state, v.version, u.industry, u.name as "unitName",
      array(select x.account_id::text from verification_experts x where x.city_id = v.city_id and x.verification_id = v.verification_id
        and x.recused_at is not null) as recused
    from verifications v join units u on u.city_id = v.city_id and u.unit_id = v.unit_id
    where v.city_id = ${cityId} and v.verification_id = any(${ids}::uuid[]) order by v.verification_id for update of v`);

/** 指派专家: at least as many as the scheme asks for, of the unit's industry, one of them the lead; replaces who was named before. */
export const assignExperts = command(verificationContract.assignExperts, {
  name: 'spot-check.assign-experts',
  run: async (tx, { body }, { actor, now }) => {
    const { cityId } = actor;
    const versions = new Map(body.verifications.map((one) => [one.verificationId, one.baseVersion]));
    const rows = await lockAll(tx, cityId, [...versions.keys()]);
    const [first] = rows;
    if (!first || rows.length < versions.size) return refuse('input.noSuchRecord', 404);
    const wrong = rows.find(({ state }) => !statesFor('assign').includes(state));
    if (wrong) return refuse(`spot-check.state.${wrong.state}`, 409);
    if (rows.some(({ verificationId, version }) => versions.get(verificationId) !== version))
      return refuse('platform.stale', 409);
    const accounts = await tx.rows<KnownExpert>(sql`
      select account_id as "accountId", name, industries from accounts
      where city_id = ${cityId} and account_id = any(${body.experts}::uuid[]) and 'expert' = any(roles) and disabled_at is null`);
    const faults: Issue[] = [];
    for (const row of rows) {
      const { expertsPerUnit } = (await schemeOfCampaign(tx, cityId, row.campaignId)).spotCheck;
      faults.push(
        ...assignmentFaults(
          { experts: body.experts, lead: body.lead, known: accounts, needed: expertsPerUnit.value },
          row,
        ),
      );
    }
    if (faults.length > 0) return issues(distinct(faults));

    const ids = rows.map(({ verificationId }) => verificationId);
    tx.later(sql`delete from verification_experts where city_id = ${cityId} and verification_id = any(${ids}::uuid[])
      and recused_at is null and account_id <> all(${body.experts}::uuid[])`);
    const named = ids.flatMap((verificationId) =>
      body.experts.map((accountId) => ({ verificationId, accountId, lead: accountId === body.lead })),
    );
    tx.later(sql`insert into verification_experts (city_id, verification_id, account_id, lead, assigned_at)
      select ${cityId}, n."verificationId", n."accountId", n.lead, ${now}
      from jsonb_to_recordset(${json(named)}::jsonb) as n ("verificationId" uuid, "accountId" uuid, lead boolean)
      on conflict (city_id, verification_id, account_id) do update set lead = excluded.lead`);
    tx.later(sql`update verifications set state = 'assigned', version = version + 1, assigned_at = coalesce(assigned_at, ${now})
      where city_id = ${cityId} and verification_id = any(${ids}::uuid[])`);
    const names = accounts.map(({ accountId, name }) => ({ accountId, name, lead: accountId === body.lead }));
    const outcomes: (Outcome<unknown> & { command: string })[] = rows.map((row) => ({
      command: 'spot-check.assign-experts',
      done: null,
      subject: { type: 'verification', id: row.verificationId },
      record: { unit: row.unitName, state: 'assigned', experts: names },
    }));
    const [head, ...further] = outcomes;
    return ok({
      done: { assigned: rows.length },
      subject: { type: 'verification', id: first.verificationId },
      record: head?.record ?? {},
      further,
    });
  },
});

const distinct = (faults: readonly Issue[]): Issue[] => [
  ...new Map(faults.map((one) => [JSON.stringify(one), one])).values(),
];
