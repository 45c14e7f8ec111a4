import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  campaignOf,
  type Declarant,
  submitBody,
  submittedDeclaration,
} from '#process/declaration/testing/declarations.ts';
import type { Answer, Item } from '#process/standards/domain/index.ts';
import { examine, propose, reviewAndSign, reviewOf } from '../../../../tests/verbs.ts';
import { CITY, createWorld, type Visitor, type World } from '../../../../tests/world.ts';

let world: World;
let campaignId: string;
let declared: Declarant & { readonly submissionId: string };
let reviewId: string;
let path: string;
let edition: { items: Item[] };
let reviewer: Visitor;
let signOff: Visitor;

/** Full marks, but the first item that may be absent is. */
const answered = (item: Item): Answer => {
  if (item.id === absentId && item.na === 'allowed') return { na: '本矿无此设施' };
  return item.scoring === 'met' ? { met: true } : { points: item.full };
};
let absentId = '';

beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
  reviewer = world.as('dongquReviewer');
  signOff = world.as('dongquSignOff');
  const { rows } = await world.database.owner.query(`select e.content from editions e where e.industry = 'machinery'`);
  edition = rows[0].content;
  absentId = edition.items.find((item) => item.na === 'allowed' && item.kind === 'scored')?.id ?? '';
});
afterAll(() => world.close());

beforeEach(async () => {
  declared = await submittedDeclaration(world, campaignId, { industry: 'machinery' }, answered);
  reviewId = await reviewOf(world, declared.submissionId);
  path = `/api/reviews/${reviewId}`;
});

const read = async (visitor = reviewer) => (await visitor.get(path)).body;
const audit = async (): Promise<string[]> =>
  (
    await world.database.owner.query(
      `select command from audit_entries where city_id = $1 and subject_id = $2 order by recorded_at`,
      [CITY, reviewId],
    )
  ).rows.map((row) => row.command);
const item = (match: (item: Item) => boolean): Item => edition.items.find(match) as Item;
const points = () => item((one) => one.scoring === 'points' && one.kind === 'scored' && one.id !== absentId);
const adjust = (one: Item, value: number, comment = '现场核查不符') => ({
  itemId: one.id,
  verdict: 'adjust' as const,
  points: value,
  comment,
});
const verdicts = (items: object, visitor = reviewer) => visitor.send('PUT', `${path}/verdicts`, { items });

describe('the queue', () => {
  it('opens a review with the receiving body when a declaration is submitted, and nobody else sees it', async () => {
    const own = await reviewer.get('/api/reviews?state=pending');
    expect(own.body.rows.map((row: { reviewId: string }) => row.reviewId)).toContain(reviewId);
    const other = await world.as('renheReviewer').get('/api/reviews');
    expect(other.body.total).toBe(0);
    expect((await world.as('cityOffice').get('/api/reviews')).body.total).toBeGreaterThan(0);
    for (const member of ['renheReviewer', 'renheSignOff'] as const)
      expect(await world.as(member).get(path)).toMatchObject({ status: 404 });
    for (const visitor of [world.as('expertOne'), declared.visitor])
      expect(await visitor.get(path)).toMatchObject({ status: 403 });
    expect(await world.as('auditor').get(path)).toMatchObject({ status: 200, body: { actions: [] } });
  });

  it('is filtered by state, industry, class and lateness, and counts by state', async () => {
    const total = async (query: string) => (await reviewer.get(`/api/reviews?${query}`)).body.total;
    expect(await total('industry=coal-mine')).toBe(0);
    expect(await total('late=1')).toBe(0);
    expect(await total('classCode=D')).toBe(0);
    expect(await total('industry=machinery&classCode=A&state=pending')).toBeGreaterThan(0);
    const { counts, total: all } = (await reviewer.get('/api/reviews')).body;
    expect(Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(all);
  });

  it('drops the review when the enterprise withdraws before anybody has begun, and refuses it afterwards', async () => {
    const withdrawal = `/api/declarations/${declared.declarationId}/withdrawal`;
    expect(await declared.visitor.post(withdrawal, { reason: '' })).toMatchObject({ status: 200 });
    expect(await read()).toMatchObject({ state: 'withdrawn', actions: [] });
    expect(await reviewer.post(`${path}/take-up`, { baseVersion: 2 })).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.state.withdrawn' } },
    });
    expect(await audit()).toEqual(['review.open', 'review.drop']);
  });
});

describe('taking up', () => {
  it('makes the review the reviewer’s, and the enterprise can no longer withdraw', async () => {
    expect(await reviewer.post(`${path}/take-up`, { baseVersion: 1 })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await read()).toMatchObject({
      state: 'reviewing',
      reviewerName: '何东一',
      actions: ['examine', 'propose', 'return'],
    });
    expect(await declared.visitor.post(`/api/declarations/${declared.declarationId}/withdrawal`, {})).toMatchObject({
      status: 409,
      body: { fault: { code: 'declaration.reviewBegun' } },
    });
  });

  it('is refused to another body, to other roles and on a stale page', async () => {
    const body = { baseVersion: 1 };
    expect(await world.as('renheReviewer').post(`${path}/take-up`, body)).toMatchObject({ status: 404 });
    expect(await signOff.post(`${path}/take-up`, body)).toMatchObject({ status: 403 });
    expect(await world.nobody.post(`${path}/take-up`, body)).toMatchObject({ status: 401 });
    expect(await reviewer.post(`${path}/take-up`, { baseVersion: 7 })).toMatchObject({
      status: 409,
      body: { fault: { code: 'platform.stale' } },
    });
  });

  it('passes to a colleague who confirms taking over; the first is then refused by name', async () => {
    const colleague = await world.person('何东三', ['reviewer'], { bodyId: 'bureau-dongqu' });
    const third = await world.asAccount(colleague.accountId ?? '');
    await reviewer.post(`${path}/take-up`, { baseVersion: 1 });
    const first = points();
    expect(await verdicts({ [first.id]: { base: 0, verdict: 'agree' } }, third)).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.takenOver', params: { by: '何东一' } } },
    });
    expect(await third.post(`${path}/take-over`, { baseVersion: 2, reason: '原初审人休假' })).toMatchObject({
      status: 422,
    });
    expect(
      await third.post(`${path}/take-over`, { baseVersion: 2, confirmed: true, reason: '原初审人休假' }),
    ).toMatchObject({ status: 200 });
    expect(await verdicts({ [first.id]: { base: 0, verdict: 'agree' } }, third)).toMatchObject({ status: 200 });
    expect(await verdicts({ [first.id]: { base: 1, verdict: 'agree' } })).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.takenOver', params: { by: '何东三' } } },
    });
  });
});

describe('examining', () => {
  beforeEach(async () => {
    await reviewer.post(`${path}/take-up`, { baseVersion: 1 });
  });

  it('saves several verdicts at once, also half written ones', async () => {
    const one = points();
    const saved = await verdicts({
      [one.id]: { base: 0, verdict: 'adjust', points: 0, comment: '' },
      [absentId]: { base: 0, verdict: 'refuse-na', comment: '现场有此设施' },
    });
    expect(saved).toMatchObject({ status: 200, body: { version: 3, revisions: { [one.id]: 1, [absentId]: 1 } } });
    expect((await read()).verdicts).toMatchObject({
      [one.id]: { verdict: 'adjust', points: 0, revision: 1 },
      [absentId]: { verdict: 'refuse-na', comment: '现场有此设施' },
    });
    expect(await verdicts({ [one.id]: { base: 1, verdict: null } })).toMatchObject({ status: 200 });
    expect((await read()).verdicts[one.id]).toBeUndefined();
  });

  it('names the item of a verdict that does not fit and saves nothing of that request', async () => {
    const one = points();
    expect(
      await verdicts({
        [one.id]: { base: 0, verdict: 'adjust', points: one.full + 1, comment: 'x' },
        [absentId]: { base: 0, verdict: 'agree', comment: '' },
      }),
    ).toMatchObject({
      status: 422,
      body: {
        fault: { issues: [{ path: `items.${one.id}`, code: 'review.pointsOutOfRange', params: { full: one.full } }] },
      },
    });
    expect((await read()).verdicts).toEqual({});
    expect(await verdicts({ [one.id]: { base: 0, verdict: 'adjust', points: -1, comment: 'x' } })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: `items.${one.id}.points`, code: 'input.negative' }] } },
    });
  });

  it('refuses to overwrite a verdict that was changed in another window, unless it is the same', async () => {
    const one = points();
    await verdicts({ [one.id]: { base: 0, verdict: 'agree', comment: '' } });
    expect(await verdicts({ [one.id]: { base: 0, verdict: 'adjust', points: 0, comment: '不符' } })).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.verdictsChanged', params: { items: one.id } } },
    });
    expect(await verdicts({ [one.id]: { base: 0, verdict: 'agree', comment: '' } })).toMatchObject({ status: 200 });
  });

  it('refuses to overwrite an account of supervision that was changed in another window', async () => {
    const save = (before: string, text: string) => reviewer.send('PUT', `${path}/daily-supervision`, { before, text });
    expect(await save('', '检查 2 次')).toMatchObject({ status: 200 });
    expect(await save('', '检查 3 次')).toMatchObject({ status: 409, body: { fault: { code: 'platform.stale' } } });
  });
});

describe('proposing a class', () => {
  it('is refused until every mandatory and veto item has a verdict and supervision is described', async () => {
    await reviewer.post(`${path}/take-up`, { baseVersion: 1 });
    const refused = await propose(reviewer, reviewId);
    const critical = edition.items.filter(({ kind }) => kind !== 'scored').map(({ id }) => `items.${id}`);
    expect(refused.status).toBe(422);
    expect(refused.body.fault.issues.map((issue: { path: string }) => issue.path)).toEqual([
      ...critical,
      'dailySupervision',
    ]);
  });

  it('works the score out from the reviewed answers and keeps it with its account', async () => {
    const one = points();
    await examine(reviewer, reviewId, { verdicts: [adjust(one, 0)] });
    expect(await propose(reviewer, reviewId)).toMatchObject({ status: 200, body: { computedClass: 'A' } });
    const { rows } = await world.database.owner.query('select * from reviews where review_id = $1', [reviewId]);
    const [row] = rows;
    const sum = row.trace.find((step: { rule: string }) => step.rule === 'sum').after;
    expect(sum.deducted).toBe(one.full);
    expect(row.numerator * (sum.full - sum.notApplicable)).toBe(sum.earned * 100 * row.denominator);
    expect(row).toMatchObject({ state: 'proposed', computed_class: 'A', proposed_class: 'A', as_of: '2026-09-01' });
    expect(await audit()).toContain('review.propose');
  });

  it('counts facts that were recorded after the declaration', async () => {
    const gate = (edition as never as { gates: { fact: string; effects: object[] }[] }).gates.find(({ effects }) =>
      effects.some((effect) => 'cap' in effect),
    );
    await world.database.owner.query(
      `insert into supervision_facts (city_id, fact_id, unit_id, kind, happened_on, recorded_at)
       values ($1, gen_random_uuid(), $2, $3, '2026-08-30', now())`,
      [CITY, declared.unitId, gate?.fact],
    );
    await examine(reviewer, reviewId);
    const proposed = await propose(reviewer, reviewId, { proposedClass: 'A', departureReason: '想保留' });
    expect(proposed).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'proposedClass' }] } },
    });
  });

  it('keeps another class than the computed one as a step of its own, with person and reason, within its bounds', async () => {
    await examine(reviewer, reviewId);
    expect(await propose(reviewer, reviewId, { proposedClass: 'B' })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'departureReason', code: 'review.departureReasonMissing' }] } },
    });
    expect(await propose(reviewer, reviewId, { proposedClass: 'C', departureReason: '反复违章' })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'proposedClass', code: 'review.departureTooFar', params: { most: 1 } }] } },
    });
    expect(await propose(reviewer, reviewId, { proposedClass: 'B', departureReason: '反复违章' })).toMatchObject({
      status: 200,
    });
    const { proposal } = await read();
    expect(proposal).toMatchObject({ computedClass: 'A', proposedClass: 'B', departureReason: '反复违章' });
    expect(proposal.trace.at(-1)).toEqual({
      step: 11,
      rule: 'departure',
      inputs: { person: '何东一', reason: '反复违章', from: 'A', to: 'B' },
      before: 'A',
      after: 'B',
    });
  });

  it('never lifts the effect of a failed mandatory or veto item', async () => {
    const must = item((one) => one.kind === 'veto' && one.onFail.length > 0);
    const value = must.scoring === 'met' ? { met: false } : { points: 0 };
    const found = { itemId: must.id, verdict: 'adjust' as const, comment: '现场不符', ...value };
    await examine(reviewer, reviewId, { verdicts: [found] });
    const tried = await propose(reviewer, reviewId, { proposedClass: 'C', departureReason: '已承诺整改' });
    expect(tried).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'proposedClass', code: 'review.departureLiftsEffect' }] } },
    });
  });

  it('is refused on a page that is not the latest', async () => {
    const version = await examine(reviewer, reviewId);
    const body = { proposedClass: 'A', departureReason: '', opinion: '同意' };
    expect(await reviewer.post(`${path}/proposal`, { ...body, baseVersion: version - 1 })).toMatchObject({
      status: 409,
      body: { fault: { code: 'platform.stale' } },
    });
    expect(await reviewer.post(`${path}/proposal`, { ...body, opinion: ' ', baseVersion: version })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'opinion', code: 'input.required' }] } },
    });
  });
});

describe('signing off', () => {
  const proposedVersion = async () => {
    await examine(reviewer, reviewId);
    return (await propose(reviewer, reviewId)).body.version;
  };

  it('is done by a second person of the body', async () => {
    const baseVersion = await proposedVersion();
    expect(await world.as('renheSignOff').post(`${path}/signature`, { baseVersion })).toMatchObject({ status: 404 });
    expect(await reviewer.post(`${path}/signature`, { baseVersion })).toMatchObject({ status: 403 });
    expect(await signOff.post(`${path}/signature`, { baseVersion })).toMatchObject({ status: 200 });
    expect(await read()).toMatchObject({ state: 'signed', signature: { signedByName: '何东二' } });
    expect(await audit()).toEqual(expect.arrayContaining(['review.take-up', 'review.propose', 'review.sign-off']));
  });

  it('is refused to the person who proposed, in the command and in the database', async () => {
    const both = await world.person('何东四', ['reviewer', 'sign-off'], { bodyId: 'bureau-dongqu' });
    const visitor = await world.asAccount(both.accountId ?? '');
    await examine(visitor, reviewId);
    const { version } = (await propose(visitor, reviewId)).body;
    expect(await visitor.post(`${path}/signature`, { baseVersion: version })).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.samePerson' } },
    });
    await expect(
      world.database.owner.query('update reviews set signed_by = proposed_by where review_id = $1', [reviewId]),
    ).rejects.toThrow(/reviews_second_person/);
  });

  it('can send the proposal back with a note; it is then examined and proposed again', async () => {
    const baseVersion = await proposedVersion();
    expect(await signOff.post(`${path}/send-back`, { baseVersion, note: '' })).toMatchObject({ status: 422 });
    expect(await signOff.post(`${path}/send-back`, { baseVersion, note: '请复核边坡' })).toMatchObject({ status: 200 });
    expect(await read()).toMatchObject({ state: 'reviewing', sentBackNote: '请复核边坡' });
    expect(await propose(reviewer, reviewId)).toMatchObject({ status: 200 });
    expect((await read()).history.map((entry: { command: string }) => entry.command)).toEqual([
      'review.propose',
      'review.send-back',
      'review.propose',
      'review.take-up',
      'review.open',
    ]);
  });

  it('gives an opinion form to print once a class is proposed', async () => {
    expect(await reviewer.get(`${path}/opinion-form`)).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.nothingProposed' } },
    });
    await proposedVersion();
    const form = await reviewer.download(`${path}/opinion-form`);
    expect(form).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(form.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('returning for correction', () => {
  const returned = (change: object = {}) =>
    reviewer.post(`${path}/return`, {
      baseVersion: 2,
      reason: '佐证不全',
      items: [{ itemId: points().id, comment: '请补充检查记录' }],
      ...change,
    });
  beforeEach(async () => {
    await reviewer.post(`${path}/take-up`, { baseVersion: 1 });
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
    const [first, second] = edition.items.filter(({ kind }) => kind !== 'scored') as [Item, Item];
    await verdicts({
      [first.id]: { base: 0, verdict: 'agree', comment: '原件已核' },
      [second.id]: { base: 0, verdict: 'agree', comment: '' },
    });
    await returned({ baseVersion: 3, items: [{ itemId: second.id, comment: '证照已过期' }] });
    const declaration = `/api/declarations/${declared.declarationId}`;
    const draft = (await declared.visitor.get(declaration)).body;
    expect(draft).toMatchObject({ state: 'returned', returned: { reason: '佐证不全', dueOn: '2026-09-08' } });
    const again = await declared.visitor.post(`${declaration}/submissions`, submitBody(draft.version));
    expect(again.status).toBe(200);

    const nextId = await reviewOf(world, again.body.submissionId);
    expect(nextId).not.toBe(reviewId);
    const earlier = await read();
    expect(earlier).toMatchObject({ state: 'returned', returned: { reason: '佐证不全' }, actions: [] });
    expect(Object.keys(earlier.verdicts)).toHaveLength(2);

    await reviewer.post(`/api/reviews/${nextId}/take-up`, { baseVersion: 1 });
    const next = (await reviewer.get(`/api/reviews/${nextId}`)).body;
    expect(next).toMatchObject({
      declarationId: declared.declarationId,
      submission: { sequence: 2 },
      correction: { reviewId, reason: '佐证不全', items: [{ itemId: second.id }], changedItems: [] },
      rounds: [{ reviewId }, { reviewId: nextId }],
    });
    // What was neither to be corrected nor changed stands as it was found; the rest is to be examined again.
    expect(next.verdicts).toMatchObject({ [first.id]: { verdict: 'agree', comment: '原件已核' } });
    expect(next.verdicts[second.id]).toBeUndefined();
    expect(await reviewAndSign(world, again.body.submissionId)).toBe(nextId);
  });
});
