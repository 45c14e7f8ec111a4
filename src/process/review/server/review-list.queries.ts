import type { PlainDate } from '#lib/plain-date.ts';
import type { Context } from '#parties/access/command.ts';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeByHash, schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { workingDaysLeft } from '#support/calendar/server/working-days-left.ts';
import { type ReviewState, statesOf } from '../domain/review.ts';
import type { reviewContract } from '../review.contract.ts';
import { schemeClasses } from './scheme-classes.ts';
import { visibleBody } from './visibility.ts';

type Answer = AnswerOf<typeof reviewContract.reviews>;
type Query = InputOf<typeof reviewContract.reviews>['query'];

interface Row {
  readonly reviewId: string;
  readonly unitName: string;
  readonly enterpriseName: string;
  readonly industry: string;
  readonly schemeHash: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly state: ReviewState;
  readonly reviewerId: string | null;
  readonly reviewerName: string;
  readonly submittedAt: Date;
  readonly sequence: number;
  readonly late: boolean;
  readonly selfPrinted: string;
  readonly selfClass: string | null;
  readonly printed: string | null;
  readonly computedClass: string | null;
  readonly proposedClass: string | null;
  readonly dueOn: PlainDate;
}

const from = sql`from reviews r
  join declarations d on d.city_id = r.city_id and d.declaration_id = r.declaration_id
  join submissions s on s.city_id = r.city_id and s.submission_id = r.submission_id
  join units u on u.city_id = r.city_id and u.unit_id = r.unit_id`;

/** Last day of the preliminary review: the closest row of the phase table, else the campaign's end. */
export const reviewDueOn: Sql = sql`coalesce((select x.ends_on from phase_dates x
    where x.city_id = r.city_id and x.campaign_id = r.campaign_id and x.phase = 'preliminary-review'
      and x.body_id in (r.body_id, '*') and x.industry in (d.industry, '*')
    order by x.body_id <> '*' desc, x.industry <> '*' desc limit 1), c.ends_on)`;

const filters = (query: Query, { actor }: Context): readonly Sql[] => [
  sql`r.city_id = ${actor.cityId}`,
  visibleBody(actor, sql`r.body_id`),
  ...(query.campaignId ? [sql`r.campaign_id = ${query.campaignId}`] : []),
  ...(query.industry ? [sql`d.industry = ${query.industry}`] : []),
  ...(query.classCode ? [sql`coalesce(r.proposed_class, s.class_code) = ${query.classCode}`] : []),
  ...(query.late ? [sql`s.late`] : []),
  ...(query.mine ? [sql`r.reviewer_id = ${actor.accountId}`] : []),
  ...(query.bodyId ? [sql`r.body_id = ${query.bodyId}`] : []),
  ...searchPatterns(query.q ?? '').map((pattern) => sql`u.search_text like ${pattern}`),
];

/** What is still to be done first, in it the longest waiting; what was withdrawn or replaced only if asked for. */
const order = sql`order by case when r.state in ('pending', 'reviewing', 'proposed') then 0 when r.state = 'signed' then 1 else 2 end,
  s.submitted_at, r.review_id`;

const asRow = async (reader: Reader, { actor, today }: Context, row: Row): Promise<Answer['rows'][number]> => {
  const scheme = await schemeByHash(reader, actor.cityId, row.schemeHash);
  const {
    industry,
    schemeHash: _,
    reviewerId,
    selfPrinted,
    selfClass,
    printed,
    computedClass,
    proposedClass,
    ...rest
  } = row;
  const reviewed =
    printed === null || computedClass === null || proposedClass === null
      ? null
      : { printed, computedClass, proposedClass };
  return {
    ...rest,
    industryName: scheme.industries.find(({ code }) => code === industry)?.name ?? industry,
    mine: reviewerId !== null && reviewerId === actor.accountId,
    submittedAt: row.submittedAt.toISOString(),
    self: { printed: selfPrinted, classCode: selfClass },
    reviewed,
    workingDaysLeft: workingDaysLeft(actor.cityId, today, row.dueOn),
  };
};

/** The queue of a body, or of all bodies. */
export const listReviews = async (reader: Reader, query: Query, context: Context): Promise<Answer> => {
  const { actor } = context;
  const where = allOf(filters(query, context));
  const wanted = query.state ? statesOf(query.state) : undefined;
  const chosen = wanted ? sql`r.state = any(${[...wanted]}::text[])` : sql`r.state not in ('withdrawn', 'replaced')`;
  const rows = await reader.rows<Row>(sql`
    select r.review_id as "reviewId", u.name as "unitName", e.name as "enterpriseName", d.industry, c.scheme_hash as "schemeHash",
      r.body_id as "bodyId", b.short as "bodyName", r.state, r.reviewer_id as "reviewerId", coalesce(a.name, '') as "reviewerName",
      s.submitted_at as "submittedAt", s.sequence, s.late, s.printed as "selfPrinted", s.class_code as "selfClass",
      r.printed, r.computed_class as "computedClass", r.proposed_class as "proposedClass", ${reviewDueOn} as "dueOn"
    ${from}
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    join campaigns c on c.city_id = r.city_id and c.campaign_id = r.campaign_id
    join bodies b on b.city_id = r.city_id and b.body_id = r.body_id
    left join accounts a on a.city_id = r.city_id and a.account_id = r.reviewer_id
    where ${where} and ${chosen} ${order} ${pageOf(query)}`);
  const states = await reader.rows<{ state: ReviewState; count: number }>(
    sql`select r.state, count(*)::int as count ${from} where ${where} group by r.state`,
  );
  const counts = Object.fromEntries(states.map(({ state, count }) => [state, count])) as Answer['counts'];
  const total = states
    .filter(({ state }) => (wanted ? wanted.includes(state) : state !== 'withdrawn' && state !== 'replaced'))
    .reduce((sum, { count }) => sum + count, 0);
  const shown = query.campaignId ?? (await latestCampaign(reader, actor.cityId));
  const scheme = shown ? await schemeOfCampaign(reader, actor.cityId, shown) : undefined;
  const bodies = await reader.rows<{ code: string; name: string }>(sql`
    select distinct b.body_id as code, b.short as name, b.position from reviews r
    join bodies b on b.city_id = r.city_id and b.body_id = r.body_id
    where r.city_id = ${actor.cityId} and ${visibleBody(actor, sql`r.body_id`)} order by b.position`);
  return {
    rows: await Promise.all(rows.map((row) => asRow(reader, context, row))),
    total,
    counts,
    classes: scheme ? schemeClasses(scheme) : [],
    industries: (scheme?.industries ?? []).map(({ code, name }) => ({ code, name })),
    bodies: bodies.map(({ code, name }) => ({ code, name })),
  };
};

const latestCampaign = async (reader: Reader, cityId: number): Promise<string | undefined> =>
  (
    await reader.row<{ id: string }>(
      sql`select campaign_id as id from campaigns where city_id = ${cityId} order by opened_at desc limit 1`,
    )
  )?.id;
