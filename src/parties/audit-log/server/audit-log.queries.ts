import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { auditLogContract } from '../audit-log.contract.ts';

type Contract = typeof auditLogContract;
type Line = AnswerOf<Contract['auditEntries']>['rows'][number];

/** What people call the records that entries point to, by id; the stages know. */
export type SubjectNames = (
  reader: Reader,
  cityId: number,
  subjects: readonly Pick<Line, 'subjectType' | 'subjectId'>[],
) => Promise<ReadonlyMap<string, string>>;

type Row<Answer extends Line> = Omit<Answer, 'occurredAt' | 'subjectName'> & { readonly occurredAt: Date };

const PAGE = 50;

const columns: Sql = sql`e.entry_id as "entryId", e.occurred_at as "occurredAt", e.actor_name as "actorName", b.short as "bodyName", e.command,
  e.subject_type as "subjectType", e.subject_id as "subjectId", c.sequence`;
const tables: Sql = sql`audit_entries e
  left join bodies b on b.city_id = e.city_id and b.body_id = e.body_id
  left join audit_chain c on c.city_id = e.city_id and c.entry_id = e.entry_id`;

const conditions = (cityId: number, query: InputOf<Contract['auditEntries']>['query']): Sql[] => {
  const found = [sql`e.city_id = ${cityId}`];
  if (query.actor) found.push(sql`e.actor_name = ${query.actor}`);
  if (query.command) found.push(sql`e.command = ${query.command}`);
  if (query.subject) found.push(sql`e.subject_id = ${query.subject}`);
  if (query.from) found.push(sql`e.occurred_at >= (${query.from}::date)::timestamp at time zone 'Asia/Shanghai'`);
  if (query.to) found.push(sql`e.occurred_at < (${query.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  return found;
};

/** The cursor of a page: instant and id of its last row. */
const cursorOf = (row: { occurredAt: Date; entryId: string }): string =>
  `${row.occurredAt.toISOString()}_${row.entryId}`;
const cursorForm = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/;

export const auditEntries = async (
  reader: Reader,
  { query }: InputOf<Contract['auditEntries']>,
  { actor }: Context,
  subjectNames: SubjectNames,
): Promise<Result<AnswerOf<Contract['auditEntries']>, Fault>> => {
  const where = conditions(actor.cityId, query);
  const [, at, id] = cursorForm.exec(query.after ?? '') ?? [];
  const from = at ? [sql`(e.occurred_at, e.entry_id) < (${at}::timestamptz, ${id}::uuid)`] : [];
  const rows = await reader.rows<Row<Line>>(
    sql`select ${columns} from ${tables} where ${allOf([...where, ...from])} order by e.occurred_at desc, e.entry_id desc limit ${PAGE + 1}`,
  );
  const { total } = await reader.one<{ total: number }>(
    sql`select count(*) as total from audit_entries e where ${allOf(where)}`,
  );
  const commands = await reader.rows<{ command: string }>(
    sql`select distinct command from audit_entries where city_id = ${actor.cityId} order by command`,
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const names = await subjectNames(reader, actor.cityId, shown);
  return ok({
    rows: shown.map((row) => ({
      ...row,
      occurredAt: row.occurredAt.toISOString(),
      subjectName: names.get(row.subjectId) ?? '',
    })),
    total,
    next: rows.length > PAGE && last ? cursorOf(last) : null,
    commands: commands.map(({ command }) => command),
  });
};

export const auditEntry = async (
  reader: Reader,
  { params }: InputOf<Contract['auditEntry']>,
  { actor }: Context,
  subjectNames: SubjectNames,
): Promise<Result<AnswerOf<Contract['auditEntry']>, Fault>> => {
  const row = await reader.row<Row<AnswerOf<Contract['auditEntry']>>>(sql`
    select ${columns}, e.request_id as "requestId", p.payload, encode(e.payload_digest, 'hex') as "payloadDigest",
      encode(c.entry_digest, 'hex') as "entryDigest", encode(c.link, 'hex') as link
    from ${tables} left join audit_payloads p on p.city_id = e.city_id and p.entry_id = e.entry_id
    where e.city_id = ${actor.cityId} and e.entry_id = ${params.entryId}`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const names = await subjectNames(reader, actor.cityId, [row]);
  return ok({ ...row, occurredAt: row.occurredAt.toISOString(), subjectName: names.get(row.subjectId) ?? '' });
};
