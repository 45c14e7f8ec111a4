import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForChange, decideOnChange, done } from '#parties/enterprises/testing/register-changes.ts';
import { sql, toQuery } from '#platform/db/sql.ts';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  fillIn,
  submitBody,
  submittedDeclaration,
} from '#process/declaration/testing/declarations.ts';
import { dongqu, examine, propose, reviewAndSign, reviewOf, transmitSigned } from '../../../../../tests/verbs.ts';
import { type CastMember, CITY, createWorld, type World } from '../../../../../tests/world.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const rows = async (statement: ReturnType<typeof sql>) => (await world.database.owner.query(toQuery(statement))).rows;

/** Asks for a change as the enterprise, with a proof; its id. */
const ask = async ({ visitor, unitId }: Declarant, values: Record<string, string>): Promise<string> =>
  done(await askForChange(visitor, unitId, values)).changeId;
const decide = (as: CastMember, changeId: string, over: Record<string, unknown> = {}) =>
  decideOnChange(world, world.as(as), changeId, { withoutRemarks: true, ...over });

const standing = async ({ declarationId }: Declarant) =>
  (
    await rows(sql`select d.state, d.receiving_body_id, d.expected_body_id, d.directed_body_id, d.industry, d.edition_hash, r.body_id as reviewer,
      r.state as review from declarations d left join reviews r on r.city_id = d.city_id and r.submission_id = d.current_submission_id and d.state = 'submitted'
      where d.city_id = ${CITY} and d.declaration_id = ${declarationId}`)
  )[0];

const movesOf = async ({ visitor, declarationId }: Declarant) =>
  done(await visitor.get(`/api/declarations/${declarationId}/moves`));

/** As the roster import enters it: the body that the rule says expects it. */
const expectedFirm = async (): Promise<Declarant> => {
  const firm = await declarantOf(world, campaignId);
  await rows(
    sql`update declarations set expected_body_id = roster_body where city_id = ${CITY} and declaration_id = ${firm.declarationId}`,
  );
  return firm;
};

const renheNow = { divisionCode: '510411', supervisingBodyId: 'bureau-renhe' };

describe('a change of what decides the receiving body', () => {
  it('lets the other body expect a declaration that was not handed in, and writes it down', async () => {
    const firm = await expectedFirm();
    const version = await fillIn(firm);
    const changeId = await ask(firm, renheNow);
    const { consequences, decider, remarks } = done(
      await world.as('cityOffice').get(`/api/register-changes/${changeId}`),
    );
    expect(decider).toBe('city-office');
    expect(remarks.map(({ bodyId }: { bodyId: string }) => bodyId)).toEqual(['bureau-dongqu', 'bureau-renhe']);
    expect(consequences).toMatchObject([{ stage: 'in-hand', rule: 'expects', to: { bodyId: 'bureau-renhe' } }]);
    done(await decide('cityOffice', changeId));
    expect(await standing(firm)).toMatchObject({ receiving_body_id: null, expected_body_id: 'bureau-renhe' });
    const path = `/api/declarations/${firm.declarationId}/submissions`;
    // Checked before it went elsewhere: look again.
    expect((await firm.visitor.post(path, submitBody(version))).body.fault.code).toBe('platform.stale');
    done(await firm.visitor.post(path, submitBody(version + 1)));
    expect(await standing(firm)).toMatchObject({ receiving_body_id: 'bureau-renhe', reviewer: 'bureau-renhe' });
    const { moves } = await movesOf(firm);
    expect(moves).toMatchObject([
      {
        cause: 'register-change',
        changeId,
        rule: 'expects',
        from: { bodyId: 'bureau-dongqu' },
        byName: '周综合',
        reason: '股权划转',
      },
    ]);
    const audited = await rows(
      sql`select command from audit_entries where city_id = ${CITY} and subject_id = ${firm.declarationId} and command = 'declaration.move'`,
    );
    expect(audited).toHaveLength(1);
  });

  it('takes what waits for its review to the other body, which then reads it; the count of the roster follows', async () => {
    const firm = await submittedDeclaration(world, campaignId);
    const read = `/api/submissions/${firm.submissionId}`;
    expect((await world.as('renheReviewer').get(read)).status).toBe(404);
    done(await decide('cityOffice', await ask(firm, renheNow)));
    expect(await standing(firm)).toMatchObject({ reviewer: 'bureau-renhe', review: 'pending' });
    expect((await world.as('renheReviewer').get(read)).status).toBe(200);
    const reviewId = await reviewOf(world, firm.submissionId);
    expect((await world.as('dongquReviewer').get(`/api/reviews/${reviewId}`)).status).toBe(404);
    await examine(world.as('renheReviewer'), reviewId);
    const counted = async (body: string) =>
      (
        await rows(sql`select receiver, count(*)::int as units from (
        select coalesce(receiving_body_id, expected_body_id, roster_body) as receiver from declarations where city_id = ${CITY}) d
        where receiver = ${body} group by 1`)
      )[0]?.units ?? 0;
    await world.database.owner.query('select fold_roster_changes(510400)');
    for (const body of ['bureau-dongqu', 'bureau-renhe']) {
      const [{ units }] = await rows(
        sql`select sum(units)::int as units from roster_totals where city_id = ${CITY} and receiver = ${body}`,
      );
      expect([body, units]).toEqual([body, await counted(body)]);
    }
  });

  it('asks the city office whether a review that has begun stays, and keeps it there also after a return', async () => {
    const firm = await submittedDeclaration(world, campaignId);
    const reviewId = await reviewOf(world, firm.submissionId);
    await examine(world.as('dongquReviewer'), reviewId);
    const changeId = await ask(firm, renheNow);
    const refused = await decide('cityOffice', changeId);
    expect([refused.status, refused.body.fault.code]).toEqual([409, 'move.choiceMissing']);
    expect(await standing(firm)).toMatchObject({ reviewer: 'bureau-dongqu' });
    done(await decide('cityOffice', changeId, { reviews: { [firm.declarationId]: 'keep' } }));
    expect(await standing(firm)).toMatchObject({
      reviewer: 'bureau-dongqu',
      directed_body_id: 'bureau-dongqu',
      review: 'reviewing',
    });
    const { route, moves } = await movesOf(firm);
    expect(route.directed).toMatchObject({ byRuleName: '仁和区局', kept: true });
    expect(moves[0]).toMatchObject({ rule: 'kept', to: { bodyId: 'bureau-dongqu' } });
    const { version } = done(await world.as('dongquReviewer').get(`/api/reviews/${reviewId}`));
    done(
      await world
        .as('dongquReviewer')
        .post(`/api/reviews/${reviewId}/return`, { baseVersion: version, reason: '材料不全', items: [] }),
    );
    const again = done(await firm.visitor.get(`/api/declarations/${firm.declarationId}`));
    expect(again.route).toMatchObject({ bodyId: 'bureau-dongqu' });
  });

  it('carries a review over that has begun: it waits anew, and what was found before stays readable for authorities', async () => {
    const firm = await submittedDeclaration(world, campaignId);
    const reviewId = await reviewOf(world, firm.submissionId);
    await examine(world.as('dongquReviewer'), reviewId);
    done(await propose(world.as('dongquReviewer'), reviewId));
    done(await decide('cityOffice', await ask(firm, renheNow), { reviews: { [firm.declarationId]: 'move' } }));
    expect(await standing(firm)).toMatchObject({ reviewer: 'bureau-renhe', review: 'pending' });
    const { moves } = done(await world.as('renheReviewer').get(`/api/declarations/${firm.declarationId}/moves`));
    expect(moves[0]).toMatchObject({
      rule: 'carried',
      review: { state: 'proposed', reviewerName: '何东一', opinion: '材料齐全，核查结论与自评基本一致。' },
    });
    expect((await movesOf(firm)).moves[0].review).toBe(null);
    await examine(world.as('renheReviewer'), reviewId);
    done(await propose(world.as('renheReviewer'), reviewId));
  });

  it('leaves what was transmitted where it is, and says so before and after', async () => {
    const firm = await submittedDeclaration(world, campaignId);
    await reviewAndSign(world, firm.submissionId);
    await transmitSigned(world, campaignId, dongqu);
    const changeId = await ask(firm, { affiliation: 'central' });
    const { consequences } = done(await world.as('cityOffice').get(`/api/register-changes/${changeId}`));
    expect(consequences).toMatchObject([
      { stage: 'transmitted', rule: 'stays', to: { bodyId: 'division-non-coal-mines' } },
    ]);
    done(await decide('cityOffice', changeId));
    expect(await standing(firm)).toMatchObject({ receiving_body_id: 'bureau-dongqu', review: 'transmitted' });
    const { moves, route } = await movesOf(firm);
    expect(moves[0]).toMatchObject({ rule: 'stays', byRule: { bodyId: 'division-non-coal-mines' } });
    expect(route.heldByName).toBe('东区局');
  });

  it('gives nobody’s declaration away where the value changes nothing', async () => {
    const firm = await submittedDeclaration(world, campaignId);
    done(await decide('cityOffice', await ask(firm, { affiliation: 'municipal' })));
    expect((await movesOf(firm)).moves).toEqual([]);
    expect(await standing(firm)).toMatchObject({ reviewer: 'bureau-dongqu' });
  });
});

describe('a change of the industry', () => {
  it('takes a declaration that was not begun to the other standard', async () => {
    const firm = await declarantOf(world, campaignId);
    done(await decide('cityOffice', await ask(firm, { industry: 'metallurgy' })));
    expect((await standing(firm)).industry).toBe('metallurgy');
    done(await firm.visitor.post(`/api/declarations/${firm.declarationId}/start`));
  });

  it('takes a working copy over and sets aside what has no counterpart, which was told before', async () => {
    const firm = await declarantOf(world, campaignId);
    await fillIn(firm);
    const changeId = await ask(firm, { industry: 'metallurgy' });
    const { consequences } = done(await world.as('cityOffice').get(`/api/register-changes/${changeId}`));
    expect(consequences[0]).toMatchObject({ edition: 'carries', rule: 'unchanged' });
    expect(consequences[0].dropped).toBeGreaterThan(50);
    done(await decide('cityOffice', changeId));
    const { moves } = await movesOf(firm);
    expect(moves[0]).toMatchObject({ edition: 'carries', dropped: consequences[0].dropped });
    const [{ report }] = await rows(
      sql`select report from declaration_moves where city_id = ${CITY} and declaration_id = ${firm.declarationId}`,
    );
    expect(report.dropped[0]).toMatchObject({ item: expect.any(String), answer: expect.anything() });
  });

  it('is refused while the declaration is handed in, with what has to be done first', async () => {
    const firm = await submittedDeclaration(world, campaignId);
    const changeId = await ask(firm, { industry: 'metallurgy' });
    const refused = await decide('cityOffice', changeId);
    expect([refused.status, refused.body.fault.code]).toEqual([409, 'move.industryOpen.waiting']);
    expect(
      (await rows(sql`select industry from units where city_id = ${CITY} and unit_id = ${firm.unitId}`))[0].industry,
    ).toBe('opencast-mine');
    done(await firm.visitor.post(`/api/declarations/${firm.declarationId}/withdrawal`, { reason: '' }));
    done(await decide('cityOffice', changeId));
  });
});

describe('a direction to another body', () => {
  const direct = (firm: Declarant, over: Record<string, string> = {}) =>
    world.as('cityOffice').post(`/api/declarations/${firm.declarationId}/direction`, {
      fromBodyId: 'bureau-dongqu',
      bodyId: 'vt-park',
      reason: '主要装置在园区',
      basis: '攀应急〔2026〕31号',
      ...over,
    });

  it('stands beside the rule for everybody, decides the submission and survives a return', async () => {
    const firm = await declarantOf(world, campaignId);
    done(await direct(firm));
    const { route } = done(await firm.visitor.get(`/api/declarations/${firm.declarationId}`));
    expect(route).toMatchObject({
      bodyId: 'vt-park',
      directed: {
        byRuleName: '攀枝花市东区应急管理局',
        reason: '主要装置在园区',
        basis: '攀应急〔2026〕31号',
        byName: '周综合',
      },
    });
    expect(route.reasons.at(-1)).toMatchObject({ code: 'route.directed', basis: '攀应急〔2026〕31号' });
    const version = await fillIn(firm);
    const path = `/api/declarations/${firm.declarationId}/submissions`;
    const { submissionId } = done(await firm.visitor.post(path, submitBody(version)));
    const reviewId = await reviewOf(world, submissionId);
    await examine(world.as('parkReviewer'), reviewId);
    const { version: seen } = done(await world.as('parkReviewer').get(`/api/reviews/${reviewId}`));
    done(
      await world
        .as('parkReviewer')
        .post(`/api/reviews/${reviewId}/return`, { baseVersion: seen, reason: '材料不全', items: [] }),
    );
    expect(await standing(firm)).toMatchObject({ state: 'returned', directed_body_id: 'vt-park' });
    const audited =
      await rows(sql`select p.payload from audit_entries e join audit_payloads p on p.city_id = e.city_id and p.entry_id = e.entry_id
      where e.city_id = ${CITY} and e.subject_id = ${firm.declarationId} and e.command = 'declaration.direct'`);
    expect(JSON.parse(audited[0].payload)).toMatchObject({
      from: 'bureau-dongqu',
      to: 'vt-park',
      byRule: 'bureau-dongqu',
      basis: '攀应急〔2026〕31号',
    });
  });

  it('moves a review, and moves it back when it is taken back', async () => {
    const firm = await submittedDeclaration(world, campaignId);
    done(await direct(firm));
    expect(await standing(firm)).toMatchObject({ reviewer: 'vt-park', review: 'pending' });
    const back = { fromBodyId: 'vt-park', reason: '装置不在园区' };
    done(await world.as('cityOffice').post(`/api/declarations/${firm.declarationId}/direction/withdrawal`, back));
    expect(await standing(firm)).toMatchObject({ reviewer: 'bureau-dongqu', directed_body_id: null });
    expect((await movesOf(firm)).moves.map(({ cause }: { cause: string }) => cause)).toEqual([
      'direction-withdrawn',
      'direction',
    ]);
  });

  it('is refused to where it is, to what receives nothing, after it was transmitted, and on an old view', async () => {
    const firm = await submittedDeclaration(world, campaignId);
    expect((await direct(firm, { bodyId: 'bureau-dongqu' })).body.fault.code).toBe('move.sameBody');
    expect((await direct(firm, { bodyId: 'city-leading-group' })).body.fault.issues).toMatchObject([
      { path: 'bodyId' },
    ]);
    expect((await direct(firm, { fromBodyId: 'bureau-renhe' })).body.fault.code).toBe('platform.stale');
    expect((await direct(firm, { basis: '' })).status).toBe(422);
    const own = { fromBodyId: 'bureau-dongqu', bodyId: 'vt-park', reason: '就近', basis: '会议纪要' };
    expect(
      (await world.as('dongquReviewer').post(`/api/declarations/${firm.declarationId}/direction`, own)).status,
    ).toBe(403);
    const back = { fromBodyId: 'bureau-dongqu', reason: '没有指定' };
    const taken = await world
      .as('cityOffice')
      .post(`/api/declarations/${firm.declarationId}/direction/withdrawal`, back);
    expect(taken.body.fault.code).toBe('move.notDirected');
    await reviewAndSign(world, firm.submissionId);
    await transmitSigned(world, campaignId, dongqu);
    expect((await direct(firm)).body.fault.code).toBe('move.tooLate');
  });

  it('is shown to the enterprise and the bodies concerned, and to no other', async () => {
    const firm = await declarantOf(world, campaignId);
    done(await direct(firm));
    const path = `/api/declarations/${firm.declarationId}/moves`;
    const other = await declarantOf(world, campaignId);
    expect((await other.visitor.get(path)).status).toBe(404);
    for (const [member, status] of [
      ['dongquReviewer', 200],
      ['parkReviewer', 200],
      ['renheReviewer', 404],
      ['auditor', 200],
    ] as const)
      expect([member, (await world.as(member).get(path)).status]).toEqual([member, status]);
  });
});
