import type { PlainDate } from '#lib/plain-date.ts';
import type { Context } from '#parties/access/command.ts';
import { type Actor, enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, json, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { paperRules } from '#process/campaign/domain/paper-rules.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { type PaperState, paperStates } from '../../domain/paper/arrivals.ts';
import type { PaperRow, paperContract } from '../../paper.contract.ts';
import { arrivalDue } from './paper.queries.ts';

type Answer = AnswerOf<typeof paperContract.paperList>;
type Query = InputOf<typeof paperContract.paperList>['query'];

/** Whose paper a person watches. */
const watchedBy = (actor: Actor): Sql => {
  if (hasRole(actor, ...enterpriseRoles)) return sql`d.enterprise_id = ${actor.enterpriseId}`;
  return hasRole(actor, 'city-office', 'leading-group', 'auditor')
    ? sql`true`
    : sql`coalesce(d.receiving_body_id, s.receiving_body_id) = ${actor.bodyId}`;
};

/** The day on which the paper of a submission of a day is due: worked out once for each day, for the database knows no working days. */
export const dueByDay = async (reader: Reader, cityId: number, campaignId: string): Promise<Sql> => {
  const days = await reader.rows<{ day: PlainDate }>(sql`
    select distinct (s.submitted_at at time zone 'Asia/Shanghai')::date as day from declarations d
    join submissions s on s.city_id = d.city_id and s.declaration_id = d.declaration_id
    where d.city_id = ${cityId} and d.campaign_id = ${campaignId} and d.state = 'submitted'`);
  const rules = days.length === 0 ? null : paperRules(await schemeOfCampaign(reader, cityId, campaignId));
  const pairs = days.flatMap(({ day }) => {
    const due = rules && arrivalDue(cityId, day, rules);
    return due ? [{ day, due }] : [];
  });
  return sql`jsonb_to_recordset(${json(pairs)}::jsonb) as due_days(day date, due date)`;
};

/**
 * The paper that is asked for in a campaign, one row a declaration in force: of the last version that a person signed, with what has come
 * of it. Columns `state`, `since`, `due`.
 */
export const wantedPaper = (cityId: number, campaignId: string, dueDays: Sql, condition: Sql): Sql => sql`
  select s.submission_id, d.declaration_id, d.enterprise_id, coalesce(d.receiving_body_id, s.receiving_body_id) as body_id, e.name as enterprise_name,
    u.name as unit_name, s.receipt_number, s.sequence, s.submitted_at, arrived.count as arrived, r.number as receipt,
    case when r.number is not null then 'complete' when n.number is not null then 'notified'
      when arrived.count > 0 then 'incomplete' else 'outstanding' end as state,
    case when r.number is null then coalesce(n.due_on, due_days.due) end as due,
    coalesce((n.sent_at at time zone 'Asia/Shanghai')::date, (s.submitted_at at time zone 'Asia/Shanghai')::date) as since
  from declarations d
  join submissions now_in_force on now_in_force.city_id = d.city_id and now_in_force.submission_id = d.current_submission_id
  join lateral (select * from submissions x where x.city_id = d.city_id and x.declaration_id = d.declaration_id and x.revision_id is null
    and x.sequence <= now_in_force.sequence order by x.sequence desc limit 1) s on true
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
  left join paper_receipts r on r.city_id = s.city_id and r.submission_id = s.submission_id and r.voided_at is null
  left join paper_notices n on n.city_id = s.city_id and n.submission_id = s.submission_id and n.settled_at is null
  left join ${dueDays} on due_days.day = (s.submitted_at at time zone 'Asia/Shanghai')::date
  cross join lateral (select count(*)::int as count from paper_arrivals a where a.city_id = s.city_id and a.submission_id = s.submission_id
    and a.ended_at is null) arrived
  where d.city_id = ${cityId} and d.campaign_id = ${campaignId} and d.state = 'submitted' and ${condition}`;

const filters = ({ state, overdue, q }: Query, today: PlainDate): readonly Sql[] => [
  ...(state === undefined ? [] : [state === 'open' ? sql`w.state <> 'complete'` : sql`w.state = ${state}`]),
  ...(overdue === undefined
    ? []
    : [overdue === '1' ? sql`w.due < ${today}::date` : sql`(w.due is null or w.due >= ${today}::date)`]),
  ...(q
    ? [sql`(w.unit_name ilike ${`%${q}%`} or w.enterprise_name ilike ${`%${q}%`} or w.receipt_number = ${q})`]
    : []),
];

interface Row {
  readonly submission_id: string;
  readonly enterprise_name: string;
  readonly unit_name: string;
  readonly body_name: string;
  readonly receipt_number: string;
  readonly sequence: number;
  readonly submitted_at: Date;
  readonly arrived: number;
  readonly receipt: string | null;
  readonly state: PaperState;
  readonly due: PlainDate | null;
}

const rowOf =
  (copies: number, today: PlainDate) =>
  (row: Row): PaperRow => ({
    submissionId: row.submission_id,
    enterpriseName: row.enterprise_name,
    unitName: row.unit_name,
    bodyName: row.body_name,
    receiptNumber: row.receipt_number,
    sequence: row.sequence,
    submittedAt: row.submitted_at.toISOString(),
    state: row.state,
    arrived: row.arrived,
    copies,
    receiptIssued: row.receipt,
    dueOn: row.due,
    late: row.due !== null && row.due < today,
  });

/** The newest campaign's paper, most urgent first. */
export const listPaper = async (reader: Reader, query: Query, { actor, today }: Context): Promise<Answer> => {
  const { cityId } = actor;
  const counts = Object.fromEntries(paperStates.map((state) => [state, 0])) as Answer['counts'];
  const campaign = await reader.row<{ id: string }>(
    sql`select campaign_id as id from campaigns where city_id = ${cityId} order by opened_at desc limit 1`,
  );
  if (!campaign) return { rows: [], total: 0, counts, today };
  const { copies } = paperRules(await schemeOfCampaign(reader, cityId, campaign.id));
  const wanted = wantedPaper(cityId, campaign.id, await dueByDay(reader, cityId, campaign.id), watchedBy(actor));
  const where = allOf(filters(query, today));
  const [counted, [all], rows] = await reader.together<[{ state: PaperState; count: number }, { total: number }, Row]>(
    sql`select state, count(*)::int as count from (${wanted}) w group by state`,
    sql`select count(*)::int as total from (${wanted}) w where ${where}`,
    sql`select w.*, coalesce(b.name, w.body_id) as body_name from (${wanted}) w
      left join bodies b on b.city_id = ${cityId} and b.body_id = w.body_id
      where ${where} order by w.due nulls last, w.submitted_at, w.submission_id ${pageOf(query)}`,
  );
  for (const { state, count } of counted) counts[state] = count;
  return { rows: rows.map(rowOf(copies.value.length, today)), total: all?.total ?? 0, counts, today };
};
