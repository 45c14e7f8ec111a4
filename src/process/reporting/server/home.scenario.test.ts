import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CastMember, createWorld, type World } from '../../../../tests/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const homeOf = (member: CastMember) => world.as(member).get('/api/home');

describe('今天要办', () => {
  it.each<CastMember>([
    'administrator',
    'cityOffice',
    'leadingGroup',
    'auditor',
    'dongquReviewer',
    'dongquSignOff',
    'expertOne',
  ])('answers %s with the business day even before there is a campaign', async (member) => {
    const { status, body } = await homeOf(member);
    expect([status, body.today]).toEqual([200, '2026-09-01']);
  });
  it('is for those who are signed in', async () => {
    expect((await world.nobody.get('/api/home')).status).toBe(401);
  });
});
