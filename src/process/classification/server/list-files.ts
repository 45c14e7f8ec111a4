import { dayOf, writtenDay } from '#lib/plain-date.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { fixedByText } from '#process/spot-check/domain/official-wording.ts';
import { renderPdf } from '#support/documents/pdf/render-pdf.ts';
import { type ColumnModel, writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { validUntil } from '../domain/validity.ts';
import type { StoredAdoption } from './adoption.queries.ts';
import { introduction, publicCells, publicColumns } from './list-publication.ts';

const text = (header: string, width: number): ColumnModel => ({ header, width, kind: 'text' });
const number = (header: string, width: number): ColumnModel => ({ header, width, kind: 'number' });

/** 分类监管名单 for official use: what the public reads, and how each class came about. */
const officialColumns: readonly ColumnModel[] = [
  number('序号', 6),
  text('企业名称', 34),
  text('统一社会信用代码', 22),
  text('评估单元', 22),
  text('县（区）', 10),
  text('监管机构', 24),
  text('行业', 20),
  text('隶属关系', 12),
  text('自评得分', 10),
  text('自评类别', 10),
  text('初审得分', 10),
  text('初审类别', 10),
  text('是否抽查', 10),
  text('核定得分', 10),
  text('确定类别', 10),
  text('评定机关和文号', 30),
  text('调整原因', 30),
  { header: '有效期起', width: 12, kind: 'date' },
  { header: '有效期止', width: 12, kind: 'date' },
  number('年计划检查', 10),
  number('年检查上限', 10),
  text('公示编号', 26),
];

const NOT_SIGNED = '待领导小组签发，尚未生效';
const fileName = ({ number: signed, title }: StoredAdoption): string =>
  signed ? `${signed} ${title}` : `${title}（待签发）`;
const signedDay = ({ signedAt }: StoredAdoption) => (signedAt ? dayOf(signedAt) : null);

/** Scores are written as printed, as text, so that no program shows more or fewer digits. */
export const listWorkbook = async (adoption: StoredAdoption, scheme: Scheme): Promise<FileAnswer> => {
  const nameOf = (code: string | null) => scheme.classes.find((one) => one.code === code)?.name ?? code ?? '';
  const signedOn = signedDay(adoption);
  const bytes = await writeWorkbook({
    title: adoption.title,
    madeAt: adoption.signedAt ?? adoption.preparedAt,
    sheets: [
      {
        name: '分类监管名单',
        title: adoption.title,
        notes: [
          `文号：${adoption.number ?? NOT_SIGNED}`,
          `会议日期：${writtenDay(adoption.meetingOn)}；单元数：${adoption.unitCount}`,
          `名单摘要（SHA-256）：${adoption.listDigest}`,
          '内部使用，不得公开；公开的名单见公示网站。',
        ],
        columns: officialColumns,
        rows: adoption.list.map((row, index) => {
          const visits = scheme.classes.find(({ code }) => code === row.classCode)?.visits;
          return [
            index + 1,
            row.enterprise,
            row.creditCode,
            row.unit,
            row.division,
            row.body,
            row.industry,
            row.affiliation,
            row.selfPrinted,
            nameOf(row.selfClass),
            row.reviewedPrinted,
            nameOf(row.reviewedClass),
            row.basis === 'verified' ? '是' : '否',
            row.basis === 'verified' ? row.printed : '',
            row.className,
            row.fixedBy ? fixedByText(row.fixedBy) : '',
            row.adjustment,
            signedOn,
            signedOn && validUntil(signedOn, row.validityMonths),
            visits?.target.value ?? null,
            visits?.cap.value ?? null,
            row.noticeNumber,
          ];
        }),
      },
    ],
  });
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${fileName(adoption)}.xlsx`,
    body: bytes,
  };
};

const widths: Readonly<Record<string, number | 'fit'>> = {
  no: 'fit',
  enterprise: 26,
  creditCode: 'fit',
  unit: 18,
  division: 10,
  body: 20,
  industry: 14,
  class: 10,
  until: 'fit',
};

/** The official document, before and after signing. */
export const listDocument = async (adoption: StoredAdoption, scheme: Scheme): Promise<FileAnswer> => {
  const signedOn = signedDay(adoption);
  const { pdf } = await renderPdf(
    'list',
    {
      title: adoption.title,
      number: adoption.number ?? NOT_SIGNED,
      intro: introduction({
        ...adoption,
        number: adoption.number ?? '',
        rows: adoption.list,
        scheme,
        signedOn: signedOn ?? adoption.meetingOn,
      }).slice(0, 1),
      columns: publicColumns.map(({ key, label }) => ({ header: label, width: widths[key] ?? 10 })),
      rows: adoption.list.map((row, index) => {
        const cells = publicCells(row, index, signedOn);
        return publicColumns.map(({ key }) => cells[key] ?? '');
      }),
      signatures: signedOn ? [{ name: adoption.issuer, date: writtenDay(signedOn) }] : [],
      digest: { label: '名单摘要 SHA-256：', value: adoption.listDigest },
      landscape: true,
    },
    adoption.signedAt ?? adoption.preparedAt,
  );
  return { type: 'application/pdf', name: `${fileName(adoption)}.pdf`, body: pdf };
};
