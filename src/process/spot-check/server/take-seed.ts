import { type Issue, issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { publish } from '#support/publication/server/publish.ts';
import { type Draw, draw, parsePoolCsv, parseStrataCsv } from '../domain/index.ts';
import { seedFault } from '../domain/seed.ts';
import { drawContract } from '../draw.contract.ts';
import { officialTime, resultPage } from './draw-publication.ts';
import { sha256 } from './sha256.ts';

interface Frozen {
  readonly number: string;
  readonly pool: string;
  readonly strata: string;
  readonly poolDigest: string;
  readonly paramsDigest: string;
}

interface Locked extends Frozen {
  readonly state: string;
  readonly campaignId: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly frozenAt: Date;
  readonly slug: string;
  readonly publicationId: string;
}

interface UnitRow {
  readonly poolId: string;
  readonly reviewId: string;
  readonly enterpriseName: string;
  readonly unitName: string;
}

const recomputed = (frozen: Frozen, seed: string): Draw => {
  const pool = parsePoolCsv(frozen.pool);
  const strata = parseStrataCsv(frozen.strata);
  if (!pool.ok || !strata.ok) throw new Error(`the files of draw ${frozen.number} no longer read`);
  const result = draw(pool.value, { strata: strata.value }, seed, sha256);
  if (!result.ok) throw new Error(`draw ${frozen.number} cannot be made: ${JSON.stringify(result.error.issues[0])}`);
  const { poolDigest, paramsDigest } = result.value;
  if (poolDigest !== frozen.poolDigest || paramsDigest !== frozen.paramsDigest)
    throw new Error(`the files of draw ${frozen.number} are not those that were published`);
  return result.value;
};

/** 当众取种、抽取: once per draw, with the files that were published before the seed existed. */
export const takeSeed = command(drawContract.takeSeed, {
  name: 'spot-check.take-seed',
  prepare: async ({ params: { drawId }, body }, { actor }, read) => {
    const wrongSeed = seedFault(body.seed);
    const faults: Issue[] = [
      ...(wrongSeed ? [{ path: 'seed', code: wrongSeed }] : []),
      ...(body.source.isWellFormed() ? [] : [{ path: 'source', code: 'draw.seedNotText' }]),
    ];
    if (faults.length > 0) return issues(faults);
    // What was frozen never changes, so that the draw can be made before the record is locked.
    const frozen = await read((reader) =>
      reader.row<Frozen>(sql`select number, pool_csv as pool, strata_csv as strata, pool_digest as "poolDigest", params_digest as "paramsDigest"
        from draws where city_id = ${actor.cityId} and draw_id = ${drawId}`),
    );
    return frozen ? ok(recomputed(frozen, body.seed)) : refuse('input.noSuchRecord', 404);
  },
  run: async (tx, { params: { drawId }, body }, context, result) => {
    const { actor, now } = context;
    const { cityId } = actor;
    const frozen = await tx.row<Locked>(sql`
      select d.number, d.state, d.campaign_id as "campaignId", d.pool_csv as pool, d.strata_csv as strata, d.strata_reasons as reasons,
        d.pool_digest as "poolDigest", d.params_digest as "paramsDigest", d.frozen_at as "frozenAt", p.slug, p.publication_id as "publicationId"
      from draws d join publications p on p.city_id = d.city_id and p.publication_id = d.publication_id
      where d.city_id = ${cityId} and d.draw_id = ${drawId} for update of d`);
    if (!frozen) return refuse('input.noSuchRecord', 404);
    if (frozen.state !== 'frozen') return refuse('spot-check.alreadyDrawn', 409, { number: frozen.number }, 'final');
    const units = await tx.rows<UnitRow>(sql`
      select x.pool_id as "poolId", x.review_id as "reviewId", e.name as "enterpriseName", u.name as "unitName"
      from draw_units x join units u on u.city_id = x.city_id and u.unit_id = x.unit_id
      join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
      where x.city_id = ${cityId} and x.draw_id = ${drawId}`);
    const byPoolId = new Map(units.map((unit) => [unit.poolId, unit]));
    const line = JSON.stringify(result);
    const witnesses = body.witnesses.join('、');
    const page = resultPage({
      number: frozen.number,
      frozenAt: officialTime(frozen.frozenAt),
      poolDigest: frozen.poolDigest,
      paramsDigest: frozen.paramsDigest,
      pool: frozen.pool,
      strata: frozen.strata,
      rows: result.strata.map((row) => ({ ...row, reason: frozen.reasons[row.stratum] ?? '' })),
      drawnAt: officialTime(now),
      seed: body.seed,
      source: body.source,
      witnesses,
      draw: result,
      line,
      names: byPoolId,
    });
    const slug = `${frozen.slug}-result`;
    const { publicationId } = publish(tx, context, {
      kind: 'draw',
      slug,
      ...page,
      supersedes: frozen.publicationId,
    });
    const drawn = result.strata.flatMap((stratum) => stratum.drawn);
    tx.later(sql`update draws set state = 'drawn', seed = ${body.seed}, seed_source = ${body.source}, witnesses = ${witnesses}, result = ${line},
        drawn_by = ${actor.accountId}, drawn_at = ${now}, result_publication_id = ${publicationId}
      where city_id = ${cityId} and draw_id = ${drawId}`);
    tx.later(sql`update draw_units x set drawn = t.id is not null, rank = t.rank, ticket = t.ticket
      from draw_units o left join jsonb_to_recordset(${json(drawn)}::jsonb) as t (id text, rank int, ticket text) on t.id = o.pool_id
      where o.city_id = ${cityId} and o.draw_id = ${drawId} and x.city_id = o.city_id and x.draw_id = o.draw_id and x.review_id = o.review_id`);
    const opened = drawn.map(({ id }) => ({ verificationId: newId(), reviewId: byPoolId.get(id)?.reviewId }));
    tx.later(sql`insert into verifications (city_id, verification_id, campaign_id, draw_id, cause, review_id, declaration_id, unit_id, edition_hash, created_at)
      select r.city_id, v."verificationId", r.campaign_id, ${drawId}, 'drawn', r.review_id, r.declaration_id, r.unit_id, r.edition_hash, ${now}
      from jsonb_to_recordset(${json(opened)}::jsonb) as v ("verificationId" uuid, "reviewId" uuid)
      join reviews r on r.city_id = ${cityId} and r.review_id = v."reviewId"`);
    return ok({
      done: { drawn: drawn.length, slug },
      subject: { type: 'draw', id: drawId },
      record: {
        number: frozen.number,
        seed: body.seed,
        source: body.source,
        witnesses: body.witnesses,
        key: result.key,
        drawn: drawn.map(({ id }) => id),
      },
    });
  },
});
