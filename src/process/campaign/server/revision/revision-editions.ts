import type { PlainDate } from '#lib/plain-date.ts';
import { dayOf } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';

export interface NamedEdition {
  readonly hash: string;
  readonly title: string;
  readonly publishedOn: PlainDate;
}

/** The edition that a campaign uses for an industry, null if it does not assess it, and the one in force, null if there is none. */
export const revisionEditions = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  industry: string,
): Promise<{ readonly used: NamedEdition | null; readonly inForce: NamedEdition | null }> => {
  const rows = await reader.rows<{ role: 'used' | 'force'; hash: string; title: string; at: Date }>(sql`
    select x.role, e.edition_hash as hash, e.title, e.published_at as at
    from (
      select 'used' as role, edition_hash from campaign_editions
        where city_id = ${cityId} and campaign_id = ${campaignId} and industry = ${industry}
      union all
      select 'force', edition_hash from edition_terms where city_id = ${cityId} and industry = ${industry} and retired_at is null
    ) x join editions e on e.city_id = ${cityId} and e.edition_hash = x.edition_hash`);
  const of = (role: 'used' | 'force'): NamedEdition | null => {
    const row = rows.find((each) => each.role === role);
    return row ? { hash: row.hash, title: row.title, publishedOn: dayOf(row.at) } : null;
  };
  return { used: of('used'), inForce: of('force') };
};
