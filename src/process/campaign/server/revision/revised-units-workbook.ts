import { writtenDay } from '#lib/plain-date.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { type ColumnModel, writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { RevisionOutcome } from '../../domain/revision.ts';
import type { RevisedUnit, Revision } from '../../revision.contract.ts';

const text = (header: string, width: number): ColumnModel => ({ header, width, kind: 'text' });
const number = (header: string): ColumnModel => ({ header, width: 10, kind: 'number' });

const OUTCOMES: Readonly<Record<RevisionOutcome, string>> = {
  switched: '未填报，直接采用新标准',
  carried: '填报中，答案转入新标准',
  resubmitted: '已报送，按新标准重新封存',
  returned: '退回企业补充',
  decided: '已认定，沿用原标准',
};
const STATES: Readonly<Record<string, string>> = {
  'not-started': '未开始',
  'not-assessed': '不列入评估',
  draft: '填报中',
  'to-sign': '待签发',
  submitted: '已报送',
  returned: '退回补正',
};

const columns: readonly ColumnModel[] = [
  number('序号'),
  text('企业名称', 34),
  text('统一社会信用代码', 22),
  text('评估单元', 26),
  text('受理机构', 18),
  text('修订时状态', 12),
  text('处理结果', 26),
  number('保留'),
  number('待确认'),
  number('新增'),
  number('未填'),
  number('作废'),
  { header: '补充期限', width: 12, kind: 'date' },
  text('现状态', 12),
];

/** 标准修订迁移报告: an official table, in Chinese whatever the language of the page. */
export const revisedUnitsWorkbook = async (
  revision: Revision,
  units: readonly RevisedUnit[],
  madeAt: Date,
): Promise<FileAnswer> => {
  const title = `${revision.industryName}标准修订迁移报告`;
  const { outcomes } = revision;
  const body = await writeWorkbook({
    title,
    madeAt,
    sheets: [
      {
        name: '迁移报告',
        title,
        notes: [
          `${revision.campaignName}　自${writtenDay(revision.effectiveOn as never)}起，由《${revision.from.title}》（${revision.from.publishedOn}版）改为《${revision.to.title}》（${revision.to.publishedOn}版）`,
          `理由：${revision.reason}`,
          `共 ${units.length} 个单元；各项：${(Object.keys(OUTCOMES) as RevisionOutcome[]).map((each) => `${OUTCOMES[each]} ${outcomes[each]}`).join('，')}`,
          '保留：条款内容未变，答案不动；待确认：条款内容有变，原答案须由企业确认；新增：原标准没有的条款；作废：新标准不再有的条款的答案。',
        ],
        columns,
        rows: units.map((unit, at) => [
          at + 1,
          unit.enterpriseName,
          unit.creditCode,
          unit.unitName,
          unit.bodyName,
          STATES[unit.stateBefore] ?? unit.stateBefore,
          OUTCOMES[unit.outcome],
          unit.kept,
          unit.toConfirm,
          unit.fresh,
          unit.unanswered,
          unit.dropped,
          unit.dueOn,
          STATES[unit.state] ?? unit.state,
        ]),
      },
    ],
  });
  return { type: MEDIA_TYPES.xlsx, name: `${title}.xlsx`, body };
};
