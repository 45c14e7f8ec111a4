import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { RegisterChanged } from '#parties/enterprises/register-change.events.ts';
import { insertChange } from '#parties/enterprises/server/register-change/insert-change.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { rosterContract } from '../../roster.contract.ts';
import { correctedValues } from './corrected-values.ts';
import { refreshSearchText } from './enter-rows.ts';
import { directoryOf } from './roster.queries.ts';
import { codeFaults } from './unit-input.ts';

interface Current {
  enterpriseId: string;
  state: string;
  enterpriseName: string;
  unitName: string;
  industry: string;
  divisionCode: string;
  bodyId: string;
  affiliation: string;
  address: string;
  legalRepresentative: string;
  contactName: string;
  contactPhone: string;
  unitVersion: number;
  enterpriseVersion: number;
}

const lockUnit = (tx: Tx, cityId: number, campaignId: string, unitId: string): Promise<Current | undefined> =>
  tx.row<Current>(sql`
    select u.enterprise_id as "enterpriseId", d.state, e.name as "enterpriseName", u.name as "unitName", u.industry,
      u.division_code as "divisionCode", u.supervising_body_id as "bodyId", e.affiliation, e.address,
      e.legal_representative as "legalRepresentative", e.contact_name as "contactName", e.contact_phone as "contactPhone",
      u.version as "unitVersion", e.version as "enterpriseVersion"
    from declarations d join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    where d.city_id = ${cityId} and d.campaign_id = ${campaignId} and d.unit_id = ${unitId} for update`);

const submittedOf = async (tx: Tx, cityId: number, campaignId: string, enterpriseId: string): Promise<boolean> =>
  (await tx.row(sql`select 1 from declarations where city_id = ${cityId} and campaign_id = ${campaignId}
    and enterprise_id = ${enterpriseId} and state = 'submitted' limit 1`)) !== undefined;

/** Corrects what the register keeps of a unit and its enterprise; what a submitted declaration was routed by stays. */
export const editUnit = command(rosterContract.editUnit, {
  name: 'campaign.edit-unit',
  constraints: {
    units_same_unit_once: { kind: 'refusal', code: 'roster.unitAlreadyThere', status: 409, again: 'final' },
  },
  run: async (tx, { params, body }, { actor, now }) => {
    const { cityId } = actor;
    const { campaignId, unitId } = params;
    const directory = await directoryOf(tx, cityId, campaignId);
    const before = directory && (await lockUnit(tx, cityId, campaignId, unitId));
    if (!directory || !before) return refuse('input.noSuchRecord', 404);
    if (before.unitVersion !== body.baseUnitVersion || before.enterpriseVersion !== body.baseEnterpriseVersion)
      return refuse('platform.stale', 409);
    const { reason, baseUnitVersion: _unit, baseEnterpriseVersion: _enterprise, ...form } = body;
    const faults = codeFaults(directory, form);
    if (faults.length > 0) return issues(faults);
    if (form.industry !== before.industry && before.state !== 'not-started')
      return refuse('roster.industryFixed', 409, undefined, 'final');
    const moves = form.divisionCode !== before.divisionCode || form.bodyId !== before.bodyId;
    const changesAffiliation = form.affiliation !== before.affiliation;
    if (
      (moves && before.state === 'submitted') ||
      (changesAffiliation && (await submittedOf(tx, cityId, campaignId, before.enterpriseId)))
    )
      return refuse('roster.routeFixed', 409, undefined, 'final');

    await tx.run(sql`update enterprises set name = ${form.enterpriseName}, affiliation = ${form.affiliation}, address = ${form.address},
        legal_representative = ${form.legalRepresentative}, contact_name = ${form.contactName}, contact_phone = ${form.contactPhone},
        version = version + 1
      where city_id = ${cityId} and enterprise_id = ${before.enterpriseId}`);
    await tx.run(sql`update units set name = ${form.unitName}, industry = ${form.industry}, division_code = ${form.divisionCode},
        supervising_body_id = ${form.bodyId}, version = version + 1
      where city_id = ${cityId} and unit_id = ${unitId}`);
    if (form.industry !== before.industry)
      await tx.run(sql`update declarations d set industry = ${form.industry}, edition_hash = ce.edition_hash, version = d.version + 1,
          changed_at = ${now}
        from (select * from campaign_editions where city_id = ${cityId} and campaign_id = ${campaignId} and industry = ${form.industry} for share) ce
        where d.city_id = ${cityId} and d.campaign_id = ${campaignId} and d.unit_id = ${unitId}`);
    await refreshSearchText(tx, cityId, [before.enterpriseId]);
    const corrected = correctedValues(before, form, directory);
    const changeId = newId();
    if (corrected.length > 0)
      for (const statement of insertChange({
        cityId,
        changeId,
        enterpriseId: before.enterpriseId,
        unitId,
        decider: 'city-office',
        bodyId: before.bodyId,
        concerned: [],
        origin: 'correction',
        reason,
        proofId: null,
        by: { accountId: actor.accountId, name: actor.name },
        at: now,
        values: corrected,
      }))
        tx.later(statement);
    const event: RegisterChanged = {
      type: 'register.changed',
      changeId,
      enterpriseId: before.enterpriseId,
      unitId,
      fields: corrected.map(({ field }) => field),
      reason,
      reviews: {},
    };
    const changes = Object.fromEntries(
      Object.entries(form).flatMap(([key, value]) => {
        const was = before[key as keyof typeof form];
        return was === value ? [] : [[key, { from: was, to: value }]];
      }),
    );
    return ok({
      done: { unitId },
      subject: { type: 'unit', id: unitId },
      record: { campaignId, enterpriseId: before.enterpriseId, changes, reason },
      events: [event],
    });
  },
});
