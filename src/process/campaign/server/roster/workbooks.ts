import { makeCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { type ColumnModel, writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import { EXAMPLE, NUMBER_HEADER, ROSTER_SHEET, type RosterKey, rosterColumns } from '../../domain/roster/columns.ts';
import { type Directory, SUPERVISING_KINDS } from '../../domain/roster/directory.ts';
import type { ListedUnit } from './unit-list.queries.ts';

const BLANK_ROWS = 200;

const numberColumn: ColumnModel = { header: NUMBER_HEADER, width: 8, kind: 'text' };

/** The roster to fill in. Official text of the workbook is Chinese, whatever the language of the page. */
export const rosterTemplate = async (directory: Directory, campaignName: string, at: Date): Promise<FileAnswer> => {
  const { scheme, bodies, assessed } = directory;
  const supervising = bodies.filter((body) => SUPERVISING_KINDS.includes(body.kind));
  const lists: Partial<Record<RosterKey, readonly string[]>> = {
    industry: scheme.industries.filter(({ code }) => assessed.has(code)).map(({ name }) => name),
    division: scheme.divisions.map(({ name }) => name),
    body: supervising.map(({ name }) => name),
    affiliation: scheme.affiliations.map(({ name }) => name),
  };
  const first = (key: RosterKey) => lists[key]?.[0] ?? '';
  const example: Record<RosterKey, string> = {
    enterpriseName: '某某矿业有限公司',
    creditCode: makeCreditCode('91510400MA6000000'),
    unitName: '某某矿业有限公司一号露天采场',
    industry: first('industry'),
    division: first('division'),
    body: supervising.find((body) => body.territory === scheme.divisions[0]?.code)?.name ?? first('body'),
    affiliation: scheme.affiliations.at(-1)?.name ?? '',
    address: '某某镇某某村',
    legalRepresentative: '某某',
    contactName: '某某',
    contactPhone: '0812-0000000',
  };
  const bytes = await writeWorkbook({
    title: ROSTER_SHEET,
    madeAt: at,
    sheets: [
      {
        name: ROSTER_SHEET,
        title: `${campaignName} 企业名册`,
        notes: [
          '一行一个评估单元（一座矿山、一座尾矿库、一个厂区等）；同一企业有几个单元就填几行，企业名称和统一社会信用代码照填。',
          `标“${EXAMPLE}”的一行不导入，可以留着也可以删去。带下拉的列请从下拉中选取；监管机构也可填简称或 2009 年旧名。`,
          '地址、法定代表人、联系人、联系电话选填，其余必填。统一社会信用代码用半角大写，共 18 位。',
        ],
        columns: [
          numberColumn,
          ...rosterColumns.map(
            ({ key, header, width }): ColumnModel => ({ header, width, kind: 'text', list: lists[key] }),
          ),
        ],
        rows: [[EXAMPLE, ...rosterColumns.map(({ key }) => example[key])]],
        blankRows: BLANK_ROWS,
      },
    ],
  });
  return { type: MEDIA_TYPES.xlsx, name: `${campaignName}-${ROSTER_SHEET}（模板）.xlsx`, body: bytes };
};

/** The roster as a list to keep or send on. */
export const unitsWorkbook = async (
  units: readonly ListedUnit[],
  states: (state: ListedUnit['state']) => string,
  campaignName: string,
  at: Date,
): Promise<FileAnswer> => {
  const text = (header: string, width: number): ColumnModel => ({ header, width, kind: 'text' });
  const bytes = await writeWorkbook({
    title: ROSTER_SHEET,
    madeAt: at,
    sheets: [
      {
        name: ROSTER_SHEET,
        title: `${campaignName} 企业名册`,
        columns: [
          { header: NUMBER_HEADER, width: 8, kind: 'number' },
          text('企业名称', 34),
          text('统一社会信用代码', 24),
          text('评估单元', 30),
          text('行业', 22),
          text('行政区划', 12),
          text('监管机构', 18),
          text('隶属关系', 14),
          text('申报受理机构', 18),
          text('申报状态', 12),
        ],
        rows: units.map((unit, index) => [
          index + 1,
          unit.enterpriseName,
          unit.creditCode,
          unit.unitName,
          unit.industryName,
          unit.divisionName,
          unit.bodyName,
          unit.affiliationName,
          unit.receiverName,
          states(unit.state),
        ]),
      },
    ],
  });
  return { type: MEDIA_TYPES.xlsx, name: `${campaignName}-${ROSTER_SHEET}.xlsx`, body: bytes };
};
