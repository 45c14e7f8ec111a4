import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { createWorld, type Visitor, type World } from '../../../../../tests/world.ts';
import { creditCodeOf, rosterFile, rosterLine, XLSX_TYPE } from '../../testing/roster-file.ts';

let world: World;
let campaignId: string;

beforeAll(async () => {
  world = await createWorld();
  const opened = await world.as('cityOffice').post('/api/campaigns', { name: '2026年度评估', startsOn: '2026-08-20' });
  campaignId = opened.body.campaignId;
});
afterAll(() => world.close());

const send = (bytes: Uint8Array, name = '名册.xlsx', as: Visitor = world.as('cityOffice')) =>
  as.upload(`/api/campaigns/${campaignId}/roster-imports`, { name, type: XLSX_TYPE, bytes });

const preview = async (lines: readonly ReturnType<typeof rosterLine>[]) => {
  const { body } = await send(await rosterFile(lines));
  return (await world.as('cityOffice').get(`/api/roster-imports/${body.importId}`)).body;
};

const confirm = (importId: string, key?: string) =>
  world.as('cityOffice').post(`/api/roster-imports/${importId}/confirmation`, undefined, key);

const units = async (query = '', as: Visitor = world.as('cityOffice')) =>
  (await as.get(`/api/campaigns/${campaignId}/units?${query}`)).body;

const stored = async () => {
  const { rows } = await world.database.owner.query(
    'select (select count(*)::int from enterprises) as enterprises, (select count(*)::int from units) as units, (select count(*)::int from declarations) as declarations',
  );
  return rows[0];
};

describe('a roster', () => {
  it('comes from a template whose example row is not imported', async () => {
    const template = await world.as('cityOffice').download(`/api/campaigns/${campaignId}/roster-template`);
    expect(template.type).toBe(XLSX_TYPE);
    const workbook = await readWorkbook(template.bytes);
    if (!workbook.ok) throw new Error(workbook.error.code);
    const values = workbook.value.sheets[0]?.rows.flatMap((row) => Object.values(row.cells).map((cell) => cell.value));
    expect(values).toEqual(expect.arrayContaining(['示例', '统一社会信用代码', '监管机构']));
    expect(await send(template.bytes)).toMatchObject({ status: 422, body: { fault: { code: 'roster.noRows' } } });
  });

  it('is previewed without touching the register, entered whole by the confirmation, and routed by the scheme', async () => {
    const shown = await preview([
      rosterLine(1),
      rosterLine(1, { unitName: '第1矿业尾矿库' }),
      rosterLine(2, { affiliation: '中央', body: '市安监局非煤矿山安全监督管理处' }),
      rosterLine(3, { body: '钒钛产业园区', division: '攀枝花市仁和区', contactPhone: '0812-3331111' }),
    ]);
    expect(shown).toMatchObject({
      state: 'previewed',
      rowCount: 4,
      errorCount: 0,
      mayConfirm: true,
      counts: { newEnterprises: 3, newUnits: 4, knownUnits: 0 },
    });
    expect(shown.rows.map((row: { receiver: string }) => row.receiver)).toEqual([
      '东区局',
      '东区局',
      '非煤矿山处',
      '钒钛园区',
    ]);
    expect(await stored()).toEqual({ enterprises: 0, units: 0, declarations: 0 });

    expect((await confirm(shown.importId)).body).toEqual({ importId: shown.importId, unitCount: 4 });
    expect(await stored()).toEqual({ enterprises: 3, units: 4, declarations: 4 });
    const listed = await units();
    expect(listed.total).toBe(4);
    expect(listed.rows.map((row: { unitName: string }) => row.unitName)).toEqual([
      '第1矿业露天采场',
      '第1矿业尾矿库',
      '第2矿业露天采场',
      '第3矿业露天采场',
    ]);
    expect(listed.rows[2]).toMatchObject({ state: 'not-started', bodyName: '非煤矿山处', affiliationName: '中央' });
    const unit = await world.as('cityOffice').get(`/api/campaigns/${campaignId}/units/${listed.rows[0].unitId}`);
    expect(unit.body.history).toEqual([expect.objectContaining({ command: 'campaign.confirm-roster', who: '周综合' })]);
    const { rows } = await world.database.owner.query(
      `select command, actor_name from audit_entries where subject_type = 'roster-import' and subject_id = $1 order by occurred_at, entry_id`,
      [shown.importId],
    );
    expect(rows.map((row: { command: string }) => row.command)).toEqual([
      'campaign.preview-roster',
      'campaign.confirm-roster',
    ]);
  });

  it('names every fault by its cell and cannot be confirmed while there is an error', async () => {
    const before = await stored();
    const faulty = await preview([
      rosterLine(11, { division: '成都市' }),
      rosterLine(12, { body: '省安监局' }),
      rosterLine(13, { industry: '农业' }),
      rosterLine(14, { creditCode: '9151040' }),
      rosterLine(15, { creditCode: `${creditCodeOf(15).slice(0, 17)}${creditCodeOf(15).endsWith('0') ? '1' : '0'}` }),
      rosterLine(16, { creditCode: creditCodeOf(16).replace('9', '９') }),
      rosterLine(17, { unitName: '' }),
      rosterLine(18, { enterpriseName: '长'.repeat(101) }),
      rosterLine(19, { affiliation: '外资' }),
      rosterLine(20),
      rosterLine(20),
      rosterLine(21, { creditCode: creditCodeOf(20), unitName: '另一个单元' }),
      rosterLine(22, { body: '综合处' }),
      rosterLine(1, { unitName: '第1矿业　露天采场' }),
      rosterLine(23, { body: '西区局' }),
    ]);
    const found = (path: string) => faulty.findings.find((one: { path: string }) => one.path === path);
    expect(found('名册!E2')).toMatchObject({
      code: 'roster.unknownDivision',
      kind: 'error',
      params: { text: '成都市' },
    });
    expect(found('名册!F3')).toMatchObject({ code: 'roster.unknownBody' });
    expect(found('名册!D4')).toMatchObject({ code: 'roster.unknownIndustry' });
    expect(found('名册!B5')).toMatchObject({ code: 'creditCode.length', params: { length: 7, expected: 18 } });
    expect(found('名册!B6')).toMatchObject({ code: 'creditCode.checkDigit' });
    expect(found('名册!B7')).toMatchObject({ code: 'creditCode.fullWidth', params: { position: 1, character: '９' } });
    expect(found('名册!C8')).toMatchObject({ code: 'roster.required', params: { column: '评估单元' } });
    expect(found('名册!A9')).toMatchObject({ code: 'roster.tooLong', params: { limit: 100, length: 101 } });
    expect(found('名册!G10')).toMatchObject({ code: 'roster.unknownAffiliation' });
    expect(found('名册!C12')).toMatchObject({ code: 'roster.unitTwice', params: { row: 11 } });
    expect(found('名册!A13')).toMatchObject({ code: 'roster.otherName', params: { row: 11 } });
    expect(found('名册!F14')).toMatchObject({ code: 'roster.bodyDoesNotSupervise' });
    expect(found('名册!C15')).toMatchObject({ code: 'roster.unitInCampaign' });
    expect(found('名册!F16')).toMatchObject({ code: 'roster.bodyOfOtherDivision', kind: 'warning' });
    expect(faulty).toMatchObject({ errorCount: 13, warningCount: 1, mayConfirm: false });
    const onlyFaulty = await world.as('cityOffice').get(`/api/roster-imports/${faulty.importId}?faulty=yes`);
    expect(onlyFaulty.body.total).toBe(14);

    expect(await confirm(faulty.importId)).toMatchObject({
      status: 409,
      body: { fault: { code: 'roster.hasErrors', params: { count: 13 } } },
    });
    expect(await stored()).toEqual(before);
  });

  it('is entered once by a double click, and not again afterwards', async () => {
    const { importId } = await preview([rosterLine(30)]);
    const [first, second] = await Promise.all([
      confirm(importId, 'confirm-twice-30'),
      confirm(importId, 'confirm-twice-30'),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await units(`text=${creditCodeOf(30)}`)).total).toBe(1);
    expect(await confirm(importId)).toMatchObject({ status: 409, body: { fault: { code: 'roster.notPreviewed' } } });
  });

  it('is refused whole if one of its units was entered after the preview', async () => {
    const mine = await preview([rosterLine(40), rosterLine(41)]);
    const theirs = await preview([rosterLine(41)]);
    expect((await confirm(theirs.importId)).status).toBe(200);
    const before = await stored();
    expect(await confirm(mine.importId)).toMatchObject({
      status: 409,
      body: { fault: { code: 'roster.changedSince' } },
    });
    expect(await stored()).toEqual(before);
  });

  it('warns of a changed name, and then finds the units under the new one', async () => {
    const renamed = await preview([
      rosterLine(1, { enterpriseName: '攀枝花市银江矿业有限公司', unitName: '银江二号采场' }),
    ]);
    expect(renamed.findings).toEqual([
      expect.objectContaining({ path: '名册!A2', code: 'roster.nameChanges', kind: 'warning' }),
    ]);
    await confirm(renamed.importId);
    expect((await units(`text=${encodeURIComponent('银江')}`)).total).toBe(3);
    expect((await units('text=yinjiang')).total).toBe(3);
    expect((await units('text=pzhsyj')).total).toBe(3);
    expect((await units(`text=${encodeURIComponent('银江 尾矿库')}`)).total).toBe(1);
    expect((await units(`text=${encodeURIComponent('江银')}`)).total).toBe(0);
  });

  it('can be set aside, after which it stays in the history only', async () => {
    const { importId } = await preview([rosterLine(50)]);
    expect((await world.as('cityOffice').send('DELETE', `/api/roster-imports/${importId}`)).status).toBe(200);
    expect(await confirm(importId)).toMatchObject({ status: 409, body: { fault: { params: { state: 'discarded' } } } });
    const history = await world.as('auditor').get(`/api/campaigns/${campaignId}/roster-imports`);
    expect(history.body.rows.find((one: { importId: string }) => one.importId === importId)).toMatchObject({
      state: 'discarded',
    });
  });

  it('belongs to the city office', async () => {
    const bytes = await rosterFile([rosterLine(60)]);
    for (const member of ['dongquReviewer', 'auditor', 'administrator', 'expertOne', 'leadingGroup'] as const)
      expect((await send(bytes, '名册.xlsx', world.as(member))).status).toBe(403);
  });
});

describe('a file that is no roster', () => {
  const cases: readonly (readonly [string, () => Promise<Uint8Array>, number, string])[] = [
    ['is empty', async () => new Uint8Array(), 422, 'xlsx.empty'],
    ['is a table of another kind', async () => Buffer.from('企业名称,信用代码\n甲,乙\n'), 422, 'xlsx.csv'],
    ['is cut off half way', async () => (await rosterFile([rosterLine(70)])).subarray(0, 2000), 422, 'xlsx.broken'],
    [
      'has no sheet of that name',
      async () =>
        rosterFile([rosterLine(70)], {
          sheet: '花名册',
          headers: {
            enterpriseName: '甲',
            creditCode: '乙',
            unitName: '丙',
            industry: '丁',
            division: '戊',
            body: '己',
            affiliation: '庚',
            address: '辛',
            legalRepresentative: '壬',
            contactName: '癸',
            contactPhone: '子',
          },
        }),
      422,
      'roster.noSheet',
    ],
    [
      'lacks a column',
      async () => rosterFile([rosterLine(70)], { headers: { creditCode: '' } }),
      422,
      'roster.missingColumns',
    ],
    [
      'has a column twice',
      async () => rosterFile([rosterLine(70)], { headers: { contactName: '行业' } }),
      422,
      'roster.columnTwice',
    ],
    [
      'has no header',
      async () =>
        rosterFile([rosterLine(70)], {
          headers: {
            enterpriseName: '甲',
            creditCode: '乙',
            unitName: '丙',
            industry: '丁',
            division: '戊',
            body: '己',
            affiliation: '庚',
            address: '辛',
            legalRepresentative: '壬',
            contactName: '癸',
            contactPhone: '子',
          },
        }),
      422,
      'roster.noHeader',
    ],
    ['has nothing below its header', async () => rosterFile([]), 422, 'roster.noRows'],
    [
      'has more than 20,000 rows',
      async () => rosterFile(Array.from({ length: 20_001 }, (_, at) => rosterLine(at))),
      422,
      'xlsx.tooManyRows',
    ],
  ];
  it.each(cases)('and %s is refused with a code of its own', async (_what, make, status, code) => {
    const answer = await send(await make());
    expect(answer).toMatchObject({ status, body: { fault: { code } } });
  });
});

describe('a roster of 5,000 rows', () => {
  it('is imported whole, page by page visible, and exported again', async () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => {
      const enterprise = 100_000 + Math.floor(at / 2);
      return rosterLine(enterprise, { unitName: `第${enterprise}矿业${at % 2 === 0 ? '露天采场' : '尾矿库'}` });
    });
    const before = (await units()).total;
    const { body } = await send(await rosterFile(lines));
    expect(body).toMatchObject({ rowCount: 5_000, errorCount: 0 });
    expect((await confirm(body.importId)).body.unitCount).toBe(5_000);
    expect((await units()).total).toBe(before + 5_000);
    const last = await units('page=50&size=100');
    expect(last.rows).toHaveLength(100);
    const workbook = await world.as('cityOffice').download(`/api/campaigns/${campaignId}/units-workbook`);
    const read = await readWorkbook(workbook.bytes);
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.sheets[0]?.rows.at(-1)?.cells).toMatchObject({ D: { value: '第102499矿业尾矿库' } });
  }, 60_000);
});

describe('the list of units', () => {
  it('shows a body only what it supervises or receives', async () => {
    const mine = await units('size=100', world.as('minesReviewer'));
    expect(mine.total).toBe(1);
    expect((await units('', world.as('parkSignOff'))).rows).toEqual([
      expect.objectContaining({ bodyName: '钒钛园区' }),
    ]);
    expect((await units('', world.as('renheReviewer'))).total).toBe(0);
    expect((await world.as('expertOne').get(`/api/campaigns/${campaignId}/units`)).status).toBe(403);
  });

  it('is filtered by body, division, industry, affiliation and state', async () => {
    expect((await units('body=vt-park')).total).toBe(1);
    expect((await units('division=510411')).total).toBe(1);
    expect((await units('affiliation=central&industry=opencast-mine')).total).toBe(1);
    expect((await units('industry=coal-mine')).total).toBe(0);
    expect((await units('state=submitted')).total).toBe(0);
    const wrong = await world.as('cityOffice').get(`/api/campaigns/${campaignId}/units?state=lost&size=9999`);
    expect(wrong.status).toBe(422);
  });
});
