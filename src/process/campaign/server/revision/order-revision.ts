import type { PlainDate } from '#lib/plain-date.ts';
import { issues, ok, type Refusal, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { revisionContract } from '../../revision.contract.ts';
import { schemeByHash } from '../scheme-store.ts';
import { carryOut, type Ordered } from './carry-out.ts';
import { revisionEditions } from './revision-editions.ts';
import { termsOf } from './revision-terms.ts';
import { boundCount, type StandingOf } from './standing.ts';

const ahead: Refusal = { kind: 'refusal', code: 'campaign.revisionAhead', status: 409, again: 'conflict' };

/**
 * Orders that the campaign takes the edition in force from a named day on, or at once; not at once while units of the industry are bound by
 * what was published of them: their pool or list would no longer be what it was. Until a named day they may be finished, for an order that
 * waits keeps others from being transmitted; at its moment `carryOut` looks again.
 */
export const orderRevision = (standingOf: StandingOf) =>
  command(revisionContract.orderRevision, {
    name: 'campaign.order-edition-revision',
    constraints: { edition_revisions_one_ahead: ahead },
    run: async (tx, { params: { campaignId }, body }, context) => {
      const { actor, now, today } = context;
      const { cityId } = actor;
      const { industry, reason, workingDays } = body;
      const campaign = await tx.row<{ schemeHash: string; endsOn: PlainDate }>(sql`
        select scheme_hash as "schemeHash", ends_on as "endsOn" from campaigns
        where city_id = ${cityId} and campaign_id = ${campaignId} for update`);
      if (!campaign) return refuse('input.noSuchRecord', 404);
      const { used, inForce } = await revisionEditions(tx, cityId, campaignId, industry);
      if (!used) return issues([{ path: 'industry', code: 'input.notAChoice' }]);
      if (!inForce) return refuse('campaign.noEditionInForce', 409);
      if (inForce.hash === used.hash) return refuse('campaign.editionInUse', 409, { title: used.title });
      if (used.hash !== body.fromHash || inForce.hash !== body.toHash) return refuse('platform.stale', 409);
      const standing = await standingOf(tx, cityId, campaignId, industry);
      const bound = boundCount(standing);
      if (bound > 0 && body.effectiveOn === null)
        return refuse('campaign.revisionBound', 409, { count: bound, ...standing.bound });
      const terms = termsOf(cityId, today, campaign, body);
      if (!terms.ok) return terms;
      const scheme = await schemeByHash(tx, cityId, campaign.schemeHash);
      const name = scheme.industries.find(({ code }) => code === industry)?.name ?? industry;
      if (body.confirmation !== name)
        return issues([{ path: 'confirmation', code: 'campaign.revisionNotConfirmed', params: { expected: name } }]);

      const revisionId = newId();
      const { effectiveOn, dueOn } = terms.value;
      const order: Ordered = {
        revisionId,
        campaignId,
        industry,
        fromHash: used.hash,
        toHash: inForce.hash,
        reason,
        workingDays,
        dueOn,
      };
      await tx.run(sql`insert into edition_revisions (city_id, revision_id, campaign_id, industry, from_hash, to_hash, reason, effective_on,
          working_days, due_on, ordered_by, ordered_by_name, ordered_at)
        values (${cityId}, ${revisionId}, ${campaignId}, ${industry}, ${used.hash}, ${inForce.hash}, ${reason}, ${effectiveOn}, ${workingDays},
          ${dueOn}, ${actor.accountId}, ${actor.name}, ${now})`);
      const atOnce = body.effectiveOn === null ? await carryOut(tx, context, order, standingOf) : undefined;
      const { revisionId: _, ...record } = order;
      return ok({
        done: { revisionId },
        subject: { type: 'edition-revision', id: revisionId },
        record: { ...record, state: 'ordered', effectiveOn, atOnce: atOnce !== undefined },
        events: atOnce?.events ?? [],
        further: atOnce ? [atOnce] : [],
      });
    },
  });
