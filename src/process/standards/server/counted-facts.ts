import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';

/** The facts that gates of an industry's published editions count, each with the title of its first gate. */
export const countedFacts = (
  reader: Reader,
  cityId: number,
  industry: string,
): Promise<readonly { readonly kind: string; readonly title: string | null }[]> =>
  reader.rows<{ kind: string; title: string | null }>(sql`
    select kind, title from (
      select distinct on (gate.value->>'fact') gate.value->>'fact' as kind, gate.value->>'title' as title, gate.position
      from editions e cross join jsonb_array_elements(e.content->'gates') with ordinality gate(value, position)
      where e.city_id = ${cityId} and e.industry = ${industry}
      order by gate.value->>'fact', e.published_at desc, gate.position
    ) counted order by position`);
