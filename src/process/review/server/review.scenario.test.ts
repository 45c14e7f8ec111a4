import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { createDesks, type Desk } from '../testing/review-desk.ts';

let world: World;
let desks: Awaited<ReturnType<typeof createDesks>>;
let desk: Desk;

beforeAll(async () => {
  world = await createWorld();
  desks = await createDesks(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await desks.open();
});

describe('the queue', () => {
  it('opens a review with the receiving body when a declaration is submitted, and nobody else sees it', async () => {
    const own = await desk.reviewer.get('/api/reviews?state=pending');
    expect(own.body.rows.map((row: { reviewId: string }) => row.reviewId)).toContain(desk.reviewId);
    const other = await world.as('renheReviewer').get('/api/reviews');
    expect(other.body.total).toBe(0);
    expect((await world.as('cityOffice').get('/api/reviews')).body.total).toBeGreaterThan(0);
    for (const member of ['renheReviewer', 'renheSignOff'] as const)
      expect(await world.as(member).get(desk.path)).toMatchObject({ status: 404 });
    for (const visitor of [world.as('expertOne'), desk.declared.visitor])
      expect(await visitor.get(desk.path)).toMatchObject({ status: 403 });
    expect(await world.as('auditor').get(desk.path)).toMatchObject({ status: 200, body: { actions: [] } });
  });

  it('is filtered by state, industry, class and lateness, and counts by state', async () => {
    const total = async (query: string) => (await desk.reviewer.get(`/api/reviews?${query}`)).body.total;
    expect(await total('industry=coal-mine')).toBe(0);
    expect(await total('late=1')).toBe(0);
    expect(await total('classCode=D')).toBe(0);
    expect(await total('industry=machinery&classCode=A&state=pending')).toBeGreaterThan(0);
    const open = await total('state=open');
    expect(await total('state=in-hand')).toBe((await total('state=pending')) + (await total('state=reviewing')));
    expect(open).toBeGreaterThanOrEqual(await total('state=in-hand'));
    expect((await desk.reviewer.get('/api/reviews?state=open&size=200')).body.rows).toHaveLength(open);
    const { counts, total: all } = (await desk.reviewer.get('/api/reviews')).body;
    expect(Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(all);
  });

  it('drops the review when the enterprise withdraws before anybody has begun, and refuses it afterwards', async () => {
    const withdrawal = `/api/declarations/${desk.declared.declarationId}/withdrawal`;
    expect(await desk.declared.visitor.post(withdrawal, { reason: '' })).toMatchObject({ status: 200 });
    expect(await desk.read()).toMatchObject({ state: 'withdrawn', actions: [] });
    expect(await desk.reviewer.post(`${desk.path}/take-up`, { baseVersion: 2 })).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.state.withdrawn' } },
    });
    expect(await desk.audit()).toEqual(['review.open', 'review.drop']);
  });
});

describe('taking up', () => {
  it('makes the review the reviewer’s, and the enterprise can no longer withdraw', async () => {
    expect(await desk.reviewer.post(`${desk.path}/take-up`, { baseVersion: 1 })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await desk.read()).toMatchObject({
      state: 'reviewing',
      reviewerName: '何东一',
      actions: ['examine', 'propose', 'return'],
    });
    expect(
      await desk.declared.visitor.post(`/api/declarations/${desk.declared.declarationId}/withdrawal`, {}),
    ).toMatchObject({
      status: 409,
      body: { fault: { code: 'declaration.reviewBegun' } },
    });
  });

  it('is refused to another body, to other roles and on a stale page', async () => {
    const body = { baseVersion: 1 };
    expect(await world.as('renheReviewer').post(`${desk.path}/take-up`, body)).toMatchObject({ status: 404 });
    expect(await desk.signOff.post(`${desk.path}/take-up`, body)).toMatchObject({ status: 403 });
    expect(await world.nobody.post(`${desk.path}/take-up`, body)).toMatchObject({ status: 401 });
    expect(await desk.reviewer.post(`${desk.path}/take-up`, { baseVersion: 7 })).toMatchObject({
      status: 409,
      body: { fault: { code: 'platform.stale' } },
    });
  });

  it('passes to a colleague who confirms taking over; the first is then refused by name', async () => {
    const colleague = await world.person('何东三', ['reviewer'], { bodyId: 'bureau-dongqu' });
    const third = await world.asAccount(colleague.accountId ?? '');
    await desk.reviewer.post(`${desk.path}/take-up`, { baseVersion: 1 });
    const first = desks.scored;
    expect(await desk.verdicts({ [first.id]: { base: 0, verdict: 'agree' } }, third)).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.takenOver', params: { by: '何东一' } } },
    });
    expect(await third.post(`${desk.path}/take-over`, { baseVersion: 2, reason: '原初审人休假' })).toMatchObject({
      status: 422,
    });
    expect(
      await third.post(`${desk.path}/take-over`, { baseVersion: 2, confirmed: true, reason: '原初审人休假' }),
    ).toMatchObject({ status: 200 });
    expect(await desk.verdicts({ [first.id]: { base: 0, verdict: 'agree' } }, third)).toMatchObject({ status: 200 });
    expect(await desk.verdicts({ [first.id]: { base: 1, verdict: 'agree' } })).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.takenOver', params: { by: '何东三' } } },
    });
  });
});

describe('examining', () => {
  beforeEach(async () => {
    await desk.reviewer.post(`${desk.path}/take-up`, { baseVersion: 1 });
  });

  it('saves several verdicts at once, also half written ones', async () => {
    const one = desks.scored;
    const saved = await desk.verdicts({
      [one.id]: { base: 0, verdict: 'adjust', points: 0, comment: '' },
      [desks.absent.id]: { base: 0, verdict: 'refuse-na', comment: '现场有此设施' },
    });
    expect(saved).toMatchObject({
      status: 200,
      body: { version: 3, revisions: { [one.id]: 1, [desks.absent.id]: 1 } },
    });
    expect((await desk.read()).verdicts).toMatchObject({
      [one.id]: { verdict: 'adjust', points: 0, revision: 1 },
      [desks.absent.id]: { verdict: 'refuse-na', comment: '现场有此设施' },
    });
    expect(await desk.verdicts({ [one.id]: { base: 1, verdict: null } })).toMatchObject({ status: 200 });
    expect((await desk.read()).verdicts[one.id]).toBeUndefined();
  });

  it('names the item of a verdict that does not fit and saves nothing of that request', async () => {
    const one = desks.scored;
    expect(
      await desk.verdicts({
        [one.id]: { base: 0, verdict: 'adjust', points: one.full + 1, comment: 'x' },
        [desks.absent.id]: { base: 0, verdict: 'agree', comment: '' },
      }),
    ).toMatchObject({
      status: 422,
      body: {
        fault: { issues: [{ path: `items.${one.id}`, code: 'review.pointsOutOfRange', params: { full: one.full } }] },
      },
    });
    expect((await desk.read()).verdicts).toEqual({});
    expect(await desk.verdicts({ [one.id]: { base: 0, verdict: 'adjust', points: -1, comment: 'x' } })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: `items.${one.id}.points`, code: 'input.negative' }] } },
    });
  });

  it('refuses to overwrite a verdict that was changed in another window, unless it is the same', async () => {
    const one = desks.scored;
    await desk.verdicts({ [one.id]: { base: 0, verdict: 'agree', comment: '' } });
    expect(await desk.verdicts({ [one.id]: { base: 0, verdict: 'adjust', points: 0, comment: '不符' } })).toMatchObject(
      {
        status: 409,
        body: { fault: { code: 'review.verdictsChanged', params: { items: one.id } } },
      },
    );
    expect(await desk.verdicts({ [one.id]: { base: 0, verdict: 'agree', comment: '' } })).toMatchObject({
      status: 200,
    });
  });

  it('refuses to overwrite an account of supervision that was changed in another window', async () => {
    const save = (before: string, text: string) =>
      desk.reviewer.send('PUT', `${desk.path}/daily-supervision`, { before, text });
    expect(await save('', '检查 2 次')).toMatchObject({ status: 200 });
    expect(await save('', '检查 3 次')).toMatchObject({ status: 409, body: { fault: { code: 'platform.stale' } } });
  });
});
