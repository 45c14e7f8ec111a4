import { dayOf, writtenDay } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { type ColumnModel, writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { AddresseeGroup } from '../../domain/consultation.ts';
import { COMMENTS_TABLE, groupNames, rulingNames, sideNames } from '../../domain/consultation-wording.ts';
import { commentsOf } from './consultation.queries.ts';

const text = (header: string, width: number): ColumnModel => ({ header, width, kind: 'text' });

const COLUMNS: readonly ColumnModel[] = [
  { header: '序号', width: 6, kind: 'number' },
  text('提出单位（人）', 26),
  text('类别', 10),
  text('条款', 10),
  text('条款原文', 40),
  text('意见', 44),
  text('采纳情况', 10),
  text('理由', 40),
  text('答复人', 10),
  { header: '答复日期', width: 12, kind: 'date' },
];

interface Sent {
  readonly number: string;
  readonly title: string;
  readonly addressees: readonly AddresseeGroup[];
  readonly opensOn: Parameters<typeof writtenDay>[0];
  readonly closesOn: Parameters<typeof writtenDay>[0];
}

/** 意见采纳情况汇总表: an official table, in Chinese whatever the language of the page. */
export const commentsWorkbook = async (
  reader: Reader,
  context: Context,
  consultationId: string,
): Promise<Result<FileAnswer, Fault>> => {
  const { actor, now } = context;
  const sent = await reader.row<Sent>(sql`
    select number, title, addressees, opens_on as "opensOn", closes_on as "closesOn" from consultations
    where city_id = ${actor.cityId} and consultation_id = ${consultationId}`);
  if (!sent) return refuse('input.noSuchRecord', 404);
  const comments = await commentsOf(reader, context, consultationId);
  const count = (ruling: string | null) => comments.filter((each) => each.ruling === ruling).length;
  const title = `《${sent.title}》${COMMENTS_TABLE}`;
  const body = await writeWorkbook({
    title,
    madeAt: now,
    sheets: [
      {
        name: COMMENTS_TABLE,
        title,
        notes: [
          `${sent.number}　征求对象：${sent.addressees.map((group) => groupNames[group]).join('、')}　征求意见时间：${writtenDay(sent.opensOn)}至${writtenDay(sent.closesOn)}`,
          `共 ${comments.length} 条意见：采纳 ${count('adopted')} 条，不采纳 ${count('not-adopted')} 条，待答复 ${count(null)} 条。`,
        ],
        columns: COLUMNS,
        rows: comments.map((each, at) => {
          return [
            at + 1,
            [each.authorOf, each.authorName].filter((part) => part !== '').join(' '),
            sideNames[each.side],
            each.itemId === null ? '全文' : each.clause,
            each.itemText,
            each.comment,
            each.ruling === null ? '待答复' : rulingNames[each.ruling],
            each.rulingReason,
            each.ruledByName ?? '',
            each.ruledAt === null ? null : dayOf(new Date(each.ruledAt)),
          ];
        }),
      },
    ],
  });
  return ok({ type: MEDIA_TYPES.xlsx, name: `${title}.xlsx`, body });
};
