import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';

/** An item that reviewers often do not accept as it was answered. */
export interface UsualReturnRow {
  readonly itemId: string;
  readonly returned: number;
  readonly adjusted: number;
  readonly reasons: string[];
}

/** Fewer units than these could be recognised in what is told of them. */
const FEWEST_UNITS = 3;
const MOST_REASONS = 3;

/**
 * What was sent back (退回补正) or lowered in the examinations of one industry, by item, most often first; each unit counts once an item, and
 * only examinations that are finished or were sent back count.
 */
export const usualReturns = (reader: Reader, cityId: number, industry: string): Promise<UsualReturnRow[]> =>
  reader.rows<UsualReturnRow>(sql`
    with cases as (
      select w.item_id, r.unit_id, btrim(w.comment) as reason, false as sent_back
      from review_verdicts w
      join reviews r on r.city_id = w.city_id and r.review_id = w.review_id and r.signed_at is not null
      join declarations d on d.city_id = r.city_id and d.declaration_id = r.declaration_id and d.industry = ${industry}
      where w.city_id = ${cityId} and w.verdict in ('adjust', 'refuse-na')
      union all
      select i.item ->> 'itemId', d.unit_id, btrim(i.item ->> 'comment'), true
      from review_returns t
      join declarations d on d.city_id = t.city_id and d.declaration_id = t.declaration_id and d.industry = ${industry}
      cross join lateral jsonb_array_elements(t.items) as i(item)
      where t.city_id = ${cityId}
    ), worded as (
      select item_id, reason, row_number() over (partition by item_id order by count(distinct unit_id) desc, reason) as place
      from cases where reason <> '' group by item_id, reason having count(distinct unit_id) >= ${FEWEST_UNITS}
    )
    select item_id as "itemId", count(distinct unit_id) filter (where sent_back)::int as returned,
      count(distinct unit_id) filter (where not sent_back)::int as adjusted,
      coalesce((select json_agg(w.reason order by w.place) from worded w
        where w.item_id = cases.item_id and w.place <= ${MOST_REASONS}), '[]') as reasons
    from cases group by item_id having count(distinct unit_id) >= ${FEWEST_UNITS}
    order by count(distinct unit_id) desc, item_id`);
