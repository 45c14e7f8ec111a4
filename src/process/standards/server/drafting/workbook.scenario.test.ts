import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { type SheetModel, writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import { CITY, createWorld, type World } from '../../../../../tests/world.ts';
import { canonicalEdition } from '../../domain/canonical.ts';
import type { Edition } from '../../domain/index.ts';
import { readEdition } from '../../domain/workbook/read-edition.ts';
import { anyPublishableEdition } from '../../testing/arbitraries.ts';
import { editionWorkbook } from './edition-files.ts';

let world: World;
let editions: { hash: string; industry: string; title: string; content: Edition }[];
const office = () => world.as('cityOffice');
const code = ({ body }: { body: { fault?: { code?: string } } }) => body.fault?.code;

beforeAll(async () => {
  world = await createWorld();
  const { rows } = await world.database.owner.query(
    'select edition_hash as hash, industry, title, content from editions where city_id = $1 order by industry',
    [CITY],
  );
  editions = rows;
});
afterAll(() => world.close());

const of = (industry: string) => editions.find((one) => one.industry === industry)!;
const started = async (industry = 'fireworks') => {
  const { body } = await office().post('/api/edition-drafts', { from: 'edition', editionHash: of(industry).hash });
  return `/api/edition-drafts/${body.draftId}`;
};
const upload = (path: string, bytes: Uint8Array) =>
  office().upload(path, { name: '标准.xlsx', type: MEDIA_TYPES.xlsx, bytes });
const sheetsOf = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.sheets;
};

/** The workbook of an edition with cells typed over; `null` empties a cell. */
const retyped = async (path: string, cells: Readonly<Record<string, string | number | null>>, drop = '') => {
  const { bytes } = await office().download(`${path}/workbook`);
  const sheets = (await sheetsOf(bytes)).filter(({ name, hidden }) => !hidden && name !== drop);
  return writeWorkbook({
    madeAt: world.clock.now(),
    sheets: sheets.map(({ name, rows }): SheetModel => {
      const letters = 'ABCDEFGHIJKLMNOPQRST'.split('');
      const at = (row: number, column: string) => {
        const typed = cells[`${name}!${column}${row}`];
        return typed === undefined ? (rows.find((one) => one.row === row)?.cells[column]?.value ?? null) : typed;
      };
      const last = Math.max(...rows.map(({ row }) => row), 2);
      return {
        name,
        columns: letters.map((column) => ({ header: String(at(1, column) ?? ''), width: 10, kind: 'text' })),
        rows: Array.from({ length: last - 1 }, (_, row) => letters.map((column) => at(row + 2, column))),
      };
    }),
  });
};

describe('a standard as a workbook', () => {
  it('reads back as the very same document, for every edition that is shipped', async () => {
    expect(editions).toHaveLength(9);
    for (const { hash, content } of editions) {
      const { status, bytes, type } = await world.as('dongquReviewer').download(`/api/editions/${hash}/workbook`);
      expect([status, type]).toEqual([200, MEDIA_TYPES.xlsx]);
      const { content: back, faults } = readEdition((await sheetsOf(bytes)).filter(({ hidden }) => !hidden));
      expect(faults).toEqual([]);
      expect(canonicalEdition(back as unknown as Edition)).toBe(canonicalEdition(content));
    }
  });

  it('reads back through the bytes of the file, whatever texts stand in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyPublishableEdition, async (edition) => {
        const written = await editionWorkbook({ ...edition }, '标准', new Date('2026-09-01T00:00:00Z'));
        if (!written.ok) throw new Error(JSON.stringify(written.error));
        const { content, faults } = readEdition(
          (await sheetsOf(written.value.body as Uint8Array)).filter(({ hidden }) => !hidden),
        );
        expect(faults).toEqual([]);
        expect(content).toEqual(edition);
      }),
      { numRuns: 12 },
    );
  });

  it('says what it is for in a sheet that is not read', async () => {
    const sheets = await sheetsOf((await office().download(`/api/editions/${of('fireworks').hash}/workbook`)).bytes);
    expect(sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)).toEqual([
      '说明',
      '标准',
      '类别',
      '要素',
      '条款',
      '门槛',
    ]);
  });

  it('is refused for a draft that it cannot hold, with the place, while the JSON document can', async () => {
    const path = await started();
    const content = { ...of('fireworks').content, remark: '自定的成员' };
    await office().send('PUT', path, { content, baseVersion: 1 });
    const refused = await office().get(`${path}/workbook`);
    expect(refused).toMatchObject({
      status: 409,
      body: { fault: { code: 'drafting.notForExcel', params: { path: 'remark' } } },
    });
    expect(JSON.parse((await office().download(`${path}/document`)).bytes.toString())).toEqual(content);
  });
});

it('the JSON document of an edition is what its hash is taken over', async () => {
  const { hash } = of('coal-mine');
  const { bytes } = await world.as('expertOne').download(`/api/editions/${hash}/document`);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  const { status } = await office().get(`/api/editions/${'c'.repeat(64)}/document`);
  expect(status).toBe(404);
});

describe('an uploaded workbook', () => {
  it('is shown first, and taken over as a whole', async () => {
    const path = await started();
    const bytes = await retyped(path, { '条款!D2': '改写后的要求。', '标准!B4': '2026-10-01' });
    const { status, body } = await upload(`${path}/imports`, bytes);
    expect([status, body.errorCount]).toEqual([200, 0]);
    const preview = await office().get(`/api/edition-imports/${body.importId}`);
    expect(preview.body).toMatchObject({
      state: 'previewed',
      errors: [],
      faults: [],
      changes: { itemsChanged: 1, itemsAdded: 0, head: ['issued'] },
      figures: { items: of('fireworks').content.items.length },
      draftVersion: 1,
      mayTakeOver: true,
    });
    expect((await office().get(path)).body.version).toBe(1);
    const takeOver = `/api/edition-imports/${body.importId}/take-over`;
    expect(code(await office().post(takeOver, { baseVersion: 9 }))).toBe('platform.stale');
    expect((await office().post(takeOver, { baseVersion: 1 })).body).toMatchObject({ version: 2 });
    const draft = (await office().get(path)).body;
    expect(draft.content.items[0].text).toBe('改写后的要求。');
    expect(draft.content.issued).toBe('2026-10-01');
    expect(draft.faults).toEqual([]);
    expect(code(await office().post(takeOver, { baseVersion: 2 }))).toBe('drafting.importTakenOver');
    expect((await office().get(`/api/edition-imports/${body.importId}`)).body.mayTakeOver).toBe(false);
  });

  it('begins a draft of an industry', async () => {
    const { bytes } = await office().download(`/api/editions/${of('machinery').hash}/workbook`);
    const { body } = await upload('/api/standards/machinery/imports', Buffer.from(bytes));
    const taken = await office().post(`/api/edition-imports/${body.importId}/take-over`, { baseVersion: null });
    const draft = (await office().get(`/api/edition-drafts/${taken.body.draftId}`)).body;
    expect(draft).toMatchObject({ industry: 'machinery', basedOn: null, version: 1, content: of('machinery').content });
    const { rows } = await world.database.owner.query(
      `select actor_name, subject_id from audit_entries where command = 'standards.take-over-import' and subject_id = $1`,
      [taken.body.draftId],
    );
    expect(rows).toEqual([{ actor_name: '周综合', subject_id: taken.body.draftId }]);
  });

  it('with faults is named cell by cell and cannot be taken over, and nothing of it is', async () => {
    const path = await started();
    const cells = {
      '条款!E2': '２０',
      '条款!E3': '2,5',
      '条款!F4': '普通项',
      '条款!C5': 'e9-9',
      '条款!O6': '最高评为C',
      '要素!F2': '六十',
      '标准!B3': 'metallurgy',
    };
    const { body } = await upload(`${path}/imports`, await retyped(path, cells));
    expect(body.errorCount).toBe(7);
    const preview = (await office().get(`/api/edition-imports/${body.importId}`)).body;
    const found = preview.errors.map((fault: { path: string; code: string }) => `${fault.path} ${fault.code}`);
    expect(found).toEqual([
      '标准!B3 drafting.industryDiffers',
      '要素!F2 workbook.numberWrong',
      '条款!E2 workbook.numberFullWidth',
      '条款!E3 workbook.numberComma',
      '条款!F4 workbook.choiceUnknown',
      '条款!C5 edition.elementUnknown',
      '条款!O6 workbook.effectUnknown',
    ]);
    expect(preview).toMatchObject({ mayTakeOver: false, changes: null, figures: null });
    const refused = await office().post(`/api/edition-imports/${body.importId}/take-over`, { baseVersion: 1 });
    expect([refused.status, code(refused)]).toEqual([409, 'drafting.importHasErrors']);
    expect((await office().get(path)).body).toMatchObject({ version: 1, content: of('fireworks').content });
  });

  it('without a sheet, or that is no workbook at all, is refused', async () => {
    const path = await started();
    const { body } = await upload(`${path}/imports`, await retyped(path, {}, '要素'));
    const preview = (await office().get(`/api/edition-imports/${body.importId}`)).body;
    expect(preview.errors).toMatchObject([{ path: '要素', code: 'workbook.sheetMissing' }]);
    expect(code(await upload(`${path}/imports`, Buffer.from('a,b\n1,2\n')))).toBe('xlsx.csv');
    expect(code(await upload(`${path}/imports`, Buffer.from('%PDF-1.7')))).toBe('xlsx.notAZip');
  });

  it('is refused for an industry or a draft that does not exist or is closed', async () => {
    const { bytes } = await office().download(`/api/editions/${of('machinery').hash}/workbook`);
    expect(code(await upload('/api/standards/shipping/imports', Buffer.from(bytes)))).toBe('drafting.industryUnknown');
    const gone = `/api/edition-drafts/${crypto.randomUUID()}/imports`;
    expect(code(await upload(gone, Buffer.from(bytes)))).toBe('input.noSuchRecord');
    const path = await started();
    const { body } = await upload(`${path}/imports`, await retyped(path, {}));
    await office().send('DELETE', `${path}?baseVersion=1`);
    expect(code(await upload(`${path}/imports`, Buffer.from(bytes)))).toBe('drafting.isDiscarded');
    const takeOver = await office().post(`/api/edition-imports/${body.importId}/take-over`, { baseVersion: 1 });
    expect(code(takeOver)).toBe('drafting.isDiscarded');
  });

  it('is seen by the office and the auditor only, and taken over by the office', async () => {
    const path = await started();
    const { body } = await upload(`${path}/imports`, await retyped(path, {}));
    const address = `/api/edition-imports/${body.importId}`;
    for (const member of ['cityOffice', 'auditor', 'leadingGroup', 'dongquReviewer', 'expertOne'] as const) {
      const sees = member === 'cityOffice' || member === 'auditor';
      expect([member, (await world.as(member).get(address)).status]).toEqual([member, sees ? 200 : 403]);
      if (member !== 'cityOffice')
        expect((await world.as(member).post(`${address}/take-over`, { baseVersion: 1 })).status).toBe(403);
    }
  });
});
