import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { phaseDatesFor } from './phase-dates.ts';

let world: World;
let campaignId: string;

const open = (name = '2026年度评估', startsOn = '2026-08-20', key?: string) =>
  world.as('cityOffice').post('/api/campaigns', { name, startsOn }, key);

beforeAll(async () => {
  world = await createWorld();
  campaignId = (await open()).body.campaignId;
});
afterAll(() => world.close());

const change = (body: Record<string, unknown>, as: Parameters<World['as']>[0] = 'cityOffice') =>
  world.as(as).send('PUT', `/api/campaigns/${campaignId}/phase-dates`, {
    phase: 'self-assessment',
    bodyId: '*',
    industry: '*',
    base: { startsOn: '2026-09-01', endsOn: '2026-10-31' },
    dates: { startsOn: '2026-09-01', endsOn: '2026-10-31' },
    reason: '汛期影响矿山自评',
    ...body,
  });

const datesFor = (bodyId: string, industry: string) =>
  world.app.runner.readAs(world.actors.cityOffice, (reader) =>
    phaseDatesFor(reader, 510400, campaignId, 'self-assessment', bodyId, industry),
  );

describe('opening a campaign', () => {
  it('sets the dates of every phase from the scheme and takes the edition in force of each industry', async () => {
    const { body } = await world.as('cityOffice').get(`/api/campaigns/${campaignId}`);
    expect(body).toMatchObject({ name: '2026年度评估', startsOn: '2026-08-20', endsOn: '2027-12-31', mayChange: true });
    expect(body.dates).toContainEqual({
      phase: 'self-assessment',
      bodyId: '*',
      industry: '*',
      startsOn: '2026-09-01',
      endsOn: '2026-10-31',
    });
    expect(body.phases).toHaveLength(7);
    expect(body.phases[1]).toMatchObject({ code: 'self-assessment', progress: { done: 0, of: 0 } });
    const mine = body.editions.find((edition: { industry: string }) => edition.industry === 'opencast-mine');
    expect(mine.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(body.bodies.map((one: { bodyId: string }) => one.bodyId)).toContain('vt-park');
  });

  it('leaves an audit row of the city office', async () => {
    const { rows } = await world.database.owner.query(
      `select actor_name, command from audit_entries where subject_type = 'campaign' and subject_id = $1 order by occurred_at`,
      [campaignId],
    );
    expect(rows[0]).toEqual({ actor_name: '周综合', command: 'campaign.open-campaign' });
  });

  it('is refused under a name that is taken, and happens once for a double click', async () => {
    expect(await open()).toMatchObject({ status: 409, body: { fault: { code: 'campaign.nameTaken' } } });
    const key = 'double-click-0001';
    const [first, second] = await Promise.all([
      open('2027年度评估', '2027-08-20', key),
      open('2027年度评估', '2027-08-20', key),
    ]);
    expect(first.status).toBe(200);
    expect(second.body).toEqual(first.body);
  });

  it('is refused with a name of 81 characters or a day that does not exist, at the fields', async () => {
    const answer = await open('名'.repeat(81), '2026-02-30');
    expect(answer.status).toBe(422);
    expect(answer.body.fault.issues.map((issue: { path: string }) => issue.path).sort()).toEqual(['name', 'startsOn']);
  });

  it('belongs to the city office alone', async () => {
    for (const member of ['dongquReviewer', 'leadingGroup', 'auditor', 'administrator', 'expertOne'] as const) {
      const answer = await world.as(member).post('/api/campaigns', { name: '另一次', startsOn: '2026-08-20' });
      expect(answer).toMatchObject({ status: 403, body: { fault: { code: 'access.notYourRole' } } });
    }
    expect((await world.as('expertOne').get(`/api/campaigns/${campaignId}`)).status).toBe(403);
    expect((await world.as('dongquReviewer').get(`/api/campaigns/${campaignId}`)).body.mayChange).toBe(false);
  });

  it('lists what is under way today', async () => {
    const { body } = await world.as('auditor').get('/api/campaigns');
    const row = body.rows.find((one: { campaignId: string }) => one.campaignId === campaignId);
    expect(row.currentPhases.map((phase: { code: string }) => phase.code)).toEqual([
      'self-assessment',
      'preliminary-review',
    ]);
  });
});

describe('changing the dates of a phase', () => {
  it('gives a county, an industry and both dates of their own, the closest of which counts', async () => {
    const own = (bodyId: string, industry: string, endsOn: string) =>
      change({ bodyId, industry, base: null, dates: { startsOn: '2026-09-01', endsOn } });
    expect((await own('bureau-miyi', '*', '2026-11-05')).status).toBe(200);
    expect((await own('*', 'opencast-mine', '2026-11-06')).status).toBe(200);
    expect((await own('bureau-miyi', 'opencast-mine', '2026-11-07')).status).toBe(200);
    expect(await datesFor('bureau-miyi', 'opencast-mine')).toMatchObject({ endsOn: '2026-11-07' });
    expect(await datesFor('bureau-miyi', 'metallurgy')).toMatchObject({ endsOn: '2026-11-05', bodyId: 'bureau-miyi' });
    expect(await datesFor('bureau-dongqu', 'opencast-mine')).toMatchObject({ endsOn: '2026-11-06' });
    expect(await datesFor('bureau-dongqu', 'metallurgy')).toMatchObject({ endsOn: '2026-10-31', bodyId: '*' });
  });

  it('is logged with reason, person and both dates', async () => {
    const { body } = await world.as('renheReviewer').get(`/api/campaigns/${campaignId}`);
    expect(body.changes).toContainEqual(
      expect.objectContaining({
        bodyId: 'bureau-miyi',
        industry: '*',
        from: null,
        to: { startsOn: '2026-09-01', endsOn: '2026-11-05' },
        reason: '汛期影响矿山自评',
        changedBy: '周综合',
      }),
    );
  });

  it('takes an exception away again', async () => {
    const base = { startsOn: '2026-09-01', endsOn: '2026-11-07' };
    const answer = await change({ bodyId: 'bureau-miyi', industry: 'opencast-mine', base, dates: null });
    expect(answer.status).toBe(200);
    expect(await datesFor('bureau-miyi', 'opencast-mine')).toMatchObject({ endsOn: '2026-11-05' });
  });

  it('is refused on a stale page', async () => {
    const answer = await change({ base: { startsOn: '2026-09-02', endsOn: '2026-10-31' } });
    expect(answer).toMatchObject({ status: 409, body: { fault: { code: 'platform.stale' } } });
  });

  it.each([
    [
      'an end before the beginning',
      { dates: { startsOn: '2026-10-02', endsOn: '2026-10-01' } },
      'dates.endsOn',
      'campaign.endBeforeStart',
    ],
    [
      'a day outside the campaign',
      { dates: { startsOn: '2026-08-19', endsOn: '2026-10-31' } },
      'dates.startsOn',
      'campaign.outsideCampaign',
    ],
    ['the city without dates', { dates: null }, 'dates', 'campaign.generalDates'],
    ['a body that receives nothing', { bodyId: 'city-leading-group' }, 'bodyId', 'input.notAChoice'],
    ['an unknown phase', { phase: 'party' }, 'phase', 'input.notAChoice'],
    ['no reason', { reason: ' ' }, 'reason', 'input.tooShort'],
    ['no change', {}, 'dates', 'campaign.sameDates'],
  ])('is refused with %s', async (_what, body, path, code) => {
    const answer = await change(body);
    expect(answer.status).toBe(422);
    expect(answer.body.fault.issues).toContainEqual(expect.objectContaining({ path, code }));
  });

  it('belongs to the city office, and to campaigns that exist', async () => {
    expect((await change({ bodyId: 'bureau-dongqu' }, 'dongquReviewer')).status).toBe(403);
    const elsewhere = await world
      .as('cityOffice')
      .send('PUT', '/api/campaigns/00000000-0000-7000-8000-000000000000/phase-dates', {
        phase: 'self-assessment',
        bodyId: '*',
        industry: '*',
        base: null,
        dates: null,
        reason: '没有这次评估',
      });
    expect(elsewhere.status).toBe(404);
  });
});
