import { deflateRawSync } from 'node:zlib';
import { makeCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { zip } from '../../../../tests/fixtures/zip.ts';
import { inSheet, type Kind, part, plus } from './damage.ts';
import { sampleBook, sampleContext } from './sample-book.ts';
import { partsOf } from './workbooks.ts';

const gigabyte = () => {
  const block = deflateRawSync(Buffer.alloc(1_048_576, 0x20), { finishFlush: 2, level: 9 });
  return Buffer.concat([...Array.from({ length: 1024 }, () => block), deflateRawSync(Buffer.alloc(0))]);
};
const bomb = (claimedSize: number) => async (whole: Buffer) =>
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

/** Files that are no workbook, or none that can be read. */
export const damagedFiles: readonly Kind[] = [
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
  ['half a file', (whole) => whole.subarray(0, whole.length / 2), ['xlsx.broken']],
  ['a file that lacks its end', (whole) => whole.subarray(0, whole.length - 30), ['xlsx.broken']],
  [
    'a file with a byte altered',
    (whole) => {
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

/** Workbooks of something else, or of another time. */
export const foreignBooks: readonly Kind[] = [
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
