import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { parseWorkbook } from './parse-workbook.ts';
import { READ_LIMITS } from './workbook.ts';
import { headerRowOf, type SheetModel, writeWorkbook } from './write-workbook.ts';

const SHEET: SheetModel = {
  name: '名 册',
  title: '企业名册',
  notes: ['第一行说明', '第二行说明'],
  columns: [
    { header: '企业名称', width: 30, kind: 'text', locked: true },
    { header: '人数', width: 8, kind: 'number', format: '#,##0' },
    { header: '成立日期', width: 12, kind: 'date' },
    { header: '行业', width: 14, kind: 'text', list: ['金属非金属矿山', '尾矿库'] },
    { header: '机构', width: 14, kind: 'text', list: ['安环处, 二科', '"综合"处'] },
  ],
  rows: [
    ['攀西矿业', 1234, '2026-03-05', '尾矿库', null],
    ['=HYPERLINK("http://x")', null, '不详', '', '"综合"处'],
  ],
  blankRows: 3,
  isProtected: true,
};
const write = (sheet: Partial<SheetModel> = {}) =>
  writeWorkbook({ title: '名册', madeAt: new Date('2026-03-05T02:00:00Z'), sheets: [{ ...SHEET, ...sheet }] });
const readBack = async (bytes: Uint8Array) => {
  const result = await parseWorkbook(Buffer.from(bytes), READ_LIMITS);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.sheets;
};
const partOf = async (bytes: Uint8Array, name: string) => {
  const archive = await fromBufferPromise(Buffer.from(bytes), {});
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName === name) return text(await archive.openReadStreamPromise(entry));
  }
  throw new Error(`no part ${name}`);
};

describe('a written workbook', () => {
  it('is read back as it was meant', async () => {
    const [sheet] = await readBack(await write());
    expect(sheet).toEqual({
      name: '名 册',
      hidden: false,
      merged: ['A1:E1', 'A2:E2', 'A3:E3'],
      rows: [
        { row: 1, cells: { A: { value: '企业名册', kind: 'text' } } },
        { row: 2, cells: { A: { value: '第一行说明', kind: 'text' } } },
        { row: 3, cells: { A: { value: '第二行说明', kind: 'text' } } },
        {
          row: 4,
          cells: Object.fromEntries(
            SHEET.columns.map(({ header }, at) => ['ABCDE'.charAt(at), { value: header, kind: 'text' }]),
          ),
        },
        {
          row: 5,
          cells: {
            A: { value: '攀西矿业', kind: 'text' },
            B: { value: '1,234', kind: 'number', number: 1234 },
            C: { value: '2026-03-05', kind: 'date', number: 46_086 },
            D: { value: '尾矿库', kind: 'text' },
          },
        },
        {
          row: 6,
          cells: {
            A: { value: '=HYPERLINK("http://x")', kind: 'text' },
            C: { value: '不详', kind: 'text' },
            E: { value: '"综合"处', kind: 'text' },
          },
        },
      ],
    });
    expect(headerRowOf(SHEET)).toBe(4);
  });

  it('keeps any text in a text cell, whatever it begins with', async () => {
    const tricky = fc.oneof(
      fc.constantFrom(
        '=1+1',
        '+86',
        '-1',
        '@x',
        '\t=1',
        '_x0041_',
        '<b>&amp;',
        ' 甲 ',
        '915104000000000011',
        '\u0001',
        '𠮷',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tricky, { minLength: 1, maxLength: 20 }), async (texts) => {
        const [sheet] = await readBack(await write({ rows: texts.map((value) => [value]), blankRows: 0 }));
        const cells = sheet?.rows.slice(4).map(({ cells: { A } }) => A);
        expect(cells).toEqual(texts.map((value) => ({ value: value.replace(/\r\n?/g, '\n'), kind: 'text' })));
      }),
      { numRuns: 30 },
    );
  });

  it('has no formula in it', async () => {
    expect(await partOf(await write(), 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('offers choices in the rows to fill in, long ones through a hidden sheet', async () => {
    const bytes = await write();
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<dataValidation type="list" sqref="D5:D9"[^>]*><formula1>"金属非金属矿山,尾矿库"<\/formula1>/);
    expect(xml).toMatch(/<dataValidation type="list" sqref="E5:E9"[^>]*><formula1>_lists!\$A\$1:\$A\$2<\/formula1>/);
    const lists = (await readBack(bytes)).at(-1);
    expect(lists).toMatchObject({ name: '_lists', hidden: true });
    expect(lists?.rows.map(({ cells }) => cells.A?.value)).toEqual(['安环处, 二科', '"综合"处']);
  });

  it('is protected without a password, with only the locked column closed', async () => {
    const bytes = await write();
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).not.toMatch(/password|hashValue/);
    expect(await partOf(bytes, 'xl/styles.xml')).toContain('<protection locked="0"/>');
    expect(await partOf(await write({ isProtected: false }), 'xl/worksheets/sheet1.xml')).not.toContain(
      'sheetProtection',
    );
  });

  it('prints on A4 landscape, one page wide, with its header on every page', async () => {
    const bytes = await write();
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(xml).toContain('ySplit="4" topLeftCell="A5" state="frozen"');
    expect(await partOf(bytes, 'xl/workbook.xml')).toContain(`'名 册'!$4:$4</definedName>`);
  });

  it('is the same file for the same model', async () => {
    expect(Buffer.from(await write()).equals(await write())).toBe(true);
  });

  it('cuts a text that no cell can hold and says so by an ellipsis', async () => {
    const [sheet] = await readBack(await write({ rows: [['长'.repeat(40_000)]] }));
    expect(sheet?.rows[4]?.cells.A?.value).toBe(`${'长'.repeat(32_766)}…`);
  });

  it('cannot be made with a sheet name that Excel refuses or a number that is none', async () => {
    for (const name of ['', 'a/b', "'a", 'x'.repeat(32)]) await expect(write({ name })).rejects.toThrow(RangeError);
    await expect(write({ rows: [['x', Number.NaN]] })).rejects.toThrow(RangeError);
  });
});
