import type { Context } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Asked } from '../../domain/register-change/check-request.ts';
import { openRegisterChangeActions } from '../../domain/register-change/states.ts';
import { searchPatterns } from '../../domain/search-text.ts';
import type { RegisterChangeLine, registerChangeContract } from '../../register-change.contract.ts';
import type { RegisterChangeServices } from './services.ts';
import { changeOpenTo, waitsFor } from './visibility.ts';

type Values = RegisterChangeLine['values'];
type Row = Omit<RegisterChangeLine, 'requestedAt' | 'decidedAt'> & {
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
};

const lineColumns = (
  actor: Actor,
): Sql => sql`c.change_id as "changeId", c.unit_id as "unitId", u.name as "unitName", e.name as "enterpriseName",
  coalesce((select json_agg(json_build_object('field', v.field, 'from', v.from_value, 'to', v.to_value, 'fromText', v.from_text, 'toText', v.to_text)
      order by v.field) from register_change_values v where v.city_id = c.city_id and v.change_id = c.change_id), '[]') as values,
  c.state, c.decider, coalesce((select b.short from bodies b where b.city_id = c.city_id
    and b.body_id = case c.decider when 'city-office' then 'city-office' else c.body_id end), c.body_id) as "deciderName",
  c.origin, c.reason, c.requested_by_name as "requestedByName", c.requested_at as "requestedAt", c.decided_by_name as "decidedByName",
  c.decided_at as "decidedAt", c.decision_reason as "decisionReason", ${waitsFor(actor)} as mine`;

const from = sql`from register_changes c join units u on u.city_id = c.city_id and u.unit_id = c.unit_id
  join enterprises e on e.city_id = c.city_id and e.enterprise_id = c.enterprise_id`;

const asLine = <R extends Row>({ requestedAt, decidedAt, ...row }: R) => ({
  ...row,
  requestedAt: requestedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});

/** Requests under a condition on `c`, the latest first, as the person sees them. */
export const changeLines = async (
  reader: Reader,
  actor: Actor,
  condition: Sql,
  page: Sql,
): Promise<readonly RegisterChangeLine[]> => {
  const rows = await reader.rows<Row>(sql`select ${lineColumns(actor)} ${from}
    where c.city_id = ${actor.cityId} and ${condition} order by c.requested_at desc, c.change_id desc ${page}`);
  return rows.map(asLine);
};

type ListAnswer = AnswerOf<typeof registerChangeContract.registerChanges>;

/** Requests that concern the person. */
export const listRegisterChanges = async (
  reader: Reader,
  actor: Actor,
  query: InputOf<typeof registerChangeContract.registerChanges>['query'],
): Promise<ListAnswer> => {
  const condition = allOf([
    changeOpenTo(actor),
    ...(query.state ? [sql`c.state = ${query.state}`] : []),
    ...(query.mine ? [sql`${waitsFor(actor)} = ${query.mine}`] : []),
    ...searchPatterns(query.q ?? '').map((pattern) => sql`u.search_text like ${pattern}`),
  ]);
  const { total } = await reader.one<{ total: number }>(
    sql`select count(*)::int as total ${from} where c.city_id = ${actor.cityId} and ${condition}`,
  );
  return { rows: [...(await changeLines(reader, actor, condition, pageOf(query)))], total };
};

type Record = AnswerOf<typeof registerChangeContract.registerChange>;

interface Whole extends Row {
  readonly version: number;
  readonly bodyId: string;
  readonly concerned: readonly string[];
  readonly enterpriseId: string;
  readonly requestedBy: string | null;
  readonly proof: Record['proof'];
  readonly remarks: Record['remarks'];
  readonly withoutRemarks: boolean;
}

const remarks = sql`coalesce((select json_agg(json_build_object('bodyId', x.body_id, 'bodyName', coalesce(b.short, x.body_id), 'agrees', m.agrees,
      'remark', coalesce(m.remark, ''), 'by', coalesce(m.remarked_by_name, ''), 'at', m.remarked_at) order by x.position)
    from unnest(c.concerned) with ordinality x(body_id, position) left join bodies b on b.city_id = c.city_id and b.body_id = x.body_id
    left join register_change_remarks m on m.city_id = c.city_id and m.change_id = c.change_id and m.body_id = x.body_id), '[]')`;

/** One request with everything that is decided by; undefined if it is not the person's to see. */
export const readRegisterChange = async (
  reader: Reader,
  { actor, today }: Context,
  changeId: string,
  { consequences }: RegisterChangeServices,
): Promise<Record | undefined> => {
  const row = await reader.row<Whole>(sql`
    select ${lineColumns(actor)}, c.version, c.body_id as "bodyId", c.concerned, c.enterprise_id as "enterpriseId", c.requested_by as "requestedBy",
      c.without_remarks as "withoutRemarks", ${remarks} as remarks,
      (select json_build_object('fileName', p.file_name, 'mediaType', p.media_type, 'sizeBytes', p.size_bytes, 'digest', p.file_digest)
        from register_change_proofs p where p.city_id = c.city_id and p.proof_id = c.proof_id) as proof
    ${from} where c.city_id = ${actor.cityId} and c.change_id = ${changeId} and ${changeOpenTo(actor)}`);
  if (!row) return undefined;
  const { bodyId, concerned, enterpriseId, requestedBy, ...shown } = asLine(row);
  const { unitId, state, decider, origin } = shown;
  const remarked = row.remarks.filter(({ at }) => at !== null).map((one) => one.bodyId);
  return {
    ...shown,
    remarks: row.remarks.map((one) => ({ ...one, at: one.at === null ? null : new Date(one.at).toISOString() })),
    consequences:
      state === 'pending'
        ? [
            ...(await consequences(reader, actor.cityId, today, {
              enterpriseId,
              unitId,
              values: askedOf(shown.values),
            })),
          ]
        : [],
    actions: [
      ...openRegisterChangeActions(
        { state, decider, bodyId, concerned, remarked, enterpriseId, origin, requestedBy },
        actor,
      ),
    ],
  };
};

const askedOf = (values: Values): Asked => Object.fromEntries(values.map(({ field, to }) => [field, to]));
