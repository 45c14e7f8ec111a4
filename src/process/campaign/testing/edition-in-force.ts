import { json, sql, toQuery } from '#platform/db/sql.ts';
import { type Edition, parseEdition } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { CITY, type World } from '../../../../tests/world.ts';

/** The edition in force for an industry. */
export const editionInForce = async (world: World, industry: string): Promise<{ hash: string; edition: Edition }> => {
  const { rows } = await world.database.owner.query(
    toQuery(sql`select e.edition_hash as hash, e.content from editions e
      join edition_terms t on t.city_id = e.city_id and t.edition_hash = e.edition_hash
      where t.city_id = ${CITY} and t.industry = ${industry} and t.retired_at is null`),
  );
  const edition = parseEdition(rows[0].content);
  if (!edition.ok) throw new Error(JSON.stringify(edition.error));
  return { hash: rows[0].hash, edition: edition.value };
};

/** Puts a changed edition in force, as publishing does; its hash. */
export const putInForce = async (
  world: World,
  industry: string,
  change: (edition: Edition) => Edition,
): Promise<string> => {
  const before = await editionInForce(world, industry);
  const edition = change(before.edition);
  const hash = editionHash(edition);
  const now = world.clock.now();
  const owner = (statement: ReturnType<typeof sql>) => world.database.owner.query(toQuery(statement));
  await owner(
    sql`update edition_terms set retired_at = ${now}, replaced_by = ${hash} where city_id = ${CITY} and edition_hash = ${before.hash}`,
  );
  await owner(sql`insert into editions (city_id, edition_hash, industry, title, content, published_at)
    values (${CITY}, ${hash}, ${industry}, ${edition.title}, ${json(edition)}, ${now}) on conflict do nothing`);
  await owner(sql`insert into edition_terms (city_id, edition_hash, industry, in_force_from, published_by_name)
    values (${CITY}, ${hash}, ${industry}, ${now}, '罗组长')
    on conflict (city_id, edition_hash) do update set retired_at = null, replaced_by = null`);
  return hash;
};

/** The same standard with another title: every item says the same. */
export const retitled = (edition: Edition): Edition => ({ ...edition, title: `${edition.title}（修订）` });

/**
 * One item says something else, one stands under another id, one is gone and one is new; points add up as before.
 * @param mark makes ids and texts differ from those of other editions made so
 */
export const revised = (edition: Edition, mark = 1): Edition => {
  const [changed, renumbered, gone, ...rest] = edition.items;
  if (!changed || !renumbered || !gone) throw new Error('an edition with fewer than three items');
  return {
    ...retitled(edition),
    items: [
      { ...changed, text: `${changed.text}，并在醒目位置公示` },
      { ...renumbered, id: `moved-${mark}`, clause: `1.9.${mark}` },
      { ...gone, id: `fresh-${mark}`, text: `建立并运行双重预防机制（${mark}）`, clause: `1.10.${mark}` },
      ...rest,
    ],
  };
};
