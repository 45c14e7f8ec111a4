import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { creditCodeOf } from '../../testing/roster-file.ts';

let world: World;
let campaignId: string;

beforeAll(async () => {
  world = await createWorld();
  const opened = await world.as('cityOffice').post('/api/campaigns', { name: '2026年度评估', startsOn: '2026-08-20' });
  campaignId = opened.body.campaignId;
});
afterAll(() => world.close());

const form = (over: Record<string, unknown> = {}) => ({
  enterpriseName: '攀枝花市山青矿业有限公司',
  creditCode: creditCodeOf(1),
  unitName: '山青露天采场',
  industry: 'opencast-mine',
  divisionCode: '510402',
  bodyId: 'bureau-dongqu',
  affiliation: 'private',
  reason: '名册遗漏，企业申请补登',
  ...over,
});

const add = (over: Record<string, unknown> = {}, as: Parameters<World['as']>[0] = 'cityOffice') =>
  world.as(as).post(`/api/campaigns/${campaignId}/units`, form(over));

const read = async (unitId: string, as: Parameters<World['as']>[0] = 'cityOffice') =>
  world.as(as).get(`/api/campaigns/${campaignId}/units/${unitId}`);

const edit = async (unitId: string, over: Record<string, unknown>, as: Parameters<World['as']>[0] = 'cityOffice') => {
  const { body } = await read(unitId);
  const { creditCode: _code, ...known } = form();
  return world.as(as).send('PUT', `/api/campaigns/${campaignId}/units/${unitId}`, {
    ...known,
    enterpriseName: body.enterpriseName,
    unitName: body.unitName,
    industry: body.industry,
    divisionCode: body.divisionCode,
    bodyId: body.bodyId,
    affiliation: body.affiliation,
    baseUnitVersion: body.unitVersion,
    baseEnterpriseVersion: body.enterpriseVersion,
    reason: '登记有误，更正',
    ...over,
  });
};

const setState = (unitId: string, state: string) =>
  world.database.owner.query('update declarations set state = $1 where unit_id = $2', [state, unitId]);

describe('a unit entered by form', () => {
  it('gets an enterprise, a declaration that is not started and a route that can be explained', async () => {
    const { body } = await add({ creditCode: ` ${creditCodeOf(1).toLowerCase()} ` });
    const unit = (await read(body.unitId)).body;
    expect(unit).toMatchObject({
      creditCode: creditCodeOf(1),
      state: 'not-started',
      names: { receiver: '东区局', division: '东区', industry: '金属非金属露天矿山' },
      mayEdit: true,
      routeRule: { name: '其他企业报所在县（区）局' },
    });
    expect(unit.routeReasons.map((reason: { code: string }) => reason.code)).toEqual([
      'route.otherwise',
      'route.toCountyOfTerritory',
    ]);
    expect(unit.routeReasons[1].params).toMatchObject({ divisionName: '东区', bodyName: '东区局' });
    const { rows } = await world.database.owner.query(
      `select p.payload from audit_entries e join audit_payloads p using (city_id, entry_id) where e.command = 'campaign.add-unit' and e.subject_id = $1`,
      [body.unitId],
    );
    expect(JSON.parse(rows[0].payload)).toMatchObject({
      reason: '名册遗漏，企业申请补登',
      creditCode: creditCodeOf(1),
    });
  });

  it('may be a further unit of a known enterprise, under its registered name', async () => {
    const renamed = await add({ enterpriseName: '别的名字', unitName: '山青尾矿库', industry: 'tailings-pond' });
    expect(renamed.body.fault.issues).toEqual([
      { path: 'enterpriseName', code: 'roster.registeredName', params: { name: '攀枝花市山青矿业有限公司' } },
    ]);
    const { body } = await add({ unitName: '山青尾矿库', industry: 'tailings-pond' });
    const unit = (await read(body.unitId)).body;
    expect(unit.siblings).toEqual([expect.objectContaining({ unitName: '山青露天采场' })]);
  });

  it('is refused twice, with a wrong credit code and with codes that the scheme does not know', async () => {
    expect(await add({ unitName: '山青 露天采场' })).toMatchObject({
      status: 409,
      body: { fault: { code: 'roster.unitAlreadyThere' } },
    });
    const wrong = await add({
      creditCode: '123',
      unitName: '另一单元',
      industry: 'farming',
      divisionCode: '510100',
      bodyId: 'city-office',
      affiliation: 'foreign',
    });
    expect(wrong.body.fault.issues.map((issue: { path: string }) => issue.path).sort()).toEqual(
      ['affiliation', 'bodyId', 'creditCode', 'divisionCode', 'industry'].sort(),
    );
    expect((await add({ reason: '' })).status).toBe(422);
    expect((await add({ unitName: '长'.repeat(101) })).body.fault.issues[0]).toMatchObject({
      path: 'unitName',
      code: 'input.tooLong',
    });
  });

  it('belongs to the city office', async () => {
    expect((await add({ unitName: '第三单元' }, 'dongquReviewer')).status).toBe(403);
  });
});

describe('correcting the register', () => {
  it('moves the expected receiver with the affiliation, for all units of the enterprise', async () => {
    const { body: first } = await add({
      creditCode: creditCodeOf(2),
      enterpriseName: '红格矿业有限公司',
      unitName: '红格一采场',
    });
    const { body: second } = await add({
      creditCode: creditCodeOf(2),
      enterpriseName: '红格矿业有限公司',
      unitName: '红格二采场',
    });
    const answer = await edit(first.unitId, { affiliation: 'provincial', enterpriseName: '红格钒钛矿业有限公司' });
    expect(answer.status).toBe(200);
    expect((await read(first.unitId)).body.history).toEqual([
      expect.objectContaining({ command: 'campaign.edit-unit', who: '周综合', reason: '登记有误，更正' }),
      expect.objectContaining({ command: 'campaign.add-unit', reason: '名册遗漏，企业申请补登' }),
    ]);
    expect((await read(second.unitId)).body).toMatchObject({
      enterpriseName: '红格钒钛矿业有限公司',
      names: { receiver: '非煤矿山处' },
    });
    const found = await world
      .as('minesReviewer')
      .get(`/api/campaigns/${campaignId}/units?text=${encodeURIComponent('红格钒钛')}`);
    expect(found.body.total).toBe(2);
  });

  it('is refused on a stale page', async () => {
    const { body } = await add({ creditCode: creditCodeOf(3), enterpriseName: '三号矿业', unitName: '三号采场' });
    expect((await edit(body.unitId, { address: '东区某街1号' })).status).toBe(200);
    expect(await edit(body.unitId, { address: '东区某街2号', baseUnitVersion: 1 })).toMatchObject({
      status: 409,
      body: { fault: { code: 'platform.stale' } },
    });
  });

  it('leaves the industry alone once the declaration has begun, and the route while it is submitted', async () => {
    const { body } = await add({ creditCode: creditCodeOf(4), enterpriseName: '四号矿业', unitName: '四号采场' });
    await setState(body.unitId, 'draft');
    expect(await edit(body.unitId, { industry: 'metallurgy' })).toMatchObject({
      status: 409,
      body: { fault: { code: 'roster.industryFixed' } },
    });
    await setState(body.unitId, 'submitted');
    for (const over of [{ divisionCode: '510403' }, { bodyId: 'vt-park' }, { affiliation: 'central' }])
      expect(await edit(body.unitId, over)).toMatchObject({
        status: 409,
        body: { fault: { code: 'roster.routeFixed' } },
      });
    expect((await edit(body.unitId, { contactName: '张三' })).status).toBe(200);
  });

  it('is refused where the name is another unit of the enterprise', async () => {
    const { body } = await add({ creditCode: creditCodeOf(5), enterpriseName: '五号矿业', unitName: '五号甲采场' });
    await add({ creditCode: creditCodeOf(5), enterpriseName: '五号矿业', unitName: '五号乙采场' });
    expect(await edit(body.unitId, { unitName: '五号乙采场' })).toMatchObject({
      status: 409,
      body: { fault: { code: 'roster.unitAlreadyThere' } },
    });
  });

  it('changes the edition with the industry before the declaration has begun', async () => {
    const { body } = await add({ creditCode: creditCodeOf(6), enterpriseName: '六号冶金', unitName: '六号厂区' });
    expect((await edit(body.unitId, { industry: 'metallurgy' })).status).toBe(200);
    const { rows } = await world.database.owner.query(
      `select d.industry, e.industry as edition from declarations d join editions e using (city_id, edition_hash) where unit_id = $1`,
      [body.unitId],
    );
    expect(rows).toEqual([{ industry: 'metallurgy', edition: 'metallurgy' }]);
  });

  it('is for the city office; another body does not even see the unit', async () => {
    const { body } = await add({ creditCode: creditCodeOf(7), enterpriseName: '七号矿业', unitName: '七号采场' });
    expect((await read(body.unitId, 'renheReviewer')).status).toBe(404);
    expect((await read(body.unitId, 'dongquSignOff')).body.mayEdit).toBe(false);
    expect((await edit(body.unitId, { address: '改' }, 'dongquReviewer')).status).toBe(403);
  });
});
