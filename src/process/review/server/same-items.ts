import { json, sql } from '#platform/db/sql.ts';
import type { Reader, Tx } from '#platform/db/tx.ts';
import { predecessors } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';

/** Items of one edition that say the same as one of another (or of itself): their ids, with what they were called there. */
export const sameItems = async (
  reader: Reader,
  cityId: number,
  before: string,
  after: string,
): Promise<ReadonlyMap<string, string>> => {
  const { edition } = await editionByHash(reader, cityId, after);
  if (before === after) return new Map(edition.items.map(({ id }) => [id, id]));
  const earlier = (await editionByHash(reader, cityId, before)).edition;
  return new Map([...predecessors(earlier, edition)].flatMap(([id, { from, same }]) => (same ? [[id, from]] : [])));
};

/**
 * Lets verdicts of one review stand in another, each by its new and its old item id, with who gave them and when. A verdict that the other
 * has already stays: it came along when the declaration moved to another body.
 * @returns how many there were
 */
export const copyVerdicts = (
  tx: Tx,
  cityId: number,
  from: string,
  to: string,
  items: readonly (readonly [itemId: string, was: string])[],
): Promise<number> =>
  tx.run(sql`insert into review_verdicts (city_id, review_id, item_id, verdict, points, met, deductions, comment, decided_by, decided_at)
    select v.city_id, ${to}, m.now, v.verdict, v.points, v.met, v.deductions, v.comment, v.decided_by, v.decided_at
    from jsonb_to_recordset(${json(items.map(([now, was]) => ({ now, was })))}::jsonb) as m(now text, was text)
    join review_verdicts v on v.city_id = ${cityId} and v.review_id = ${from} and v.item_id = m.was
    on conflict do nothing`);
