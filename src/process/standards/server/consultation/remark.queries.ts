import { ok, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { consultationContract } from '../../consultation.contract.ts';
import { ownSide } from './asked.ts';
import { commentColumns, commentedItem, shownComment } from './consultation.queries.ts';
import type { IndustryNames } from './plan.queries.ts';

type Contract = typeof consultationContract;
type Remark = AnswerOf<Contract['remarks']>['rows'][number];

interface RemarkRow extends Omit<Remark, 'industryName' | 'madeAt' | 'answeredAt'> {
  madeAt: Date;
  answeredAt: Date | null;
}

const columns: Sql = sql`k.remark_id as "remarkId", k.edition_hash as "editionHash", e.title as "editionTitle", e.industry, k.item_id as "itemId",
  coalesce(i.item->>'clause', k.item_id) as clause, coalesce(i.item->>'text', '') as "itemText", k.remark, k.side, k.author_name as "authorName",
  k.author_of as "authorOf", k.made_at as "madeAt", k.outcome, k.outcome_reason as "outcomeReason", k.answered_by_name as "answeredByName",
  k.answered_at as "answeredAt"`;

const tables: Sql = sql`item_remarks k join editions e on e.city_id = k.city_id and e.edition_hash = k.edition_hash
  left join lateral (select item, position from jsonb_array_elements(e.content->'items') with ordinality as x(item, position)
    where x.item->>'id' = k.item_id limit 1) i on true`;

const shown = (row: RemarkRow, names: ReadonlyMap<string, string>): Remark => ({
  ...row,
  industryName: names.get(row.industry) ?? row.industry,
  madeAt: row.madeAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
});

/** What the person's own side remarked on the items of an edition, the newest first. */
export const ownRemarksOf = async (reader: Reader, { actor }: Context, hash: string, industryNames: IndustryNames) => {
  const names = await industryNames(reader, actor.cityId);
  const rows = await reader.rows<RemarkRow>(sql`select ${columns} from ${tables}
    where k.city_id = ${actor.cityId} and k.edition_hash = ${hash} and ${ownSide(actor)} order by k.made_at desc limit 1000`);
  return ok({ rows: rows.map((row) => shown(row, names)) });
};

/** Remarks for those who draft: without an answer first, then by item. */
export const remarksOf = async (
  reader: Reader,
  { actor }: Context,
  query: InputOf<Contract['remarks']>['query'],
  industryNames: IndustryNames,
) => {
  const conditions = [sql`k.city_id = ${actor.cityId}`];
  if (query.industry) conditions.push(sql`e.industry = ${query.industry}`);
  if (query.editionHash) conditions.push(sql`k.edition_hash = ${query.editionHash}`);
  if (query.itemId) conditions.push(sql`k.item_id = ${query.itemId}`);
  if (query.state) conditions.push(query.state === 'open' ? sql`k.outcome is null` : sql`k.outcome is not null`);
  const where = allOf(conditions);
  const [rows, counted] = await reader.together<[RemarkRow, { total: number }]>(
    sql`select ${columns} from ${tables} where ${where}
      order by (k.outcome is null) desc, e.industry, e.published_at desc, i.position nulls last, k.made_at, k.remark_id ${pageOf(query)}`,
    sql`select count(*)::int as total from item_remarks k
      join editions e on e.city_id = k.city_id and e.edition_hash = k.edition_hash where ${where}`,
  );
  const names = await industryNames(reader, actor.cityId);
  return ok({
    rows: rows.map((row) => shown(row, names)),
    total: counted[0]?.total ?? 0,
    industries: [...names].map(([code, name]) => ({ code, name })),
  });
};

/** How many remarks there are by item of an edition; items without any are left out. */
export const remarkCountsOf = async (reader: Reader, { actor }: Context, hash: string) =>
  ok({
    items: await reader.rows<{ itemId: string; total: number; open: number }>(sql`
      select k.item_id as "itemId", count(*)::int as total, count(*) filter (where k.outcome is null)::int as open
      from item_remarks k where k.city_id = ${actor.cityId} and k.edition_hash = ${hash} group by 1 order by 1`),
  });

type OwnComment = AnswerOf<Contract['ownOpinions']>['comments'][number];

/** Everything that the person's own side said about standards, the newest first. */
export const ownOpinionsOf = async (reader: Reader, { actor }: Context, industryNames: IndustryNames) => {
  const own = sql`k.city_id = ${actor.cityId} and ${ownSide(actor)}`;
  const [comments, remarks] = await reader.together<
    [Omit<OwnComment, 'madeAt' | 'ruledAt'> & { madeAt: Date; ruledAt: Date | null }, RemarkRow]
  >(
    sql`select ${commentColumns}, c.title, coalesce(i.item->>'clause', k.item_id, '') as clause, coalesce(i.item->>'text', '') as "itemText"
      from consultation_comments k join consultations c on c.city_id = k.city_id and c.consultation_id = k.consultation_id
      left join lateral (${commentedItem}) i on true
      where ${own} order by k.made_at desc limit 500`,
    sql`select ${columns} from ${tables} where ${own} order by k.made_at desc limit 500`,
  );
  const names = await industryNames(reader, actor.cityId);
  return ok({ comments: comments.map((row) => shownComment(row)), remarks: remarks.map((row) => shown(row, names)) });
};

/** Whether the city has published this edition. */
export const editionKnown = async (reader: Reader, { actor }: Context, hash: string) => {
  const row = await reader.row(sql`select 1 from editions where city_id = ${actor.cityId} and edition_hash = ${hash}`);
  return row ? ok(null) : refuse('input.noSuchRecord', 404);
};
