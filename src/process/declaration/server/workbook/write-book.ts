import { hash } from 'node:crypto';
import { type FormSheet, writeForm } from '#support/documents/xlsx/write-form.ts';
import { fingerprintLines, sealedText } from '../../domain/workbook/fingerprint.ts';
import { GUIDE_SHEET, ITEMS_SHEET, SUMMARY_SHEET, TEMPLATE_SHEET } from '../../domain/workbook/sheets.ts';
import type { BookContext } from './book-context.ts';
import { formSheet, rowsFields, rowsSheet } from './form-sheets.ts';
import { itemsSheet } from './items-sheet.ts';
import { summarySheet } from './summary-sheet.ts';

/** The digest that seals a fingerprint. */
export const sealOf = (text: string): string => hash('sha256', text);

const guideSheet = ({ campaignName, register, edition, declarationId, madeAt }: BookContext): FormSheet => {
  const lines = [
    `评估批次：${campaignName}`,
    declarationId === null
      ? '本工作簿供没有网络的企业填写：请先在“登记表”前几行写明统一社会信用代码、企业名称和评估单元，与名册一致。'
      : `企业：${register.enterpriseName}；评估单元：${register.unitName}（${register.industryName}）。本工作簿只能用于这个评估单元。`,
    `评估标准：${edition.title}`,
    '一、只在浅黄色的格中填写；灰色的格和其余内容是锁定的。工作表没有设密码，但请不要撤销保护、增删或改名工作表。',
    '二、带下拉箭头的格请从列表中选取；日期填成 2026-03-15 的形式；数字只填数，不带单位；没有的填 0，不清楚的留空。',
    `三、“${ITEMS_SHEET}”逐条填写：按符合与否评定的选“评定”，按得分评定的填“得分”，不参评的写明理由，有扣分的写明扣分原因和整改。`,
    `四、“${SUMMARY_SHEET}”由表格自动计算，仅供核对，得分和类别以系统计算为准。`,
    '五、可以分几次填，用 Excel、WPS 表格或 LibreOffice 均可；请始终保存为 .xlsx，不要另存为 .xls、.et 或 .csv，不要设打开密码。',
    '六、填好后在系统的“电子表格”页导入，或交受理单位代为导入。导入时先列出与系统中不同的内容，由您逐项选择，不会自动覆盖别人在系统中所作的修改；退回补正后已认可的条款不能再改。',
    '七、佐证材料、自评报告和签名不在本工作簿中，请在系统中上传、填写和办理。',
    `下载时间：${madeAt.toISOString().slice(0, 10)}`,
  ];
  return {
    name: GUIDE_SHEET,
    widths: [78],
    rows: [
      [{ look: 'title', value: '企业安全生产评估自评电子表格' }],
      ...lines.map((value) => [{ look: 'note' as const, value }]),
    ],
    portrait: true,
  };
};

const templateSheet = (context: BookContext): FormSheet => {
  const lines = fingerprintLines({
    declarationId: context.declarationId,
    editionHash: context.edition.hash,
    madeAt: context.madeAt.toISOString(),
    registrationVersion: context.registrationVersion,
    sectionVersions: context.sectionVersions,
    base: context.entries,
  });
  const rows = [...lines, ['seal', '', sealOf(sealedText(lines))]];
  return {
    name: TEMPLATE_SHEET,
    widths: [12, 30, 80],
    rows: rows.map((line) => line.map((value) => ({ look: 'soft' as const, value }))),
    hidden: true,
  };
};

/** The declaration as a workbook to be filled in offline; the same content gives the same bytes. */
export const writeBook = (context: BookContext): Promise<Uint8Array> =>
  writeForm({
    title: context.register.unitName === '' ? context.edition.title : context.register.unitName,
    madeAt: context.madeAt,
    sheets: [
      guideSheet(context),
      formSheet(context),
      itemsSheet(context),
      ...rowsFields(context.fields).map((field) => rowsSheet(context, field)),
      summarySheet(context),
      templateSheet(context),
    ],
  });
