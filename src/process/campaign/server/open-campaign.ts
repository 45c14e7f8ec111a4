import { type PlainDate, plainDate } from '#lib/plain-date.ts';
import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { campaignContract } from '../campaign.contract.ts';
import { phaseDates } from '../domain/phase-dates.ts';
import { editionsInForce, newestScheme } from './campaign-setup.queries.ts';

/** Opens a campaign: dates from the scheme's offsets, for each industry the edition in force. */
export const openCampaign = command(campaignContract.openCampaign, {
  name: 'campaign.open-campaign',
  constraints: {
    campaigns_one_per_name: { kind: 'refusal', code: 'campaign.nameTaken', status: 409, again: 'final' },
  },
  run: async (tx, { body }, { actor, now }) => {
    const { cityId } = actor;
    const { scheme, hash } = await newestScheme(tx, cityId);
    const editions = await editionsInForce(tx, cityId);
    const inForce = editions.filter((one) => scheme.industries.some((industry) => industry.code === one.industry));
    if (inForce.length === 0) return refuse('campaign.noEditions', 409, undefined, 'final');
    const phases = phaseDates(scheme, plainDate(body.startsOn));
    const last = (day: PlainDate, other: PlainDate) => (day > other ? day : other);
    const endsOn = phases.map((phase) => phase.to).reduce(last);
    const campaignId = newId();
    await tx.run(sql`insert into campaigns (city_id, campaign_id, name, scheme_hash, starts_on, ends_on, opened_by, opened_at)
      values (${cityId}, ${campaignId}, ${body.name}, ${hash}, ${body.startsOn}, ${endsOn}, ${actor.accountId}, ${now})`);
    for (const phase of phases)
      tx.later(sql`insert into phase_dates (city_id, campaign_id, phase, starts_on, ends_on)
        values (${cityId}, ${campaignId}, ${phase.code}, ${phase.from}, ${phase.to})`);
    for (const edition of inForce)
      tx.later(sql`insert into campaign_editions (city_id, campaign_id, industry, edition_hash)
        values (${cityId}, ${campaignId}, ${edition.industry}, ${edition.hash})`);
    return ok({
      done: { campaignId },
      subject: { type: 'campaign', id: campaignId },
      record: {
        name: body.name,
        schemeHash: hash,
        startsOn: body.startsOn,
        endsOn,
        phases: phases.map(({ code, from, to }) => ({ phase: code, startsOn: from, endsOn: to })),
        editions: inForce.map(({ industry, hash: edition }) => ({ industry, edition })),
      },
      events: [{ type: 'campaign.opened', campaignId }],
    });
  },
});
