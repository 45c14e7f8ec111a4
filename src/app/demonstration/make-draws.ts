import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { basisOf, candidatesOf } from '#process/spot-check/server/candidates.ts';
import { freezeDraw } from '#process/spot-check/server/freeze-draw.ts';
import { takeSeed } from '#process/spot-check/server/take-seed.ts';
import { type People, personOf } from './accounts.ts';
import { randomOf } from './data/random.ts';
import { at } from './days.ts';
import type { DrawDays } from './schedule.ts';
import type { Steps } from './steps.ts';

const SOURCE = '市领导小组会议现场摇号（演示）';
const WITNESSES = ['领导小组成员单位代表', '市纪委监委派驻代表', '企业代表'];

/** Freezes and publishes a pool of everything that has been received and not been drawn from. @returns the draw's id, null if there is nothing to draw from */
export const freezePool = async (
  steps: Steps,
  people: People,
  campaignId: string,
  key: string,
  day: string,
): Promise<string | null> => {
  const office = personOf(people, 'zonghe1');
  const { cityId } = steps.city;
  const { candidates, scheme } = await steps.read(async (reader) => {
    const scheme = await schemeOfCampaign(reader, cityId, campaignId);
    return { scheme, candidates: await candidatesOf(reader, cityId, campaignId, scheme) };
  });
  if (candidates.length === 0 && !steps.isDone(`draw/${key}/freeze`)) return null;
  const { ratio, min } = scheme.spotCheck;
  const strata = [...new Set(candidates.map(({ stratum }) => stratum))].map((stratum) => ({
    stratum,
    ratio: ratio.value,
    min: String(min.value),
    reason: '',
  }));
  const input = { params: { campaignId }, query: undefined, body: { basis: basisOf(candidates), strata } };
  return (await steps.step(`draw/${key}/freeze`, office, freezeDraw, input, at(day, 10))).drawId;
};

/** Takes the seed before witnesses; in a demonstration it follows from the demonstration's own seed. */
export const drawUnits = async (
  steps: Steps,
  people: People,
  drawId: string,
  { wave, drawn }: DrawDays,
  seed: string,
): Promise<void> => {
  const random = randomOf(seed, 'draw', wave);
  const digits = Array.from({ length: 12 }, () => random.between(0, 9)).join('');
  const body = { seed: digits, source: SOURCE, witnesses: WITNESSES };
  await steps.step(
    `draw/${wave}/seed`,
    personOf(people, 'zonghe1'),
    takeSeed,
    { params: { drawId }, query: undefined, body },
    at(drawn, 10),
  );
};
