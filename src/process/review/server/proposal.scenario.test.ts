import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { submitBody } from '#process/declaration/testing/declarations.ts';
import type { Item } from '#process/standards/domain/index.ts';
import { examine, propose, reviewAndSign, reviewOf } from '../../../../tests/verbs.ts';
import { CITY, createWorld, type World } from '../../../../tests/world.ts';
import { createDesks, type Desk } from '../testing/review-desk.ts';

let world: World;
let desks: Awaited<ReturnType<typeof createDesks>>;
let desk: Desk;

const item = (match: (item: Item) => boolean): Item => desks.edition.items.find(match) as Item;
const adjust = (one: Item, points: number) => ({
  itemId: one.id,
  verdict: 'adjust' as const,
  points,
  comment: '现场核查不符',
});

beforeAll(async () => {
  world = await createWorld();
  desks = await createDesks(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await desks.open();
});

describe('proposing a class', () => {
  it('is refused until every mandatory and veto item has a verdict and supervision is described', async () => {
    await desk.reviewer.post(`${desk.path}/take-up`, { baseVersion: 1 });
    const refused = await propose(desk.reviewer, desk.reviewId);
    const critical = desks.edition.items.filter(({ kind }) => kind !== 'scored').map(({ id }) => `items.${id}`);
    expect(refused.status).toBe(422);
    expect(refused.body.fault.issues.map((issue: { path: string }) => issue.path)).toEqual([
      ...critical,
      'dailySupervision',
    ]);
  });

  it('works the score out from the reviewed answers and keeps it with its account', async () => {
    const one = desks.scored;
    await examine(desk.reviewer, desk.reviewId, { verdicts: [adjust(one, 0)] });
    expect(await propose(desk.reviewer, desk.reviewId)).toMatchObject({ status: 200, body: { computedClass: 'A' } });
    const { rows } = await world.database.owner.query('select * from reviews where review_id = $1', [desk.reviewId]);
    const [row] = rows;
    const sum = row.trace.find((step: { rule: string }) => step.rule === 'sum').after;
    expect(sum.deducted).toBe(one.full);
    expect(row.numerator * (sum.full - sum.notApplicable)).toBe(sum.earned * 100 * row.denominator);
    expect(row).toMatchObject({ state: 'proposed', computed_class: 'A', proposed_class: 'A', as_of: '2026-09-01' });
    expect(await desk.audit()).toContain('review.propose');
  });

  it('counts facts that were recorded after the declaration', async () => {
    const gate = desks.edition.gates.find(({ effects }) => effects.some((effect) => 'cap' in effect));
    await world.database.owner.query(
      `insert into supervision_facts (city_id, fact_id, unit_id, kind, happened_on, recorded_at)
       values ($1, gen_random_uuid(), $2, $3, '2026-08-30', now())`,
      [CITY, desk.declared.unitId, gate?.fact],
    );
    await examine(desk.reviewer, desk.reviewId);
    const proposed = await propose(desk.reviewer, desk.reviewId, { proposedClass: 'A', departureReason: '想保留' });
    expect(proposed).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'proposedClass' }] } },
    });
  });

  it('keeps another class than the computed one as a step of its own, with person and reason, within its bounds', async () => {
    await examine(desk.reviewer, desk.reviewId);
    expect(await propose(desk.reviewer, desk.reviewId, { proposedClass: 'B' })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'departureReason', code: 'departure.reasonMissing' }] } },
    });
    expect(
      await propose(desk.reviewer, desk.reviewId, { proposedClass: 'C', departureReason: '反复违章' }),
    ).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'proposedClass', code: 'departure.tooFar', params: { most: 1 } }] } },
    });
    expect(
      await propose(desk.reviewer, desk.reviewId, { proposedClass: 'B', departureReason: '反复违章' }),
    ).toMatchObject({
      status: 200,
    });
    const { proposal } = await desk.read();
    expect(proposal).toMatchObject({ computedClass: 'A', proposedClass: 'B', departureReason: '反复违章' });
    expect(proposal.trace.at(-1)).toEqual({
      step: 11,
      rule: 'departure',
      inputs: { person: '何东一', reason: '反复违章', from: 'A', to: 'B', bound: { mostRanks: 1, best: 'A' } },
      before: 'A',
      after: 'B',
    });
  });

  it('never lifts the effect of a failed mandatory or veto item', async () => {
    const must = item((one) => one.kind === 'veto' && one.onFail.length > 0);
    const value = must.scoring === 'met' ? { met: false } : { points: 0 };
    const found = { itemId: must.id, verdict: 'adjust' as const, comment: '现场不符', ...value };
    await examine(desk.reviewer, desk.reviewId, { verdicts: [found] });
    const tried = await propose(desk.reviewer, desk.reviewId, { proposedClass: 'C', departureReason: '已承诺整改' });
    expect(tried).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'proposedClass', code: 'departure.liftsEffect' }] } },
    });
  });

  it('is refused on a page that is not the latest', async () => {
    const version = await examine(desk.reviewer, desk.reviewId);
    const body = { proposedClass: 'A', departureReason: '', opinion: '同意' };
    expect(await desk.reviewer.post(`${desk.path}/proposal`, { ...body, baseVersion: version - 1 })).toMatchObject({
      status: 409,
      body: { fault: { code: 'platform.stale' } },
    });
    expect(
      await desk.reviewer.post(`${desk.path}/proposal`, { ...body, opinion: ' ', baseVersion: version }),
    ).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'opinion', code: 'input.required' }] } },
    });
  });
});

describe('signing off', () => {
  const proposedVersion = async () => {
    await examine(desk.reviewer, desk.reviewId);
    return (await propose(desk.reviewer, desk.reviewId)).body.version;
  };

  it('is done by a second person of the body', async () => {
    const baseVersion = await proposedVersion();
    expect(await world.as('renheSignOff').post(`${desk.path}/signature`, { baseVersion })).toMatchObject({
      status: 404,
    });
    expect(await desk.reviewer.post(`${desk.path}/signature`, { baseVersion })).toMatchObject({ status: 403 });
    expect(await desk.signOff.post(`${desk.path}/signature`, { baseVersion })).toMatchObject({ status: 200 });
    expect(await desk.read()).toMatchObject({ state: 'signed', signature: { signedByName: '何东二' } });
    expect(await desk.audit()).toEqual(expect.arrayContaining(['review.take-up', 'review.propose', 'review.sign-off']));
  });

  it('is refused to the person who proposed, in the command and in the database', async () => {
    const both = await world.person('何东四', ['reviewer', 'sign-off'], { bodyId: 'bureau-dongqu' });
    const visitor = await world.asAccount(both.accountId ?? '');
    await examine(visitor, desk.reviewId);
    const { version } = (await propose(visitor, desk.reviewId)).body;
    expect(await visitor.post(`${desk.path}/signature`, { baseVersion: version })).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.samePerson' } },
    });
    await expect(
      world.database.owner.query('update reviews set signed_by = proposed_by where review_id = $1', [desk.reviewId]),
    ).rejects.toThrow(/reviews_second_person/);
  });

  it('can send the proposal back with a note; it is then examined and proposed again', async () => {
    const baseVersion = await proposedVersion();
    expect(await desk.signOff.post(`${desk.path}/send-back`, { baseVersion, note: '' })).toMatchObject({ status: 422 });
    expect(await desk.signOff.post(`${desk.path}/send-back`, { baseVersion, note: '请复核边坡' })).toMatchObject({
      status: 200,
    });
    expect(await desk.read()).toMatchObject({ state: 'reviewing', sentBackNote: '请复核边坡' });
    expect(await propose(desk.reviewer, desk.reviewId)).toMatchObject({ status: 200 });
    expect((await desk.read()).history.map((entry: { command: string }) => entry.command)).toEqual([
      'review.propose',
      'review.send-back',
      'review.propose',
      'review.take-up',
      'review.open',
    ]);
  });

  it('gives an opinion form to print once a class is proposed', async () => {
    expect(await desk.reviewer.get(`${desk.path}/opinion-form`)).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.nothingProposed' } },
    });
    await proposedVersion();
    const form = await desk.reviewer.download(`${desk.path}/opinion-form`);
    expect(form).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(form.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('returning for correction', () => {
  const returned = (change: object = {}) =>
    desk.reviewer.post(`${desk.path}/return`, {
      baseVersion: 2,
      reason: '佐证不全',
      items: [{ itemId: desks.scored.id, comment: '请补充检查记录' }],
      ...change,
    });
  beforeEach(async () => {
    await desk.reviewer.post(`${desk.path}/take-up`, { baseVersion: 1 });
  });

  it('counts the term in working days, or takes a day between today and the end of the campaign', async () => {
    expect(await returned({ due: { on: '2026-08-31' } })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'due', code: 'review.dueBeforeToday' }] } },
    });
    expect(await returned({ due: { on: '2028-01-05' } })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'due', code: 'review.dueAfterCampaign' }] } },
    });
    expect(await returned({ due: { on: '2026-02-30' } })).toMatchObject({ status: 422 });
    expect(await returned({ items: [{ itemId: 'nowhere', comment: 'x' }] })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'items.0.itemId', code: 'review.itemUnknown' }] } },
    });
    // Tuesday 1 September 2026 and five working days.
    expect(await returned()).toMatchObject({ status: 200, body: { dueOn: '2026-09-08' } });
    expect(await returned()).toMatchObject({ status: 409, body: { fault: { code: 'review.state.returned' } } });
  });

  it('goes on with the corrected submission of the same declaration in a review of its own', async () => {
    const [first, second] = desks.edition.items.filter(({ kind }) => kind !== 'scored') as [Item, Item];
    await desk.verdicts({
      [first.id]: { base: 0, verdict: 'agree', comment: '原件已核' },
      [second.id]: { base: 0, verdict: 'agree', comment: '' },
    });
    await returned({ baseVersion: 3, items: [{ itemId: second.id, comment: '证照已过期' }] });
    const declaration = `/api/declarations/${desk.declared.declarationId}`;
    const draft = (await desk.declared.visitor.get(declaration)).body;
    expect(draft).toMatchObject({ state: 'returned', returned: { reason: '佐证不全', dueOn: '2026-09-08' } });
    const [elementId, section] = Object.entries<{ version: number; items: Record<string, { answer: unknown }> }>(
      draft.sections,
    ).find(([, { items }]) => second.id in items)!;
    const { answer } = section.items[second.id]!;
    const corrected = await desk.declared.visitor.send('PUT', `${declaration}/sections/${elementId}`, {
      baseVersion: section.version,
      items: { [second.id]: { answer, comment: '已换证，见附件。' } },
    });
    const again = await desk.declared.visitor.post(`${declaration}/submissions`, submitBody(corrected.body.version));
    expect(again.status).toBe(200);

    const nextId = await reviewOf(world, again.body.submissionId);
    expect(nextId).not.toBe(desk.reviewId);
    const earlier = await desk.read();
    expect(earlier).toMatchObject({ state: 'returned', returned: { reason: '佐证不全' }, actions: [] });
    expect(Object.keys(earlier.verdicts)).toHaveLength(2);

    await desk.reviewer.post(`/api/reviews/${nextId}/take-up`, { baseVersion: 1 });
    const next = (await desk.reviewer.get(`/api/reviews/${nextId}`)).body;
    expect(next).toMatchObject({
      declarationId: desk.declared.declarationId,
      submission: { sequence: 2 },
      correction: {
        reviewId: desk.reviewId,
        reason: '佐证不全',
        items: [{ itemId: second.id }],
        changedItems: [second.id],
      },
      rounds: [{ reviewId: desk.reviewId }, { reviewId: nextId }],
    });
    // What was neither to be corrected nor changed stands as it was found; the rest is to be examined again.
    expect(next.verdicts).toMatchObject({ [first.id]: { verdict: 'agree', comment: '原件已核' } });
    expect(next.verdicts[second.id]).toBeUndefined();
    expect(await reviewAndSign(world, again.body.submissionId)).toBe(nextId);
  });
});
