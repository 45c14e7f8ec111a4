import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, toQuery } from '#platform/db/sql.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { zip } from '../../../../../../tests/fixtures/zip.ts';
import { CITY, createWorld, type Visitor, type World } from '../../../../../../tests/world.ts';
import { campaignOf, type Declarant, declarantOf, submittedDeclaration } from '../../../testing/declarations.ts';
import { changedBook } from '../../../testing/workbooks.ts';
import { carryOnBatches } from './run-batches.ts';

let world: World;
let campaignId: string;

beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const failures: unknown[] = [];
const carryOn = (stopped?: () => boolean) =>
  carryOnBatches(world.app.runner, world.files(), CITY, (error) => failures.push(error), stopped);
const bookOf = async ({ visitor, declarationId }: Declarant): Promise<Buffer> =>
  (await visitor.download(`/api/declarations/${declarationId}/workbook`)).bytes;
const upload = (visitor: Visitor, bytes: Uint8Array) =>
  visitor.upload(`/api/campaigns/${campaignId}/workbook-batches`, { name: '东区.zip', type: 'application/zip', bytes });
const shownOf = async (visitor: Visitor, batchId: string) =>
  (await visitor.get(`/api/workbook-batches/${batchId}`)).body;
const staff = { 登记表: { staffCount: { 填写: 86 } } } as const;

describe('an archive of workbooks', () => {
  it('is read file by file in the background, each to an end of its own', async () => {
    const reviewer = world.as('dongquReviewer');
    const fresh = await declarantOf(world, campaignId);
    const kept = await declarantOf(world, campaignId);
    const wrong = await declarantOf(world, campaignId);
    const sent = await submittedDeclaration(world, campaignId);
    const elsewhere = await declarantOf(world, campaignId, {
      supervisingBodyId: 'bureau-renhe',
      divisionCode: '510411',
    });
    await kept.visitor.post(`/api/declarations/${kept.declarationId}/start`);
    const both = await bookOf(kept);
    const { registration, registrationVersion } = (await kept.visitor.get(`/api/declarations/${kept.declarationId}`))
      .body;
    await kept.visitor.send('PUT', `/api/declarations/${kept.declarationId}/registration`, {
      baseVersion: registrationVersion,
      registration: { ...registration, staffCount: 90 },
    });
    const files = [
      { name: '甲/未开始.xlsx', data: await changedBook(await bookOf(fresh), staff) },
      {
        name: '甲/两边改过.xlsx',
        data: await changedBook(both, { 登记表: { staffCount: { 填写: 86 }, township: { 填写: '大河中路街道' } } }),
      },
      {
        name: '甲/有错.xlsx',
        data: await changedBook(await bookOf(wrong), { 登记表: { staffCount: { 填写: '很多' } } }),
      },
      { name: '甲/已报送.xlsx', data: await changedBook(await bookOf(sent), { 登记表: { staffCount: { 填写: 7 } } }) },
      { name: '甲/别处.xlsx', data: await changedBook(await bookOf(elsewhere), staff) },
      { name: '甲/名单.csv', data: '企业,人数\n甲,86\n' },
      { name: '甲/里面.zip', data: 'x' },
      { name: '__MACOSX/甲/._未开始.xlsx', data: 'x' },
    ];
    const { body } = await upload(reviewer, zip(files));
    expect(body).toMatchObject({ fileCount: 7 });
    expect((await shownOf(reviewer, body.batchId)).counts).toMatchObject({ waiting: 6, refused: 1 });
    expect(await carryOn()).toBe(6);
    expect(failures).toEqual([]);
    const shown = await shownOf(reviewer, body.batchId);
    expect(shown.state).toBe('finished');
    expect(shown.files).toMatchObject([
      { fileName: '甲/未开始.xlsx', outcome: 'taken-over', filled: 1, open: 0 },
      { outcome: 'conflicts', filled: 1, open: 1 },
      {
        outcome: 'errors',
        findings: [{ path: expect.stringMatching(/^登记表!D\d+$/), code: 'registration.notANumber' }],
      },
      { outcome: 'refused', code: 'declaration.submittedAlready' },
      { outcome: 'refused', code: 'declarationWorkbook.notOneOfYours', unitName: null },
      { outcome: 'refused', code: 'xlsx.csv' },
      { outcome: 'refused', code: 'workbookBatch.nested' },
    ]);
    const started = (await fresh.visitor.get(`/api/declarations/${fresh.declarationId}`)).body;
    expect(started).toMatchObject({ state: 'draft', registration: { staffCount: 86 } });
    const chosen = (await kept.visitor.get(`/api/declarations/${kept.declarationId}`)).body;
    expect(chosen.registration).toMatchObject({ staffCount: 90, township: '大河中路街道' });
    const path = `/api/declarations/${kept.declarationId}/workbook-imports`;
    const [waiting] = (await kept.visitor.get(path)).body.imports;
    expect(waiting).toMatchObject({ state: 'previewed', byBody: true, taken: 1 });
    const shownImport = (await kept.visitor.get(`${path}/${waiting.importId}`)).body;
    expect(shownImport.differences).toMatchObject([{ key: 'registration.staffCount', kind: 'both' }]);
    const report = await reviewer.download(`/api/workbook-batches/${body.batchId}/report`);
    const book = await readWorkbook(report.bytes);
    expect(JSON.stringify(book)).toContain('这是压缩包里的压缩包');
    const audited = await world.database.owner.query(
      toQuery(
        sql`select actor_name from audit_entries where command = 'declaration.save-registration' and subject_id = ${fresh.declarationId}`,
      ),
    );
    expect(audited.rows).toEqual([{ actor_name: '何东一' }]);
  });

  it('is carried on where it was left, and is not for other bodies', async () => {
    const reviewer = world.as('dongquReviewer');
    const [first, second] = [await declarantOf(world, campaignId), await declarantOf(world, campaignId)];
    const files = [
      { name: '一.xlsx', data: await changedBook(await bookOf(first), staff) },
      { name: '二.xlsx', data: await changedBook(await bookOf(second), staff) },
    ];
    const { body } = await upload(reviewer, zip(files));
    let looks = 0;
    // As if the program ended after the first file.
    await carryOn(() => {
      looks += 1;
      return looks > 1;
    });
    expect((await shownOf(reviewer, body.batchId)).counts).toMatchObject({ 'taken-over': 1, waiting: 1 });
    expect((await world.as('renheReviewer').get(`/api/workbook-batches/${body.batchId}`)).status).toBe(404);
    expect((await world.as('renheReviewer').post(`/api/workbook-batches/${body.batchId}/stop`)).status).toBe(404);
    expect(await carryOn()).toBe(1);
    expect((await shownOf(reviewer, body.batchId)).counts).toMatchObject({ 'taken-over': 2, waiting: 0 });
    expect((await reviewer.post(`/api/workbook-batches/${body.batchId}/stop`)).body.fault.code).toBe(
      'workbookBatch.ended',
    );
  });

  it('leaves what is not read yet when it is stopped', async () => {
    const reviewer = world.as('dongquReviewer');
    const one = await declarantOf(world, campaignId);
    const { body } = await upload(reviewer, zip([{ name: '一.xlsx', data: await bookOf(one) }]));
    expect((await reviewer.post(`/api/workbook-batches/${body.batchId}/stop`)).body).toEqual({ left: 1 });
    expect(await carryOn()).toBe(0);
    expect((await shownOf(reviewer, body.batchId)).state).toBe('stopped');
  });

  it('finds the unit of a blank workbook by what is written in it', async () => {
    const reviewer = world.as('dongquReviewer');
    const one = await declarantOf(world, campaignId);
    const { creditCode, unitName } = (await one.visitor.get(`/api/declarations/${one.declarationId}`)).body.register;
    const blank = await reviewer.download(`/api/campaigns/${campaignId}/industries/opencast-mine/declaration-workbook`);
    const named = (unit: string) => ({
      登记表: {
        'register.creditCode': { 填写: creditCode },
        'register.unitName': { 填写: unit },
        staffCount: { 填写: 41 },
      },
    });
    const files = [
      { name: '空.xlsx', data: blank.bytes },
      { name: '错.xlsx', data: await changedBook(blank.bytes, named('没有这个采区')) },
      { name: '对.xlsx', data: await changedBook(blank.bytes, named(unitName)) },
    ];
    const { body } = await upload(reviewer, zip(files));
    await carryOn();
    expect((await shownOf(reviewer, body.batchId)).files).toMatchObject([
      { outcome: 'refused', code: 'declarationWorkbook.unitNotNamed' },
      { outcome: 'refused', code: 'declarationWorkbook.unitUnknown' },
      { outcome: 'taken-over', filled: 1 },
    ]);
    const after = (await one.visitor.get(`/api/declarations/${one.declarationId}`)).body;
    // What the register knew was prefilled and stays.
    expect(after.registration).toMatchObject({ staffCount: 41, legalRepresentative: '向法人' });
  });

  it.each([
    ['workbookBatch.notAZip', Buffer.from('not a zip')],
    ['workbookBatch.isWorkbook', zip([{ name: '[Content_Types].xml', data: '<Types/>' }])],
    ['workbookBatch.empty', zip([{ name: '空文件夹/', data: '' }])],
    ['workbookBatch.broken', zip([{ name: 'a.xlsx', data: 'x' }]).subarray(0, 30)],
    ['workbookBatch.broken', zip([{ name: '../../a.xlsx', data: 'x' }])],
    ['workbookBatch.tooMany', zip(Array.from({ length: 1001 }, (_, at) => ({ name: `${at}.xlsx`, data: '' })))],
    ['workbookBatch.tooBig', zip(Array.from({ length: 3001 }, (_, at) => ({ name: `${at}.xlsx`, data: '' })))],
    [
      'workbookBatch.tooBig',
      zip(Array.from({ length: 20 }, (_, at) => ({ name: `${at}.xlsx`, data: 'x', claimedSize: 18 * 1_048_576 }))),
    ],
  ])('is refused whole: %s', async (code, bytes) => {
    const refused = await upload(world.as('dongquReviewer'), bytes);
    expect(refused.status).toBe(422);
    expect(refused.body.fault.code).toBe(code);
  });
});
