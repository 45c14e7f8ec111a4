import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPublishableEdition } from '../../testing/arbitraries.ts';
import { smallEdition, smallItem } from '../../testing/small-edition.ts';
import type { Edition } from '../edition.ts';
import { readEdition } from './read-edition.ts';
import type { GivenSheet } from './workbook-codes.ts';
import { type WorkbookSheet, writeEdition } from './write-edition.ts';

const asObject = (edition: unknown) => edition as Readonly<Record<string, unknown>>;
const written = (edition: unknown): readonly WorkbookSheet[] => {
  const sheets = writeEdition(asObject(edition));
  if (!sheets.ok) throw new Error(`not for a workbook: ${sheets.error.path}`);
  return sheets.value;
};

/** The sheets as a reader gives them, cells to be changed. */
const given = (edition: unknown) =>
  written(edition).map(({ name, columns, rows }) => ({
    name,
    merged: [] as string[],
    rows: [columns.map(({ header }) => header), ...rows].map((row, index) => ({
      row: index + 1,
      cells: Object.fromEntries(
        row.flatMap((value, at) =>
          value === null ? [] : [[String.fromCharCode(65 + at), { value: String(value), kind: typeof value }]],
        ),
      ) as Record<string, { value: string; kind: string }>,
    })),
  }));

const edition: Edition = smallEdition({
  title: '标准',
  elements: [
    { id: '1', parent: null, title: '现场', floor: { percent: 60, effects: [{ cap: 'C' }, { down: 1 }] } },
    { id: '1.1', parent: '1', title: '边坡', full: 15 },
  ],
  items: [
    smallItem('a', { element: '1.1', full: 5, deductions: [{ text: '未设：护栏', units: 3, per: '处' }] }),
    smallItem('b', { element: '1.1', kind: 'veto', onFail: [{ zero: '1.1' }, { refuse: true }] }),
  ],
  gates: [{ id: 'g', fact: 'death', atLeast: 1, months: 12, effects: [{ status: '停产' }] }],
});

describe('an edition in a workbook', () => {
  it('says points in points and effects in words', () => {
    const items = written(edition).find(({ name }) => name === '条款');
    const column = (header: string) => items?.columns.findIndex((one) => one.header === header) ?? -1;
    expect(items?.rows.map((row) => row[column('分值')])).toEqual([2.5, 5]);
    expect(items?.rows[1]?.[column('不符合的后果')]).toBe('要素 1.1 记零分；不予受理');
    expect(items?.rows[0]?.[column('扣分规则')]).toBe('未设：护栏：每处扣 1.5 分');
    expect(items?.rows.map((row) => row[column('类型')])).toEqual(['一般项', '否决项']);
  });

  it('reads back as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(anyPublishableEdition, (any) => {
        const { content, faults } = readEdition(given(any));
        expect(faults).toEqual([]);
        expect(content).toEqual(any);
      }),
    );
  });

  it('takes optional texts and rules that are empty as absent', () => {
    const { content } = readEdition(
      given({ ...edition, notice: '', items: [smallItem('a', { element: '1.1', evidence: '', deductions: [] })] }),
    );
    expect(content.notice).toBeUndefined();
    expect(content.items).toEqual([smallItem('a', { element: '1.1' })]);
  });

  it.each<[string, object, string]>([
    ['a member of its own', { ...edition, remark: '自定' }, 'remark'],
    ['a member of its own in an item', { ...edition, items: [{ ...smallItem('a'), extra: 1 }] }, 'items[0].extra'],
    ['a reason over two lines', itemWith({ deductions: [{ text: '甲\n乙', units: 1 }] }), 'items[0].deductions'],
    ['an id with a space at its end', itemWith({ id: 'a ' }), 'items[0].id'],
    ['a control character', itemWith({ text: '甲\u0001' }), 'items[0].text'],
    ['half a character', itemWith({ text: '\ud800' }), 'items[0].text'],
    ['a value of another type', itemWith({ text: 5 as never }), 'items[0].text'],
    ['another format', { ...edition, format: 'other' }, 'format'],
  ])('is not written with %s, and the place is named', (_what, value, path) => {
    const sheets = writeEdition(asObject(value));
    expect(sheets.ok || sheets.error.path).toBe(path);
  });
});

function itemWith(change: Partial<Edition['items'][number]>) {
  return { ...edition, items: [smallItem('a', { element: '1.1', ...change })] };
}

describe('a workbook with faults', () => {
  const faultsAfter = (spoil: (sheet: (name: string) => ReturnType<typeof given>[number]) => void) => {
    const sheets = given(edition);
    spoil((name) => sheets.find((one) => one.name === name)!);
    return readEdition(sheets as GivenSheet[]).faults.map(({ path, code }) => `${path} ${code}`);
  };
  const put = (sheet: ReturnType<typeof given>[number], cell: string, value: string, kind = 'text') => {
    const row = sheet.rows[Number(cell.slice(1)) - 1];
    if (row) row.cells[cell.slice(0, 1)] = { value, kind };
  };

  it('names every cell that does not read, in their order, several at once', () => {
    const found = faultsAfter((sheet) => {
      const items = sheet('条款');
      put(items, 'E2', '２．５');
      put(items, 'F2', '普通项');
      put(items, 'H2', '不适用');
      put(items, 'K2', '未设护栏扣两分');
      put(items, 'O2', '最高 C');
      put(items, 'C3', '9.9');
      put(items, 'E3', '2,5');
      put(items, 'N3', '#REF!', 'error');
      put(sheet('类别'), 'C2', '一');
      put(sheet('要素'), 'B3', '7');
      put(sheet('门槛'), 'D2', '1 次');
    });
    expect(found).toEqual([
      '类别!C2 workbook.numberWrong',
      '要素!B3 edition.parentUnknown',
      '条款!E2 workbook.numberFullWidth',
      '条款!F2 workbook.choiceUnknown',
      '条款!H2 workbook.choiceUnknown',
      '条款!K2 workbook.ruleUnknown',
      '条款!O2 workbook.effectUnknown',
      '条款!C3 edition.elementUnknown',
      '条款!E3 workbook.numberComma',
      '条款!N3 workbook.cellError',
      '门槛!D2 workbook.numberWrong',
    ]);
  });

  it.each<[string, (sheet: (name: string) => ReturnType<typeof given>[number]) => void, string[]]>([
    ['a merged area below the header', (sheet) => sheet('条款').merged.push('B2:B3'), ['条款!B2 workbook.merged']],
    ['a merged header', (sheet) => sheet('要素').merged.push('A1:B1'), ['要素!A1 workbook.merged']],
    ['a missing header', (sheet) => sheet('要素').rows.splice(0, 1), ['要素 workbook.headerMissing']],
    [
      'a missing column',
      (sheet) => {
        delete sheet('条款').rows[0]!.cells.N;
        delete sheet('条款').rows[1]!.cells.N;
      },
      ['条款!1 workbook.columnsMissing'],
    ],
    ['a column twice', (sheet) => put(sheet('条款'), 'Q1', '依据'), ['条款!Q1 workbook.columnTwice']],
    ['a cell outside of the table', (sheet) => put(sheet('条款'), 'R3', '备注'), ['条款!R3 workbook.columnUnknown']],
    [
      'a fraction of a unit',
      (sheet) => put(sheet('条款'), 'E2', '2.25', 'number'),
      ['条款!E2 workbook.pointsNotWhole'],
    ],
    [
      'words with full-width signs where points should be',
      (sheet) => put(sheet('条款'), 'E2', '设护栏，每处查看'),
      ['条款!E2 workbook.numberWrong'],
    ],
    [
      'a clause number that became a number',
      (sheet) => put(sheet('条款'), 'B2', '3.1', 'number'),
      ['条款!B2 workbook.codeAsNumber'],
    ],
    ['an id that is used twice', (sheet) => put(sheet('条款'), 'A3', 'a'), ['条款!A3 edition.idRepeated']],
    [
      'a class that does not exist',
      (sheet) => put(sheet('要素'), 'G2', '最高只能评为 Z 类'),
      ['要素!G2 edition.classUnknown'],
    ],
    [
      'an effect that is not allowed there',
      (sheet) => put(sheet('条款'), 'O3', '直接认定为 停产'),
      ['条款!O3 edition.effectNotAllowedHere'],
    ],
    ['thresholds that rise', (sheet) => put(sheet('类别'), 'D3', '95'), ['类别!D3 edition.fromNotFalling']],
    [
      'a cycle of elements',
      (sheet) => put(sheet('要素'), 'B2', '1.1'),
      ['要素!B2 edition.parentCycle', '要素!B3 edition.parentCycle'],
    ],
    [
      'an element whose id does not read, without complaints about its items',
      (sheet) => put(sheet('要素'), 'A3', '1.1', 'number'),
      ['要素!A3 workbook.codeAsNumber'],
    ],
    [
      'no number of units, without complaints about every point',
      (sheet) => put(sheet('标准'), 'B8', ''),
      ['标准!B8 workbook.required'],
    ],
    [
      'a line that is unknown and the one that it should be',
      (sheet) => put(sheet('标准'), 'A2', '名字'),
      ['标准 workbook.labelsMissing', '标准!A2 workbook.labelUnknown'],
    ],
    [
      'a line that stands twice',
      (sheet) => put(sheet('标准'), 'A3', '标准名称'),
      ['标准 workbook.labelsMissing', '标准!A3 workbook.labelTwice'],
    ],
  ])('names %s', (_what, spoil, expected) => {
    expect(faultsAfter(spoil)).toEqual(expected);
  });

  it('names a row whose cells were shifted by one column', () => {
    const found = faultsAfter((sheet) => {
      const row = sheet('条款').rows[1];
      if (!row) return;
      const shifted = Object.entries(row.cells).map(([letters, cell]) => [
        String.fromCharCode(letters.charCodeAt(0) + 1),
        cell,
      ]);
      row.cells = Object.fromEntries(shifted);
    });
    expect(found).toEqual(
      expect.arrayContaining([
        '条款!A2 workbook.required',
        '条款!E2 workbook.required',
        '条款!F2 workbook.choiceUnknown',
        '条款!G2 workbook.choiceUnknown',
        '条款!H2 workbook.choiceUnknown',
      ]),
    );
  });

  it('names every sheet that is missing', () => {
    const { faults } = readEdition(given(edition).filter(({ name }) => name !== '要素' && name !== '门槛'));
    expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '要素 workbook.sheetMissing',
      '门槛 workbook.sheetMissing',
    ]);
  });

  it('is read without an exception, whatever stands in its cells', () => {
    const cell = fc.record({
      value: fc.oneof(fc.string(), fc.constantFrom('1', '可以', '一般项', '扣 1 分', '降 1 类')),
      kind: fc.constantFrom('text', 'number', 'date', 'error', 'boolean'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 5 }), fc.nat({ max: 17 }), cell)), (changes) => {
        const sheets = given(edition);
        for (const [at, row, column, value] of changes) {
          const cells = sheets[at]?.rows[row]?.cells;
          if (cells) cells[String.fromCharCode(65 + column)] = value;
        }
        const { faults } = readEdition(sheets as GivenSheet[]);
        expect(faults.every(({ path }) => /^(标准|类别|要素|条款|门槛)(!\w+)?$/.test(path))).toBe(true);
      }),
    );
  });
});
