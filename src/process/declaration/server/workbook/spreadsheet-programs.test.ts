import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../../domain/workbook/compare.ts';
import { SAMPLE_DAY, sampleBook, sampleContext } from '../../testing/sample-book.ts';
import { addressOf, changedBook, sheetPart, withCell, withParts } from '../../testing/workbooks.ts';
import type { BookContext } from './book-context.ts';
import { openBook, understand } from './understand.ts';
import type { WorkingCopy } from './working-copy.ts';

let context: BookContext;
let whole: Buffer;

beforeAll(async () => {
  context = await sampleContext();
  whole = await sampleBook(context);
});

/** What a workbook says other than it said when it was made; fails on any error. */
const changesIn = async (bytes: Uint8Array): Promise<Readonly<Record<string, unknown>>> => {
  const opened = await openBook(bytes, '自评.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  const read = understand(opened.value, { ...context, accepted: new Set() } as unknown as WorkingCopy, SAMPLE_DAY);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { entries, base, findings } = read.value;
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  return Object.fromEntries(differences(entries, base, base, new Set()).map(({ key, workbook }) => [key, workbook]));
};
const isSheet = (name: string): boolean => name.startsWith('xl/worksheets/');

/** The shared texts of a workbook, as they stand between `<si>` and `</si>`. */
const sharedTexts = (bytes: Buffer): readonly string[] => {
  let found: readonly string[] = [];
  withParts(bytes, (name, text) => {
    if (name === 'xl/sharedStrings.xml')
      found = [...text.matchAll(/<si>(.*?)<\/si>/gs)].map(([, inside]) => inside ?? '');
    return text;
  });
  return found;
};

describe('a workbook that another program saved', () => {
  it('comes back from LibreOffice without loss', async () => {
    const saved = await readFile(
      new URL('../../../../../tests/fixtures/workbooks/declaration-libreoffice.xlsx', import.meta.url),
    );
    expect(saved.includes('LibreOffice') || !saved.equals(whole)).toBe(true);
    expect(await changesIn(saved)).toEqual({});
  });

  it('is read with its texts in the cells, as streaming writers put them', async () => {
    const texts = sharedTexts(whole);
    const inline = withParts(whole, (name, text) => {
      if (name === 'xl/sharedStrings.xml') return '<sst/>';
      if (!isSheet(name)) return text;
      return text.replace(/<c ([^>]*)t="s"([^>]*)><v>(\d+)<\/v><\/c>/g, (_, before, after, at) => {
        return `<c ${before}t="inlineStr"${after}><is>${texts[Number(at)]}</is></c>`;
      });
    });
    expect(await changesIn(inline)).toEqual({});
  });

  it('is read with rich texts, readings, absolute targets, prefixes and further parts, as Excel and WPS write them', async () => {
    const office = withParts(
      whole,
      (name, text) => {
        if (name === 'xl/_rels/workbook.xml.rels') return text.replace(/Target="worksheets/g, 'Target="/xl/worksheets');
        if (name === 'xl/sharedStrings.xml')
          return text.replace(/<si><t([^>]*)>([^<]{4,}?)<\/t><\/si>/g, (_, space: string, inside: string) => {
            const half = Math.floor([...inside].length / 2);
            const [one, other] = [[...inside].slice(0, half).join(''), [...inside].slice(half).join('')];
            if (/&/.test(inside)) return `<si><t${space}>${inside}</t></si>`;
            return `<si><r><t xml:space="preserve">${one}</t></r><r><rPr><b/></rPr><t xml:space="preserve">${other}</t></r><rPh sb="0" eb="1"><t>ping</t></rPh></si>`;
          });
        if (!isSheet(name)) return text;
        const ext =
          '<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}" xmlns:x14="x"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f xmlns:xm="y">A1:A2</xm:f></x14:formula1></x14:dataValidation></x14:dataValidations></ext></extLst>';
        return text
          .replace('</worksheet>', `${ext}</worksheet>`)
          .replace(/<(\/?)(row|c|v|sheetData)(?=[ >/])/g, '<$1x:$2');
      },
      [
        { name: 'xl/calcChain.xml', data: '<calcChain/>' },
        { name: 'docProps/custom.xml', data: '<Properties/>' },
      ],
    );
    expect(await changesIn(office)).toEqual({});
  });

  it('is read without addresses of cells, with rows sorted otherwise and a row and a column put between', async () => {
    const part = sheetPart(whole, '评估表');
    const sorted = withParts(whole, (name, text) => {
      if (name !== part) return text;
      const rows = [...text.matchAll(/<row r="(\d+)".*?<\/row>/gs)].map(([row]) => row);
      const [head, items] = [rows.slice(0, 3), rows.slice(3).reverse()];
      const moved = [...head, '<row r="4"><c r="C4" t="inlineStr"><is><t>插入的一行</t></is></c></row>', ...items];
      return text.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${moved.join('')}</sheetData>`);
    });
    expect(await changesIn(sorted)).toEqual({});
    const letters = (column: string): string => (column < 'D' ? column : String.fromCharCode(column.charCodeAt(0) + 1));
    const widened = withParts(whole, (name, text) =>
      name === part
        ? text
            .replace(/<c r="([A-Z])(\d+)"/g, (_, column: string, row: string) => `<c r="${letters(column)}${row}"`)
            .replace(/<mergeCells.*<\/mergeCells>/s, '')
        : text,
    );
    expect(await changesIn(widened)).toEqual({});
  });

  it('leaves items alone whose rows were deleted, and says so', async () => {
    const part = sheetPart(whole, '评估表');
    const short = withParts(whole, (name, text) =>
      name === part ? text.replace(/<row r="(?:5|6|7)".*?<\/row>/gs, '') : text,
    );
    expect(await changesIn(short)).toEqual({});
    const opened = await openBook(short, '自评.xlsx');
    const read =
      opened.ok && understand(opened.value, { ...context, accepted: new Set() } as unknown as WorkingCopy, SAMPLE_DAY);
    expect(read !== false && read.ok ? read.value.findings : []).toMatchObject([
      {
        code: 'declarationWorkbook.itemsMissing',
        params: { count: 3, items: 'om-002、om-003、om-004' },
        level: 'notice',
      },
    ]);
  });

  it.each([
    ['a text of digits', 'staffCount', 'inlineStr', '<is><t>91</t></is>', 91],
    [
      'digits of full width and blanks around',
      'staffCount',
      'inlineStr',
      '<is><t xml:space="preserve"> ９１　</t></is>',
      91,
    ],
    ['the result of a formula', 'staffCount', null, '<f>90+1</f><v>91</v>', 91],
    [
      'a number with noise behind its last digit as the number',
      'fixedAssets',
      null,
      '<v>5200.499999999999</v>',
      undefined,
    ],
    ['a day as a serial number', 'foundedOn', null, '<v>39575</v>', '2008-05-07'],
    ['a day with points', 'foundedOn', 'inlineStr', '<is><t>2008.5.7</t></is>', '2008-05-07'],
    ['a day in Chinese', 'foundedOn', 'inlineStr', '<is><t>２００８年５月７日</t></is>', '2008-05-07'],
    ['a day without marks', 'foundedOn', 'inlineStr', '<is><t>20080507</t></is>', '2008-05-07'],
    ['a day as ISO 8601', 'foundedOn', 'd', '<v>2008-05-07T00:00:00</v>', '2008-05-07'],
    ['a truth value', 'agreement', 'b', '<v>0</v>', false],
    ['lines ended as on Windows', 'majorHazardNote', 'inlineStr', '<is><t>甲_x000D_\n乙</t></is>', '甲\n乙'],
  ] as const)('understands %s', async (_, field, type, xml, value) => {
    const [address, part] = [await addressOf(whole, '登记表', field, '填写'), sheetPart(whole, '登记表')];
    const changed = withParts(whole, (name, text) => (name === part ? withCell(text, address, type, xml) : text));
    expect(await changesIn(changed)).toEqual(value === undefined ? {} : { [`registration.${field}`]: value });
  });

  it('counts days from 1904 where the workbook does', async () => {
    const moved = withParts(whole, (name, text) => {
      if (name === 'xl/workbook.xml')
        return text.includes('<workbookPr')
          ? text.replace('<workbookPr', '<workbookPr date1904="1"')
          : text.replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
      // 46387 is 2026-12-31, 39574 is 2008-05-06, 43160 is 2018-03-01, counted from 1900.
      return isSheet(name)
        ? text.replace(/<v>(46387|39574|43160)<\/v>/g, (_, serial: string) => `<v>${Number(serial) - 1462}</v>`)
        : text;
    });
    expect(await changesIn(moved)).toEqual({});
  });

  it('takes counted deductions without points for the points that they leave', async () => {
    const item = context.edition.edition.items.find(({ id }) => id === 'om-005');
    const counted = await changedBook(whole, { 评估表: { 'om-005': { 得分: null, 扣分计次: '２×１' } } });
    const rule = item?.deductions?.[1];
    const units = rule && 'units' in rule ? rule.units : 0;
    expect(await changesIn(counted)).toMatchObject({
      'items.om-005': { answer: { points: (item?.full ?? 0) - units }, counts: { 1: 1 } },
    });
  });

  it('gives text that looks like a formula as text, and takes it back', async () => {
    const part = sheetPart(whole, '登记表');
    let formulas = 0;
    withParts(whole, (name, text) => {
      if (name === part) formulas = [...text.matchAll(/<f>/g)].length;
      return text;
    });
    expect(formulas).toBe(0);
    expect(context.entries['registration.majorHazardNote']).toMatch(/^=HYPERLINK/);
    expect(await changesIn(whole)).toEqual({});
  });
});
