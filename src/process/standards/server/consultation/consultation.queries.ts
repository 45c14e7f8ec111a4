import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { allOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { workingDaysLeft } from '#support/calendar/server/working-days-left.ts';
import type { consultationContract } from '../../consultation.contract.ts';
import { consultationState } from '../../domain/consultation.ts';
import { askedIn, mayRead, maySee } from './asked.ts';
import type { IndustryNames } from './plan.queries.ts';

type Contract = typeof consultationContract;
type Line = AnswerOf<Contract['consultations']>['rows'][number];
type Comment = AnswerOf<Contract['consultation']>['rows'][number];

interface LineRow extends Omit<Line, 'industryName' | 'workingDaysLeft' | 'state' | 'sentAt'> {
  opensOn: PlainDate;
  closesOn: PlainDate;
  sentAt: Date;
}

const columns = (
  readable: Sql,
): Sql => sql`c.consultation_id as "consultationId", c.number, c.title, c.industry, c.draft_id as "draftId",
  c.addressees, c.opens_on as "opensOn", c.closes_on as "closesOn", c.sent_by_name as "sentByName", c.sent_at as "sentAt",
  (select count(*)::int from consultation_comments k where k.city_id = c.city_id and k.consultation_id = c.consultation_id and ${readable}) as comments,
  (select count(*)::int from consultation_comments k where k.city_id = c.city_id and k.consultation_id = c.consultation_id and ${readable}
    and k.ruling is null) as unanswered`;

const lineOf = ({ actor, today }: Context, { sentAt, ...row }: LineRow, names: ReadonlyMap<string, string>): Line => {
  const state = consultationState(row.closesOn, today);
  const left = state === 'open' ? workingDaysLeft(actor.cityId, today, row.closesOn) : undefined;
  return {
    ...row,
    industryName: names.get(row.industry) ?? row.industry,
    state,
    sentAt: sentAt.toISOString(),
    ...(left === undefined ? {} : { workingDaysLeft: left }),
  };
};

/** Consultations in which the person was asked, or all for those inside; open ones first, the nearest last day on top. */
export const consultationsOf = async (
  reader: Reader,
  context: Context,
  { state, draftId }: { readonly state?: 'open' | 'closed'; readonly draftId?: string },
  industryNames: IndustryNames,
) => {
  const { actor, today } = context;
  const conditions = [sql`c.city_id = ${actor.cityId}`, sql`(${maySee(actor)})`];
  if (state === 'open') conditions.push(sql`c.closes_on >= ${today}`);
  if (state === 'closed') conditions.push(sql`c.closes_on < ${today}`);
  if (draftId) conditions.push(sql`c.draft_id = ${draftId}`);
  const rows =
    await reader.rows<LineRow>(sql`select ${columns(mayRead(actor))} from consultations c where ${allOf(conditions)}
    order by (c.closes_on >= ${today}::date) desc, case when c.closes_on >= ${today}::date then c.closes_on end, c.sent_at desc limit 500`);
  const names = await industryNames(reader, actor.cityId);
  return ok({ rows: rows.map((row) => lineOf(context, row, names)), total: rows.length });
};

interface CommentRow extends Omit<Comment, 'madeAt' | 'ruledAt'> {
  madeAt: Date;
  ruledAt: Date | null;
}

/** Columns of a comment `k`, for {@link shownComment}. */
export const commentColumns: Sql = sql`k.comment_id as "commentId", k.consultation_id as "consultationId", k.item_id as "itemId", k.comment, k.side,
  k.author_name as "authorName", k.author_of as "authorOf", k.recorded_by_name as "recordedByName", k.made_at as "madeAt", k.ruling,
  k.ruling_reason as "rulingReason", k.ruled_by_name as "ruledByName", k.ruled_at as "ruledAt"`;

export const shownComment = <Row extends CommentRow>(row: Row) => ({
  ...row,
  madeAt: row.madeAt.toISOString(),
  ruledAt: row.ruledAt?.toISOString() ?? null,
});

export type ShownComment = ReturnType<typeof shownComment<CommentRow>>;

/**
 * The item on which `k` comments in the consultation `c`, with its position: of what was sent out, or one that it leaves out of the
 * edition in force.
 */
export const commentedItem: Sql = sql`select item, position from (
    select item, position from jsonb_array_elements(c.content->'items') with ordinality as sent(item, position)
    union all
    select item, 100000 + position from editions e cross join jsonb_array_elements(e.content->'items') with ordinality as former(item, position)
    where e.city_id = c.city_id and e.edition_hash = c.against_hash) known
  where item->>'id' = k.item_id order by position limit 1`;

/** Comments on one consultation in the order of the items, those on the whole first. */
export const commentsOf = async (reader: Reader, context: Context, consultationId: string): Promise<ShownComment[]> => {
  const { actor } = context;
  const rows =
    await reader.rows<CommentRow>(sql`select ${commentColumns}, coalesce(i.item->>'clause', k.item_id, '') as clause,
      coalesce(i.item->>'text', '') as "itemText"
    from consultation_comments k
    join consultations c on c.city_id = k.city_id and c.consultation_id = k.consultation_id
    left join lateral (${commentedItem}) i on true
    where k.city_id = ${actor.cityId} and k.consultation_id = ${consultationId} and ${mayRead(actor)}
    order by i.position nulls first, k.made_at, k.comment_id`);
  return rows.map((row) => shownComment(row));
};

interface ConsultationRow extends LineRow {
  note: string;
  contentHash: string;
  edition: Record<string, unknown>;
  againstHash: string | null;
  draftState: 'drafting' | 'published' | 'discarded';
  asked: boolean;
  slug: string | null;
}

export const consultationById = async (
  reader: Reader,
  context: Context,
  consultationId: string,
  industryNames: IndustryNames,
): Promise<Result<AnswerOf<Contract['consultation']>, Fault>> => {
  const { actor } = context;
  const row =
    await reader.row<ConsultationRow>(sql`select ${columns(mayRead(actor))}, c.note, c.content_hash as "contentHash", c.content as edition,
      c.against_hash as "againstHash", d.state as "draftState", (${askedIn(actor)}) as asked, p.slug
    from consultations c
    join edition_drafts d on d.city_id = c.city_id and d.draft_id = c.draft_id
    left join publications p on p.city_id = c.city_id and p.publication_id = c.publication_id
    where c.city_id = ${actor.cityId} and c.consultation_id = ${consultationId} and (${maySee(actor)})`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const { note, contentHash, edition, againstHash, draftState, asked, slug, ...rest } = row;
  const line = lineOf(context, rest, await industryNames(reader, actor.cityId));
  const office = hasRole(actor, 'city-office');
  return ok({
    ...line,
    note,
    contentHash,
    edition,
    againstHash,
    draftState,
    rows: await commentsOf(reader, context, consultationId),
    mayComment: asked && line.state === 'open' && draftState === 'drafting',
    mayRecord: office && draftState === 'drafting',
    mayRule: office && draftState !== 'published',
    slug,
  });
};
