import { sql } from '#platform/db/sql.ts';
import type { Edition, Plan } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { Journey } from './data/journeys.ts';
import type { ReceivingBody } from './data/officers.ts';
import type { Steps } from './steps.ts';

/** A unit of the city with what the roster import made of it. */
export interface MakingUnit extends Journey {
  readonly declarationId: string;
  readonly unitId: string;
  /** Receives its declaration. */
  readonly bodyId: ReceivingBody;
  readonly edition: Edition;
  readonly plan: Plan;
  /** The edition that the campaign began with; a revision may have moved the unit to another one since. */
  readonly editionHash: string;
}

interface Row {
  creditCode: string;
  unitName: string;
  declarationId: string;
  unitId: string;
  bodyId: ReceivingBody;
  editionHash: string;
}

/** The planned journeys, each with the ids of its unit. */
export const readUnits = async (
  { read, city }: Steps,
  campaignId: string,
  journeys: readonly Journey[],
): Promise<readonly MakingUnit[]> => {
  const { cityId } = city;
  const { rows, editions } = await read(async (reader) => {
    const rows = await reader.rows<Row>(sql`
      select e.credit_code as "creditCode", u.name as "unitName", d.declaration_id as "declarationId", u.unit_id as "unitId",
        coalesce(d.receiving_body_id, d.expected_body_id) as "bodyId", coalesce(moved.from_hash, d.edition_hash) as "editionHash"
      from declarations d join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
      join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
      left join lateral (select v.from_hash from edition_revision_units x
        join edition_revisions v on v.city_id = x.city_id and v.revision_id = x.revision_id
        where x.city_id = d.city_id and x.declaration_id = d.declaration_id and x.outcome <> 'decided'
        order by v.effective_on limit 1) moved on true
      where d.city_id = ${cityId} and d.campaign_id = ${campaignId}`);
    const editions = new Map<string, { edition: Edition; plan: Plan }>();
    for (const hash of new Set(rows.map(({ editionHash }) => editionHash)))
      editions.set(hash, await editionByHash(reader, cityId, hash));
    return { rows, editions };
  });
  const found = new Map(rows.map((row) => [`${row.creditCode} ${row.unitName}`, row]));
  return journeys.map((journey) => {
    const row = found.get(`${journey.enterprise.creditCode} ${journey.unit.name}`);
    const compiled = row && editions.get(row.editionHash);
    if (!row || !compiled) throw new Error(`unit ${journey.key} is not in the roster`);
    const { declarationId, unitId, bodyId, editionHash } = row;
    return { ...journey, declarationId, unitId, bodyId, editionHash, edition: compiled.edition, plan: compiled.plan };
  });
};
