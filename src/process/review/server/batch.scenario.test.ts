import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignOf, submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { dongqu, mines, park, receiveBatch, reviewAndSign, transmitSigned } from '../../../../tests/verbs.ts';
import { createWorld, type World } from '../../../../tests/world.ts';
import { canonicalBatch } from '../domain/batch-list.ts';

let world: World;
let campaignId: string;
let batches: string;

const signedUnit = async (staff = dongqu, industry = 'machinery') => {
  const { submissionId } = await submittedDeclaration(world, campaignId, { ...staff.unit, industry });
  return reviewAndSign(world, submissionId, staff);
};
const send = (reviewIds: readonly string[], key = randomUUID()) =>
  world.as('dongquSignOff').post(batches, { reviewIds, note: '' }, key);
const count = async (): Promise<number> =>
  (await world.database.owner.query('select count(*)::int as count from batches')).rows[0].count;

beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
  batches = `/api/campaigns/${campaignId}/batches`;
});
afterAll(() => world.close());

describe('transmitting a batch', () => {
  it('numbers it by body and year, freezes its list under a digest, and moves its reviews on', async () => {
    const reviews = [await signedUnit(), await signedUnit()];
    const done = await send(reviews);
    expect(done).toMatchObject({ status: 200, body: { number: '东区局报〔2026〕1号', unitCount: 2 } });
    const batch = (await world.as('cityOffice').get(`/api/batches/${done.body.batchId}`)).body;
    const text = canonicalBatch({
      format: 'anping-batch-v1',
      number: batch.number,
      campaign: campaignId,
      body: 'bureau-dongqu',
      rows: batch.list,
    });
    expect(createHash('sha256').update(text).digest('hex')).toBe(done.body.listDigest);
    expect(batch).toMatchObject({ state: 'sent', listDigest: done.body.listDigest, actions: ['receive'] });
    for (const reviewId of reviews)
      expect((await world.as('dongquReviewer').get(`/api/reviews/${reviewId}`)).body).toMatchObject({
        state: 'transmitted',
        batch: { number: '东区局报〔2026〕1号' },
        actions: [],
      });
    const { rows } = await world.database.owner.query(
      `select command, actor_name from audit_entries where subject_id = $1`,
      [done.body.batchId],
    );
    expect(rows).toEqual([{ command: 'review.transmit', actor_name: '何东二' }]);
  });

  it('makes one batch of a double click, with one key or two', async () => {
    const before = await count();
    const reviews = [await signedUnit()];
    const key = randomUUID();
    const [first, second] = await Promise.all([send(reviews, key), send(reviews, key)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.batchId).toBe(second.body.batchId);
    const others = [await signedUnit()];
    const answers = await Promise.all([send(others), send(others)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.fault.code).toBe('review.rowsChanged');
    expect(await count()).toBe(before + 2);
  });

  it('refuses what is not signed, and what another body has', async () => {
    const { submissionId } = await submittedDeclaration(world, campaignId, { industry: 'machinery' });
    const { rows } = await world.database.owner.query('select review_id from reviews where submission_id = $1', [
      submissionId,
    ]);
    expect(await send([rows[0].review_id])).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.rowsChanged' } },
    });
    const reviewId = await signedUnit();
    expect(await world.as('renheSignOff').post(batches, { reviewIds: [reviewId] })).toMatchObject({ status: 409 });
    expect(await world.as('cityOffice').post(batches, { reviewIds: [reviewId] })).toMatchObject({ status: 403 });
    expect(await send([])).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'reviewIds', code: 'input.tooFew' }] } },
    });
    await send([reviewId]);
  });

  it('is done by the city’s divisions too, and what is signed later goes with a later batch', async () => {
    await signedUnit(mines, 'opencast-mine');
    const first = await transmitSigned(world, campaignId, mines);
    await signedUnit(mines, 'opencast-mine');
    const second = await transmitSigned(world, campaignId, mines);
    const list = (await world.as('minesReviewer').get(batches)).body;
    expect(list.rows.map((row: { number: string }) => row.number).sort()).toEqual([
      '非煤矿山处报〔2026〕1号',
      '非煤矿山处报〔2026〕2号',
    ]);
    expect(list.rows.map((row: { batchId: string }) => row.batchId).sort()).toEqual([first, second].sort());
  });

  it('is done by the park under its own number', async () => {
    await signedUnit(park);
    const batchId = await transmitSigned(world, campaignId, park);
    expect((await world.as('parkReviewer').get(`/api/batches/${batchId}`)).body).toMatchObject({
      number: '钒钛园区报〔2026〕1号',
      list: [{ divisionName: '东区', proposedClass: 'A' }],
    });
  });
});

describe('receiving a batch', () => {
  it('is the city office’s, once, after comparing the digest', async () => {
    await signedUnit();
    const batchId = await transmitSigned(world, campaignId);
    const path = `/api/batches/${batchId}/receipt`;
    const { listDigest } = (await world.as('cityOffice').get(`/api/batches/${batchId}`)).body;
    expect(await world.as('dongquSignOff').post(path, { listDigest })).toMatchObject({ status: 403 });
    expect(await world.as('cityOffice').post(path, { listDigest: '0'.repeat(64) })).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.digestDiffers' } },
    });
    expect(await world.as('cityOffice').post(path, { listDigest })).toMatchObject({
      status: 200,
      body: { unitCount: 1 },
    });
    expect(await world.as('cityOffice').post(path, { listDigest })).toMatchObject({
      status: 409,
      body: { fault: { code: 'review.batchReceived' } },
    });
    expect((await world.as('dongquReviewer').get(`/api/batches/${batchId}`)).body).toMatchObject({
      state: 'received',
      receivedByName: '周综合',
      actions: [],
    });
  });

  it('is seen by its body, the city office and auditors only', async () => {
    await signedUnit();
    const batchId = await transmitSigned(world, campaignId);
    expect(await world.as('renheReviewer').get(`/api/batches/${batchId}`)).toMatchObject({ status: 404 });
    expect(await world.as('renheReviewer').download(`/api/batches/${batchId}/workbook`)).toMatchObject({ status: 404 });
    expect(await world.as('auditor').get(`/api/batches/${batchId}`)).toMatchObject({ status: 200 });
    expect(await world.as('expertOne').get(`/api/batches/${batchId}`)).toMatchObject({ status: 403 });
    await receiveBatch(world, batchId);
  });

  it('gives the list as a workbook and, for sealing, as two copies on paper', async () => {
    await signedUnit();
    const batchId = await transmitSigned(world, campaignId);
    const file = await world.as('cityOffice').download(`/api/batches/${batchId}/workbook`);
    const workbook = await readWorkbook(file.bytes);
    if (!workbook.ok) throw new Error(workbook.error.code);
    const cells = workbook.value.sheets[0]?.rows.map((row) => Object.values(row.cells).map(({ value }) => value));
    expect(cells?.[3]).toEqual([
      '序号',
      '企业名称',
      '评估单元',
      '统一社会信用代码',
      '行业',
      '隶属关系',
      '行政区划',
      '自评得分',
      '自评类别',
      '初审得分',
      '计算类别',
      '初审意见类别',
      '初审人',
      '审签人',
      '备注',
    ]);
    expect(cells?.[4]).toEqual(
      expect.arrayContaining(['1', '机械制造', '民营及其他', '东区', 'A 类', '何东一', '何东二']),
    );
    for (const copy of ['1', '2']) {
      const paper = await world.as('cityOffice').download(`/api/batches/${batchId}/print?copy=${copy}`);
      expect(paper).toMatchObject({ status: 200, type: 'application/pdf' });
      expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });
});

describe('the list still to be transmitted', () => {
  it('has the signed reviews of the own body and says what is open until when', async () => {
    const reviewId = await signedUnit();
    const own = (await world.as('dongquSignOff').get(`/api/campaigns/${campaignId}/transmittable`)).body;
    expect(own.rows.map((row: { reviewId: string }) => row.reviewId)).toEqual([reviewId]);
    expect(own).toMatchObject({ bodyShort: '东区局', dueOn: '2026-11-30' });
    const other = (await world.as('renheSignOff').get(`/api/campaigns/${campaignId}/transmittable`)).body;
    expect(other).toMatchObject({ rows: [], total: 0 });
  });
});
