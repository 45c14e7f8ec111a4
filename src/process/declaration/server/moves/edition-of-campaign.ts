import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';

/** The editions of an industry by the declarations whose campaigns have one. */
export const editionsFor = async (
  reader: Reader,
  cityId: number,
  declarationIds: readonly string[],
  industry: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await reader.rows<{ id: string; hash: string }>(sql`
    select d.declaration_id as id, ce.edition_hash as hash from declarations d
    join campaign_editions ce on ce.city_id = d.city_id and ce.campaign_id = d.campaign_id and ce.industry = ${industry}
    where d.city_id = ${cityId} and d.declaration_id = any(${[...declarationIds]}::uuid[])`);
  return new Map(rows.map(({ id, hash }) => [id, hash]));
};
