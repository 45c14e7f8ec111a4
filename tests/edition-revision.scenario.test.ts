import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { editionInForce } from '#process/campaign/testing/edition-in-force.ts';
import { colleagueOf, openAccount } from '#process/declaration/testing/colleagues.ts';
import {
  declarantOf,
  editionOf,
  fillIn,
  submitBody,
  submittedDeclaration,
} from '#process/declaration/testing/declarations.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { MINES, revisionDesk, type Section } from './revision-desk.ts';
import { examine, propose, reviewAndSign, reviewOf } from './verbs.ts';
import { CITY, createWorld, type World } from './world.ts';

const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);

let world: World;
let desk: ReturnType<typeof revisionDesk>;
beforeAll(async () => {
  world = await createWorld();
  desk = revisionDesk(world);
});
afterAll(() => world.close());

const office = () => world.as('cityOffice');

describe('when a campaign takes another edition', () => {
  it('a declaration that is not started only takes the new edition', async () => {
    const campaignId = await desk.campaign();
    const { visitor, declarationId } = await declarantOf(world, campaignId);
    const hash = await desk.revise();
    const revisionId = await desk.ordered(campaignId);
    const after = (await visitor.get(`/api/declarations/${declarationId}`)).body;
    expect(after).toMatchObject({ state: 'not-started', editionHash: hash, revision: { outcome: 'switched' } });
    expect(await desk.unitsOf(revisionId)).toMatchObject([{ outcome: 'switched', kept: 0, toConfirm: 0 }]);
    expect((await desk.read(revisionId)).state).toBe('carried-out');
  });

  it('a draft keeps what says the same, asks about what changed, and cannot be submitted before that is answered', async () => {
    const campaignId = await desk.campaign();
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
    const hash = await desk.revise();
    const next = await editionOf(visitor, hash);
    const [, moved, fresh] = next.items.map(({ id }) => id) as [string, string, string];
    const revisionId = await desk.ordered(campaignId);

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
    expect(await desk.unitsOf(revisionId)).toMatchObject([
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
    const campaignId = await desk.campaign();
    const declarant = await declarantOf(world, campaignId);
    const { visitor, declarationId } = declarant;
    await fillIn(declarant);
    const path = `/api/declarations/${declarationId}`;
    const before = (await visitor.get(path)).body;
    const [item] = (await editionOf(visitor, before.editionHash)).items;
    const [elementId, { version }] = Object.entries(before.sections).find(
      ([, section]) => item!.id in (section as Section).items,
    ) as [string, { version: number }];
    await desk.revise();
    await desk.ordered(campaignId);
    const late = await visitor.send('PUT', `${path}/sections/${elementId}`, {
      baseVersion: version,
      items: {
        [item!.id]: {
          answer: item!.scoring === 'met' ? { met: false } : { points: 0 },
          reason: '现场不符合',
          comment: '',
        },
      },
    });
    expect([late.status, late.body.fault.code]).toEqual([409, 'declaration.itemsChanged']);
  });

  it('a declaration that was submitted and keeps everything is frozen anew, and its review goes on', async () => {
    const campaignId = await desk.campaign();
    const waiting = await submittedDeclaration(world, campaignId);
    const signed = await submittedDeclaration(world, campaignId);
    const signedReview = await reviewAndSign(world, signed.submissionId);
    const examined = await submittedDeclaration(world, campaignId);
    const reviewId = await reviewOf(world, examined.submissionId);
    await examine(world.as('dongquReviewer'), reviewId);
    const verdicts = (await world.as('dongquReviewer').get(`/api/reviews/${reviewId}`)).body.verdicts;
    const hash = await desk.retitle();
    const preview = await desk.preview(campaignId);
    expect(preview).toMatchObject({
      submitted: 'resubmitted',
      items: { changed: 0, fresh: 0, gone: 0 },
      declarations: { pending: 1, reviewing: 1, signed: 1 },
    });
    const revisionId = await desk.ordered(campaignId);

    const rows = await desk.unitsOf(revisionId);
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
    const campaignId = await desk.campaign();
    const declared = await submittedDeclaration(world, campaignId);
    const firstReview = await reviewAndSign(world, declared.submissionId);
    const before = (await world.as('dongquReviewer').get(`/api/reviews/${firstReview}`)).body.verdicts;
    await desk.revise();
    expect((await desk.preview(campaignId)).submitted).toBe('returned');
    const revisionId = await desk.ordered(campaignId, { workingDays: 5 });
    const [unit] = await desk.unitsOf(revisionId);
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
    const campaignId = await desk.campaign();
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
    await desk.revise();
    await desk.ordered(campaignId);
    const after = (await declared.visitor.get(`/api/declarations/${declared.declarationId}`)).body;
    const moved = (await editionOf(declared.visitor, after.editionHash)).items[1]!.id;
    expect(after).toMatchObject({ state: 'returned', revision: { outcome: 'carried' } });
    expect(after.returned.items).toEqual([
      { itemId: moved, comment: `补 ${renumbered}` },
      { itemId: other, comment: `补 ${other}` },
    ]);
  });

  it('a declaration that waits for its signature goes back to the staff, also where nothing is to be answered, and says why', async () => {
    const campaignId = await desk.campaign();
    const declared = await declarantOf(world, campaignId);
    const baseVersion = await fillIn(declared);
    await openAccount(world, declared.accountId);
    const manager = await colleagueOf(world, declared, '向负责', ['enterprise-manager']);
    const path = `/api/declarations/${declared.declarationId}`;
    const handed = await declared.visitor.post(`${path}/handover`, { baseVersion });
    expect(handed.status).toBe(200);
    expect((await desk.preview(campaignId)).declarations.draft).toBe(1);
    await desk.retitle();
    const revisionId = await desk.ordered(campaignId);
    const after = (await declared.visitor.get(path)).body;
    expect(after).toMatchObject({
      state: 'draft',
      revision: { outcome: 'carried' },
      signing: { handedOver: null, unsigned: { by: 'revision', remark: expect.stringContaining('规程修订') } },
    });
    expect(await desk.unitsOf(revisionId)).toMatchObject([{ stateBefore: 'to-sign', outcome: 'carried' }]);
    const stale = await manager.visitor.post(`${path}/submissions`, submitBody(handed.body.version));
    expect([stale.status, stale.body.fault.code]).toEqual([409, 'platform.stale']);
    const again = await declared.visitor.post(`${path}/handover`, { baseVersion: after.version });
    expect(again.status).toBe(200);
    expect((await manager.visitor.post(`${path}/submissions`, submitBody(again.body.version))).status).toBe(200);
  });

  it('a decided unit keeps its edition, and the report says so', async () => {
    const campaignId = await desk.campaign();
    const { unitId, enterpriseId, declarationId } = await submittedDeclaration(world, campaignId);
    const { hash } = await editionInForce(world, MINES);
    await desk.rows(sql`insert into decisions (city_id, decision_id, adoption_id, campaign_id, unit_id, enterprise_id, settled_id, position, basis, class_code,
        edition_hash, numerator, denominator, printed, trace, valid_from, valid_until, decided_at)
      values (${CITY}, ${newId()}, ${newId()}, ${campaignId}, ${unitId}, ${enterpriseId}, ${newId()}, 1, 'verified', 'A', ${hash}, 95, 1, '95.0', '[]',
        '2026-09-01', '2027-08-31', now())`);
    await desk.rows(sql`update reviews set state = 'transmitted' where declaration_id = ${declarationId}`);
    await desk.revise();
    const revisionId = await desk.ordered(campaignId);
    const [row] = await desk.rows(
      sql`select edition_hash, version from declarations where declaration_id = ${declarationId}`,
    );
    expect(row).toMatchObject({ edition_hash: hash });
    expect(await desk.unitsOf(revisionId)).toMatchObject([{ outcome: 'decided', unitId }]);
    const course = await office().get(`/api/campaigns/${campaignId}/units/${unitId}/course`);
    expect(course.body.entries.map(({ kind }: { kind: string }) => kind)).toContain('revision-decided');
  });

  it('the report is exported as a workbook, and a body sees its own units only', async () => {
    const campaignId = await desk.campaign();
    await declarantOf(world, campaignId, { name: '东区示例矿' });
    await declarantOf(world, campaignId, {
      name: '仁和示例矿',
      divisionCode: '510411',
      supervisingBodyId: 'bureau-renhe',
    });
    await desk.revise();
    const revisionId = await desk.ordered(campaignId);
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
