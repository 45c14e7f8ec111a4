import { dayOf } from '#lib/plain-date.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import type { ListDocument } from '#support/documents/pdf/documents.ts';
import { type SheetModel, writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import type { BatchRecord } from '../batch.contract.ts';

const TITLE = '企业安全生产现状评估初审名单';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const classNames = ({ classes }: BatchRecord): ((code: string) => string) => {
  const names = new Map(classes.map(({ code, name }) => [code, name]));
  return (code) => (code === '' ? '不予受理' : (names.get(code) ?? code));
};

/** 备注: what a reader of the list must know of a line beside its figures. */
const remarks = ({ late, departure }: BatchRecord['list'][number]): string =>
  [late ? '逾期申报' : '', departure === '' ? '' : `偏离计算类别：${departure}`]
    .filter((part) => part !== '')
    .join('；');

const dateText = (instant: string): string => dayOf(new Date(instant));

/** 电子表格: the list with scores as numbers, to be reckoned with. */
export const batchWorkbook = async (batch: BatchRecord): Promise<FileAnswer> => {
  const nameOf = classNames(batch);
  const text = (header: string, width: number) => ({ header, width, kind: 'text' as const });
  const number = (header: string) => ({ header, width: 10, kind: 'number' as const });
  const sheet: SheetModel = {
    name: '初审名单',
    title: TITLE,
    notes: [
      `报送单位：${batch.bodyName}　编号：${batch.number}　报送日期：${dateText(batch.sentAt)}　单元数：${batch.unitCount}`,
      `名单摘要（SHA-256）：${batch.listDigest}`,
    ],
    columns: [
      number('序号'),
      text('企业名称', 30),
      text('评估单元', 26),
      text('统一社会信用代码', 22),
      text('行业', 18),
      text('隶属关系', 12),
      text('行政区划', 10),
      number('自评得分'),
      text('自评类别', 10),
      number('初审得分'),
      text('计算类别', 10),
      text('初审意见类别', 12),
      text('初审人', 10),
      text('审签人', 10),
      text('备注', 30),
    ],
    rows: batch.list.map((line, index) => [
      index + 1,
      line.enterpriseName,
      line.unitName,
      line.creditCode,
      line.industryName,
      line.affiliationName,
      line.divisionName,
      Number(line.selfPrinted),
      nameOf(line.selfClass),
      Number(line.reviewedPrinted),
      nameOf(line.computedClass),
      nameOf(line.proposedClass),
      line.reviewerName,
      line.signedByName,
      remarks(line),
    ]),
  };
  const body = await writeWorkbook({
    title: `${TITLE} ${batch.number}`,
    madeAt: new Date(batch.sentAt),
    sheets: [sheet],
  });
  return { type: XLSX, name: `初审名单 ${batch.number}.xlsx`, body };
};

/** The list for sealing, 一式两份: which of the two copies a sheet is stands under its title. */
export const batchPaper = (batch: BatchRecord, copy: '1' | '2'): ListDocument => {
  const nameOf = classNames(batch);
  const keeper = copy === '1' ? '市局综合处存' : `${batch.bodyName}存`;
  const received = batch.receivedAt
    ? `市局综合处已于${dateText(batch.receivedAt)}签收，签收人：${batch.receivedByName}。`
    : '签收人（市局综合处）：　　　　　　　　签收日期：　　　　年　　月　　日';
  return {
    title: TITLE,
    number: batch.number,
    subtitles: [`一式两份　第 ${copy} 份（${keeper}）`],
    intro: [
      `${batch.campaignName}：${batch.bodyName}已对下列 ${batch.unitCount} 个评估单元完成初审并审签，现予报送。`,
      ...(batch.note === '' ? [] : [batch.note]),
    ],
    landscape: true,
    columns: [
      { header: '序号', width: 'fit', align: 'center' },
      { header: '企业名称', width: 3 },
      { header: '评估单元', width: 3 },
      { header: '统一社会信用代码', width: 'fit' },
      { header: '行业', width: 2 },
      { header: '区划', width: 'fit', align: 'center' },
      { header: '自评', width: 1.2, align: 'center' },
      { header: '初审', width: 1.2, align: 'center' },
      { header: '初审意见', width: 'fit', align: 'center' },
      { header: '备注', width: 2 },
    ],
    rows: batch.list.map((line, index) => [
      String(index + 1),
      line.enterpriseName,
      line.unitName,
      line.creditCode,
      line.industryName,
      line.divisionName,
      `${line.selfPrinted}\n${nameOf(line.selfClass)}`,
      `${line.reviewedPrinted}\n${nameOf(line.computedClass)}`,
      nameOf(line.proposedClass),
      remarks(line),
    ]),
    closing: [received],
    signatures: [{ name: `${batch.bodyName}（盖章）`, date: chineseDate(batch.sentAt) }],
    digest: { label: '名单摘要（SHA-256）', value: batch.listDigest },
  };
};

const chineseDate = (instant: string): string => {
  const [year, month, day] = dateText(instant).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
