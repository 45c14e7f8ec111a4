import { sql } from '#platform/db/sql.ts';
import { receive } from '#process/review/server/receive.ts';
import { transmit } from '#process/review/server/transmit.ts';
import { type People, personOf } from './accounts.ts';
import { type ReceivingBody, receivingBodies } from './data/officers.ts';
import { at } from './days.ts';
import type { ReviewIds } from './make-reviews.ts';
import { type Wave, waveDays, waveOf } from './schedule.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

/** The reviews of the first submission of each declaration, by declaration. */
export const readReviews = async ({ read, city }: Steps): Promise<ReviewIds> => {
  const rows = await read((reader) =>
    reader.rows<{ declarationId: string; reviewId: string }>(sql`
      select distinct on (declaration_id) declaration_id as "declarationId", review_id as "reviewId"
      from reviews where city_id = ${city.cityId} order by declaration_id, created_at`),
  );
  return new Map(rows.map(({ declarationId, reviewId }) => [declarationId, reviewId]));
};

const NOTES: Readonly<Record<Wave, string>> = {
  0: '',
  1: '首批初审名单。',
  2: '第二批初审名单。',
  3: '第三批初审名单。',
  4: '第四批初审名单。',
  5: '补报名单。',
  6: '补报名单，纸质件随后送达。',
};

/** Each body transmits what it has signed of a wave; the office receives it, unless it is still on its way. */
export const makeBatches = async (
  steps: Steps,
  people: People,
  reviews: ReviewIds,
  campaignId: string,
  units: readonly MakingUnit[],
  wave: Wave,
): Promise<void> => {
  const { transmitted, received } = waveDays[wave];
  const office = personOf(people, 'zonghe1');
  for (const bodyId of Object.keys(receivingBodies) as ReceivingBody[]) {
    const reviewIds = units
      .filter((unit) => unit.bodyId === bodyId && waveOf(unit.goal) === wave)
      .flatMap(({ declarationId }) => reviews.get(declarationId) ?? []);
    if (reviewIds.length === 0) continue;
    const sender = personOf(people, `${receivingBodies[bodyId]}-shenqian1`);
    const body = { reviewIds, note: NOTES[wave] };
    const sent = await steps.step(
      `wave/${wave}/transmit/${bodyId}`,
      sender,
      transmit,
      { params: { campaignId }, query: undefined, body },
      at(transmitted, 15),
    );
    if (received === '') continue;
    const receipt = { params: { batchId: sent.batchId }, query: undefined, body: { listDigest: sent.listDigest } };
    await steps.step(`wave/${wave}/receive/${bodyId}`, office, receive, receipt, at(received, 14));
  }
};
