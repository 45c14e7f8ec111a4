import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignOf } from '#process/declaration/testing/declarations.ts';
import { freezeDraw, receivedUnits, takeSeed, verify } from '../../../../tests/verbs.ts';
import { createWorld, type World } from '../../../../tests/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  const campaignId = await campaignOf(world);
  await receivedUnits(world, campaignId, [{ name: '灰家所矿业' }]);
  const [verificationId] = await takeSeed(world, await freezeDraw(world, campaignId));
  await verify(world, verificationId ?? '');
});
afterAll(() => world.close());

const entries = async (query = '') => (await world.as('auditor').get(`/api/audit-entries?${query}`)).body.rows;

describe('the audit log', () => {
  it.each([
    ['campaign.open-campaign', '评估 2026-08-20'],
    ['declaration.submit', '灰家所矿业一采区'],
    ['review.sign-off', '灰家所矿业一采区'],
    ['review.transmit', '东区局报〔2026〕1号'],
    ['spot-check.take-seed', '抽〔2026〕1号'],
    ['spot-check.confirm-verification', '灰家所矿业一采区'],
  ])('says to what %s was done', async (command, name) => {
    const [row] = await entries(`command=${command}`);
    expect(row.subjectName).toBe(name);
    expect((await world.as('auditor').get(`/api/audit-entries/${row.entryId}`)).body.subjectName).toBe(name);
  });

  it('has a name for every record but the city itself', async () => {
    const nameless = (await entries()).filter((row: { subjectName: string }) => row.subjectName === '');
    expect(new Set(nameless.map((row: { subjectType: string }) => row.subjectType))).toEqual(new Set(['city']));
  });
});
