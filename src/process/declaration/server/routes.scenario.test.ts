import { afterAll, beforeAll, expect, it } from 'vitest';
import { submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import { createWorld, type World } from '../../../../tests/world.ts';
import { campaignOf } from '../testing/declarations.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

/** From the table written by hand (campaign/domain/route-table.test.ts): what decides, and who receives. */
it.each([
  ['central', 'bureau-renhe', '510411', 'opencast-mine', 'division-non-coal-mines'],
  ['provincial', 'vt-park', '510422', 'metallurgy', 'division-industry-trade'],
  ['central', 'bureau-xiqu', '510403', 'coal-mine', 'division-coal-mines'],
  ['provincial', 'division-hazardous-chemicals', '510402', 'fireworks', 'division-hazardous-chemicals'],
  ['municipal', 'bureau-miyi', '510421', 'machinery', 'bureau-miyi'],
  ['county', 'bureau-yanbian', '510422', 'tailings-pond', 'bureau-yanbian'],
  ['private', 'vt-park', '510411', 'metallurgy', 'vt-park'],
  ['private', 'division-non-coal-mines', '510403', 'underground-mine', 'bureau-xiqu'],
  ['private', 'bureau-dongqu', '510411', 'building-materials', 'bureau-renhe'],
])(
  '%s, supervised by %s in %s, %s: handed in to %s',
  async (affiliation, supervisingBodyId, divisionCode, industry, receiver) => {
    const unit = { affiliation, supervisingBodyId, divisionCode, industry };
    const { submissionId, declarationId, visitor } = await submittedDeclaration(world, campaignId, unit);
    const { receivingBodyId } = (await visitor.get(`/api/submissions/${submissionId}`)).body;
    const { route } = (await visitor.get(`/api/declarations/${declarationId}`)).body;
    expect([receivingBodyId, route.bodyId]).toEqual([receiver, receiver]);
  },
);
