import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { xlsx } from '../../../../tests/fixtures/xlsx.ts';
import { zip } from '../../../../tests/fixtures/zip.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { READ_LIMITS, type ReadLimits } from './workbook.ts';

const sheet = (rows: string, rest = '') => `<worksheet><sheetData>${rows}</sheetData>${rest}</worksheet>`;
const one = (xml: string) => xlsx({ sheets: [{ name: '名册', xml }] });
const parse = (bytes: Buffer, limits: Partial<ReadLimits> = {}) => parseWorkbook(bytes, { ...READ_LIMITS, ...limits });
const cellsOf = async (bytes: Buffer) => {
  const result = await parse(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.sheets[0]?.rows;
};
const refusalOf = async (bytes: Buffer, limits: Partial<ReadLimits> = {}) => {
  const result = await parse(bytes, limits);
  return result.ok ? undefined : result.error;
};
const refusalInWorkerOf = async (bytes: Buffer, limits: Partial<ReadLimits> = {}) => {
  const result = await readWorkbook(bytes, limits);
  return result.ok ? undefined : result.error;
};

describe('reading a workbook', () => {
  it('gives shared, rich, inline and computed text, numbers, dates, truth values and errors', async () => {
    const bytes = xlsx({
      sheets: [
        {
          name: '名册',
          xml: sheet(
            `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>
             <c r="C3" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>
             <c r="D3" t="str"><f>A3&amp;"x"</f><v>算出</v></c><c r="E3"><v>915104000000000011</v></c>
             <c r="F3" s="1"><v>46086</v></c><c r="G3" t="b"><v>1</v></c><c r="H3" t="e"><v>#N/A</v></c>
             <c r="I3" s="2"/><c r="AA3" s="2"><v>0.5</v></c></row>`,
            '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
          ),
        },
      ],
      sharedStrings:
        '<sst><si><t>攀西&#30719;业</t></si><si><r><t>两</t></r><r><rPr/><t>段</t></r><rPh><t>liang</t></rPh></si></sst>',
      styles: `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    });
    const result = await parse(bytes);
    expect(result).toEqual({
      ok: true,
      value: {
        epoch1904: false,
        macros: false,
        sheets: [
          {
            name: '名册',
            hidden: false,
            merged: ['A1:C1'],
            rows: [
              {
                row: 3,
                cells: {
                  A: { value: '攀西矿业', kind: 'text' },
                  B: { value: '两段', kind: 'text' },
                  C: { value: '甲 乙', kind: 'text' },
                  D: { value: '算出', kind: 'text', formula: 'A3&"x"' },
                  E: { value: '9.15104E+17', kind: 'number', number: 915_104_000_000_000_000 },
                  F: { value: '2026-03-05', kind: 'date', number: 46_086 },
                  G: { value: 'TRUE', kind: 'boolean' },
                  H: { value: '#N/A', kind: 'error' },
                  AA: { value: '50%', kind: 'number', number: 0.5 },
                },
              },
            ],
          },
        ],
      },
    });
  });

  it('counts rows and cells on where they carry no address', async () => {
    const rows = await cellsOf(
      one(
        sheet(
          '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
        ),
      ),
    );
    expect(rows?.map(({ row, cells }) => [row, Object.keys(cells).join('')])).toEqual([
      [1, 'AB'],
      [5, 'CD'],
      [6, 'A'],
    ]);
  });

  it('understands namespace prefixes, CDATA and characters that XML cannot hold', async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t><![CDATA[a<b]]>_x000A_c</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect((await cellsOf(one(xml)))?.[0]?.cells.A?.value).toBe('a<b\nc');
  });

  it('names hidden sheets and counts days from 1904 where the workbook does', async () => {
    const xml = sheet('<row><c s="0"><v>44624</v></c></row>');
    const result = await parse(
      xlsx({
        sheets: [
          { name: '一', xml, state: 'veryHidden' },
          { name: '二', xml },
        ],
        workbookPr: '<workbookPr date1904="1"/>',
        styles: '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
      }),
    );
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['一', true],
      ['二', false],
    ]);
    expect(result.value.sheets[0]?.rows[0]?.cells.A).toEqual({ value: '2026-03-05', kind: 'date', number: 44_624 });
    expect(result.value.epoch1904).toBe(true);
  });

  it('passes over a document type and never expands its entities', async () => {
    const dtd = (use: string) =>
      `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>${sheet(use)}`;
    expect(await cellsOf(one(dtd('<row><c><v>1</v></c></row>')))).toHaveLength(1);
    for (const entity of ['&a;', '&b;']) {
      expect(await refusalOf(one(dtd(`<row><c t="str"><v>${entity}</v></c></row>`)))).toMatchObject({
        code: 'xlsx.broken',
      });
    }
  });

  it('keeps a formula beside its value, and tells one that was never computed', async () => {
    const rows = await cellsOf(
      one(
        sheet(
          '<row><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>SUM(A1)</f></c><c r="C1"><f t="shared" si="0"/><v>3</v></c></row>',
        ),
      ),
    );
    expect(rows?.[0]?.cells).toEqual({
      A: { value: '2', kind: 'number', number: 2, formula: '1+1' },
      B: { value: '', kind: 'text', formula: 'SUM(A1)' },
      C: { value: '3', kind: 'number', number: 3, formula: '' },
    });
  });

  it('leaves out rows that are only formatted', async () => {
    const empty = Array.from({ length: 30_000 }, (_, at) => `<row r="${at + 2}" s="1"><c r="A${at + 2}" s="1"/></row>`);
    expect(await cellsOf(one(sheet(`<row r="1"><c><v>1</v></c></row>${empty.join('')}`)))).toHaveLength(1);
  });
});

describe('a file that is no workbook', () => {
  it.each([
    ['html', Buffer.from('<html><table></table></html>')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['unknown', Buffer.from([1, 2, 0, 3])],
  ])('is named: %s', async (found, bytes) => {
    expect(await refusalInWorkerOf(bytes)).toMatchObject({ code: 'xlsx.notAZip', status: 422, params: { found } });
  });

  it('but empty or a table of plain text is named', async () => {
    expect(await refusalInWorkerOf(Buffer.alloc(0))).toMatchObject({ code: 'xlsx.empty' });
    expect(await refusalInWorkerOf(Buffer.from('企业名称,信用代码\n攀西矿业,915104\n'))).toMatchObject({
      code: 'xlsx.csv',
    });
  });

  it('in the format of Excel 97 or behind a password is named', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await refusalInWorkerOf(ole)).toMatchObject({ code: 'xlsx.oldFormat', params: { found: 'XLS' } });
    const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusalInWorkerOf(locked)).toMatchObject({ code: 'xlsx.encrypted' });
    const member = { name: 'xl/workbook.xml', data: 'x', encrypted: true };
    expect(await refusalInWorkerOf(xlsx({ sheets: [], members: [member] }))).toMatchObject({ code: 'xlsx.encrypted' });
  });

  it('but another zip archive is named by its contents', async () => {
    const docx = zip([{ name: 'word/document.xml', data: '<x/>' }]);
    expect(await refusalOf(docx)).toMatchObject({ code: 'xlsx.notAWorkbook', params: { found: 'DOCX' } });
    expect(await refusalOf(zip([{ name: 'a.txt', data: '' }]))).toMatchObject({ params: { found: 'ZIP' } });
  });

  it('because it has no worksheet is refused', async () => {
    expect(await refusalOf(xlsx({ sheets: [] }))).toMatchObject({ code: 'xlsx.noSheet' });
  });

  it('because its elements nest without end is refused', async () => {
    const deep = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`;
    expect(await refusalOf(one(sheet('', deep)))).toMatchObject({ code: 'xlsx.broken' });
  });

  it('because a name in it leads outside of it is refused', async () => {
    for (const name of ['../xl/workbook.xml', '/etc/passwd', 'C:\\x', 'xl/../../x'])
      expect(await refusalOf(xlsx({ sheets: [], members: [{ name, data: '' }] }))).toMatchObject({
        code: 'xlsx.broken',
      });
  });

  it('because it breaks off or was damaged is refused', async () => {
    const whole = one(sheet('<row><c><v>1</v></c></row>'));
    expect(await refusalOf(whole.subarray(0, whole.length - 40))).toMatchObject({ code: 'xlsx.broken' });
    expect(await refusalOf(whole.subarray(0, 100))).toMatchObject({ code: 'xlsx.broken' });
    expect(await refusalOf(one('<worksheet><sheetData><row>'))).toMatchObject({ code: 'xlsx.broken' });
    const altered = { name: 'xl/worksheets/sheet1.xml', data: sheet(''), crc: crc32('something else') };
    expect(await refusalOf(xlsx({ sheets: [{ name: 'a', xml: '' }], members: [altered] }))).toMatchObject({
      code: 'xlsx.broken',
      params: { part: altered.name },
    });
  });
});

describe('a file that would cost too much', () => {
  /** Deflated blocks that end on a byte boundary can be repeated, so that a gigabyte costs the test a few milliseconds. */
  const bomb = (megabytes: number) => {
    const block = deflateRawSync(Buffer.alloc(1_048_576, 0x20), { finishFlush: 2, level: 9 });
    return Buffer.concat([...Array.from({ length: megabytes }, () => block), deflateRawSync(Buffer.alloc(0))]);
  };
  const bombed = (claimedSize: number, megabytes = 1024) =>
    xlsx({
      sheets: [{ name: 'a', xml: '' }],
      members: [{ name: 'xl/worksheets/sheet1.xml', data: '', deflated: bomb(megabytes), claimedSize }],
    });

  it('because a gigabyte is hidden in it is refused, whether it says so or not', async () => {
    const honest = bombed(1024 * 1_048_576);
    expect(honest.length).toBeLessThan(3_000_000);
    expect(await refusalInWorkerOf(honest)).toMatchObject({ code: 'xlsx.bomb', params: { limitMb: 60 } });
    expect(await refusalInWorkerOf(bombed(1000))).toMatchObject({ code: 'xlsx.bomb' });
    expect(await refusalInWorkerOf(bombed(29 * 1_048_576))).toMatchObject({ code: 'xlsx.bomb' });
  });

  it('because its parts together are too large is refused', async () => {
    const parts = ['一', '二', '三'].map((name) => ({ name, xml: sheet('', ' '.repeat(1_000_000)) }));
    expect(await refusalOf(xlsx({ sheets: parts }), { totalBytes: 2_500_000 })).toMatchObject({ code: 'xlsx.bomb' });
    expect(await refusalOf(xlsx({ sheets: parts }))).toBeUndefined();
  });

  it('because it has too many parts is refused', async () => {
    const members = Array.from({ length: 300 }, (_, at) => ({ name: `xl/media/${at}`, data: '' }));
    expect(await refusalOf(xlsx({ sheets: [], members }))).toMatchObject({ code: 'xlsx.bomb', params: { limit: 200 } });
  });

  it('because one long shared text is used over and over is refused', async () => {
    const rows = Array.from({ length: 2000 }, () => '<row><c t="s"><v>0</v></c></row>').join('');
    const bytes = xlsx({
      sheets: [{ name: 'a', xml: sheet(rows) }],
      sharedStrings: `<sst><si><t>${'长'.repeat(30_000)}</t></si></sst>`,
    });
    expect(await refusalOf(bytes)).toMatchObject({ code: 'xlsx.bomb' });
  });

  it('because it has 100,000 rows is refused with their number', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `<row><c t="inlineStr"><is><t>企业${at}</t></is></c><c><v>${at}</v></c></row>`,
    );
    expect(await refusalOf(one(sheet(rows.join(''))))).toMatchObject({
      code: 'xlsx.tooManyRows',
      params: { sheet: '名册', rows: 100_000, limit: 20_000 },
    });
  });

  it('because it has too many cells is refused, one at the limit is read', async () => {
    const bytes = one(sheet('<row><c><v>1</v></c><c><v>2</v></c></row>'));
    expect(await refusalOf(bytes, { cells: 1 })).toMatchObject({ code: 'xlsx.tooManyCells', params: { limit: 1 } });
    expect(await refusalOf(bytes, { cells: 2, rows: 1 })).toBeUndefined();
  });

  it('because the file itself is too large is refused before it is opened', async () => {
    expect(await refusalInWorkerOf(Buffer.alloc(2_000_000), { fileBytes: 1_048_576 })).toMatchObject({
      code: 'xlsx.tooLarge',
      status: 413,
      params: { limitMb: 1 },
    });
  });

  it('because it takes too long is refused', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(19_000);
    expect(await refusalInWorkerOf(one(sheet(rows)), { milliseconds: 1 })).toMatchObject({
      code: 'xlsx.timeout',
      params: { seconds: 1 },
    });
  });

  it('does not keep others from being read', async () => {
    const good = one(sheet('<row><c><v>1</v></c></row>'));
    const results = await Promise.all(
      [bombed(1000, 64), good, bombed(1000, 64), good, good].map((bytes) => readWorkbook(bytes)),
    );
    expect(results.map(({ ok }) => ok)).toEqual([false, true, false, true, true]);
  });
});

it('a workbook is parsed the same in the calling thread', async () => {
  const bytes = one(sheet('<row><c><v>1</v></c></row>'));
  expect(await parse(bytes)).toEqual(await readWorkbook(bytes));
});
