import { dayOf } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { DecidedOf } from '#process/declaration/server/paper/paper.queries.ts';
import { className } from '#process/standards/edition-words.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';

interface Row {
  readonly number: string;
  readonly decided_at: Date;
  readonly class_code: string;
  readonly edition_hash: string;
}

/** The class of a declaration's unit, with the number of the list in which the leading group adopted it. */
export const decidedClass: DecidedOf = async (reader, cityId, declarationId) => {
  const found = await reader.row<Row>(sql`
    select a.number, x.decided_at, x.class_code, x.edition_hash from declarations d
    join decisions x on x.city_id = d.city_id and x.campaign_id = d.campaign_id and x.unit_id = d.unit_id
    join adoptions a on a.city_id = x.city_id and a.adoption_id = x.adoption_id
    where d.city_id = ${cityId} and d.declaration_id = ${declarationId}`);
  if (!found) return null;
  const { edition } = await editionByHash(reader, cityId, found.edition_hash);
  return {
    number: found.number,
    decidedOn: dayOf(found.decided_at),
    className: className(edition, found.class_code),
  };
};
