import { writtenDay } from '#lib/plain-date.ts';
import { type Fault, issues, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import { formatDocumentNumber } from '#support/numbering/domain/number-format.ts';
import { publish } from '#support/publication/server/publish.ts';
import type { NoticeColumn, PublishableRow } from '../domain/notice.ts';
import { publicNoticeContract } from '../public-notice.contract.ts';

/** Where the rows come from: the board does not know, `app` says. */
export interface Publishable {
  readonly columns: readonly NoticeColumn[];
  readonly list: (reader: Reader, actor: Actor, campaignId: string) => Promise<readonly PublishableRow[]>;
}

export const NUMBER_PREFIX = '攀应急评公示';

const chosen = (rows: readonly PublishableRow[], subjectIds: readonly string[]): Result<PublishableRow[], Fault> => {
  const wanted = new Set(subjectIds);
  const found = rows.filter((row) => wanted.has(row.subjectId));
  return found.length === wanted.size
    ? ok(found)
    : refuse('notice.rowsChanged', 409, { missing: wanted.size - found.length });
};

export const publishNotice = (publishable: Publishable) =>
  command(publicNoticeContract.publishNotice, {
    name: 'public-notice.publish-notice',
    constraints: {
      notice_entries_subject_once: { kind: 'refusal', code: 'notice.rowsChanged', status: 409, again: 'conflict' },
    },
    run: async (tx, { params, body }, context) => {
      const { actor, now, today } = context;
      const campaign = await tx.row(
        sql`select 1 from campaigns where city_id = ${actor.cityId} and campaign_id = ${params.campaignId} for update`,
      );
      if (!campaign) return refuse('input.noSuchRecord', 404);
      const { workingDays } = (await schemeOfCampaign(tx, actor.cityId, params.campaignId)).publicNotice;
      if (body.workingDays < workingDays.min || body.workingDays > workingDays.max) {
        return issues([
          {
            path: 'workingDays',
            code: 'notice.workingDaysOutside',
            params: { min: workingDays.min, max: workingDays.max },
          },
        ]);
      }
      const calendar = calendarOf(actor.cityId);
      const closesOn = addWorkingDays(calendar, today, body.workingDays);
      if (!closesOn.ok) return closesOn;
      const rows = chosen(await publishable.list(tx, actor, params.campaignId), body.subjectIds);
      if (!rows.ok) return rows;

      const year = Number(today.slice(0, 4));
      const { seq } = await tx.one<{ seq: number }>(
        sql`select next_number(${actor.cityId}, 'public-notice', ${year}) as seq`,
      );
      const number = formatDocumentNumber({ prefix: NUMBER_PREFIX, year, seq });
      const slug = `notice-${year}-${seq}`;
      const noticeId = newId();
      const entries = rows.value.map((row, index) => ({ ...row, entryId: newId(), position: index + 1 }));
      const { publicationId, digest } = publish(tx, context, {
        kind: 'notice',
        slug,
        title: body.title,
        content: {
          paragraphs: body.introduction.split('\n').filter((line) => line.trim() !== ''),
          facts: [
            { label: '公示编号', value: number },
            { label: '公示开始', value: writtenDay(today) },
            { label: '公示截止', value: `${writtenDay(closesOn.value)}（含当日，共 ${body.workingDays} 个工作日）` },
            { label: '单元数', value: String(entries.length) },
          ],
          tables: [
            {
              caption: '拟定分类名单',
              columns: [{ key: '_no', label: '序号', numeric: true }, ...publishable.columns],
              rows: entries.map((entry) => ({ ...entry.cells, _no: String(entry.position), _id: entry.entryId })),
            },
          ],
          files: [],
          objections: {
            noticeId,
            until: closesOn.value,
            note: '任何单位和个人均可在公示期内提出异议。异议人的姓名和电话不公开。',
          },
        },
      });
      tx.later(sql`insert into notices (city_id, notice_id, campaign_id, number, title, introduction, opens_on, closes_on, working_days, calendar_edition, publication_id, published_by, published_at)
        values (${actor.cityId}, ${noticeId}, ${params.campaignId}, ${number}, ${body.title}, ${body.introduction}, ${today}, ${closesOn.value}, ${body.workingDays},
          ${calendar.edition}, ${publicationId}, ${actor.accountId}, ${now})`);
      tx.later(sql`insert into notice_entries (city_id, entry_id, notice_id, position, subject_type, subject_id, cells)
        select ${actor.cityId}, e."entryId", ${noticeId}, e.position, e."subjectType", e."subjectId", e.cells
        from jsonb_to_recordset(${json(entries)}::jsonb) as e ("entryId" uuid, position int, "subjectType" text, "subjectId" uuid, cells jsonb)`);
      return ok({
        done: { noticeId, number, slug, closesOn: closesOn.value },
        subject: { type: 'notice', id: noticeId },
        record: {
          number,
          title: body.title,
          opensOn: today,
          closesOn: closesOn.value,
          digest,
          subjects: entries.map((entry) => entry.subjectId),
        },
      });
    },
  });
