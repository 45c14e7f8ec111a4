import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { type ZipMember, zip } from '../../../../../tests/fixtures/zip.ts';
import { SAMPLE_DAY, sampleBook, sampleContext } from '../../testing/sample-book.ts';
import {
  addressOf,
  changedBook,
  partsOf,
  sheetPart,
  type Typed,
  withCell,
  withParts,
} from '../../testing/workbooks.ts';
import type { BookContext } from './book-context.ts';
import { openBook, understand } from './understand.ts';
import type { WorkingCopy } from './working-copy.ts';

let context: BookContext;
let whole: Buffer;
const [MET, POINTS] = ['om-001', 'om-004'];

beforeAll(async () => {
  context = await sampleContext();
  whole = await sampleBook(context);
});

/** What a person is told: `code`, or the errors with their cells. */
const told = async (bytes: Uint8Array, fileName = '自评.xlsx'): Promise<readonly string[]> => {
  const opened = await openBook(bytes, fileName);
  if (!opened.ok) return [opened.error.code];
  const read = understand(opened.value, { ...context, accepted: new Set() } as unknown as WorkingCopy, SAMPLE_DAY);
  if (!read.ok) return [read.error.kind === 'refusal' ? read.error.code : 'issues'];
  return read.value.findings
    .filter(({ level }) => level === 'error')
    .map(({ path, code }) => (path === '' ? code : `${path} ${code}`));
};

const form = (field: string, value: string | number | null): Typed => ({ 登记表: { [field]: { 填写: value } } });
const item = (id: string, cells: Readonly<Record<string, string | number | null>>): Typed => ({
  评估表: { [id]: cells },
});
const typed = (change: Typed) => () => changedBook(whole, change);

/** One cell with content that no spreadsheet program offers. */
const raw = (sheet: string, row: string, heading: string, type: string | null, xml: string) => async () => {
  const [address, part] = [await addressOf(whole, sheet, row, heading), sheetPart(whole, sheet)];
  return withParts(whole, (name, text) => (name === part ? withCell(text, address, type, xml) : text));
};
const part = (name: string, change: (text: string) => string | null) => async () =>
  withParts(whole, (one, text) => (one === name ? change(text) : text));
const inSheet = (sheet: string, change: (text: string) => string) => async () =>
  part(sheetPart(whole, sheet), change)();
const plus =
  (...members: readonly ZipMember[]) =>
  async () =>
    zip([...partsOf(whole), ...members]);
const rowOf = (id: string) => async () => Number(/\d+/.exec(await addressOf(whole, '评估表', id, '评定'))?.[0]);

const gigabyte = () => {
  const block = deflateRawSync(Buffer.alloc(1_048_576, 0x20), { finishFlush: 2, level: 9 });
  return Buffer.concat([...Array.from({ length: 1024 }, () => block), deflateRawSync(Buffer.alloc(0))]);
};
const bomb = (claimedSize: number) => async () =>
  zip(
    partsOf(whole).map((member) =>
      member.name === 'xl/sharedStrings.xml'
        ? { name: member.name, data: '', deflated: gigabyte(), claimedSize }
        : member,
    ),
  );
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const roster = () =>
  writeWorkbook({
    madeAt: new Date(0),
    sheets: [
      {
        name: '名册',
        columns: ['企业名称', '统一社会信用代码', '评估单元'].map((header) => ({
          header,
          width: 20,
          kind: 'text' as const,
        })),
        rows: [['甲矿', makeCreditCode('91510400MA6000000'), '甲矿一采区']],
      },
    ],
  });
const standard = () =>
  writeWorkbook({
    madeAt: new Date(0),
    sheets: ['标准', '类别', '要素', '条款', '门槛'].map((name) => ({
      name,
      columns: [{ header: '编号', width: 10, kind: 'text' as const }],
      rows: [['1']],
    })),
  });

type Made = () => Buffer | Uint8Array | Promise<Buffer | Uint8Array>;
type Kind = readonly [kind: string, made: Made, expected: readonly string[], fileName?: string];

const files: readonly Kind[] = [
  ['an empty file', () => Buffer.alloc(0), ['xlsx.empty']],
  [
    'a table of plain text with the ending of a workbook',
    () => Buffer.from('编号,填写\nstaffCount,86\n'),
    ['xlsx.csv'],
  ],
  [
    'a page of the web with the ending of a workbook',
    () => Buffer.from('<html><table></table></html>'),
    ['xlsx.notAZip'],
  ],
  ['a PDF', () => Buffer.from('%PDF-1.7\n'), ['xlsx.notAZip'], '自评.pdf'],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), ['xlsx.notAZip']],
  ['a workbook of Excel 97 with the new ending', () => ole, ['xlsx.oldFormat']],
  ['a table of WPS in its own format', () => ole, ['declarationWorkbook.wpsFormat'], '自评.et'],
  [
    'a workbook behind a password',
    () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
    ['xlsx.encrypted'],
  ],
  ['a document of Word', () => zip([{ name: 'word/document.xml', data: '<x/>' }]), ['xlsx.notAWorkbook']],
  [
    'a table of LibreOffice in its own format',
    () => zip([{ name: 'content.xml', data: '<x/>' }]),
    ['xlsx.notAWorkbook'],
  ],
  ['a zip archive of something else', () => zip([{ name: 'a.txt', data: 'x' }]), ['xlsx.notAWorkbook']],
  [
    'a binary workbook',
    part('_rels/.rels', (text) => text.replace('xl/workbook.xml', 'xl/workbook.bin')),
    ['xlsx.oldFormat'],
  ],
  ['half a file', () => whole.subarray(0, whole.length / 2), ['xlsx.broken']],
  ['a file that lacks its end', () => whole.subarray(0, whole.length - 30), ['xlsx.broken']],
  [
    'a file with a byte altered',
    () => {
      const place = whole.indexOf('xl/worksheets/sheet3.xml') + 1_000;
      return Buffer.from(whole).fill(0xff, place, place + 10);
    },
    ['xlsx.broken'],
  ],
  ['a gigabyte that says so', bomb(1024 * 1_048_576), ['xlsx.bomb']],
  ['a gigabyte that says it is small', bomb(1000), ['xlsx.bomb']],
  [
    'thousands of parts',
    plus(...Array.from({ length: 3000 }, (_, at) => ({ name: `xl/media/${at}`, data: '' }))),
    ['xlsx.bomb'],
  ],
  ['a part that leads outside', plus({ name: '../../etc/passwd', data: 'x' }), ['xlsx.broken']],
  ['two parts of one name', plus({ name: 'xl/workbook.xml', data: 'x' }), ['xlsx.broken']],
  ['an encrypted part', plus({ name: 'xl/secret.xml', data: 'x', encrypted: true }), []],
  ['no workbook part', part('xl/workbook.xml', () => null), ['xlsx.notAWorkbook']],
  ['a workbook part that is no XML', part('xl/workbook.xml', () => 'Hallo'), ['xlsx.broken']],
  ['wrong content types, which nobody needs', part('[Content_Types].xml', () => '<Types/>'), []],
  [
    'relations that lead nowhere',
    part('xl/_rels/workbook.xml.rels', (text) => text.replaceAll('sheet3.xml', 'sheet77.xml')),
    ['xlsx.broken'],
  ],
  [
    'no sheets at all',
    part('xl/workbook.xml', (text) => text.replace(/<sheets>.*<\/sheets>/s, '<sheets/>')),
    ['xlsx.noSheet'],
  ],
  [
    'a document type with an entity that grows',
    part('xl/sharedStrings.xml', (text) =>
      text.replace(/(<sst)/, '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>$1').replace('<t>', '<t>&b;'),
    ),
    ['xlsx.broken'],
  ],
  [
    'an entity that reads a file',
    part('xl/sharedStrings.xml', (text) =>
      text.replace(/(<sst)/, '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>$1').replace('<t>', '<t>&a;'),
    ),
    ['xlsx.broken'],
  ],
  [
    'elements that nest without end',
    inSheet('评估表', (text) => text.replace('<sheetData>', `${'<a>'.repeat(50_000)}<sheetData>`)),
    ['xlsx.broken'],
  ],
  [
    'a shared text of two million characters',
    part('xl/sharedStrings.xml', (text) => text.replace('<t>', `<t>${'长'.repeat(2_000_000)}`)),
    ['xlsx.bomb'],
  ],
  [
    'ten thousand rows',
    inSheet('证照', (text) => {
      const rows = Array.from(
        { length: 10_000 },
        (_, at) => `<row><c t="inlineStr"><is><t>第 ${at} 号</t></is></c></row>`,
      );
      return text.replace('</sheetData>', `${rows.join('')}</sheetData>`);
    }),
    ['xlsx.tooManyRows'],
  ],
  [
    'a million rows',
    inSheet('证照', (text) =>
      text.replace('</sheetData>', `${'<row><c t="b"><v>1</v></c></row>'.repeat(700_000)}</sheetData>`),
    ),
    ['xlsx.bomb'],
  ],
  [
    'a hundred thousand cells',
    inSheet('证照', (text) =>
      text.replace('</sheetData>', `${`<row>${'<c><v>1</v></c>'.repeat(40)}</row>`.repeat(2000)}</sheetData>`),
    ),
    ['xlsx.tooManyCells'],
  ],
  ['macros', plus({ name: 'xl/vbaProject.bin', data: 'x' }), ['declarationWorkbook.macros'], '自评.xlsm'],
];

const others: readonly Kind[] = [
  ['the roster of enterprises', roster, ['declarationWorkbook.is.roster']],
  ['the draft of a standard', standard, ['declarationWorkbook.is.standard']],
  [
    'some other workbook',
    () =>
      writeWorkbook({
        madeAt: new Date(0),
        sheets: [{ name: '工资', columns: [{ header: '姓名', width: 9, kind: 'text' }], rows: [['甲']] }],
      }),
    ['declarationWorkbook.is.unknown'],
  ],
  [
    'the fingerprint removed',
    part('xl/workbook.xml', (text) => text.replace(/<sheet [^>]*name="_模板"[^>]*\/>/, '')),
    ['declarationWorkbook.fingerprintMissing'],
  ],
  [
    'the fingerprint edited',
    part('xl/sharedStrings.xml', (text) =>
      text.replace('01900000-0000-7000-8000-00000000d001', '01900000-0000-7000-8000-00000000d002'),
    ),
    ['declarationWorkbook.fingerprintBroken'],
  ],
  [
    'the fingerprint cut short',
    inSheet('_模板', (text) => text.replace(/<row r="6".*?<\/row>/s, '')),
    ['declarationWorkbook.fingerprintBroken'],
  ],
  [
    'the format of another version',
    part('xl/sharedStrings.xml', (text) =>
      text.replace('anping-declaration-workbook-v1', 'anping-declaration-workbook-v9'),
    ),
    ['declarationWorkbook.formatUnknown'],
  ],
  [
    'another edition of the standard',
    async () => sampleBook(await sampleContext('metallurgy')),
    ['declarationWorkbook.otherEdition'],
  ],
];

const structure: readonly Kind[] = [
  [
    'a sheet renamed',
    part('xl/workbook.xml', (text) => text.replace('name="证照"', 'name="证书"')),
    ['证照 declarationWorkbook.sheetMissing'],
  ],
  [
    'two sheets of one name',
    part('xl/workbook.xml', (text) => text.replace('name="自评组"', 'name="证照"')),
    ['自评组 declarationWorkbook.sheetMissing', '证照 declarationWorkbook.sheetTwice'],
  ],
  [
    'a heading changed',
    part('xl/sharedStrings.xml', (text) => text.replace('<t>扣分原因</t>', '<t>原因</t>')),
    ['评估表!3 declarationWorkbook.columnsMissing'],
  ],
  [
    'no rows on the sheet of items',
    inSheet('评估表', (text) => text.replace(/<row r="4".*<\/sheetData>/s, '</sheetData>')),
    ['评估表 declarationWorkbook.noItems'],
  ],
  [
    'no header',
    inSheet('评估表', (text) => text.replace(/<row r="3".*?<\/row>/s, '')),
    ['评估表 declarationWorkbook.headerMissing'],
  ],
  [
    'an id that is not in the standard',
    typed(item(MET, { 条款编号: 'om-999' })),
    ['评估表!A4 declarationWorkbook.idUnknown'],
  ],
  ['an id twice', typed(item('om-002', { 条款编号: 'om-001' })), ['评估表!A5 declarationWorkbook.idTwice']],
  [
    'a row without its id',
    typed(item(MET, { 条款编号: null, 评定: '符合' })),
    ['评估表!H4 declarationWorkbook.rowWithoutId'],
  ],
  [
    'a row of the form without its id',
    typed({ 登记表: { staffCount: { 编号: null } } }),
    ['登记表!D34 declarationWorkbook.rowWithoutId'],
  ],
  [
    'cells merged over two items',
    inSheet('评估表', (text) => text.replace(/<mergeCells[^>]*>/, '<mergeCells count="3"><mergeCell ref="H4:H5"/>')),
    ['评估表!H4 declarationWorkbook.mergedCells'],
  ],
  [
    'cells beyond the last column',
    inSheet('评估表', (text) => text.replace('</row>', '<c r="ZZZ1"><v>1</v></c></row>')),
    [],
  ],
  [
    'more rows than the form has',
    inSheet('近三年事故', (text) =>
      text.replace(
        '</sheetData>',
        `${[40, 41, 42].map((row) => `<row r="${row}"><c r="B${row}"><v>2024</v></c></row>`).join('')}</sheetData>`,
      ),
    ),
    ['近三年事故 declarationWorkbook.tooManyRows'],
  ],
];

const cells: readonly Kind[] = [
  ['more points than there are', typed(item(POINTS, { 得分: 99 })), ['评估表!I7 declarationWorkbook.pointsOutOfRange']],
  ['points below nothing', typed(item(POINTS, { 得分: -1 })), ['评估表!I7 declarationWorkbook.pointsOutOfRange']],
  [
    'points between two steps',
    typed(item(POINTS, { 得分: 2.3 })),
    ['评估表!I7 declarationWorkbook.pointsBetweenSteps'],
  ],
  [
    'points in scientific notation',
    typed(item(POINTS, { 得分: '1e0' })),
    ['评估表!I7 declarationWorkbook.pointsNotANumber'],
  ],
  [
    'points that are no number',
    typed(item(POINTS, { 得分: 'NaN' })),
    ['评估表!I7 declarationWorkbook.pointsNotANumber'],
  ],
  ['points with their unit', typed(item(POINTS, { 得分: '5分' })), ['评估表!I7 declarationWorkbook.pointsNotANumber']],
  [
    'points as a truth value',
    raw('评估表', POINTS, '得分', 'b', '<v>1</v>'),
    ['评估表!I7 declarationWorkbook.pointsNotANumber'],
  ],
  [
    'points on an item that is met or not',
    typed(item(MET, { 得分: 3 })),
    ['评估表!I4 declarationWorkbook.pointsOfMet'],
  ],
  [
    'a verdict on an item of points',
    typed(item('om-005', { 评定: '符合' })),
    ['评估表!H8 declarationWorkbook.verdictOfPoints'],
  ],
  [
    'a verdict that does not exist',
    typed(item(MET, { 评定: '基本符合' })),
    ['评估表!H4 declarationWorkbook.choiceUnknown'],
  ],
  [
    'not applicable where that is forbidden',
    typed(item(MET, { 评定: '不参评', 不参评理由: '无', 扣分原因: null })),
    ['评估表!H4 answers.naForbidden'],
  ],
  [
    'a reason without being not applicable',
    typed(item('om-005', { 不参评理由: '无此工艺' })),
    ['评估表!K8 declarationWorkbook.reasonWithoutNa'],
  ],
  [
    'counted deductions that say something else',
    typed(item('om-005', { 扣分计次: '1×1' })),
    ['评估表!J8 deductions.pointsDiffer'],
  ],
  [
    'a rule that the item does not have',
    typed(item('om-005', { 扣分计次: '9×1', 得分: null })),
    ['评估表!J8 deductions.ruleUnknown'],
  ],
  [
    'counts that cannot be read',
    typed(item('om-005', { 扣分计次: '缺两处' })),
    ['评估表!J8 declarationWorkbook.countsForm'],
  ],
  ['words where a number belongs', typed(form('staffCount', '八十六')), ['登记表!D34 registration.notANumber']],
  ['a number below nothing', typed(form('staffCount', -3)), ['登记表!D34 registration.negative']],
  ['half a person', typed(form('staffCount', 86.5)), ['登记表!D34 registration.notWhole']],
  ['a number beyond measure', typed(form('staffCount', 1e20)), ['登记表!D34 registration.tooLarge']],
  [
    'a date where a number belongs',
    raw('登记表', 'staffCount', '填写', 'd', '<v>2026-03-05T00:00:00</v>'),
    ['登记表!D34 declarationWorkbook.dateForNumber'],
  ],
  ['a day that does not exist', typed(form('foundedOn', '2026-02-30')), ['登记表!D15 registration.noSuchDay']],
  ['a day in words', typed(form('foundedOn', '去年')), ['登记表!D15 registration.dayForm']],
  ['a deadline that is past', typed(item(MET, { 整改期限: '2020-01-01' })), ['评估表!P4 rectification.dueTooEarly']],
  ['a choice that does not exist', typed(form('ownership', '私营')), ['登记表!D12 declarationWorkbook.choiceUnknown']],
  ['a text that is too long', typed(form('address', '长'.repeat(201))), ['登记表!D11 registration.tooLong']],
  [
    'a reason that is too long',
    typed(item(MET, { 扣分原因: '长'.repeat(501) })),
    ['评估表!L4 declaration.reasonTooLong'],
  ],
  ['a text of 40,000 characters', typed(form('address', '长'.repeat(40_000))), ['xlsx.broken']],
  [
    'a long number taken for a quantity',
    typed(form('principalCertificate', 5.1e17)),
    ['登记表!D26 declarationWorkbook.digitsLost'],
  ],
  [
    'control characters',
    raw('登记表', 'address', '填写', 'inlineStr', '<is><t>东区_x0001_某路</t></is>'),
    ['登记表!D11 registration.badCharacter'],
  ],
  [
    'half a character',
    raw('登记表', 'address', '填写', 'inlineStr', '<is><t>东区_xD83E_</t></is>'),
    ['登记表!D11 registration.badCharacter'],
  ],
  [
    'text that turns its direction',
    typed(form('address', '东区\u202e路某')),
    ['登记表!D11 declarationWorkbook.directionMark'],
  ],
  [
    'an error value',
    raw('登记表', 'address', '填写', 'e', '<v>#REF!</v>'),
    ['登记表!D11 declarationWorkbook.errorValue'],
  ],
  [
    'a formula that was never computed',
    raw('登记表', 'staffCount', '填写', null, '<f>1+1</f>'),
    ['登记表!D34 declarationWorkbook.formulaWithoutValue'],
  ],
  [
    'a formula of another file',
    raw('登记表', 'staffCount', '填写', null, '<f>[1]Sheet1!A1</f><v>5</v>'),
    ['登记表!D34 declarationWorkbook.foreignFormula'],
  ],
  [
    'a formula that starts a program',
    raw('登记表', 'staffCount', '填写', null, "<f>cmd|'/c calc'!A0</f><v>5</v>"),
    ['登记表!D34 declarationWorkbook.foreignFormula'],
  ],
  [
    'more safety officers than staff',
    typed(form('fullTimeSafetyStaff', 99)),
    ['登记表!D36 registration.moreThanStaff'],
  ],
];

describe('a damaged, foreign or hostile workbook', () => {
  const all = [...files, ...others, ...structure, ...cells];

  it('comes in more than forty kinds', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(new Set(all.map(([kind]) => kind)).size).toBe(all.length);
  });

  it.each(all.map(([kind, made, expected, fileName]) => ({ kind, made, expected, fileName })))(
    'is told what is wrong with it: $kind',
    async ({ made, expected, fileName }) => {
      expect(await told(await made(), fileName)).toEqual(expected);
    },
  );

  it('a sound one is told nothing', async () => {
    expect(await told(whole)).toEqual([]);
    expect(await rowOf(MET)()).toBe(4);
  });
});
