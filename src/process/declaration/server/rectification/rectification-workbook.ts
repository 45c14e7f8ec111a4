import type { FileAnswer } from '#platform/http/routes.ts';
import { writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { Rectification } from '../../rectification.contract.ts';
import { rectificationTexts } from '../../rectification.text.ts';

const words = rectificationTexts['zh-CN'];

/** 整改清单 as a workbook, a row a measure. */
export const rectificationWorkbook = async (list: Rectification, madeAt: Date): Promise<FileAnswer> => ({
  type: MEDIA_TYPES.xlsx,
  name: `${list.unitName} 整改清单 ${list.today}.xlsx`,
  body: await writeWorkbook({
    title: '整改清单',
    madeAt,
    sheets: [
      {
        name: '整改清单',
        title: `${list.unitName} 整改清单`,
        notes: [`企业：${list.enterpriseName}　截至 ${list.today}`],
        columns: [
          { header: '序号', width: 6, kind: 'number' },
          { header: '一级要素', width: 20, kind: 'text' },
          { header: '项目', width: 12, kind: 'text' },
          { header: '要求', width: 40, kind: 'text' },
          { header: '扣分', width: 8, kind: 'number' },
          { header: '扣分原因', width: 36, kind: 'text' },
          { header: '整改措施', width: 36, kind: 'text' },
          { header: '责任人', width: 12, kind: 'text' },
          { header: '整改期限', width: 12, kind: 'date' },
          { header: '状态', width: 14, kind: 'text' },
          { header: '完成日期', width: 12, kind: 'date' },
          { header: '完成情况', width: 36, kind: 'text' },
          { header: '证明文件', width: 24, kind: 'text' },
        ],
        rows: list.rows.map((row, at) => [
          at + 1,
          row.element,
          row.clause,
          row.text,
          Number(row.lost),
          row.reason,
          row.measure,
          row.person,
          row.dueOn,
          words[`rectification.state.${row.state}`],
          row.doneOn,
          row.doneNote,
          row.proof?.fileName ?? '',
        ]),
      },
    ],
  }),
});
