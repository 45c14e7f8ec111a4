import { type PlainDate, writtenDay } from '#lib/plain-date.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { PublicationContent } from '#support/publication/domain/publication.ts';
import { type AdoptedRow, canonicalList, countByClass, publicRow } from '../domain/adopted-list.ts';
import { validUntil } from '../domain/validity.ts';

export interface SignedList {
  readonly number: string;
  readonly campaignName: string;
  readonly meetingOn: PlainDate;
  readonly signedOn: PlainDate;
  readonly listDigest: string;
  readonly rows: readonly AdoptedRow[];
  /** The leading group by its full name. */
  readonly issuer: string;
  readonly scheme: Scheme;
}

/** Headings and cells of a signed list that everybody may read. */
export const publicColumns = [
  { key: 'no', label: '序号', numeric: true },
  { key: 'enterprise', label: '企业名称' },
  { key: 'creditCode', label: '统一社会信用代码' },
  { key: 'unit', label: '评估单元' },
  { key: 'division', label: '县（区）' },
  { key: 'body', label: '监管机构' },
  { key: 'industry', label: '行业' },
  { key: 'class', label: '类别' },
  { key: 'until', label: '有效期至' },
] as const;

export const publicCells = (row: AdoptedRow, index: number, signedOn: PlainDate | null): Record<string, string> => {
  const { no, enterprise, creditCode, unit, division, body, industry, class: name } = publicRow(row, index);
  const until = signedOn ? writtenDay(validUntil(signedOn, row.validityMonths)) : '';
  return { no: String(no), enterprise, creditCode, unit, division, body, industry, class: name, until };
};

export const introduction = ({ campaignName, scheme, meetingOn, rows }: SignedList): string[] => [
  `根据${scheme.notice.number}部署，经企业自评申报、组织初审、抽查核定并向社会公示无异议，领导小组${writtenDay(meetingOn)}会议审定，现将${campaignName}的下列 ${rows.length} 个评估单元正式确定类别，按类实施分类监管。`,
  '各类别的含义、有效期和年度检查次数见下；有效期自签发次日起计算。',
];

/** The page of a signed list on the public site. No persons, no scores, no findings. */
export const listPublication = (list: SignedList): PublicationContent => {
  const { number, meetingOn, signedOn, rows, scheme, issuer } = list;
  const counts = countByClass(rows, scheme.classes);
  return {
    paragraphs: introduction(list),
    facts: [
      { label: '文号', value: number },
      { label: '会议日期', value: writtenDay(meetingOn) },
      { label: '签发日期', value: writtenDay(signedOn) },
      { label: '单元数', value: String(rows.length) },
      ...counts.map(({ class: one, count }) => ({
        label: one.name,
        value: `${count} 个；有效期 ${one.validityMonths.value} 个月；每年计划检查 ${one.visits.target.value} 次，不超过 ${one.visits.cap.value} 次。${one.meaning}`,
      })),
      { label: '名单摘要（SHA-256）', value: list.listDigest, code: true },
    ],
    tables: [
      {
        caption: '分类监管名单',
        columns: publicColumns.map((column) => ({ ...column })),
        rows: rows.map((row, index) => publicCells(row, index, signedOn)),
      },
    ],
    files: [{ name: `${number}名单.json`, mediaType: 'application/json; charset=utf-8', text: canonicalList(rows) }],
    signature: { body: issuer, day: writtenDay(signedOn) },
  };
};
