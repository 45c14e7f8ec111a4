import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  submittedDeclaration,
} from '#process/declaration/testing/declarations.ts';
import { reviewOf } from '../../../../tests/verbs.ts';
import { createWorld, type World } from '../../../../tests/world.ts';

let world: World;
let campaignId: string;
let asking: Declarant;

beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
  asking = await declarantOf(world, campaignId);
  await asking.visitor.post(`/api/declarations/${asking.declarationId}/start`);
});
afterAll(() => world.close());

const usual = async (of: Declarant = asking) =>
  (await of.visitor.get(`/api/declarations/${of.declarationId}/usual-returns`)).body.items;

const sendBack = async (items: readonly { itemId: string; comment: string }[], industry?: string): Promise<void> => {
  const { submissionId } = await submittedDeclaration(world, campaignId, industry ? { industry } : {});
  const reviewId = await reviewOf(world, submissionId);
  const desk = world.as('dongquReviewer');
  await desk.post(`/api/reviews/${reviewId}/take-up`, { baseVersion: 1 });
  const { version } = (await desk.get(`/api/reviews/${reviewId}`)).body;
  const done = await desk.post(`/api/reviews/${reviewId}/return`, { baseVersion: version, reason: '材料不全', items });
  expect(done.status).toBe(200);
};

describe('the usual reasons for return', () => {
  it('name an item once three units had it sent back, with the words used for three of them and no others', async () => {
    const common = { itemId: 'om-001', comment: '缺副本扫描件' };
    for (const rare of ['甲矿采场越界', '乙矿采场越界']) await sendBack([common, { itemId: 'om-002', comment: rare }]);
    expect(await usual()).toEqual([]);
    await sendBack([common, { itemId: 'om-002', comment: '丙矿采场越界' }]);
    expect(await usual()).toEqual([
      { itemId: 'om-001', returned: 3, adjusted: 0, reasons: ['缺副本扫描件'] },
      { itemId: 'om-002', returned: 3, adjusted: 0, reasons: [] },
    ]);
  });

  it('are those of the own industry', async () => {
    const other = await declarantOf(world, campaignId, { industry: 'tailings-pond' });
    expect(await usual(other)).toEqual([]);
  });

  it('are asked for by the enterprise’s people, of their own declaration', async () => {
    const other = await declarantOf(world, campaignId);
    const foreign = await other.visitor.get(`/api/declarations/${asking.declarationId}/usual-returns`);
    expect([foreign.status, foreign.body.fault.code]).toEqual([404, 'input.noSuchRecord']);
    const officer = await world.as('dongquReviewer').get(`/api/declarations/${asking.declarationId}/usual-returns`);
    expect(officer.status).toBe(403);
  });
});
