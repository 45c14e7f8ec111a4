import { sql } from '#platform/db/sql.ts';
import { keepReviewed } from '#process/spot-check/server/keep-reviewed.ts';
import { type People, personOf } from './accounts.ts';
import { randomOf } from './data/random.ts';
import { at } from './days.ts';
import { makeBatches } from './make-batches.ts';
import { drawUnits, freezePool } from './make-draws.ts';
import type { ReviewIds } from './make-reviews.ts';
import { makeVerification, type OpenVerification, type Reached, readVerifications } from './make-verifications.ts';
import { drawDays, LAST_FREEZE } from './schedule.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

const ACT = '经抽查，该层抽中单元的核定类别与初审类别基本一致，未抽中单元沿用初审类别。';

/** Verifications of the last draw are at every stage; one after another, so that a small city has each of them too. */
const stages: readonly Reached[] = [
  'visiting',
  'submitted',
  'to-assign',
  'confirmed',
  'assigned',
  'recused',
  'visiting',
  'submitted',
];

const reachedIn = (wave: 1 | 2 | 3, index: number): Reached =>
  wave === 3 ? (stages[index % stages.length] ?? 'assigned') : 'confirmed';

/** Undrawn units of a draw, those of every second stratum only where the draw is recent. */
const undrawn = async ({ read, city }: Steps, drawId: string, all: boolean): Promise<readonly string[]> => {
  const rows = await read((reader) =>
    reader.rows<{ reviewId: string; stratum: string }>(sql`
      select review_id as "reviewId", stratum from draw_units
      where city_id = ${city.cityId} and draw_id = ${drawId} and drawn = false order by stratum, review_id`),
  );
  const strata = [...new Set(rows.map(({ stratum }) => stratum))];
  return rows.filter(({ stratum }) => all || strata.indexOf(stratum) % 2 === 0).map(({ reviewId }) => reviewId);
};

/** Batches, draws, verifications and kept classes, wave after wave; a pool is frozen before the next batches are received. */
export const makeSpotChecks = async (
  steps: Steps,
  people: People,
  reviews: ReviewIds,
  campaignId: string,
  units: readonly MakingUnit[],
  seed: string,
): Promise<void> => {
  const office = personOf(people, 'zonghe1');
  for (const days of drawDays) {
    const { wave } = days;
    await makeBatches(steps, people, reviews, campaignId, units, wave);
    const drawId = await freezePool(steps, people, campaignId, String(wave), days.frozen);
    if (drawId === null) continue;
    await drawUnits(steps, people, drawId, days, seed);
    const verifications = await readVerifications(steps, drawId, units);
    const order = new Map(verifications.map((one, index) => [one, index]));
    await steps.each(`抽查核定${wave}/${drawDays.length} Spot checks`, verifications, (one) =>
      makeVerification(steps, people, one, reachedIn(wave, order.get(one) ?? 0), days, seed),
    );
    const reviewIds = await undrawn(steps, drawId, wave !== 3);
    if (reviewIds.length === 0) continue;
    const input = {
      params: { campaignId },
      query: undefined,
      body: { act: ACT, strata: [], reviewIds: [...reviewIds] },
    };
    await steps.step(`draw/${wave}/keep`, office, keepReviewed, input, at(days.kept, 11));
  }
  await makeBatches(steps, people, reviews, campaignId, units, 4);
  await freezePool(steps, people, campaignId, '4', LAST_FREEZE);
  for (const wave of [5, 6] as const) await makeBatches(steps, people, reviews, campaignId, units, wave);
};

/** What upheld objections led to: the first unit is being visited again, the others wait for experts. */
export const makeRechecks = async (
  steps: Steps,
  people: People,
  units: readonly MakingUnit[],
  seed: string,
): Promise<void> => {
  const opened: readonly OpenVerification[] = await readVerifications(steps, null, units);
  const first = [...opened].sort((a, b) => randomOf(a.unit.key).next() - randomOf(b.unit.key).next())[0];
  if (!first) return;
  const days = { assigned: '2026-11-19', visits: ['2026-11-20', '2026-11-20'], confirmed: '' } as const;
  await makeVerification(steps, people, first, 'visiting', days, seed);
};
