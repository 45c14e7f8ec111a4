import { plainDate } from '#lib/plain-date.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import { orderRevision } from '#process/campaign/server/revision/order-revision.ts';
import { revisionEditions } from '#process/campaign/server/revision/revision-editions.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import type { ItemPatch } from '#process/declaration/domain/draft-answers.ts';
import { sectionsOf } from '#process/declaration/domain/sections.ts';
import { saveAnswers } from '#process/declaration/server/save-answers.ts';
import { revisionStanding } from '#process/reporting/server/revision-standing.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { carryOutWhatIsDue } from '../due.ts';
import { type People, personOf } from './accounts.ts';
import { makeAnswers } from './data/assessment.ts';
import { type Goal, REVISED, TO_BE_REVISED } from './data/journeys.ts';
import { randomOf } from './data/random.ts';
import { at, minutesAfter } from './days.ts';
import { clerkOf, signAndSubmit } from './make-colleagues.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

const order = orderRevision(revisionStanding);

interface Order {
  readonly industry: string;
  readonly ordered: string;
  readonly hour: number;
  readonly effectiveOn: string;
  readonly workingDays: number;
  readonly reason: string;
}

const orders: readonly Order[] = [
  {
    industry: REVISED,
    ordered: '2026-11-20',
    hour: 16,
    effectiveOn: '2026-11-23',
    workingDays: 10,
    reason: '旺季将至，库区录像、堆垛和配送要求须在本年度评估中落实，未认定的单元改用修订版标准。',
  },
  {
    industry: TO_BE_REVISED,
    ordered: '2026-11-23',
    hour: 11,
    effectiveOn: '2026-12-01',
    workingDays: 10,
    reason: '煤矿自评截止日顺延到十一月底，尚无单元报送，自评截止后统一改用修订版标准。',
  },
];

const give = async (
  { step, read, city, isDone }: Steps,
  office: Actor,
  campaignId: string,
  { industry, ordered, hour, effectiveOn, workingDays, reason }: Order,
): Promise<void> => {
  const key = `revision/${industry}`;
  if (isDone(key)) return;
  const { cityId } = city;
  const { editions, scheme } = await read(async (reader) => ({
    editions: await revisionEditions(reader, cityId, campaignId, industry),
    scheme: await schemeOfCampaign(reader, cityId, campaignId),
  }));
  const { used, inForce } = editions;
  if (!used || !inForce) throw new Error(`no two editions for ${industry}`);
  const confirmation = scheme.industries.find(({ code }) => code === industry)?.name ?? industry;
  const body = {
    industry,
    fromHash: used.hash,
    toHash: inForce.hash,
    reason,
    effectiveOn: plainDate(effectiveOn),
    workingDays,
    confirmation,
  };
  await step(key, office, order, { params: { campaignId }, query: undefined, body }, at(ordered, hour));
};

/** How far the enterprise has come with what a revision left to it. */
type Reached = 'untouched' | 'half' | 'submitted';

const reachedBy = (turn: number): Reached => (turn === 1 ? 'half' : turn === 2 ? 'submitted' : 'untouched');

const goalsReturned: ReadonlySet<Goal> = new Set(['submitted', 'reviewing', 'proposed', 'signed']);

/** Units whose declaration was submitted and went back to the enterprise, since the revised standard asks something else. */
export const unitsReturned = (units: readonly MakingUnit[]): readonly MakingUnit[] =>
  units.filter(({ unit, goal }) => unit.industry === REVISED && goalsReturned.has(goal));

interface Left {
  readonly toHash: string;
  /** Items to be confirmed or new. */
  readonly items: readonly string[];
}

const leftTo = ({ read, city }: Steps, declarationId: string): Promise<Left | undefined> =>
  read((reader) =>
    reader.row<Left>(sql`select v.to_hash as "toHash",
        array(select jsonb_array_elements_text(x.report->'toConfirm') union all select jsonb_array_elements_text(x.report->'fresh')) as items
      from edition_revision_units x join edition_revisions v on v.city_id = x.city_id and v.revision_id = x.revision_id
      where x.city_id = ${city.cityId} and x.declaration_id = ${declarationId}`),
  );

const sectionVersions = async ({ read, city }: Steps, declarationId: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await read((reader) =>
    reader.rows<{
      elementId: string;
      version: number;
    }>(sql`select element_id as "elementId", version from draft_sections
      where city_id = ${city.cityId} and declaration_id = ${declarationId}`),
  );
  return new Map(rows.map(({ elementId, version }) => [elementId, version]));
};

/** Confirms and answers what the revision left, element by element, and submits again if that was all. */
const confirm = async (
  steps: Steps,
  people: People,
  made: MakingUnit,
  reached: Reached,
  seed: string,
): Promise<void> => {
  const { key, declarationId, unit } = made;
  const clerk = clerkOf(people, made);
  const left = await leftTo(steps, declarationId);
  if (!left || reached === 'untouched') return;
  const { edition } = await steps.read((reader) => editionByHash(reader, steps.city.cityId, left.toHash));
  const versions = await sectionVersions(steps, declarationId);
  const answers = new Map<string, Readonly<Record<string, ItemPatch>>>(
    makeAnswers(edition, unit, randomOf(seed, 'revised', key)).map(({ elementId, items }) => [elementId, items]),
  );
  const asked = sectionsOf(edition).flatMap(({ elementId }) => {
    const items = Object.entries(answers.get(elementId) ?? {}).filter(([id]) => left.items.includes(id));
    return items.length > 0 ? [{ elementId, items: Object.fromEntries(items) }] : [];
  });
  let moment = at('2026-11-23', 10, 20);
  let version = 0;
  for (const { elementId, items } of reached === 'half' ? asked.slice(0, 1) : asked) {
    moment = minutesAfter(moment, 11);
    const body = { baseVersion: versions.get(elementId) ?? 0, items };
    const input = { params: { declarationId, elementId }, query: undefined, body };
    ({ version } = await steps.step(`unit/${key}/confirmed/${elementId}`, clerk, saveAnswers, input as never, moment));
  }
  if (reached === 'half') return;
  await signAndSubmit(steps, `unit/${key}/submit-revised`, people, made, version, minutesAfter(moment, 6));
};

/** One revision is carried out, some enterprises have confirmed what it left to them; another is ordered for a day to come. */
export const makeRevisions = async (
  steps: Steps,
  people: People,
  campaignId: string,
  units: readonly MakingUnit[],
  seed: string,
): Promise<void> => {
  const office = personOf(people, 'zonghe1');
  await steps.inTurn('年中改用新版 Revisions', orders, async (one) => {
    await give(steps, office, campaignId, one);
    if (one.industry === REVISED)
      await steps.step('revision/carry-out', steps.city, carryOutWhatIsDue, {}, at(one.effectiveOn, 0, 10));
  });
  for (const [turn, unit] of unitsReturned(units).entries()) {
    await confirm(steps, people, unit, reachedBy(turn), seed);
  }
};
