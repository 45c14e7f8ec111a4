import { dayOf, type PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { nothing, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import {
  addWorkingDays,
  type CalendarYear,
  type WorkingCalendar,
  workingDaysBetween,
} from '#support/calendar/domain/working-days.ts';
import { workingDaysLeft } from '#support/calendar/server/working-days-left.ts';
import { objectionTransitions } from '../domain/notice.ts';
import { type NoticeOccasion, proposedWording } from '../domain/official-wording.ts';
import type { publicNoticeContract } from '../public-notice.contract.ts';
import type { Publishable } from './publish-notice.ts';

type Contract = typeof publicNoticeContract;

export const publishableRows = async (
  reader: Reader,
  { actor, today }: Context,
  campaignId: string,
  publishable: Publishable,
  calendar: WorkingCalendar,
): Promise<Result<AnswerOf<Contract['publishable']>, Fault>> => {
  const campaign = await reader.row<Omit<NoticeOccasion, 'plan'>>(sql`
    select c.name as "campaignName",
      coalesce((select min(name) from bodies b where b.city_id = c.city_id and b.kind = 'city-office'), '') as office,
      (select count(*)::int + 1 from notices n where n.city_id = c.city_id and n.campaign_id = c.campaign_id) as batch
    from campaigns c where c.city_id = ${actor.cityId} and c.campaign_id = ${campaignId}`);
  if (!campaign) return refuse('input.noSuchRecord', 404);
  const scheme = await schemeOfCampaign(reader, actor.cityId, campaignId);
  const { workingDays } = scheme.publicNotice;
  const closesOn = addWorkingDays(calendar, today, workingDays.value);
  const rows = await publishable.list(reader, actor, campaignId);
  const year = Number(today.slice(0, 4));
  const years = [year, year + 1].flatMap((each) => {
    const published = calendar.years[each];
    return published ? [[String(each), mutable(published)] as const] : [];
  });
  return ok({
    columns: publishable.columns.map((column) => ({ ...column })),
    rows: rows.map(({ subjectId, cells }) => ({ subjectId, cells: { ...cells } })),
    workingDays: { ...workingDays },
    closesOn: closesOn.ok ? closesOn.value : null,
    today,
    calendar: { edition: calendar.edition, years: Object.fromEntries(years) },
    proposed: proposedWording({ ...campaign, plan: scheme.notice }),
  });
};

const mutable = ({ holidays, makeUpWorkdays, source }: CalendarYear) => ({
  holidays: [...holidays],
  makeUpWorkdays: [...makeUpWorkdays],
  source,
});

interface NoticeRow {
  noticeId: string;
  number: string;
  title: string;
  state: 'open' | 'closed';
  opensOn: PlainDate;
  closesOn: PlainDate;
  entries: number;
  cleared: number;
  upheld: number;
  waiting: number;
  slug: string;
}

const noticeColumns: Sql = sql`n.notice_id as "noticeId", n.number, n.title, n.state, n.opens_on as "opensOn", n.closes_on as "closesOn", p.slug,
  (select count(*)::int from notice_entries e where e.city_id = n.city_id and e.notice_id = n.notice_id) as entries,
  (select count(*)::int from notice_entries e where e.city_id = n.city_id and e.notice_id = n.notice_id and e.state = 'cleared') as cleared,
  (select count(*)::int from notice_entries e where e.city_id = n.city_id and e.notice_id = n.notice_id and e.state = 'upheld') as upheld,
  (select count(*)::int from objections o where o.city_id = n.city_id and o.notice_id = n.notice_id and o.state = 'received') as waiting`;

const daysLeft = (calendar: WorkingCalendar, today: PlainDate, until: PlainDate): number => {
  const left = workingDaysBetween(calendar, today, until);
  return left.ok ? left.value : 0;
};

export const noticesOf = async (
  reader: Reader,
  { actor, today }: Context,
  campaignId: string,
  calendar: WorkingCalendar,
) => {
  const rows = await reader.rows<NoticeRow>(sql`select ${noticeColumns} from notices n
    join publications p on p.city_id = n.city_id and p.publication_id = n.publication_id
    where n.city_id = ${actor.cityId} and n.campaign_id = ${campaignId} order by n.published_at desc`);
  return ok({
    rows: rows.map((row) => ({ ...row, workingDaysLeft: daysLeft(calendar, today, row.closesOn) })),
    total: rows.length,
  });
};

export const noticeById = async (
  reader: Reader,
  { actor, today }: Context,
  noticeId: string,
  publishable: Publishable,
  calendar: WorkingCalendar,
): Promise<Result<AnswerOf<Contract['notice']>, Fault>> => {
  const row = await reader.row<
    NoticeRow & {
      introduction: string;
      workingDays: number;
      calendarEdition: string;
      digest: string;
      publishedByName: string;
      publishedAt: Date;
      closedAt: Date | null;
    }
  >(sql`
    select ${noticeColumns}, n.introduction, n.working_days as "workingDays", n.calendar_edition as "calendarEdition", p.digest, coalesce(a.name, '') as "publishedByName",
      n.published_at as "publishedAt", n.closed_at as "closedAt"
    from notices n join publications p on p.city_id = n.city_id and p.publication_id = n.publication_id
    left join accounts a on a.city_id = n.city_id and a.account_id = n.published_by
    where n.city_id = ${actor.cityId} and n.notice_id = ${noticeId}`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const rows = await reader.rows<AnswerOf<Contract['notice']>['rows'][number]>(sql`
    select e.entry_id as "entryId", e.cells, e.state,
      (select count(*)::int from objections o where o.city_id = e.city_id and o.entry_id = e.entry_id) as objections
    from notice_entries e where e.city_id = ${actor.cityId} and e.notice_id = ${noticeId} order by e.position`);
  return ok({
    notice: {
      ...row,
      publishedAt: row.publishedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      workingDaysLeft: daysLeft(calendar, today, row.closesOn),
    },
    columns: publishable.columns.map((column) => ({ ...column })),
    rows,
  });
};

interface ObjectionRow {
  objectionId: string;
  number: string;
  noticeId: string;
  noticeNumber: string;
  entryId: string;
  cells: Record<string, string>;
  state: 'received' | 'dismissed' | 'upheld';
  receivedAt: Date;
  campaignId: string;
}

const objectionColumns: Sql = sql`o.objection_id as "objectionId", o.number, o.notice_id as "noticeId", n.number as "noticeNumber", o.entry_id as "entryId",
  e.cells, o.state, o.received_at as "receivedAt", n.campaign_id as "campaignId"`;
const objectionTables: Sql = sql`objections o
  join notices n on n.city_id = o.city_id and n.notice_id = o.notice_id
  join notice_entries e on e.city_id = o.city_id and e.entry_id = o.entry_id`;

/** An objection with the day on which its ruling is due, after the scheme of its campaign. */
const objectionLine = (
  { actor, today }: Context,
  { campaignId: _, receivedAt, ...row }: ObjectionRow,
  scheme: Scheme,
  calendar: WorkingCalendar,
) => {
  const due = addWorkingDays(calendar, dayOf(receivedAt), scheme.publicNotice.objection.rulingWorkingDays.value);
  const left = due.ok ? workingDaysLeft(actor.cityId, today, due.value) : undefined;
  return {
    ...row,
    receivedAt: receivedAt.toISOString(),
    dueOn: due.ok ? due.value : null,
    ...(left === undefined ? {} : { workingDaysLeft: left }),
  };
};

/** The schemes of several campaigns, each read once. */
const schemesOf = async (reader: Reader, cityId: number, campaignIds: readonly string[]) => {
  const schemes = new Map<string, Scheme>();
  for (const id of new Set(campaignIds)) schemes.set(id, await schemeOfCampaign(reader, cityId, id));
  return schemes;
};

export const objectionsOf = async (
  reader: Reader,
  context: Context,
  state: string | undefined,
  publishable: Publishable,
  calendar: WorkingCalendar,
) => {
  const { actor } = context;
  const rows = await reader.rows<ObjectionRow>(sql`select ${objectionColumns} from ${objectionTables}
    where o.city_id = ${actor.cityId} ${state ? sql`and o.state = ${state}` : nothing} order by (o.state = 'received') desc, o.received_at desc limit 500`);
  const schemes = await schemesOf(
    reader,
    actor.cityId,
    rows.map(({ campaignId }) => campaignId),
  );
  return ok({
    rows: rows.map((row) => objectionLine(context, row, schemes.get(row.campaignId) as Scheme, calendar)),
    total: rows.length,
    columns: publishable.columns.map((column) => ({ ...column })),
  });
};

export const objectionById = async (
  reader: Reader,
  context: Context,
  objectionId: string,
  publishable: Publishable,
  calendar: WorkingCalendar,
): Promise<Result<AnswerOf<Contract['objection']>, Fault>> => {
  const { actor } = context;
  const row = await reader.row<
    ObjectionRow & {
      objectorName: string;
      objectorPhone: string;
      grounds: string;
      rulingReason: string;
      ruledByName: string;
      ruledAt: Date | null;
      subjectType: string;
      subjectId: string;
    }
  >(sql`select ${objectionColumns}, o.objector_name as "objectorName", o.objector_phone as "objectorPhone", o.grounds, o.ruling_reason as "rulingReason",
      coalesce(a.name, '') as "ruledByName", o.ruled_at as "ruledAt", e.subject_type as "subjectType", e.subject_id as "subjectId"
    from ${objectionTables} left join accounts a on a.city_id = o.city_id and a.account_id = o.ruled_by
    where o.city_id = ${actor.cityId} and o.objection_id = ${objectionId}`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const scheme = await schemeOfCampaign(reader, actor.cityId, row.campaignId);
  const line = objectionLine(context, row, scheme, calendar);
  const actions = objectionTransitions.filter(
    (step) => step.from === row.state && actor.roles.some((role) => (step.who as readonly string[]).includes(role)),
  );
  return ok({
    ...line,
    columns: publishable.columns.map((column) => ({ ...column })),
    objectorName: row.objectorName,
    objectorPhone: row.objectorPhone,
    grounds: row.grounds,
    rulingReason: row.rulingReason,
    ruledByName: row.ruledByName,
    ruledAt: row.ruledAt?.toISOString() ?? null,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    actions: actions.map((step) => step.action),
  });
};
