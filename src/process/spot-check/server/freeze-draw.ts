import { issues, ok, type Refusal, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { formatDocumentNumber } from '#support/numbering/domain/number-format.ts';
import { publish } from '#support/publication/server/publish.ts';
import { drawDigests, formatPoolCsv, formatStrataCsv, poolOf } from '../domain/index.ts';
import { checkedStrata } from '../domain/strata.ts';
import { drawContract } from '../draw.contract.ts';
import { basisOf, candidatesOf, earlierDraws } from './candidates.ts';
import { frozenPage, officialTime } from './draw-publication.ts';
import { sha256 } from './sha256.ts';

export const NUMBER_PREFIX = '抽';

const changed: Refusal = { kind: 'refusal', code: 'spot-check.candidatesChanged', status: 409, again: 'conflict' };

/** 冻结并公布抽查池: what is published here binds the city office before there is a seed. */
export const freezeDraw = command(drawContract.freezeDraw, {
  name: 'spot-check.freeze-draw',
  constraints: { draw_units_review_once: changed },
  run: async (tx, { params: { campaignId }, body }, context) => {
    const { actor, now, today } = context;
    const { cityId } = actor;
    // Two freezings at once would take the same units: the campaign is locked first.
    const campaign = await tx.row(
      sql`select 1 from campaigns where city_id = ${cityId} and campaign_id = ${campaignId} for update`,
    );
    if (!campaign) return refuse('input.noSuchRecord', 404);
    const scheme = await schemeOfCampaign(tx, cityId, campaignId);
    const candidates = await candidatesOf(tx, cityId, campaignId, scheme);
    if (candidates.length === 0) return refuse('spot-check.noCandidates', 409);
    if (basisOf(candidates) !== body.basis) return refuse(changed.code, changed.status);
    const earlier = await earlierDraws(tx, cityId, campaignId);
    const { ratio, min } = scheme.spotCheck;
    const strata = checkedStrata(body.strata, {
      strata: [...new Set(candidates.map(({ stratum }) => stratum))],
      ratio: ratio.value,
      min: min.value,
      earlier,
    });
    if (!strata.ok) return strata;

    const pool = poolOf(candidates.map(({ poolId, stratum }) => ({ id: poolId, stratum })));
    if (!pool.ok) return issues(pool.error.issues);
    const digests = drawDigests(pool.value, { strata: strata.value }, sha256);
    if (!digests.ok) return issues(digests.error.issues);
    const { poolDigest, paramsDigest } = digests.value;
    const poolCsv = formatPoolCsv(pool.value);
    const strataCsv = formatStrataCsv(strata.value);
    const reasons = Object.fromEntries(
      body.strata.filter(({ reason }) => reason !== '').map(({ stratum, reason }) => [stratum, reason]),
    );

    const year = Number(today.slice(0, 4));
    const { seq } = await tx.one<{ seq: number }>(sql`select next_number(${cityId}, 'draw', ${year}) as seq`);
    const number = formatDocumentNumber({ prefix: NUMBER_PREFIX, year, seq });
    const slug = `draw-${year}-${seq}`;
    const page = frozenPage({
      number,
      frozenAt: officialTime(now),
      poolDigest,
      paramsDigest,
      pool: poolCsv,
      strata: strataCsv,
      rows: strata.value.map((row) => ({
        stratum: row.stratum,
        ratio: row.ratio,
        min: Number(row.min),
        size: candidates.filter(({ stratum }) => stratum === row.stratum).length,
        reason: reasons[row.stratum] ?? '',
      })),
    });
    const { publicationId } = publish(tx, context, { kind: 'draw', slug, ...page });
    const drawId = newId();
    tx.later(sql`insert into draws (city_id, draw_id, campaign_id, number, pool_csv, strata_csv, strata_reasons, ratio, minimum, pool_digest,
        params_digest, frozen_by, frozen_at, publication_id)
      values (${cityId}, ${drawId}, ${campaignId}, ${number}, ${poolCsv}, ${strataCsv}, ${json(reasons)}::jsonb, ${ratio.value}, ${min.value}, ${poolDigest},
        ${paramsDigest}, ${actor.accountId}, ${now}, ${publicationId})`);
    await tx.run(sql`insert into draw_units (city_id, draw_id, review_id, unit_id, pool_id, stratum)
      select ${cityId}, ${drawId}, c."reviewId", c."unitId", c."poolId", c.stratum
      from jsonb_to_recordset(${json(candidates)}::jsonb) as c ("reviewId" uuid, "unitId" uuid, "poolId" text, stratum text)`);
    return ok({
      done: { drawId, number, slug },
      subject: { type: 'draw', id: drawId },
      record: { number, poolDigest, paramsDigest, units: candidates.length, strata: strata.value, reasons },
    });
  },
});
