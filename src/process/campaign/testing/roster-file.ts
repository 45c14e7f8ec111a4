import { makeCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { type ColumnModel, writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { type RosterKey, rosterColumns } from '../domain/roster/columns.ts';

/** A valid credit code for an invented enterprise, different for each number up to 999,999. */
export const creditCodeOf = (number: number): string => makeCreditCode(`91510400MA6${String(number).padStart(6, '0')}`);

/** A row as an office would fill it in; `over` changes cells. */
export const rosterLine = (
  number: number,
  over: Partial<Record<RosterKey, string>> = {},
): Readonly<Record<RosterKey, string>> => ({
  enterpriseName: `攀枝花市第${number}矿业有限公司`,
  creditCode: creditCodeOf(number),
  unitName: `第${number}矿业露天采场`,
  industry: '金属非金属露天矿山',
  division: '东区',
  body: '东区局',
  affiliation: '民营及其他',
  address: '',
  legalRepresentative: '',
  contactName: '',
  contactPhone: '',
  ...over,
});

/** The roster workbook with these rows. `headers` replaces headings, an empty one leaves the column out. */
export const rosterFile = async (
  lines: readonly Readonly<Record<RosterKey, string>>[],
  options: { readonly sheet?: string; readonly headers?: Partial<Record<RosterKey, string>> } = {},
): Promise<Uint8Array> => {
  const columns = rosterColumns.filter(({ key }) => options.headers?.[key] !== '');
  return writeWorkbook({
    madeAt: new Date('2026-08-20T00:00:00Z'),
    sheets: [
      {
        name: options.sheet ?? '名册',
        columns: columns.map(
          ({ key, header, width }): ColumnModel => ({
            header: options.headers?.[key] ?? header,
            width,
            kind: 'text',
          }),
        ),
        rows: lines.map((line) => columns.map(({ key }) => line[key])),
      },
    ],
  });
};

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
