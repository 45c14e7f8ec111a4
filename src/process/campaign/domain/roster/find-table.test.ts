import { describe, expect, it } from 'vitest';
import { rosterColumns } from './columns.ts';
import { findTable } from './find-table.ts';
import type { Sheet, SheetRow } from './row.ts';

const letters = (at: number) => String.fromCharCode(65 + at);
const row = (number: number, values: readonly string[]): SheetRow => ({
  row: number,
  cells: Object.fromEntries(
    values.flatMap((value, at) => (value === '' ? [] : [[letters(at), { value, kind: 'text' }]])),
  ),
});
const headers = rosterColumns.map(({ header }) => header);
const sheet = (rows: readonly SheetRow[], name = '名册'): Sheet => ({ name, rows });
const refusal = (sheets: readonly Sheet[]) => {
  const found = findTable(sheets);
  return found.ok ? undefined : { code: found.error.code, ...found.error.params };
};

describe('the table in a roster workbook', () => {
  it('is found below a title and notes, in any order of columns, under other headings and marked ones', () => {
    const shuffled = [
      '序号',
      '信用代码*',
      '单位名称（必填）',
      '评估单元名称',
      '行业/专业',
      '县区',
      '监管部门',
      '隶属关系',
    ];
    const found = findTable([sheet([row(1, ['企业名册']), row(2, ['说明']), row(5, shuffled), row(6, ['1', '甲'])])]);
    expect(found.ok && found.value).toMatchObject({
      columns: {
        creditCode: 'B',
        enterpriseName: 'C',
        unitName: 'D',
        industry: 'E',
        division: 'F',
        body: 'G',
        affiliation: 'H',
      },
      numberColumn: 'A',
      rows: [{ row: 6 }],
    });
  });

  it('is the sheet of that name among others, or the only sheet if it looks like a roster', () => {
    expect(findTable([sheet([row(1, headers)], '说明'), sheet([row(1, headers)])]).ok).toBe(true);
    expect(findTable([sheet([row(1, headers)], 'Sheet1')]).ok).toBe(true);
    expect(refusal([sheet([row(1, headers)], 'Sheet1'), sheet([], 'Sheet2')])).toEqual({
      code: 'roster.noSheet',
      expected: '名册',
      found: 'Sheet1、Sheet2',
    });
  });

  it('is refused without header, without a required column and with a column twice', () => {
    expect(refusal([sheet([row(1, ['甲', '乙'])])])).toMatchObject({ code: 'roster.noHeader' });
    expect(
      refusal([
        sheet([
          row(
            1,
            headers.filter((header) => header !== '行政区划' && header !== '地址'),
          ),
        ]),
      ]),
    ).toEqual({
      code: 'roster.missingColumns',
      sheet: '名册',
      columns: '行政区划',
    });
    expect(refusal([sheet([row(3, [...headers, '电话'])])])).toEqual({
      code: 'roster.columnTwice',
      sheet: '名册',
      column: '联系电话',
      cells: 'K3、L3',
    });
  });
});
