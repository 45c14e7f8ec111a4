import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { DeclarationMove } from '../../moves.contract.ts';

type Row = Omit<DeclarationMove, 'at'> & { readonly at: Date; readonly directs: boolean };

/** Every move of a declaration, the latest first; the last one that directed it tells why it stands where it stands. */
export const moveLines = async (reader: Reader, cityId: number, declarationId: string) => {
  const rows = await reader.rows<Row>(sql`
    select m.move_id as "moveId", m.cause, m.change_id as "changeId", m.rule, m.edition_rule as edition, m.state_before as "stateBefore",
      m.review_before as "reviewBefore", json_build_object('bodyId', m.from_body, 'name', coalesce(f.short, m.from_body)) as "from",
      json_build_object('bodyId', m.to_body, 'name', coalesce(t.short, m.to_body)) as "to",
      case when m.rule_body is not null then json_build_object('bodyId', m.rule_body, 'name', coalesce(r.short, m.rule_body)) end as "byRule",
      m.reason, m.basis, coalesce(jsonb_array_length(m.report -> 'dropped'), 0) as dropped, m.moved_by_name as "byName", m.moved_at as at,
      m.cause = 'direction' or m.rule = 'kept' as directs,
      case when x.move_id is not null then json_build_object('state', x.state_before, 'reviewerName', x.reviewer_name, 'verdicts', x.verdict_count,
        'dailySupervision', x.daily_supervision, 'opinion', x.opinion, 'proposedClass', x.proposed_class, 'printed', x.printed,
        'proposedByName', x.proposed_by_name) end as review
    from declaration_moves m
    left join bodies f on f.city_id = m.city_id and f.body_id = m.from_body
    left join bodies t on t.city_id = m.city_id and t.body_id = m.to_body
    left join bodies r on r.city_id = m.city_id and r.body_id = m.rule_body
    left join review_moves x on x.city_id = m.city_id and x.move_id = m.move_id
    where m.city_id = ${cityId} and m.declaration_id = ${declarationId} order by m.moved_at desc, m.move_id desc`);
  const lines = rows.map(({ directs: _, at, ...row }): DeclarationMove => ({ ...row, at: at.toISOString() }));
  const direction = lines[rows.findIndex(({ directs }) => directs)];
  return { lines, direction };
};
