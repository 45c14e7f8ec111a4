import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { type DrawState, openDrawActions } from '../domain/draw-states.ts';
import { drawnFrom, parsePoolCsv, parseStrataCsv } from '../domain/index.ts';
import { recomputeCommand } from '../domain/seed.ts';
import { floorOf, suggestionFor } from '../domain/strata.ts';
import type { drawContract } from '../draw.contract.ts';
import { basisOf, candidatesOf, earlierDraws } from './candidates.ts';
import { visibleTo } from './verification-record.ts';

type Contract = typeof drawContract;
type BatchRow = Omit<AnswerOf<Contract['drawCandidates']>['batches'][number], 'receivedAt'> & {
  readonly state: 'sent' | 'received';
  readonly receivedAt: Date | null;
  readonly sentAt: Date;
};

/** Batches that are on their way, and received ones of which some units have been in no draw. */
const openBatches = (reader: Reader, cityId: number, campaignId: string): Promise<BatchRow[]> =>
  reader.rows<BatchRow>(sql`
    select b.batch_id as "batchId", b.number, o.short as "bodyName", b.state, b.sent_at as "sentAt", b.received_at as "receivedAt",
      count(m.review_id) filter (where x.review_id is null)::int as units
    from batches b join bodies o on o.city_id = b.city_id and o.body_id = b.body_id
    join batch_units m on m.city_id = b.city_id and m.batch_id = b.batch_id
    left join draw_units x on x.city_id = m.city_id and x.review_id = m.review_id
    where b.city_id = ${cityId} and b.campaign_id = ${campaignId}
    group by b.city_id, b.batch_id, b.number, o.short, b.state, b.sent_at, b.received_at
    having count(m.review_id) filter (where x.review_id is null) > 0
    order by b.sent_at`);

export const drawCandidates = async (
  reader: Reader,
  { actor }: Context,
  campaignId: string,
): Promise<Result<AnswerOf<Contract['drawCandidates']>, Fault>> => {
  const { cityId } = actor;
  const known = await reader.row(
    sql`select 1 from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`,
  );
  if (!known) return refuse('input.noSuchRecord', 404);
  const { spotCheck, ...scheme } = await schemeOfCampaign(reader, cityId, campaignId);
  const candidates = await candidatesOf(reader, cityId, campaignId, { ...scheme, spotCheck });
  const earlier = await earlierDraws(reader, cityId, campaignId);
  const batches = await openBatches(reader, cityId, campaignId);
  const { ratio, min, strata } = spotCheck;
  const sizes = Map.groupBy(candidates, ({ stratum }) => stratum);
  return ok({
    basis: basisOf(candidates),
    total: candidates.length,
    late: earlier.length > 0,
    ratio: { ...ratio },
    min: { ...min },
    strataBy: { value: [...strata.value], basis: strata.basis },
    strata: [...sizes.entries()]
      .map(([stratum, members]) => ({
        stratum,
        size: members.length,
        ...suggestionFor(stratum, { ratio: ratio.value, min: min.value, earlier }),
        floor: floorOf(stratum, earlier),
      }))
      .sort((a, b) => a.stratum.localeCompare(b.stratum, 'zh-CN')),
    batches: batches
      .filter(({ state }) => state === 'received')
      .map(({ state, sentAt, ...batch }) => ({ ...batch, receivedAt: (batch.receivedAt ?? sentAt).toISOString() })),
    awaited: batches
      .filter(({ state }) => state === 'sent')
      .map(({ batchId, number, bodyName, units, sentAt }) => ({
        batchId,
        number,
        bodyName,
        units,
        sentAt: sentAt.toISOString(),
      })),
  });
};

interface DrawRow {
  drawId: string;
  number: string;
  state: DrawState;
  late: boolean;
  poolSize: number;
  drawn: number;
  confirmed: number;
  frozenAt: Date;
  frozenByName: string;
  drawnAt: Date | null;
  slug: string;
  strataCsv: string;
}

const lineColumns: Sql = sql`d.draw_id as "drawId", d.number, d.state, d.frozen_at as "frozenAt", coalesce(f.name, '') as "frozenByName",
  d.drawn_at as "drawnAt", p.slug, d.strata_csv as "strataCsv",
  exists (select 1 from draws e where e.city_id = d.city_id and e.campaign_id = d.campaign_id and (e.frozen_at, e.draw_id) < (d.frozen_at, d.draw_id)) as late,
  (select count(*)::int from draw_units x where x.city_id = d.city_id and x.draw_id = d.draw_id) as "poolSize",
  (select count(*)::int from draw_units x where x.city_id = d.city_id and x.draw_id = d.draw_id and x.drawn) as drawn,
  (select count(*)::int from verifications v where v.city_id = d.city_id and v.draw_id = d.draw_id and v.state = 'confirmed') as confirmed`;

const fromDraws: Sql = sql`draws d join publications p on p.city_id = d.city_id and p.publication_id = d.publication_id
  left join accounts f on f.city_id = d.city_id and f.account_id = d.frozen_by`;

const strataOf = (csv: string) => {
  const parsed = parseStrataCsv(csv);
  if (!parsed.ok) throw new Error('the strata of a draw no longer read');
  return parsed.value;
};

const lineOf = <Row extends DrawRow>({ strataCsv, ...row }: Row) => ({
  ...row,
  strata: strataOf(strataCsv).length,
  frozenAt: row.frozenAt.toISOString(),
  drawnAt: row.drawnAt?.toISOString() ?? null,
});

export const drawsOf = async (reader: Reader, { actor }: Context, campaignId: string) => {
  const rows = await reader.rows<DrawRow>(sql`select ${lineColumns} from ${fromDraws}
    where d.city_id = ${actor.cityId} and d.campaign_id = ${campaignId} order by d.frozen_at desc, d.draw_id desc`);
  return ok({ draws: rows.map(lineOf) });
};

interface WholeRow extends DrawRow {
  campaignId: string;
  poolDigest: string;
  paramsDigest: string;
  poolCsv: string;
  reasons: Record<string, string>;
  seed: string | null;
  seedSource: string;
  witnesses: string;
  result: string | null;
  drawnByName: string;
  resultSlug: string | null;
}

type DrawAnswer = AnswerOf<Contract['draw']>;

const drawnUnits = (reader: Reader, actor: Actor, drawId: string) =>
  reader.rows<Omit<DrawAnswer['units'][number], 'industryName'> & { industry: string }>(sql`
    select x.rank, x.pool_id as "poolId", x.ticket, x.stratum, u.name as "unitName", e.name as "enterpriseName", u.industry,
      case when ${visibleTo(actor)} then json_build_object('verificationId', v.verification_id, 'state', v.state) end as verification
    from draw_units x join reviews r on r.city_id = x.city_id and r.review_id = x.review_id
    join units u on u.city_id = x.city_id and u.unit_id = x.unit_id
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    join verifications v on v.city_id = x.city_id and v.review_id = x.review_id and v.draw_id = x.draw_id
    where x.city_id = ${actor.cityId} and x.draw_id = ${drawId} and x.drawn order by x.stratum, x.rank`);

export const drawById = async (
  reader: Reader,
  { actor }: Context,
  drawId: string,
): Promise<Result<DrawAnswer, Fault>> => {
  const { cityId } = actor;
  const row = await reader.row<WholeRow>(sql`
    select ${lineColumns}, d.campaign_id as "campaignId", d.pool_digest as "poolDigest", d.params_digest as "paramsDigest", d.pool_csv as "poolCsv",
      d.strata_reasons as reasons, d.seed, d.seed_source as "seedSource", d.witnesses, d.result, coalesce(b.name, '') as "drawnByName", r.slug as "resultSlug"
    from ${fromDraws}
    left join accounts b on b.city_id = d.city_id and b.account_id = d.drawn_by
    left join publications r on r.city_id = d.city_id and r.publication_id = d.result_publication_id
    where d.city_id = ${cityId} and d.draw_id = ${drawId}`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const { industries } = await schemeOfCampaign(reader, cityId, row.campaignId);
  const { poolCsv, reasons, result, ...rest } = row;
  const pool = parsePoolCsv(poolCsv);
  if (!pool.ok) throw new Error(`the pool of draw ${row.number} no longer reads`);
  const sizes = Map.groupBy(pool.value, ({ stratum }) => stratum);
  const units = await drawnUnits(reader, actor, drawId);
  return ok({
    ...lineOf(rest),
    key: result === null ? null : (JSON.parse(result) as { key: string }).key,
    command: recomputeCommand(row.seed),
    strataList: strataOf(row.strataCsv).map(({ stratum, ratio, min }) => {
      const size = sizes.get(stratum)?.length ?? 0;
      const params = { stratum, ratio, min: Number(min) };
      return { ...params, size, reason: reasons[stratum] ?? '', sample: drawnFrom(size, params) };
    }),
    units: units.map(({ industry, ...unit }) => ({
      ...unit,
      industryName: industries.find(({ code }) => code === industry)?.name ?? industry,
    })),
    actions: [...openDrawActions(row.state, actor.roles)],
    history: [
      ...(row.drawnAt ? [{ at: row.drawnAt.toISOString(), what: 'drawn' as const, who: row.drawnByName }] : []),
      { at: row.frozenAt.toISOString(), what: 'frozen' as const, who: row.frozenByName },
    ],
  });
};
