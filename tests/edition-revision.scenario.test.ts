import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutWhatIsDue } from '#app/due.ts';
import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { editionInForce, putInForce, retitled, revised } from '#process/campaign/testing/edition-in-force.ts';
import {
  campaignOf,
  declarantOf,
  editionOf,
  fillIn,
  submitBody,
  submittedDeclaration,
} from '#process/declaration/testing/declarations.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { examine, freezeDraw, propose, receivedUnits, reviewAndSign, reviewOf } from './verbs.ts';
import { CITY, createWorld, type Visitor, type World } from './world.ts';

const MINES = 'opencast-mine';
const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const owner = async (statement: ReturnType<typeof sql>) => (await world.database.owner.query(toQuery(statement))).rows;
const office = () => world.as('cityOffice');
const scan = async () => {
  const done = await world.app.runner.runAs(systemActor(CITY), carryOutWhatIsDue, {});
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.count;
};

interface Section {
  readonly version: number;
  readonly items: Readonly<Record<string, unknown>>;
}

let opened = 0;
/** A campaign of its own under the edition now in force, and another edition in force after `change`. */
const campaign = async (): Promise<string> => {
  opened += 1;
  return campaignOf(world, `2026-07-${String(opened).padStart(2, '0')}`);
};
let changes = 0;
/** Each edition reads differently, so that it is another than every one before. */
const once = (change: (edition: Edition) => Edition) => (edition: Edition) => {
  changes += 1;
  return { ...change(edition), notice: `示范 ${changes}` };
};
const revisedOnce = once((edition) => revised(edition, changes));

const previewOf = async (campaignId: string) =>
  (await office().get(`/api/campaigns/${campaignId}/edition-revision-preview?industry=${MINES}`)).body;
const orderBody = async (campaignId: string, change: object = {}) => {
  const preview = await previewOf(campaignId);
  return {
    industry: MINES,
    fromHash: preview.from.hash,
    toHash: preview.to.hash,
    reason: '依据 2026 年新发布的规程修订',
    effectiveOn: null,
    workingDays: 10,
    confirmation: preview.industryName,
    ...change,
  };
};
const order = async (campaignId: string, change: object = {}, by: Visitor = office()) =>
  by.post(`/api/campaigns/${campaignId}/edition-revisions`, await orderBody(campaignId, change));
const ordered = async (campaignId: string, change: object = {}): Promise<string> => {
  const done = await order(campaignId, change);
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return done.body.revisionId;
};
const unitsOf = async (revisionId: string) =>
  (await office().get(`/api/edition-revisions/${revisionId}/units?size=200`)).body.rows;
const stateOf = async (revisionId: string) => (await office().get(`/api/edition-revisions/${revisionId}`)).body.state;

describe('when a campaign takes another edition', () => {
  it('a declaration that is not started only takes the new edition', async () => {
    const campaignId = await campaign();
    const { visitor, declarationId } = await declarantOf(world, campaignId);
    const hash = await putInForce(world, MINES, revisedOnce);
    const revisionId = await ordered(campaignId);
    const after = (await visitor.get(`/api/declarations/${declarationId}`)).body;
    expect(after).toMatchObject({ state: 'not-started', editionHash: hash, revision: { outcome: 'switched' } });
    expect(await unitsOf(revisionId)).toMatchObject([{ outcome: 'switched', kept: 0, toConfirm: 0 }]);
    expect(await stateOf(revisionId)).toBe('carried-out');
  });

  it('a draft keeps what says the same, asks about what changed, and cannot be submitted before that is answered', async () => {
    const campaignId = await campaign();
    const declarant = await declarantOf(world, campaignId);
    const { visitor, declarationId } = declarant;
    await fillIn(declarant);
    const path = `/api/declarations/${declarationId}`;
    const { editionHash: before } = (await visitor.get(path)).body;
    const old = await editionOf(visitor, before);
    const [changed, renumbered, gone] = old.items.map(({ id }) => id) as [string, string, string];
    for (const item of [changed, renumbered, gone])
      await visitor.upload(`${path}/items/${item}/evidence`, {
        name: `${item}.pdf`,
        type: 'application/pdf',
        bytes: PDF,
      });
    const hash = await putInForce(world, MINES, revisedOnce);
    const next = await editionOf(visitor, hash);
    const [, moved, fresh] = next.items.map(({ id }) => id) as [string, string, string];
    const revisionId = await ordered(campaignId);

    const after = (await visitor.get(path)).body;
    const items = Object.assign(
      {},
      ...Object.values(after.sections).map((section) => (section as { items: object }).items),
    );
    expect(after.editionHash).toBe(hash);
    expect(after.revision).toMatchObject({
      outcome: 'carried',
      toConfirm: [changed],
      fresh: [fresh],
      kept: old.items.length - 2,
    });
    expect(after.revision.dropped).toMatchObject([{ itemId: gone }]);
    expect(items[changed]).toMatchObject({ answer: null, was: { edition: before, item: changed } });
    expect(items[moved].answer).not.toBeNull();
    expect(after.evidence.map(({ itemId }: { itemId: string }) => itemId).sort()).toEqual([changed, moved].sort());
    expect(await unitsOf(revisionId)).toMatchObject([
      { outcome: 'carried', toConfirm: 1, fresh: 1, dropped: 1, unanswered: 0 },
    ]);

    const refused = await visitor.post(`${path}/submissions`, submitBody(after.version));
    expect(refused.body.fault.issues.map(({ path: at }: { path: string }) => at).sort()).toEqual(
      [`items.${changed}`, `items.${fresh}`].sort(),
    );
    const section = Object.entries(after.sections).find(([, own]) => changed in (own as Section).items)!;
    const answer = items[changed].was.answer;
    const fullOf = (id: string) => {
      const item = next.items.find((each) => each.id === id)!;
      return item.scoring === 'met' ? { met: true } : { points: item.full };
    };
    const saved = await visitor.send('PUT', `${path}/sections/${section[0]}`, {
      baseVersion: (section[1] as { version: number }).version,
      items: { [changed]: { answer, comment: '' }, [fresh]: { answer: fullOf(fresh), comment: '' } },
    });
    expect(saved.status).toBe(200);
    const done = await visitor.post(`${path}/submissions`, submitBody(saved.body.version));
    expect(done.status).toBe(200);
  });

  it('what was typed against the old text meets a conflict', async () => {
    const campaignId = await campaign();
    const declarant = await declarantOf(world, campaignId);
    const { visitor, declarationId } = declarant;
    await fillIn(declarant);
    const path = `/api/declarations/${declarationId}`;
    const before = (await visitor.get(path)).body;
    const [item] = (await editionOf(visitor, before.editionHash)).items;
    const [elementId, { version }] = Object.entries(before.sections).find(
      ([, section]) => item!.id in (section as Section).items,
    ) as [string, { version: number }];
    await putInForce(world, MINES, revisedOnce);
    await ordered(campaignId);
    const late = await visitor.send('PUT', `${path}/sections/${elementId}`, {
      baseVersion: version,
      items: { [item!.id]: { answer: item!.scoring === 'met' ? { met: false } : { points: 0 }, comment: '' } },
    });
    expect([late.status, late.body.fault.code]).toEqual([409, 'declaration.itemsChanged']);
  });

  it('a declaration that was submitted and keeps everything is frozen anew, and its review goes on', async () => {
    const campaignId = await campaign();
    const waiting = await submittedDeclaration(world, campaignId);
    const signed = await submittedDeclaration(world, campaignId);
    const signedReview = await reviewAndSign(world, signed.submissionId);
    const examined = await submittedDeclaration(world, campaignId);
    const reviewId = await reviewOf(world, examined.submissionId);
    await examine(world.as('dongquReviewer'), reviewId);
    const verdicts = (await world.as('dongquReviewer').get(`/api/reviews/${reviewId}`)).body.verdicts;
    const hash = await putInForce(world, MINES, once(retitled));
    const preview = await previewOf(campaignId);
    expect(preview).toMatchObject({
      submitted: 'resubmitted',
      items: { changed: 0, fresh: 0, gone: 0 },
      declarations: { pending: 1, reviewing: 1, signed: 1 },
    });
    const revisionId = await ordered(campaignId);

    const rows = await unitsOf(revisionId);
    expect(rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'resubmitted',
      'resubmitted',
      'resubmitted',
    ]);
    const after = (await waiting.visitor.get(`/api/declarations/${waiting.declarationId}`)).body;
    expect(after).toMatchObject({
      state: 'submitted',
      editionHash: hash,
      submissions: [{ sequence: 2, byRevision: true }, { sequence: 1 }],
    });
    expect(after.currentSubmissionId).not.toBe(waiting.submissionId);
    const frozen = (await waiting.visitor.get(`/api/submissions/${after.currentSubmissionId}`)).body;
    const original = (await waiting.visitor.get(`/api/submissions/${waiting.submissionId}`)).body;
    expect(frozen).toMatchObject({
      editionHash: hash,
      signer: original.signer,
      submittedByName: original.submittedByName,
      answers: original.answers,
      printed: original.printed,
      late: false,
      revision: { to: { hash } },
    });
    expect(original).toMatchObject({ revision: null, current: false });

    // Under review: the same reviewer, the same verdicts, a review of its own.
    const reviewer = world.as('dongquReviewer');
    const now = (await examined.visitor.get(`/api/declarations/${examined.declarationId}`)).body.currentSubmissionId;
    const continued = (await reviewer.get(`/api/reviews/${await reviewOf(world, now)}`)).body;
    expect(continued).toMatchObject({
      state: 'reviewing',
      reviewerName: '何东一',
      revision: { before: { state: 'reviewing' } },
    });
    expect(Object.keys(continued.verdicts)).toEqual(Object.keys(verdicts));
    expect((await reviewer.get(`/api/reviews/${reviewId}`)).body.state).toBe('replaced');
    // Signed: taken back to the reviewer, and proposed again with one step.
    const again = (await signed.visitor.get(`/api/declarations/${signed.declarationId}`)).body.currentSubmissionId;
    const reopened = await reviewOf(world, again);
    expect((await reviewer.get(`/api/reviews/${reopened}`)).body).toMatchObject({
      state: 'reviewing',
      proposal: null,
      signature: null,
      revision: { before: { state: 'signed' }, proposedBefore: { proposedByName: '何东一' } },
    });
    expect((await reviewer.get(`/api/reviews/${signedReview}`)).body).toMatchObject({
      state: 'replaced',
      signature: { signedByName: '何东二' },
    });
    expect((await propose(reviewer, reopened)).status).toBe(200);
    // Not taken up: it still is not, and the enterprise may still withdraw.
    expect(after.actions).toContain('withdraw');
    expect((await waiting.visitor.post(`/api/declarations/${waiting.declarationId}/withdrawal`, {})).status).toBe(200);
  });

  it('a declaration that was submitted and has something to answer is returned, and verdicts on the rest stand afterwards', async () => {
    const campaignId = await campaign();
    const declared = await submittedDeclaration(world, campaignId);
    const firstReview = await reviewAndSign(world, declared.submissionId);
    const before = (await world.as('dongquReviewer').get(`/api/reviews/${firstReview}`)).body.verdicts;
    await putInForce(world, MINES, revisedOnce);
    expect((await previewOf(campaignId)).submitted).toBe('returned');
    const revisionId = await ordered(campaignId, { workingDays: 5 });
    const [unit] = await unitsOf(revisionId);
    expect(unit).toMatchObject({
      outcome: 'returned',
      stateBefore: 'submitted',
      reviewBefore: 'signed',
      toConfirm: 1,
      fresh: 1,
      dueOn: '2026-09-08',
    });

    const path = `/api/declarations/${declared.declarationId}`;
    const after = (await declared.visitor.get(path)).body;
    expect(after).toMatchObject({
      state: 'returned',
      returned: { dueOn: '2026-09-08', items: [] },
      deadline: { dueOn: '2026-09-08' },
    });
    expect(after.returned.reason).toContain('标准修订');
    expect((await world.as('dongquReviewer').get(`/api/reviews/${firstReview}`)).body).toMatchObject({
      state: 'returned',
      proposal: { proposedByName: '何东一' },
    });
    const next = await editionOf(declared.visitor, after.editionHash);
    for (const id of [...after.revision.toConfirm, ...after.revision.fresh]) {
      const item = next.items.find((each) => each.id === id)!;
      const { sections } = (await declared.visitor.get(path)).body;
      const [elementId, section] = Object.entries(sections).find(([, one]) => id in (one as Section).items) as [
        string,
        Section,
      ];
      const answer = item.scoring === 'met' ? { met: true } : { points: item.full };
      const saved = await declared.visitor.send('PUT', `${path}/sections/${elementId}`, {
        baseVersion: section.version,
        items: { [id]: { answer, comment: '' } },
      });
      expect(saved.status).toBe(200);
    }
    const { version } = (await declared.visitor.get(path)).body;
    const { submissionId } = (await declared.visitor.post(`${path}/submissions`, submitBody(version))).body;
    const secondReview = await reviewOf(world, submissionId);
    const reviewer = world.as('dongquReviewer');
    expect((await reviewer.post(`/api/reviews/${secondReview}/take-up`, { baseVersion: 1 })).status).toBe(200);
    const taken = (await reviewer.get(`/api/reviews/${secondReview}`)).body;
    const known = new Set(next.items.map(({ id }) => id));
    const stands = Object.keys(before).filter((id) => known.has(id) && !after.revision.toConfirm.includes(id));
    expect(Object.keys(taken.verdicts)).toEqual(expect.arrayContaining(stands));
    expect(taken.correction.changedItems.sort()).toEqual([...after.revision.toConfirm, ...after.revision.fresh].sort());
  });

  it('a declaration that a reviewer had returned keeps what is to be corrected, under the ids of the new edition', async () => {
    const campaignId = await campaign();
    const declared = await submittedDeclaration(world, campaignId);
    const reviewId = await reviewOf(world, declared.submissionId);
    const reviewer = world.as('dongquReviewer');
    await reviewer.post(`/api/reviews/${reviewId}/take-up`, { baseVersion: 1 });
    const { version, editionHash } = (await reviewer.get(`/api/reviews/${reviewId}`)).body;
    const [, renumbered, gone, other] = (await editionOf(declared.visitor, editionHash)).items.map(
      ({ id }) => id,
    ) as string[];
    const returned = await reviewer.post(`/api/reviews/${reviewId}/return`, {
      baseVersion: version,
      reason: '材料不全',
      items: [renumbered, gone, other].map((itemId) => ({ itemId, comment: `补 ${itemId}` })),
    });
    expect(returned.status).toBe(200);
    await putInForce(world, MINES, revisedOnce);
    await ordered(campaignId);
    const after = (await declared.visitor.get(`/api/declarations/${declared.declarationId}`)).body;
    const moved = (await editionOf(declared.visitor, after.editionHash)).items[1]!.id;
    expect(after).toMatchObject({ state: 'returned', revision: { outcome: 'carried' } });
    expect(after.returned.items).toEqual([
      { itemId: moved, comment: `补 ${renumbered}` },
      { itemId: other, comment: `补 ${other}` },
    ]);
  });

  it('a decided unit keeps its edition, and the report says so', async () => {
    const campaignId = await campaign();
    const { unitId, enterpriseId, declarationId } = await submittedDeclaration(world, campaignId);
    const { hash } = await editionInForce(world, MINES);
    await owner(sql`insert into decisions (city_id, decision_id, adoption_id, campaign_id, unit_id, enterprise_id, settled_id, position, basis, class_code,
        edition_hash, numerator, denominator, printed, trace, valid_from, valid_until, decided_at)
      values (${CITY}, ${newId()}, ${newId()}, ${campaignId}, ${unitId}, ${enterpriseId}, ${newId()}, 1, 'verified', 'A', ${hash}, 95, 1, '95.0', '[]',
        '2026-09-01', '2027-08-31', now())`);
    await owner(sql`update reviews set state = 'transmitted' where declaration_id = ${declarationId}`);
    await putInForce(world, MINES, revisedOnce);
    const revisionId = await ordered(campaignId);
    const [row] = await owner(
      sql`select edition_hash, version from declarations where declaration_id = ${declarationId}`,
    );
    expect(row).toMatchObject({ edition_hash: hash });
    expect(await unitsOf(revisionId)).toMatchObject([{ outcome: 'decided', unitId }]);
    const course = await office().get(`/api/campaigns/${campaignId}/units/${unitId}/course`);
    expect(course.body.entries.map(({ kind }: { kind: string }) => kind)).toContain('revision-decided');
  });

  it('the report is exported as a workbook, and a body sees its own units only', async () => {
    const campaignId = await campaign();
    await declarantOf(world, campaignId, { name: '东区示例矿' });
    await declarantOf(world, campaignId, {
      name: '仁和示例矿',
      divisionCode: '510411',
      supervisingBodyId: 'bureau-renhe',
    });
    await putInForce(world, MINES, revisedOnce);
    const revisionId = await ordered(campaignId);
    const file = await office().download(`/api/edition-revisions/${revisionId}/units.xlsx`);
    const book = await readWorkbook(file.bytes);
    if (!book.ok) throw new Error(JSON.stringify(book.error));
    const text = JSON.stringify(book.value);
    expect(text).toContain('东区示例矿');
    expect(text).toContain('未填报，直接采用新标准');
    const renhe = (await world.as('renheReviewer').get(`/api/edition-revisions/${revisionId}/units`)).body;
    expect(renhe.rows.map(({ enterpriseName }: { enterpriseName: string }) => enterpriseName)).toEqual(['仁和示例矿']);
    const others = await world.as('renheReviewer').download(`/api/edition-revisions/${revisionId}/units.xlsx`);
    const read = await readWorkbook(others.bytes);
    expect(JSON.stringify(read)).not.toContain('东区示例矿');
  });
});

describe('an order', () => {
  it('is refused while units are bound by what was published of them, and says where they are', async () => {
    const campaignId = await campaign();
    await receivedUnits(world, campaignId, [{}, {}]);
    await putInForce(world, MINES, revisedOnce);
    const body = await orderBody(campaignId);
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
    expect((await previewOf(campaignId)).bound).toMatchObject({ pool: 2 });
  });

  it('waits for its day, holds transmission back until then, and is carried out by the system', async () => {
    const campaignId = await campaign();
    const declared = await submittedDeclaration(world, campaignId);
    const reviewId = await reviewAndSign(world, declared.submissionId);
    const hash = await putInForce(world, MINES, once(retitled));
    const { earliestOn } = await previewOf(campaignId);
    expect(earliestOn).toBe('2026-09-02');
    const revisionId = await ordered(campaignId, { effectiveOn: '2026-09-04' });
    expect(await scan()).toBe(0);
    const path = `/api/campaigns/${campaignId}/batches`;
    const held = await world.as('dongquSignOff').post(path, { reviewIds: [reviewId], note: '' });
    expect(held.body.fault).toMatchObject({ code: 'review.revisionAhead', params: { effectiveOn: '2026-09-04' } });
    world.clock.advance(3);
    expect(await scan()).toBeGreaterThan(0);
    expect(await stateOf(revisionId)).toBe('carried-out');
    expect(await scan()).toBe(0);
    const [used] = await owner(
      sql`select edition_hash from campaign_editions where campaign_id = ${campaignId} and industry = ${MINES}`,
    );
    expect(used).toEqual({ edition_hash: hash });
    const audits = await owner(
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
    const campaignId = await campaign();
    await putInForce(world, MINES, revisedOnce);
    const refused = await order(campaignId, change);
    expect(refused.status).toBe(422);
    expect(refused.body.fault.issues).toMatchObject([{ path, code }]);
  });

  it('is the city office’s alone', async () => {
    const campaignId = await campaign();
    await putInForce(world, MINES, revisedOnce);
    for (const member of ['dongquReviewer', 'leadingGroup', 'auditor', 'administrator'] as const)
      expect((await order(campaignId, {}, world.as(member))).status).toBe(403);
  });

  it('that names other editions than those in use and in force is refused as stale', async () => {
    const campaignId = await campaign();
    await putInForce(world, MINES, revisedOnce);
    expect((await order(campaignId, { toHash: 'f'.repeat(64) })).body.fault.code).toBe('platform.stale');
  });

  it('for the edition that the campaign uses already, or without one in force, is refused', async () => {
    const campaignId = await campaign();
    expect((await order(campaignId)).body.fault.code).toBe('campaign.editionInUse');
    const body = await orderBody(campaignId);
    const [kept] = await owner(
      sql`update edition_terms set retired_at = now() where industry = ${MINES} and retired_at is null returning edition_hash`,
    );
    const refused = await office().post(`/api/campaigns/${campaignId}/edition-revisions`, body);
    expect(refused.body.fault.code).toBe('campaign.noEditionInForce');
    expect((await previewOf(campaignId)).to).toBeNull();
    await owner(sql`update edition_terms set retired_at = null where edition_hash = ${kept?.edition_hash}`);
  });

  it('is given once at a time for an industry; the same request twice is one order', async () => {
    const campaignId = await campaign();
    await putInForce(world, MINES, revisedOnce);
    const body = await orderBody(campaignId, { effectiveOn: '2026-09-10' });
    const path = `/api/campaigns/${campaignId}/edition-revisions`;
    const key = newId();
    const [first, again] = [await office().post(path, body, key), await office().post(path, body, key)];
    expect(again.body).toEqual(first.body);
    expect((await office().post(path, body)).body.fault.code).toBe('campaign.revisionAhead');
    expect((await office().get(path)).body.total).toBe(1);
  });

  it('can be cancelled before its day, and not afterwards', async () => {
    const campaignId = await campaign();
    const { declarationId } = await declarantOf(world, campaignId);
    const before = await editionInForce(world, MINES);
    await putInForce(world, MINES, revisedOnce);
    const revisionId = await ordered(campaignId, { effectiveOn: '2026-09-03' });
    const path = `/api/edition-revisions/${revisionId}/cancellation`;
    expect((await world.as('dongquReviewer').post(path, { reason: '不需要' })).status).toBe(403);
    expect((await office().post(path, { reason: '新标准尚需完善' })).status).toBe(200);
    expect((await office().post(path, { reason: '再来' })).body.fault.code).toBe('campaign.revisionEnded');
    world.clock.advance(3);
    expect(await scan()).toBe(0);
    world.clock.advance(-3);
    const [row] = await owner(sql`select edition_hash from declarations where declaration_id = ${declarationId}`);
    expect(row).toEqual({ edition_hash: before.hash });
    expect((await office().get(`/api/edition-revisions/${revisionId}`)).body).toMatchObject({
      state: 'cancelled',
      endedReason: '新标准尚需完善',
      actions: [],
    });
  });

  it('is stopped, with nothing changed, if its edition is no longer in force on its day', async () => {
    const campaignId = await campaign();
    const { declarationId } = await declarantOf(world, campaignId);
    const before = await editionInForce(world, MINES);
    await putInForce(world, MINES, revisedOnce);
    const revisionId = await ordered(campaignId, { effectiveOn: '2026-09-02' });
    await putInForce(world, MINES, revisedOnce);
    world.clock.advance(1);
    await scan();
    world.clock.advance(-1);
    expect((await office().get(`/api/edition-revisions/${revisionId}`)).body).toMatchObject({
      state: 'stopped',
      endedReason: 'not-in-force',
    });
    const [row] = await owner(sql`select edition_hash from declarations where declaration_id = ${declarationId}`);
    expect(row).toEqual({ edition_hash: before.hash });
    // Home is about the campaign that was opened last.
    await owner(
      sql`update campaigns set opened_at = ${new Date(world.clock.now().getTime() + opened * 1000)} where campaign_id = ${campaignId}`,
    );
    const told = async () => JSON.stringify((await office().get('/api/home')).body).includes('home.revision.stopped');
    expect(await told()).toBe(true);
    // Another can be ordered for the edition that is in force now.
    expect((await order(campaignId)).status).toBe(200);
    expect(await told()).toBe(false);
  });

  it('changes nothing at all if it fails half-way, and is carried out at the next look', async () => {
    const campaignId = await campaign();
    const one = await submittedDeclaration(world, campaignId);
    const two = await submittedDeclaration(world, campaignId);
    await putInForce(world, MINES, once(retitled));
    const revisionId = await ordered(campaignId, { effectiveOn: '2026-09-02' });
    // Of the second declaration, the review is in a state that no revision may meet.
    const [last] = await owner(
      sql`select declaration_id, current_submission_id as id from declarations where campaign_id = ${campaignId} order by declaration_id desc limit 1`,
    );
    await owner(sql`update reviews set state = 'withdrawn' where submission_id = ${last?.id}`);
    const before = await owner(
      sql`select * from declarations where campaign_id = ${campaignId} order by declaration_id`,
    );
    world.clock.advance(1);
    await expect(scan()).rejects.toThrow();
    expect(
      await owner(sql`select * from declarations where campaign_id = ${campaignId} order by declaration_id`),
    ).toEqual(before);
    expect(await owner(sql`select 1 from submissions where revision_id = ${revisionId}`)).toEqual([]);
    expect(await stateOf(revisionId)).toBe('ordered');
    await owner(sql`update reviews set state = 'pending' where submission_id = ${last?.id}`);
    await scan();
    world.clock.advance(-1);
    expect(await stateOf(revisionId)).toBe('carried-out');
    expect(await owner(sql`select declaration_id from submissions where revision_id = ${revisionId}`)).toHaveLength(2);
    expect([one.declarationId, two.declarationId]).toContain(last?.declaration_id);
  });

  it('may follow another: what was not confirmed in between still is to be', async () => {
    const campaignId = await campaign();
    const declarant = await declarantOf(world, campaignId);
    await fillIn(declarant);
    const path = `/api/declarations/${declarant.declarationId}`;
    const { editionHash: first } = (await declarant.visitor.get(path)).body;
    await putInForce(world, MINES, revisedOnce);
    await ordered(campaignId);
    const between = (await declarant.visitor.get(path)).body;
    await putInForce(world, MINES, once(retitled));
    await ordered(campaignId);
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
    const campaignId = await campaign();
    const declarants = await Promise.all([1, 2, 3].map(() => declarantOf(world, campaignId)));
    for (const declarant of declarants) await fillIn(declarant);
    await putInForce(world, MINES, revisedOnce);
    const body = await orderBody(campaignId);
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
    const campaignId = await campaign();
    const declared = await submittedDeclaration(world, campaignId);
    await putInForce(world, MINES, revisedOnce);
    const revisionId = await ordered(campaignId, { effectiveOn: '2026-09-10', workingDays: 3 });
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
    expect((await office().get(`/api/edition-revisions/${revisionId}`)).body).toMatchObject({
      state: 'carried-out',
      dueOn: '2026-09-17',
      endedAt: expect.stringContaining('2026-09-14'),
    });
    const returned = (await declared.visitor.get(`/api/declarations/${declared.declarationId}`)).body;
    expect(returned).toMatchObject({ state: 'returned', returned: { dueOn: '2026-09-17', byRevision: true } });
  });
});
