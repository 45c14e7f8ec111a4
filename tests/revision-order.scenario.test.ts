import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { editionInForce } from '#process/campaign/testing/edition-in-force.ts';
import { declarantOf, fillIn, submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import { MINES, revisionDesk, type Section } from './revision-desk.ts';
import { freezeDraw, receivedUnits, reviewAndSign } from './verbs.ts';
import { CITY, createWorld, type World } from './world.ts';

let world: World;
let desk: ReturnType<typeof revisionDesk>;
beforeAll(async () => {
  world = await createWorld();
  desk = revisionDesk(world);
});
afterAll(() => world.close());

const office = () => world.as('cityOffice');

describe('an order', () => {
  it('is refused at once while units are bound by what was published of them, and says where they are', async () => {
    const campaignId = await desk.campaign();
    await receivedUnits(world, campaignId, [{}, {}]);
    await desk.revise();
    const body = await desk.orderBody(campaignId);
    const path = `/api/campaigns/${campaignId}/edition-revisions`;
    const inBatch = await office().post(path, body);
    expect(inBatch.body.fault).toMatchObject({
      code: 'campaign.revisionBound',
      params: { count: 2, batch: 2, pool: 0 },
    });
    await freezeDraw(world, campaignId);
    const inPool = await office().post(path, body);
    expect(inPool.body.fault).toMatchObject({
      code: 'campaign.revisionBound',
      params: { count: 2, batch: 0, pool: 2 },
    });
    expect((await desk.preview(campaignId)).bound).toMatchObject({ pool: 2 });
  });

  it('can be given for a day while units are bound, holds others back that they may be finished, and is stopped if they are not', async () => {
    const campaignId = await desk.campaign();
    await receivedUnits(world, campaignId, [{}]);
    const declared = await submittedDeclaration(world, campaignId);
    const reviewId = await reviewAndSign(world, declared.submissionId);
    await desk.revise();
    const revisionId = await desk.ordered(campaignId, { effectiveOn: '2026-09-02' });
    const held = await world
      .as('dongquSignOff')
      .post(`/api/campaigns/${campaignId}/batches`, { reviewIds: [reviewId], note: '' });
    expect(held.body.fault.code).toBe('review.revisionAhead');
    const before = await desk.rows(
      sql`select * from declarations where campaign_id = ${campaignId} order by declaration_id`,
    );
    world.clock.advance(1);
    await desk.scan();
    world.clock.advance(-1);
    expect(await desk.read(revisionId)).toMatchObject({ state: 'stopped', endedReason: 'bound' });
    expect(
      await desk.rows(sql`select * from declarations where campaign_id = ${campaignId} order by declaration_id`),
    ).toEqual(before);
  });

  it('waits for its day, holds transmission back until then, and is carried out by the system', async () => {
    const campaignId = await desk.campaign();
    const declared = await submittedDeclaration(world, campaignId);
    const reviewId = await reviewAndSign(world, declared.submissionId);
    const hash = await desk.retitle();
    const { earliestOn } = await desk.preview(campaignId);
    expect(earliestOn).toBe('2026-09-02');
    const revisionId = await desk.ordered(campaignId, { effectiveOn: '2026-09-04' });
    expect(await desk.scan()).toBe(0);
    const path = `/api/campaigns/${campaignId}/batches`;
    const held = await world.as('dongquSignOff').post(path, { reviewIds: [reviewId], note: '' });
    expect(held.body.fault).toMatchObject({ code: 'review.revisionAhead', params: { effectiveOn: '2026-09-04' } });
    world.clock.advance(3);
    expect(await desk.scan()).toBeGreaterThan(0);
    expect((await desk.read(revisionId)).state).toBe('carried-out');
    expect(await desk.scan()).toBe(0);
    const [used] = await desk.rows(
      sql`select edition_hash from campaign_editions where campaign_id = ${campaignId} and industry = ${MINES}`,
    );
    expect(used).toEqual({ edition_hash: hash });
    const audits = await desk.rows(
      sql`select command from audit_entries where subject_id = ${revisionId} order by command`,
    );
    expect(audits.map(({ command }) => command)).toEqual([
      'campaign.carry-out-edition-revision',
      'campaign.order-edition-revision',
    ]);
    world.clock.advance(-3);
  });

  it.each([
    ['on a day before the next working day', { effectiveOn: '2026-09-01' }, 'effectiveOn', 'campaign.momentTooEarly'],
    ['after the campaign', { effectiveOn: '2028-01-03' }, 'effectiveOn', 'campaign.momentAfterCampaign'],
    ['without the name of the industry', { confirmation: '是' }, 'confirmation', 'campaign.revisionNotConfirmed'],
    ['for an industry that the campaign does not assess', { industry: 'tailings' }, 'industry', 'input.notAChoice'],
  ])('is refused %s', async (_, change, path, code) => {
    const campaignId = await desk.campaign();
    await desk.revise();
    const refused = await desk.order(campaignId, change);
    expect(refused.status).toBe(422);
    expect(refused.body.fault.issues).toMatchObject([{ path, code }]);
  });

  it('is the city office’s alone', async () => {
    const campaignId = await desk.campaign();
    await desk.revise();
    for (const member of ['dongquReviewer', 'leadingGroup', 'auditor', 'administrator'] as const)
      expect((await desk.order(campaignId, {}, world.as(member))).status).toBe(403);
  });

  it('that names other editions than those in use and in force is refused as stale', async () => {
    const campaignId = await desk.campaign();
    await desk.revise();
    expect((await desk.order(campaignId, { toHash: 'f'.repeat(64) })).body.fault.code).toBe('platform.stale');
  });

  it('for the edition that the campaign uses already, or without one in force, is refused', async () => {
    const campaignId = await desk.campaign();
    expect((await desk.order(campaignId)).body.fault.code).toBe('campaign.editionInUse');
    const body = await desk.orderBody(campaignId);
    const [kept] = await desk.rows(
      sql`update edition_terms set retired_at = now() where industry = ${MINES} and retired_at is null returning edition_hash`,
    );
    const refused = await office().post(`/api/campaigns/${campaignId}/edition-revisions`, body);
    expect(refused.body.fault.code).toBe('campaign.noEditionInForce');
    expect((await desk.preview(campaignId)).to).toBeNull();
    await desk.rows(sql`update edition_terms set retired_at = null where edition_hash = ${kept?.edition_hash}`);
  });

  it('is given once at a time for an industry; the same request twice is one order', async () => {
    const campaignId = await desk.campaign();
    await desk.revise();
    const body = await desk.orderBody(campaignId, { effectiveOn: '2026-09-10' });
    const path = `/api/campaigns/${campaignId}/edition-revisions`;
    const key = newId();
    const [first, again] = [await office().post(path, body, key), await office().post(path, body, key)];
    expect(again.body).toEqual(first.body);
    expect((await office().post(path, body)).body.fault.code).toBe('campaign.revisionAhead');
    expect((await office().get(path)).body.total).toBe(1);
  });

  it('can be cancelled before its day, and not afterwards', async () => {
    const campaignId = await desk.campaign();
    const { declarationId } = await declarantOf(world, campaignId);
    const before = await editionInForce(world, MINES);
    await desk.revise();
    const revisionId = await desk.ordered(campaignId, { effectiveOn: '2026-09-03' });
    const path = `/api/edition-revisions/${revisionId}/cancellation`;
    expect((await world.as('dongquReviewer').post(path, { reason: '不需要' })).status).toBe(403);
    expect((await office().post(path, { reason: '新标准尚需完善' })).status).toBe(200);
    expect((await office().post(path, { reason: '再来' })).body.fault.code).toBe('campaign.revisionEnded');
    world.clock.advance(3);
    expect(await desk.scan()).toBe(0);
    world.clock.advance(-3);
    const [row] = await desk.rows(sql`select edition_hash from declarations where declaration_id = ${declarationId}`);
    expect(row).toEqual({ edition_hash: before.hash });
    expect(await desk.read(revisionId)).toMatchObject({
      state: 'cancelled',
      endedReason: '新标准尚需完善',
      actions: [],
    });
  });

  it('is stopped, with nothing changed, if its edition is no longer in force on its day', async () => {
    const campaignId = await desk.campaign();
    const { declarationId } = await declarantOf(world, campaignId);
    const before = await editionInForce(world, MINES);
    await desk.revise();
    const revisionId = await desk.ordered(campaignId, { effectiveOn: '2026-09-02' });
    await desk.revise();
    world.clock.advance(1);
    await desk.scan();
    world.clock.advance(-1);
    expect(await desk.read(revisionId)).toMatchObject({
      state: 'stopped',
      endedReason: 'not-in-force',
    });
    const [row] = await desk.rows(sql`select edition_hash from declarations where declaration_id = ${declarationId}`);
    expect(row).toEqual({ edition_hash: before.hash });
    // Home is about the campaign that was opened last.
    await desk.rows(
      sql`update campaigns set opened_at = ${new Date(world.clock.now().getTime() + 60_000)} where campaign_id = ${campaignId}`,
    );
    const told = async () => JSON.stringify((await office().get('/api/home')).body).includes('home.revision.stopped');
    expect(await told()).toBe(true);
    // Another can be ordered for the edition that is in force now.
    expect((await desk.order(campaignId)).status).toBe(200);
    expect(await told()).toBe(false);
  });

  it('changes nothing at all if it fails half-way, and is carried out at the next look', async () => {
    const campaignId = await desk.campaign();
    const one = await submittedDeclaration(world, campaignId);
    const two = await submittedDeclaration(world, campaignId);
    await desk.retitle();
    const revisionId = await desk.ordered(campaignId, { effectiveOn: '2026-09-02' });
    // Of the second declaration, the review is in a state that no revision may meet.
    const [last] = await desk.rows(
      sql`select declaration_id, current_submission_id as id from declarations where campaign_id = ${campaignId} order by declaration_id desc limit 1`,
    );
    await desk.rows(sql`update reviews set state = 'withdrawn' where submission_id = ${last?.id}`);
    const before = await desk.rows(
      sql`select * from declarations where campaign_id = ${campaignId} order by declaration_id`,
    );
    world.clock.advance(1);
    await expect(desk.scan()).rejects.toThrow();
    expect(
      await desk.rows(sql`select * from declarations where campaign_id = ${campaignId} order by declaration_id`),
    ).toEqual(before);
    expect(await desk.rows(sql`select 1 from submissions where revision_id = ${revisionId}`)).toEqual([]);
    expect((await desk.read(revisionId)).state).toBe('ordered');
    await desk.rows(sql`update reviews set state = 'pending' where submission_id = ${last?.id}`);
    await desk.scan();
    world.clock.advance(-1);
    expect((await desk.read(revisionId)).state).toBe('carried-out');
    expect(await desk.rows(sql`select declaration_id from submissions where revision_id = ${revisionId}`)).toHaveLength(
      2,
    );
    expect([one.declarationId, two.declarationId]).toContain(last?.declaration_id);
  });

  it('may follow another: what was not confirmed in between still is to be', async () => {
    const campaignId = await desk.campaign();
    const declarant = await declarantOf(world, campaignId);
    await fillIn(declarant);
    const path = `/api/declarations/${declarant.declarationId}`;
    const { editionHash: first } = (await declarant.visitor.get(path)).body;
    await desk.revise();
    await desk.ordered(campaignId);
    const between = (await declarant.visitor.get(path)).body;
    await desk.retitle();
    await desk.ordered(campaignId);
    const after = (await declarant.visitor.get(path)).body;
    expect(after.revision.toConfirm).toEqual(between.revision.toConfirm);
    const items = Object.assign(
      {},
      ...Object.values(after.sections).map((section) => (section as { items: object }).items),
    );
    expect(items[after.revision.toConfirm[0]].was.edition).toBe(first);
    expect((await office().get(`/api/campaigns/${campaignId}/edition-revisions`)).body.total).toBe(2);
  });
});

describe('at the moment itself', () => {
  it('nothing that an enterprise saves is lost: it is kept, or it is refused', async () => {
    const campaignId = await desk.campaign();
    const declarants = await Promise.all([1, 2, 3].map(() => declarantOf(world, campaignId)));
    for (const declarant of declarants) await fillIn(declarant);
    await desk.revise();
    const body = await desk.orderBody(campaignId);
    const saves = await Promise.all(
      declarants.map(async ({ visitor, declarationId }) => {
        const path = `/api/declarations/${declarationId}`;
        const { sections } = (await visitor.get(path)).body;
        const [elementId, section] = Object.entries(sections).at(-1) as [string, Section];
        const [item = ''] = Object.keys(section.items);
        return { visitor, path, elementId, section, item };
      }),
    );
    const [done, ...answers] = await Promise.all([
      office().post(`/api/campaigns/${campaignId}/edition-revisions`, body),
      ...saves.map(({ visitor, path, elementId, section, item }) =>
        visitor.send('PUT', `${path}/sections/${elementId}`, {
          baseVersion: section.version,
          items: { [item]: { answer: (section.items[item] as { answer: unknown }).answer, comment: '同时保存' } },
        }),
      ),
    ]);
    expect(done?.status).toBe(200);
    for (const [at, { visitor, path, item }] of saves.entries()) {
      const after = (await visitor.get(path)).body;
      const items = Object.assign({}, ...Object.values(after.sections).map((one) => (one as Section).items));
      expect(after.editionHash).toBe(body.toHash);
      expect(items[item].comment).toBe(answers[at]?.status === 200 ? '同时保存' : '');
      expect(answers[at]?.status).toBeOneOf([200, 409]);
    }
  });

  it('in a demonstration, its date counts: what follows happens on the day that it was moved to', async () => {
    const campaignId = await desk.campaign();
    const declared = await submittedDeclaration(world, campaignId);
    await desk.revise();
    const revisionId = await desk.ordered(campaignId, { effectiveOn: '2026-09-10', workingDays: 3 });
    const moveDate = systemCommand<Record<string, never>, null>({
      name: 'people.advance-demonstration',
      run: async () =>
        ok({
          done: null,
          subject: { type: 'city', id: String(CITY) },
          record: {},
          events: [{ type: 'demonstration.date-moved', to: '2026-09-14' }],
        }),
    });
    expect((await world.app.runner.runAs(systemActor(CITY), moveDate, {})).ok).toBe(true);
    expect(await desk.read(revisionId)).toMatchObject({
      state: 'carried-out',
      dueOn: '2026-09-17',
      endedAt: expect.stringContaining('2026-09-14'),
    });
    const returned = (await declared.visitor.get(`/api/declarations/${declared.declarationId}`)).body;
    expect(returned).toMatchObject({ state: 'returned', returned: { dueOn: '2026-09-17', byRevision: true } });
  });
});
