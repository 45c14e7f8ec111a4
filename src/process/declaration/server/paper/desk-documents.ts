import { dayOf, plainDate, writtenDay } from '#lib/plain-date.ts';
import type { RecordDocument } from '#support/documents/pdf/documents.ts';
import type { Paper } from '../../paper.contract.ts';

const WHAT = { missing: '未收到', unsigned: '缺签字', unsealed: '缺公章' } as const;
const WAY = { 'by-hand': '当面递交', post: '邮寄' } as const;

const about = (paper: Paper): RecordDocument['sections'][number] => ({
  fields: [
    { label: '企业名称', value: paper.enterpriseName, wide: true },
    { label: '评估单元', value: paper.unitName, wide: true },
    { label: '报送编号', value: paper.receiptNumber },
    { label: '网上报送日期', value: writtenDay(dayOf(new Date(paper.submittedAt))) },
    { label: '版本', value: `第 ${paper.sequence} 次报送，版本摘要 ${paper.shortDigest}`, wide: true },
  ],
});

const signed = (paper: Paper, at: string, name: string): RecordDocument['signatures'] => [
  { label: '经办人', hint: name },
  { label: `${paper.receivingBodyName}（收件章）`, hint: writtenDay(dayOf(new Date(at))) },
];

/** 收件回执: that all copies are there, each with its day. */
export const receiptDocument = (paper: Paper, receipt: NonNullable<Paper['receipt']>): RecordDocument => ({
  title: '收件回执',
  number: receipt.number,
  subtitles: [paper.campaignName],
  sections: [
    about(paper),
    {
      heading: '收到的纸质材料',
      table: {
        columns: [
          { header: '份号', width: 'fit', align: 'center' },
          { header: '去向', width: 3 },
          { header: '签字', width: 'fit', align: 'center' },
          { header: '盖章', width: 'fit', align: 'center' },
          { header: '收到日期', width: 'fit' },
          { header: '方式', width: 'fit' },
          { header: '核对', width: 'fit' },
        ],
        rows: paper.copies.map(({ copy, keeper, arrival }) => [
          `第${copy}份`,
          keeper,
          arrival?.signed ? '有' : '无',
          arrival?.sealed ? '有' : '无',
          arrival ? writtenDay(plainDate(arrival.arrivedOn)) : '',
          arrival ? WAY[arrival.way] : '',
          arrival?.byCode ? '核验码相符' : '人工核对',
        ]),
      },
    },
    {
      heading: '报送日期',
      paragraphs: [
        `纸质材料于 ${writtenDay(plainDate(receipt.completeOn))} 收齐。${
          paper.counting.rule === 'electronic' ? '报送日期以网上报送之日为准' : '报送日期以纸质材料收齐之日为准'
        }：${paper.counting.day ? writtenDay(plainDate(paper.counting.day)) : ''}${paper.counting.late ? '（逾期）' : ''}。`,
        `依据：${paper.counting.basis}。`,
      ],
    },
  ],
  signatures: signed(paper, receipt.issuedAt, receipt.issuedByName) ?? [],
});

/** 补正通知: what the paper lacks, and until when. */
export const noticeDocument = (paper: Paper, notice: NonNullable<Paper['notice']>): RecordDocument => ({
  title: '纸质材料补正通知',
  number: notice.number,
  subtitles: [paper.campaignName],
  sections: [
    about(paper),
    {
      heading: '需要补正的内容',
      table: {
        columns: [
          { header: '份号', width: 'fit', align: 'center' },
          { header: '去向', width: 3 },
          { header: '情况', width: 2 },
        ],
        rows: notice.lacks.map(({ copy, what }) => [
          `第${copy}份`,
          paper.copies.find((one) => one.copy === copy)?.keeper ?? '',
          WHAT[what],
        ]),
      },
      ...(notice.note !== '' && { paragraphs: notice.note.split('\n') }),
    },
    {
      heading: '补正期限',
      paragraphs: [
        `请于 ${writtenDay(plainDate(notice.dueOn))} 前补齐，送${paper.receivingBodyName}。网上报送的内容不受影响，不必重新报送。`,
      ],
    },
  ],
  signatures: signed(paper, notice.sentAt, notice.sentByName) ?? [],
});
