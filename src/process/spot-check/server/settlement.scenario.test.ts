import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishableClasses } from '#app/publishable.ts';
import { campaignOf } from '#process/declaration/testing/declarations.ts';
import { ACT, freezeDraw, keepReviewed, receivedUnits, takeSeed, verify } from '../../../../tests/verbs.ts';
import { createWorld, type World } from '../../../../tests/world.ts';

let world: World;
let campaignId: string;
let drawId: string;
let drawnReview: string;
let undrawn: readonly string[];

const office = () => world.as('cityOffice');
const owner = async (text: string, values: unknown[] = []) => (await world.database.owner.query(text, values)).rows;
const keep = (body: object) => office().post(`/api/campaigns/${campaignId}/kept-classes`, { act: ACT, ...body });
const standing = () =>
  owner('select review_id, basis, class_code from settled_classes where superseded_at is null order by review_id');
const publishable = () =>
  world.app.runner.readAs(world.actors.cityOffice, (reader) =>
    publishableClasses.list(reader, world.actors.cityOffice, campaignId),
  );
const publish = async (subjectIds: readonly string[]) =>
  office().post(`/api/campaigns/${campaignId}/notices`, {
    title: '拟定分类名单公示',
    introduction: '现予公示。',
    workingDays: 7,
    subjectIds,
  });

beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
  await receivedUnits(world, campaignId, [{}, {}, {}, {}]);
  drawId = await freezeDraw(world, campaignId);
});
afterAll(() => world.close());

describe('keeping the reviewed class', () => {
  it('is not possible before the draw', async () => {
    const { stratum } = (await office().get(`/api/draws/${drawId}`)).body.strataList[0];
    expect(await keep({ strata: [{ drawId, stratum, open: 4 }] })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.notDrawnYet' } },
    });
    expect((await office().get(`/api/campaigns/${campaignId}/keepable-strata`)).body.strata).toEqual([]);
    await takeSeed(world, drawId);
    const rows = await owner('select review_id, drawn from draw_units order by drawn desc, review_id');
    drawnReview = rows[0].review_id;
    undrawn = rows.slice(1).map(({ review_id }) => review_id);
  });

  it('is not possible for a drawn unit, not even among others', async () => {
    expect(await keep({ reviewIds: [undrawn[0], drawnReview] })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.keepsDrawnUnit', params: { count: 1 } } },
    });
    expect(await standing()).toEqual([]);
  });

  it('asks for an act in words and for units, and is the city office’s alone', async () => {
    expect(await keep({ act: '同意', reviewIds: [undrawn[0]] })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'act', code: 'input.tooShort' }] } },
    });
    expect(await keep({})).toMatchObject({ status: 422 });
    for (const member of ['leadingGroup', 'auditor', 'dongquReviewer', 'expertOne'] as const)
      expect(
        await world.as(member).post(`/api/campaigns/${campaignId}/kept-classes`, { act: ACT, reviewIds: undrawn }),
      ).toMatchObject({ status: 403 });
  });

  it('is refused where a stratum is no longer as it was shown', async () => {
    const [{ stratum, open }] = (await office().get(`/api/campaigns/${campaignId}/keepable-strata`)).body.strata;
    expect(open).toBe(3);
    expect(await keep({ strata: [{ drawId, stratum, open: 2 }] })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.keepChanged', params: { count: 3 } } },
    });
  });

  it('settles what was not drawn with the class, score and account of the preliminary review', async () => {
    expect(await keep({ reviewIds: [undrawn[0]] })).toMatchObject({ status: 200, body: { kept: 1 } });
    expect(await keep({ reviewIds: [undrawn[0]] })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.alreadySettled' } },
    });
    expect(await keepReviewed(world, campaignId)).toBe(2);
    expect(await standing()).toEqual(
      undrawn.map((review_id) => ({ review_id, basis: 'reviewed-kept', class_code: 'A' })),
    );
    const [row] = await owner(
      'select s.printed = r.printed and s.trace = r.trace and s.numerator = r.numerator as same, s.act from settled_classes s join reviews r using (city_id, review_id)',
    );
    expect(row).toEqual({ same: true, act: ACT });
    const rows = (await office().get(`/api/campaigns/${campaignId}/undrawn-units?state=kept`)).body;
    expect(rows).toMatchObject({ total: 3, rows: [{ act: ACT, settledByName: '周综合' }, {}, {}] });
  });

  it('refuses a unit without a reviewed class', async () => {
    await owner('update settled_classes set superseded_at = now() where review_id = $1', [undrawn[2]]);
    await owner('update reviews set proposed_class = null where review_id = $1', [undrawn[2]]);
    expect(await keep({ reviewIds: [undrawn[2]] })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.keepUnclassed' } },
    });
    await owner(`update reviews set proposed_class = 'A' where review_id = $1`, [undrawn[2]]);
    expect(await keep({ reviewIds: [undrawn[2]] })).toMatchObject({ status: 200 });
  });
});

describe('what goes to public notice', () => {
  it('is every standing class that was in no notice, with names in words', async () => {
    const rows = await publishable();
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      subjectType: 'settled-class',
      cells: { division: '东区', body: '攀枝花市东区应急管理局', industry: expect.any(String), class: 'A 类' },
    });
    expect(await publish(rows.map(({ subjectId }) => subjectId))).toMatchObject({ status: 200 });
    expect(await publishable()).toEqual([]);
  });
});

describe('an upheld objection', () => {
  let verificationId: string;

  it('takes the class back and orders a verification of that unit only', async () => {
    const [entry] = await owner(
      'select entry_id, subject_id from notice_entries n join settled_classes s on s.settled_id = n.subject_id where s.review_id = $1',
      [undrawn[1]],
    );
    await world.nobody.post('/api/public/objections', {
      entryId: entry.entry_id,
      name: '路见平',
      phone: '0812-3330000',
      grounds: '夜间无人值守，监测数据与现场不符。',
    });
    const [objection] = await owner('select objection_id from objections');
    expect(
      await office().post(`/api/objections/${objection.objection_id}/ruling`, {
        ruling: 'upheld',
        reason: '经现场核查，情况属实并有照片为证。',
      }),
    ).toMatchObject({ status: 200 });
    expect((await standing()).map(({ review_id }) => review_id).sort()).toEqual([undrawn[0], undrawn[2]].sort());
    const rows = await owner(
      `select verification_id, state, cause_reason, draw_id from verifications where cause = 'objection'`,
    );
    expect(rows).toMatchObject([
      { state: 'to-assign', cause_reason: '经现场核查，情况属实并有照片为证。', draw_id: null },
    ]);
    verificationId = rows[0].verification_id;
    const audited = await owner(`select subject_id from audit_entries where command = 'spot-check.order-recheck'`);
    expect(audited).toEqual([{ subject_id: verificationId }]);
  });

  it('does not let the reviewed class be kept again', async () => {
    expect(await keep({ reviewIds: [undrawn[1]] })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.underVerification' } },
    });
    const { strata } = (await office().get(`/api/campaigns/${campaignId}/keepable-strata`)).body;
    expect(strata).toMatchObject([{ open: 0, kept: 2, undrawn: 3 }]);
  });

  it('ends in a verified class, which goes to public notice anew', async () => {
    const { settledId } = await verify(world, verificationId);
    expect((await publishable()).map(({ subjectId }) => subjectId)).toEqual([settledId]);
    expect((await standing()).find(({ review_id }) => review_id === undrawn[1])).toMatchObject({ basis: 'verified' });
  });
});
