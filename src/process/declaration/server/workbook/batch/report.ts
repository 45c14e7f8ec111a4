import type { Params } from '#lib/result.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { type ColumnModel, writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { wholeBatch } from './batch.queries.ts';

type Whole = NonNullable<Awaited<ReturnType<typeof wholeBatch>>>;

/** Wording of codes in Chinese; `app` brings the catalogues of all slices. */
export type Wording = (code: string, params: Params) => string;

const OUTCOMES: Readonly<Record<string, string>> = {
  waiting: '待处理',
  'taken-over': '已填入',
  same: '无变化',
  conflicts: '部分待企业选择',
  errors: '有错误，未导入',
  refused: '未导入',
};

const text = (header: string, width: number): ColumnModel => ({ header, width, kind: 'text' });
const number = (header: string): ColumnModel => ({ header, width: 12, kind: 'number' });

/** 批量导入结果: one line a file, and one line for each fault of a cell. */
export const batchReport = async ({ batch, files }: Whole, wording: Wording, at: Date): Promise<FileAnswer> => ({
  type: MEDIA_TYPES.xlsx,
  name: `批量导入结果-${batch.fileName.replace(/\.zip$/i, '')}.xlsx`,
  body: await writeWorkbook({
    title: '批量导入结果',
    madeAt: at,
    sheets: [
      {
        name: '批量导入结果',
        title: `${batch.campaignName} 批量导入结果`,
        notes: [`压缩包：${batch.fileName}，共 ${batch.fileCount} 个文件`],
        columns: [
          number('序号'),
          text('文件', 46),
          text('企业', 34),
          text('评估单元', 34),
          text('结果', 18),
          text('原因', 60),
          number('填入项数'),
          number('待选择'),
          number('保留系统值'),
          number('错误'),
        ],
        rows: files.map((file) => [
          file.position,
          file.fileName,
          file.enterpriseName,
          file.unitName,
          OUTCOMES[file.outcome] ?? file.outcome,
          file.code === null ? null : wording(file.code, file.params ?? {}),
          file.filled,
          file.open,
          file.kept,
          file.findings.filter(({ level }) => level === 'error').length,
        ]),
      },
      {
        name: '错误明细',
        title: '错误明细',
        columns: [number('序号'), text('文件', 46), text('位置', 18), text('问题', 80)],
        rows: files.flatMap((file) =>
          file.findings
            .filter(({ level }) => level === 'error')
            .map(({ path, code, params }) => [file.position, file.fileName, path, wording(code, params ?? {})]),
        ),
      },
    ],
  }),
});
